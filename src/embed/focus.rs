//! What should have the focus → the focus on it, without a jump of the host page.

use crate::view::Seek;
use web_sys::{FocusOptions, HtmlElement};

pub(super) fn give(root: &HtmlElement, seek: Seek) {
    let wanted = match seek {
        Seek::Heading => "[data-focus=heading]",
        Seek::Summary => "[data-focus=summary]",
        Seek::Field => "input",
    };
    let found = root.query_selector(wanted).ok().flatten();
    // A cast by name and not by class: a page may have replaced `window.HTMLElement`.
    let Some(element) = found.map(wasm_bindgen::JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    if seek == Seek::Field {
        // The field can stand below the fold: here the browser's own scrolling is wanted.
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

/// Whether the top of an element is on the visible part of the page.
fn is_in_view(element: &HtmlElement) -> bool {
    let top = element.get_bounding_client_rect().top();
    let page = element
        .owner_document()
        .and_then(|page| page.document_element());
    let height = page.map_or(0, |page| page.client_height());
    (0.0..f64::from(height)).contains(&top)
}
