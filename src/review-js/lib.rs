//! In a browser: the files of a pathway → every finding, or a pathway that can be read, proved, walked
//! and compared by those who sign it. It sends nothing.

pub mod findings;
mod pathway_review;

pub use pathway_review::{PathwayReview, max_bytes};
