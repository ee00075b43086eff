//! Reports the size of a WebAssembly module by crate and by function. The module must contain the
//! names of its functions.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The number of functions in the report.
const ITEMS: usize = 60;

/// The crates of Rust's standard library, which no change to the project can remove.
const LANGUAGE: [&str; 3] = ["core", "alloc", "std"];

/// Prints the report about the module at this path.
///
/// # Errors
/// When the module cannot be read.
pub fn print(module: &Path) -> Result<()> {
    println!("{}", table(&items(module)?));
    Ok(())
}

/// Returns the name and the size in bytes of each function of a module.
fn items(module: &Path) -> Result<Vec<(String, usize)>> {
    let bytes = fs::read(module)?;
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(&bytes) {
        match payload.context("the module cannot be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sizes.push(usize::try_from(range.end - range.start)?);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        if let Name::Function(functions) = section? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let named = |(place, size)| {
        let name: Option<&String> = names.get(&(imported + place));
        let name = name.map_or_else(|| "?".to_owned(), |name| format!("{:#}", demangle(name)));
        (name, size)
    };
    Ok((0..).zip(sizes).map(named).collect())
}

fn table(items: &[(String, usize)]) -> String {
    let mut crates: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (name, size) in items {
        let (sum, count) = crates.entry(crate_of(name)).or_default();
        *sum += size;
        *count += 1;
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, (sum, _))| std::cmp::Reverse(*sum));
    let mut items: Vec<_> = items.iter().collect();
    items.sort_by_key(|(_, size)| std::cmp::Reverse(*size));

    let all: usize = items.iter().map(|(_, size)| size).sum();
    let mut lines = vec![format!(
        "{all:>9}  bytes of code, before they are compressed"
    )];
    let by_crate = crates.iter();
    lines.extend(by_crate.map(|(name, (sum, count))| format!("{sum:>9}  {name} ({count} items)")));
    lines.push(String::new());
    let by_item = items.iter().take(ITEMS);
    lines.extend(by_item.map(|(name, size)| format!("{size:>9}  {name}")));
    lines.join("\n")
}

/// Returns the crate of a function: the first crate in its name that is not part of Rust's standard
/// library.
fn crate_of(name: &str) -> &str {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    let crates = name.match_indices("::").filter_map(|(end, _)| {
        let before = name.get(..end)?;
        let start = before.rfind(|sign| !is_name(sign)).map_or(0, |at| at + 1);
        let begins = before.get(..start).is_some_and(|text| !text.ends_with(':'));
        before
            .get(start..)
            .filter(|word| begins && !word.is_empty())
    });
    let mut others = crates.clone().filter(|word| !LANGUAGE.contains(word));
    others.next().or(crates.clone().next()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_belongs_to_the_first_crate_in_its_name() {
        assert_eq!(crate_of("start"), "start");
        assert_eq!(crate_of("yew::scheduler::start"), "yew");
        assert_eq!(
            crate_of("<pathway::set::Set as core::iter::FromIterator>::from_iter"),
            "pathway"
        );
        assert_eq!(
            crate_of("core::ptr::drop_in_place::<pathway::edition::Edition>"),
            "pathway"
        );
        assert_eq!(
            crate_of("<alloc::vec::Vec<u8> as core::clone::Clone>::clone"),
            "alloc"
        );
    }
}
