// The functions that this module offers to pages and other programs.

export { Router, compile, route } from "./glue.js";
