//! Tests that no type in `src/` has a name that `docs/glossary.md` forbids, and that the glossary
//! is short.

use crate::{
    pages::page,
    sources::{code, files, name},
};

const GLOSSARY: &str = "docs/glossary.md";
/// The largest number of words that the glossary may have.
const MOST_WORDS: usize = 40;
/// The only name that the glossary forbids and the code has. It stays because two definitions in
/// the published schemas have this name.
const PUBLISHED: &str = "Names";

/// Returns the first column of the table under this heading of the glossary.
fn column(heading: &str) -> Vec<String> {
    let rows = page(GLOSSARY).rows.into_iter();
    let rows = rows.filter(|row| row.heading == heading && !row.is_head);
    rows.map(|row| row.cells[0].text.clone()).collect()
}

/// Returns the names of the types and traits that a source file declares.
fn types(path: &str) -> Vec<String> {
    let lines = code(path);
    let declared = lines.iter().filter_map(|line| {
        let line = match line.strip_prefix("pub") {
            Some(rest) if rest.starts_with('(') => rest.split_once(' ')?.1,
            Some(rest) => rest.trim_start(),
            None => line,
        };
        let (kind, rest) = line.split_once(' ')?;
        let is_type = ["struct", "enum", "trait", "type", "union"].contains(&kind);
        is_type.then(|| name(rest).to_owned())
    });
    declared.collect()
}

#[test]
fn no_type_has_a_name_that_the_glossary_forbids() {
    let forbidden = column("Names that are not used");
    assert!(forbidden.len() > 15, "{forbidden:?}");
    let mut declared = 0;
    for path in files("src", &[".rs"]) {
        for name in types(&path) {
            declared += 1;
            let is_free = !forbidden.contains(&name) || name == PUBLISHED;
            assert!(is_free, "{path}: {GLOSSARY} forbids the name {name}");
        }
    }
    assert!(declared > 100, "only {declared} types were read");
}

#[test]
fn the_glossary_is_short_and_gives_each_word_once() {
    let mut words = column("Glossary");
    assert!((20..=MOST_WORDS).contains(&words.len()), "{}", words.len());
    let count = words.len();
    words.dedup();
    assert_eq!(words.len(), count, "a word stands twice");
    assert!(words.is_sorted(), "{words:?}");
}
