//! The WebAssembly module of the review page. It reads the files of a pathway, and returns their
//! findings or the views of the pathway. It sends nothing.

pub mod findings;
mod pathway_review;

pub use pathway_review::{PathwayReview, max_bytes};
