//! Moves the focus to an element of a new screen. The page scrolls only if the visitor cannot see
//! the top of this element.

use crate::view::FocusTarget;
use gloo::utils::document_element;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Moves the focus to an element of the widget in `root`, and scrolls to it if necessary.
pub(super) fn give(root: &HtmlElement, target: FocusTarget) {
    let selector = match target {
        FocusTarget::Heading => "[data-focus=heading]",
        FocusTarget::ErrorSummary => "[data-focus=summary]",
        FocusTarget::Field => "input",
    };
    let found = root.query_selector(selector).ok().flatten();
    // The cast does not check the class of the element, because the page may have replaced
    // `window.HTMLElement`.
    let Some(element) = found.map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    if target == FocusTarget::Field {
        // Without options, the browser also scrolls to the element that gets the focus.
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

/// Returns true if the top of the element is in the visible part of the page.
fn is_in_view(element: &HtmlElement) -> bool {
    let top = element.get_bounding_client_rect().top();
    (0.0..f64::from(document_element().client_height())).contains(&top)
}
