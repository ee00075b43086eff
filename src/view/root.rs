//! The root of a Yew app: a widget, or nothing between two widgets.

use super::app::{App, AppProps};
use yew::prelude::*;

/// The widget that the root shows.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The widget; `None` after its page destroyed it.
    pub widget: Option<AppProps>,
}

/// The root of a Yew app.
#[component]
pub fn Root(props: &RootProps) -> Html {
    match &props.widget {
        Some(widget) => html! { <App key={&*widget.ids} ..widget.clone() /> },
        None => Html::default(),
    }
}
