// What the reviewer's module offers a page.

export { PathwayReview, maxBytes } from "./glue.js";
