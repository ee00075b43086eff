//! A [`Screen`](pathway::screen::Screen) → HTML, a component a file, in nhsuk-frontend's markup.
//!
//! The view adds no word and decides nothing: it only says where on the page a text stands. What it
//! promises to tests and to the host's script is in the markup: `data-screen` and `data-question` on
//! the step, `value` on inputs, `data-outcome` on outcomes, `data-action` on buttons, `data-focus` on
//! what may be given the focus.

mod answers;
mod app;
mod card;
mod choices;
mod contact;
mod crisis;
mod element;
mod field;
mod heading;
mod lines;
mod mistake;
mod question;
mod reasons;
mod result;
mod root;
mod screen;
mod start;
mod summary;
#[cfg(test)]
mod tests;
mod top;

pub use app::{App, AppProps, Around, Keep, Message, Seek, Shown};
pub use root::{Root, RootProps};
pub use screen::{ScreenProps, ScreenView};
