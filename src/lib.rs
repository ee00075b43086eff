//! The widget: it asks a visitor the questions of a pathway and shows the result with services to
//! contact.
//!
//! `settings` reads the attributes of the element on the host page, `view` draws the screens as
//! HTML, and `embed` uses the browser. These modules decide no outcome and contain no words for
//! visitors. Both come from the pathway.

pub mod embed;

pub mod settings;

pub mod view;
