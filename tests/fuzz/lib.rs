//! The code that the fuzz targets share: the pathways, their mutations, and checks of visitors and
//! error messages. A target is one file beside this file, and has one entry in `Cargo.toml`.

pub mod mutated_pathway;

pub mod mutation;

pub mod pathways;

pub mod reporting;

pub mod visitor;
