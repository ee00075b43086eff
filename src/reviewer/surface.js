// What the reviewer's module offers a page.

export { mostBytes, signOff } from "./glue.js";
