//! The basic types of the core: ids, dates, picked options, and the words that people read. Each
//! module below imports only from modules above it in the list.

pub(crate) mod codec;

pub mod id;

pub mod date;

pub mod set;

pub mod answers;

pub mod properties;

pub mod outcome_sections;

pub mod wording;

mod ui_words;

pub mod words;

mod words_codec;

pub mod web_address;
