//! The widget: a checked pathway as pages of questions and a result with places to turn to.
//!
//! `settings` reads the attributes of the host's element, `view` draws screens as HTML, and `embed` is
//! the only module that uses a browser. None of them routes a visitor or holds a text that visitors
//! read: both come from the pathway.

pub mod embed;

pub mod settings;

pub mod view;
