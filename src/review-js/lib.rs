//! The review page's module: the files of a pathway → every finding, or a pathway to read, prove, walk
//! through and compare. It sends nothing.

pub mod findings;
mod pathway_review;

pub use pathway_review::{PathwayReview, max_bytes};
