//! Turns a module into a table of what takes the room in it: by crate, and item by item. It is built
//! as it ships, but for the names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::paths::Workspace;
use crate::tools::Tools;
use crate::wasm::MODULES;

/// How many items are shown.
const ITEMS: usize = 60;

/// What belongs to everything, and so to nobody who could take it out.
const LANGUAGE: [&str; 3] = ["core", "alloc", "std"];

/// Prints the table of the module with this name.
///
/// # Errors
/// When there is no such module, or it cannot be built.
pub fn size(workspace: &Workspace, name: &str) -> Result<()> {
    let tools = Tools::ensure(workspace)?;
    let known = || MODULES.map(|module| module.name).join(" or ");
    let mut modules = MODULES.iter();
    let module = modules
        .find(|module| module.name == name)
        .with_context(|| format!("there is no module {name}: take {}", known()))?;
    let items = items(&module.build_named(workspace, &tools)?)?;
    println!("{}", table(&items));
    Ok(())
}

/// The functions of a module: their names, and their bytes.
fn items(module: &Path) -> Result<Vec<(String, usize)>> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
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

/// The crate that an item is there for: the first that its name holds, apart from the language's own.
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
    fn an_item_belongs_to_the_crate_it_is_there_for() {
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
