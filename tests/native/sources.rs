//! Reads the project's source files for the tests of the rules for the code: paths, names and test
//! functions.

use crate::files::{folder, text, top};
use std::collections::BTreeSet;

/// Returns the paths of all files with one of these endings, in a folder and its subfolders.
pub fn files(below: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in folder(below) {
        if top().join(&path).is_dir() {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| path.ends_with(ending)) {
            found.push(path);
        }
    }
    found
}

/// Fails if one of these files contains one of these texts in a line. Comments count too.
pub fn check_absent(paths: &[String], words: &[&str]) {
    assert!(!paths.is_empty(), "the rule has no file to look at");
    for path in paths {
        for (number, line) in (1..).zip(text(path).lines()) {
            for word in words {
                assert!(!line.contains(word), "{path}:{number}: {word}");
            }
        }
    }
}

/// Returns true if a name in Rust code may contain this character: a letter, a digit or an
/// underscore.
fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Returns the name with which a text of Rust code starts.
pub fn name(text: &str) -> &str {
    text.split(|character| !is_name(character))
        .next()
        .unwrap_or_default()
}

/// Returns the lines of a source file, without the lines that are comments.
pub fn code(path: &str) -> Vec<String> {
    let text = text(path);
    let lines = text.lines().map(str::trim);
    let code = lines.filter(|line| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)));
    code.map(str::to_owned).collect()
}

/// Returns the positions of a name in a line of code. A longer name that contains this name does
/// not count.
pub fn uses<'a>(line: &'a str, used: &'a str) -> impl Iterator<Item = usize> + 'a {
    let starts = line.match_indices(used).map(|(start, _)| start);
    starts.filter(move |start| {
        let before = line[..*start].chars().next_back();
        let after = line[start + used.len()..].chars().next();
        !before.is_some_and(is_name) && !after.is_some_and(is_name)
    })
}

/// Returns the paths that a Rust file imports or names after a root such as `crate::`.
pub fn imports(path: &str, root: &str) -> BTreeSet<String> {
    let code = code(path).join("\n");
    let mut paths = BTreeSet::new();
    for (start, _) in code.match_indices(root) {
        leaves(&code[start + root.len()..], "", &mut paths);
    }
    paths
}

/// Adds to `paths` the full path of each item in the tree of a `use` statement. Each path begins
/// with `before`. Returns the code that follows the tree.
fn leaves<'a>(tree: &'a str, before: &str, paths: &mut BTreeSet<String>) -> &'a str {
    if let Some(mut list) = tree.strip_prefix('{') {
        loop {
            list = list.trim_start_matches(|character: char| {
                character == ',' || character.is_whitespace()
            });
            if list.is_empty() || list.starts_with('}') {
                return list.get(1..).unwrap_or_default();
            }
            list = leaves(list, before, paths);
        }
    }
    let first = name(tree);
    let rest = &tree[first.len()..];
    let path = format!("{before}{first}");
    let inner = rest
        .strip_prefix("::")
        .filter(|inner| inner.starts_with(|character| character == '{' || is_name(character)));
    match inner {
        Some(inner) => leaves(inner, &format!("{path}::"), paths),
        None => {
            paths.insert(path);
            let end = rest.find([',', '}']);
            &rest[end.unwrap_or(rest.len())..]
        }
    }
}

/// A test function in the project.
pub struct Test {
    pub path: String,
    pub name: String,
    /// The comments and attributes above the test function.
    pub above: String,
}

/// Returns every test function of the project.
pub fn tests() -> Vec<Test> {
    let mut found = Vec::new();
    for path in [files("tests", &[".rs"]), files("src", &[".rs"])].concat() {
        let mut above = String::new();
        for line in text(&path).lines().map(str::trim_start) {
            if line.starts_with("///") || line.starts_with("#[") {
                above.push_str(line);
                continue;
            }
            let is_test = above.contains("#[test]") || above.contains("#[tokio::test]");
            let function = line.trim_start_matches("async ").strip_prefix("fn ");
            if let (Some(function), true) = (function, is_test) {
                found.push(Test {
                    path: path.clone(),
                    name: name(function).to_owned(),
                    above: above.clone(),
                });
            }
            above.clear();
        }
    }
    found
}
