//! A place on a page → the widget in it: the only room that knows a browser. The custom element, `www/element/ppimhs-finder.js`, prepares the place and catches every fall.

mod finder;
mod focus;
mod host;
mod root;
mod today;

pub use finder::{Finder, start};
pub use host::Host;

/// Rust's own allocator takes 1.3 KB (brotli) more in the module.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
