//! Uses a Yew app again after its widget has ended. A page can then create and remove any number of
//! widgets without more memory.
//!
//! Yew never removes the listeners of an app, so each destroyed app would leave about 2 KB: see
//! `docs/decisions/0040-yew-listener-leak.md`.

use crate::view::{AppProps, OptionalWidget, OptionalWidgetProps};
use std::cell::RefCell;
use wasm_bindgen::UnwrapThrowExt;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Renderer};

thread_local! {
    static FREE: RefCell<Vec<ReusableApp>> = const { RefCell::new(Vec::new()) };
}

/// A Yew app, and the HTML element in which it draws.
#[derive(Debug)]
pub(super) struct ReusableApp {
    element: Element,
    handle: AppHandle<OptionalWidget>,
}

impl ReusableApp {
    /// Shows a widget in the HTML element `mount_point`. Uses a free Yew app if there is one.
    pub(super) fn show(mount_point: &HtmlElement, widget: AppProps) -> Self {
        let props = OptionalWidgetProps {
            widget: Some(widget),
        };
        let app = match FREE.with_borrow_mut(Vec::pop) {
            Some(mut app) => {
                app.handle.update(props);
                app
            }
            None => Self::new(props),
        };
        mount_point.set_text_content(None);
        let _ = mount_point.append_child(&app.element);
        app
    }

    fn new(props: OptionalWidgetProps) -> Self {
        let element = gloo::utils::document().create_element("div").unwrap_throw();
        let handle =
            Renderer::<OptionalWidget>::with_root_and_props(element.clone(), props).render();
        Self { element, handle }
    }

    /// Removes the widget, and keeps its Yew app for the next widget.
    pub(super) fn free(mut self) {
        self.handle.update(OptionalWidgetProps { widget: None });
        self.element.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}
