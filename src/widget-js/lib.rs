//! The widget's WebAssembly module: every export of `src/embed`, linked by wasm-pack.

pub use ppimhs_finder::embed::*;
