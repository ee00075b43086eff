// What the reader's module offers a page, and other programs.

export { compile, route } from "./glue.js";
