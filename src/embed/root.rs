//! Reuses Yew apps, so that widgets that come and go need no more memory.
//!
//! Yew never removes the listeners of an app, so each destroyed app would leave about 2 KB: see
//! `docs/decisions/0040-yew-listener-leak.md`.

use crate::view::{AppProps, Root, RootProps};
use std::cell::RefCell;
use wasm_bindgen::UnwrapThrowExt;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Renderer};

thread_local! {
    static FREE: RefCell<Vec<AppRoot>> = const { RefCell::new(Vec::new()) };
}

/// A Yew app and its element.
#[derive(Debug)]
pub(super) struct AppRoot {
    element: Element,
    app: AppHandle<Root>,
}

impl AppRoot {
    /// Shows a widget in `mount_point`. Reuses a free app if there is one.
    pub(super) fn show(mount_point: &HtmlElement, widget: AppProps) -> Self {
        let props = RootProps {
            widget: Some(widget),
        };
        let root = match FREE.with_borrow_mut(Vec::pop) {
            Some(mut root) => {
                root.app.update(props);
                root
            }
            None => Self::new(props),
        };
        mount_point.set_text_content(None);
        let _ = mount_point.append_child(&root.element);
        root
    }

    fn new(props: RootProps) -> Self {
        let element = gloo::utils::document().create_element("div").unwrap_throw();
        let app = Renderer::<Root>::with_root_and_props(element.clone(), props).render();
        Self { element, app }
    }

    /// Removes the widget and keeps the app for the next one.
    pub(super) fn free(mut self) {
        self.app.update(RootProps { widget: None });
        self.element.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}
