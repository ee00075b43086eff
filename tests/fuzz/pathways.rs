//! Contains the two pathways that the fuzz targets use: their files and their checked editions.

use std::sync::LazyLock;

use pathway::check::{self, LoadedEdition};

/// A pathway in one language: the pathway file and its words file.
pub struct Files {
    /// The bytes of `pathway.json`.
    pub pathway: &'static [u8],
    /// The bytes of `words/en-GB.json`.
    pub words: &'static [u8],
}

/// The files of the small pathway, which only the tests use.
pub const SMALL: Files = Files {
    pathway: include_bytes!("../pathways/small/pathway.json"),
    words: include_bytes!("../pathways/small/words/en-GB.json"),
};

/// The files of the built-in pathway, which ships with the widget.
pub const BUILT_IN: Files = Files {
    pathway: include_bytes!("../../www/pathways/ppimhs/pathway.json"),
    words: include_bytes!("../../www/pathways/ppimhs/words/en-GB.json"),
};

/// Returns the editions of both pathways. The first call checks the pathways.
///
/// # Panics
/// When a pathway has findings.
#[must_use]
pub fn editions() -> &'static [LoadedEdition; 2] {
    static EDITIONS: LazyLock<[LoadedEdition; 2]> =
        LazyLock::new(|| [load(&SMALL), load(&BUILT_IN)]);
    &EDITIONS
}

fn load(files: &Files) -> LoadedEdition {
    check::load(files.pathway, files.words, None).unwrap_or_else(|fault| panic!("{fault}"))
}
