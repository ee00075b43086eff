//! The module of the review page: it reads pathway files, and returns their findings or the views
//! of the pathway. It sends nothing.

pub mod findings;
mod pathway_review;

pub use pathway_review::{PathwayReview, max_bytes};
