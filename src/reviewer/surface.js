// What the reviewer's module offers a page.

export { signOff } from "./glue.js";
