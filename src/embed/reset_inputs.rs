//! Resets the inputs of a new screen to the state in their HTML attributes.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement};

/// Resets the form in `mount_point`, so that each input has the state in its `checked` attribute.
///
/// An input ignores this attribute after the visitor changes the input. The widget does not set the
/// JavaScript property `checked`, because session recorders can watch it.
pub(super) fn reset(mount_point: &HtmlElement) {
    if let Ok(Some(form)) = mount_point.query_selector("form") {
        form.unchecked_into::<HtmlFormElement>().reset();
    }
}
