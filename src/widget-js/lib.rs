//! The widget's WebAssembly module. It exports the functions of `src/embed`.

pub use ppimhs_finder::embed::*;
