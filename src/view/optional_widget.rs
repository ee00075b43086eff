//! The Yew component at the root of a Yew app. It shows a widget, or nothing.

use super::app::{App, AppProps};
use yew::prelude::*;

/// The properties of the component at the root of a Yew app.
#[derive(Clone, PartialEq, Properties)]
pub struct OptionalWidgetProps {
    /// The widget to show. It is `None` after the page has destroyed the widget.
    pub widget: Option<AppProps>,
}

/// Draws the widget, or nothing.
#[component]
pub fn OptionalWidget(props: &OptionalWidgetProps) -> Html {
    match &props.widget {
        Some(widget) => html! { <App key={&*widget.id_prefix} ..widget.clone() /> },
        None => Html::default(),
    }
}
