//! The widget: a checked pathway in, a page of questions and a place to turn to out.
//!
//! `settings` reads what a host page writes on the element; `view` turns a screen into HTML; `embed`
//! is the only room that knows a browser. None of them routes anybody, and none holds a word that a
//! visitor reads: both come from the pathway.

pub mod embed;

pub mod settings;

pub mod view;
