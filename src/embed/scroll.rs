//! Scrolls to the element that gets the focus with Tab.

use gloo::{events::EventListener, utils::document_element};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

#[wasm_bindgen]
extern "C" {
    /// The `style` property of an element.
    type Style;
    #[wasm_bindgen(method, structural, getter = scrollBehavior)]
    fn scroll_behavior(this: &Style) -> Option<String>;
}

/// Scrolls after each Tab until the focused element is visible. Some browsers leave half of it out
/// of view. Returns `None` in a browser without smooth scrolling.
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
