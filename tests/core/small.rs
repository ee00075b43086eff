//! The small pathway: every kind of thing that a pathway can hold, once.

use crate::files;
use pathway::check::{self, LoadedEdition};

/// `pathway.json` and the words.
pub fn small() -> (Vec<u8>, Vec<u8>) {
    files::pathway("tests/pathways/small")
}

/// The small pathway, checked.
pub fn tiny() -> LoadedEdition {
    let (pathway, words) = small();
    check::load(&pathway, &words, None).unwrap()
}
