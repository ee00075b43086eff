//! A [`Screen`](pathway::screen::Screen) as HTML, one part of a screen in each file, in the markup of
//! nhsuk-frontend.
//!
//! Yew mounts three components: [`Root`], [`App`] and [`ScreenView`]. The parts of a screen are functions
//! with typed arguments, because they borrow their data from one screen and have no state: as
//! components each part would clone its data, compare it and add to the module.
//!
//! The view adds no word and decides nothing. Tests and the host's script rely on these attributes:
//! `data-screen` and `data-question` on the step, `value` on inputs, `data-outcome` on outcomes,
//! `data-action` on buttons, `data-focus` on elements that can take the focus.

mod answers;
mod app;
mod card;
mod choices;
mod contact;
mod crisis;
mod field;
mod heading;
mod host_page;
mod lines;
mod navigation;
mod question;
mod reasons;
mod result;
mod root;
mod screen;
mod start;
mod summary;
#[cfg(test)]
mod tests;
mod validation_error;

pub use app::{App, AppProps, Message};
pub use host_page::{ExportMethod, FocusTarget, HostPage, Step};
pub use root::{Root, RootProps};
pub use screen::{ScreenProps, ScreenView};
