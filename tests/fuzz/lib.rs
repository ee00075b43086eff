//! What the targets share: the pathways they start from, and what must hold wherever one of them
//! leads. A target is one file beside this one, with one entry in `Cargo.toml`.

pub mod change;

pub mod changed;

pub mod pathways;

pub mod told;

pub mod visitor;
