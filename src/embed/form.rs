//! The fields of a drawn screen.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement};

/// Sets the fields below `place` to their attributes.
///
/// A field that the visitor touched no longer follows its `checked` attribute, and recorders on the page
/// watch its property. A reset reveals no field.
pub(super) fn reset(place: &HtmlElement) {
    if let Ok(Some(form)) = place.query_selector("form") {
        form.unchecked_into::<HtmlFormElement>().reset();
    }
}
