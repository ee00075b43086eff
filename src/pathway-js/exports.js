// What the reader's module offers a page, and other programs.

export { Router, compile, route } from "./glue.js";
