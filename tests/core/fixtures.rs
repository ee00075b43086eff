//! The small pathway, which has every kind of entry once.

use crate::files;
use pathway::check::{self, LoadedEdition};

/// Reads `pathway.json` and the words of the small pathway.
pub fn small() -> (Vec<u8>, Vec<u8>) {
    files::pathway("tests/pathways/small")
}

/// Returns the small pathway, checked.
pub fn tiny() -> LoadedEdition {
    let (pathway, words) = small();
    check::load(&pathway, &words, None).unwrap()
}
