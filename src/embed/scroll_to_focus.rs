//! Scrolls the page when the visitor moves the focus with the Tab key.

use gloo::{events::EventListener, utils::document_element};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

#[wasm_bindgen]
extern "C" {
    /// The `style` property of an HTML element.
    type Style;
    #[wasm_bindgen(method, structural, getter = scrollBehavior)]
    fn scroll_behavior(this: &Style) -> Option<String>;
}

/// Scrolls the page after each press of Tab until the focused element is visible. Some browsers
/// leave half of it outside the window. Returns `None` in a browser without smooth scrolling,
/// because nothing is added there.
pub(super) fn follow_focus(mount_point: &HtmlElement) -> Option<EventListener> {
    let page = document_element().unchecked_into::<HtmlElement>();
    let style = page.style();
    style.unchecked_ref::<Style>().scroll_behavior()?;
    Some(EventListener::new(mount_point, "keyup", |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() != "Tab" {
            return;
        }
        if let Some(target) = event.target() {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            let target = target.unchecked_into::<Element>();
            target.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }))
}
