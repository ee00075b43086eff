// The functions that this module offers to pages and other programs.

export { Router, compile, guide, route } from "./glue.js";
