//! The code that the fuzz targets share: the pathways they start from, mutations of them, and checks of
//! visitors and error messages. A target is one file beside this one, with one entry in `Cargo.toml`.

pub mod mutated_pathway;

pub mod mutation;

pub mod pathways;

pub mod reporting;

pub mod visitor;
