// What the reviewer's module offers a page.

export { Reviewed, mostBytes } from "./glue.js";
