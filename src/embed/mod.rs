//! Runs a widget in an HTML element of a page. In the Rust code of the widget, only this module
//! uses the browser. The script `www/element/ppimhs-finder.js` prepares the HTML element and
//! handles every failure.

mod app_pool;
mod browser_host;
mod finder;
mod focus;
mod history;
mod history_entry;
mod host;
mod kept_journeys;
mod reset_form;
mod scroll;
mod today;

pub use finder::{Finder, start};
pub use host::Host;

/// With this allocator, the module is 1.3 KB (brotli) smaller than with Rust's standard allocator.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
