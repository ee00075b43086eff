//! Runs a widget in an HTML element of a page. In the Rust code of the widget, only this module
//! uses the browser. The script `www/element/ppimhs-finder.js` prepares the HTML element and
//! handles every failure.

mod app_pool;
mod browser_host;
mod element_script;
mod focus;
mod history;
mod history_entry;
mod kept_journeys;
mod reset_inputs;
mod scroll_to_focus;
mod today;
mod widget_handle;

pub use element_script::Host;
pub use widget_handle::{Finder, start};

/// With this allocator, the module is 1.3 KB (brotli) smaller than with Rust's standard allocator.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
