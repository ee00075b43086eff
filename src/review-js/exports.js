// The functions that this module offers to the review page.

export { PathwayReview, maxBytes } from "./glue.js";
