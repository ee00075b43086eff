//! A drawn screen → its fields as their attributes say.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement};

/// A field that a visitor touched no longer follows its `checked` attribute, and its property is not
/// to be set: pages listen there. To reset the form says nothing of any field.
pub(super) fn settle(root: &HtmlElement) {
    if let Ok(Some(form)) = root.query_selector("form") {
        // By name and not by class: a page may have replaced `window.HTMLFormElement`.
        form.unchecked_into::<HtmlFormElement>().reset();
    }
}
