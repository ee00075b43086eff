//! The Yew component at the root of an app. It shows a widget, or nothing.

use super::app::{App, AppProps};
use yew::prelude::*;

/// The properties of the root.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The widget to show, or `None` after the page destroyed it.
    pub widget: Option<AppProps>,
}

/// Draws the root of a Yew app.
#[component]
pub fn Root(props: &RootProps) -> Html {
    match &props.widget {
        Some(widget) => html! { <App key={&*widget.ids} ..widget.clone() /> },
        None => Html::default(),
    }
}
