//! Contains the code that the fuzz targets share: the pathways, their mutations, and checks of
//! screens and error messages. Each fuzz target is one file beside this file, with one entry in
//! `Cargo.toml`.

pub mod mutated_pathway;

pub mod mutation;

pub mod pathways;

pub mod check_messages;

pub mod visitor;
