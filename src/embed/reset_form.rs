//! Resets the form of a new screen.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement};

/// Resets the form in `mount_point`, so that each field has the state in its `checked` attribute.
///
/// A field ignores this attribute after the visitor changes it. The widget does not set the
/// `checked` property, because session recorders can watch it.
pub(super) fn reset(mount_point: &HtmlElement) {
    if let Ok(Some(form)) = mount_point.query_selector("form") {
        form.unchecked_into::<HtmlFormElement>().reset();
    }
}
