//! Runs a widget in an element of a page. Only this module uses the browser. The script
//! `www/element/ppimhs-finder.js` prepares the element and handles every failure.

mod browser_host;
mod finder;
mod focus;
mod history;
mod host;
mod reset_form;
mod root;
mod scroll;
mod today;

pub use finder::{Finder, start};
pub use host::Host;

/// This allocator makes the module 1.3 KB (brotli) smaller than the standard one.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
