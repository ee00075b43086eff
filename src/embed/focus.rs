//! Moves the focus, and scrolls the page only if the new screen is out of sight.

use crate::view::FocusTarget;
use gloo::utils::document_element;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Moves the focus to an element in `root`.
pub(super) fn give(root: &HtmlElement, target: FocusTarget) {
    let selector = match target {
        FocusTarget::Heading => "[data-focus=heading]",
        FocusTarget::ErrorSummary => "[data-focus=summary]",
        FocusTarget::Field => "input",
    };
    let found = root.query_selector(selector).ok().flatten();
    // The cast does not check the class, because a page may have replaced `window.HTMLElement`.
    let Some(element) = found.map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    if target == FocusTarget::Field {
        // Without options the browser scrolls to the field.
        let _ = element.focus();
        return;
    }
    let stay = FocusOptions::new();
    stay.set_prevent_scroll(true);
    let _ = element.focus_with_options(&stay);
    if !is_in_view(root) || !is_in_view(&element) {
        root.scroll_into_view();
    }
}

/// Returns true if the visible part of the page contains the top of the element.
fn is_in_view(element: &HtmlElement) -> bool {
    let top = element.get_bounding_client_rect().top();
    (0.0..f64::from(document_element().client_height())).contains(&top)
}
