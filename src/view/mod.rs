//! Draws a [`Screen`](pathway::screen::Screen) as HTML with the markup of nhsuk-frontend. Each file
//! draws one part of a screen.
//!
//! Yew mounts three components: [`OptionalWidget`], [`App`] and [`ScreenView`]. The parts of a screen
//! are functions with typed arguments, because they borrow their data from one screen and have no
//! state. As components they would clone and compare this data, and would make the module larger.
//!
//! The view adds no words and makes no decisions. Tests and the host page's scripts rely on these
//! attributes: `data-screen` and `data-question` on the step, `value` on inputs, `data-outcome` on
//! outcomes, `data-action` on buttons, `data-focus` on elements that can get the focus.

mod answers;
mod app;
mod attribute;
mod card;
mod choices;
mod contact;
mod crisis;
mod heading;
mod host_page;
mod lines;
mod optional_widget;
mod question;
mod radio_or_checkbox;
mod reasons;
mod result;
mod screen;
mod start;
mod summary;
#[cfg(test)]
mod tests;
mod top_bar;
mod validation_error;

pub use app::{App, AppProps, Message};
pub use host_page::{ExportMethod, FocusTarget, HostPage, ScreenPosition};
pub use optional_widget::{OptionalWidget, OptionalWidgetProps};
pub use screen::{ScreenProps, ScreenView};
