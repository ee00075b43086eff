//! The widget: it asks the questions of a pathway and shows the result with services to contact.
//!
//! `settings` reads the attributes of the host's element, `view` draws the screens as HTML, and
//! `embed` uses the browser. These modules contain no routing and no words for visitors. Both come
//! from the pathway.

pub mod embed;

pub mod settings;

pub mod view;
