//! The pathways that targets start from: the files, and the files checked.

use std::sync::LazyLock;

use pathway::check::{self, LoadedEdition};

/// The two files of a pathway in one language.
pub struct Files {
    /// `pathway.json`.
    pub pathway: &'static [u8],
    /// `words/en-GB.json`.
    pub words: &'static [u8],
}

/// The small pathway of the tests.
pub const SMALL: Files = Files {
    pathway: include_bytes!("../pathways/small/pathway.json"),
    words: include_bytes!("../pathways/small/words/en-GB.json"),
};

/// The pathway that ships.
pub const BUILT_IN: Files = Files {
    pathway: include_bytes!("../../www/pathways/ppimhs/pathway.json"),
    words: include_bytes!("../../www/pathways/ppimhs/words/en-GB.json"),
};

/// Both, checked once.
///
/// # Panics
/// When one of them has findings: then there is nothing to start from.
#[must_use]
pub fn editions() -> &'static [LoadedEdition; 2] {
    static EDITIONS: LazyLock<[LoadedEdition; 2]> =
        LazyLock::new(|| [load(&SMALL), load(&BUILT_IN)]);
    &EDITIONS
}

fn load(files: &Files) -> LoadedEdition {
    check::load(files.pathway, files.words, None).unwrap_or_else(|fault| panic!("{fault}"))
}
