//! Tests that no type, field, function or variant in `src/` has a name that `docs/glossary.md`
//! forbids, and that the glossary is short.

use crate::{
    markdown::page,
    sources::{code, files, name},
};

const GLOSSARY: &str = "docs/glossary.md";
/// The largest number of words that the glossary may have.
const MOST_WORDS: usize = 40;

/// Returns the first column of the table under this heading of the glossary.
fn column(heading: &str) -> Vec<String> {
    let rows = page(GLOSSARY).rows.into_iter();
    let rows = rows.filter(|row| row.heading == heading && !row.is_head);
    rows.map(|row| row.cells[0].text.clone()).collect()
}

/// Returns a line of code without `pub` and its restriction.
fn without_visibility(line: &str) -> &str {
    match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(' ').unwrap_or_default().1,
        Some(rest) => rest.trim_start(),
        None => line,
    }
}

/// Returns the name of the type or trait that a line declares.
fn declared_type(line: &str) -> Option<&str> {
    let (kind, rest) = without_visibility(line).split_once(' ')?;
    let is_type = ["struct", "enum", "trait", "type", "union"].contains(&kind);
    is_type.then(|| name(rest))
}

/// Returns the names of the types and traits that a source file declares.
fn types(path: &str) -> Vec<String> {
    let lines = code(path);
    let declared = lines.iter().filter_map(|line| declared_type(line));
    declared.map(str::to_owned).collect()
}

/// Returns the names of the functions, fields and variants that a file declares.
fn members(path: &str) -> Vec<String> {
    let mut members = Vec::new();
    let mut is_in_type = false;
    for line in code(path) {
        if let Some((_, function)) = line.split_once("fn ") {
            members.push(name(function).to_owned());
        } else if is_in_type {
            members.push(name(without_visibility(&line)).to_owned());
        }
        is_in_type &= line != "}";
        is_in_type |= declared_type(&line).is_some() && line.ends_with('{');
    }
    members
}

#[test]
fn no_type_has_a_name_that_the_glossary_forbids() {
    let forbidden = column("Names that are not used");
    assert!(forbidden.len() > 15, "{forbidden:?}");
    let mut declared = 0;
    for path in files("src", &[".rs"]) {
        for name in types(&path) {
            declared += 1;
            let is_free = !forbidden.contains(&name);
            assert!(is_free, "{path}: {GLOSSARY} forbids the name {name}");
        }
    }
    assert!(declared > 100, "only {declared} types were read");
}

#[test]
fn no_field_function_or_variant_has_a_name_that_the_glossary_forbids() {
    let forbidden = column("Members that are not used");
    assert!(forbidden.len() > 5, "{forbidden:?}");
    let mut declared = 0;
    for path in files("src", &[".rs"]) {
        for name in members(&path) {
            declared += 1;
            let is_free = !forbidden.contains(&name.to_lowercase());
            assert!(is_free, "{path}: {GLOSSARY} forbids the name {name}");
        }
    }
    assert!(declared > 1000, "only {declared} members were read");
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
