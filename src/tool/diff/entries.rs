//! Two `pathway.json` → which of their entries were added, taken out, changed or moved.

use anyhow::Result;
use serde_json::Value;
use std::io::Write;

/// The lists of a pathway whose entries have ids.
const LISTS: [&str; 13] = [
    "laws",
    "sources",
    "conflicts",
    "limits",
    "questions",
    "notes",
    "conditions",
    "rules",
    "outcomes",
    "order",
    "blocks",
    "contacts",
    "scenarios",
];
const OBJECTS: [&str; 4] = ["wordings", "last_resort", "local", "crisis"];

/// Prints a line for each entry that is not the same in both, under a heading.
///
/// # Errors
/// When the output cannot be written.
pub fn write(old: &Value, new: &Value, out: &mut dyn Write) -> Result<()> {
    let lists = LISTS
        .iter()
        .flat_map(|list| List::new(old, new, list).lines());
    let objects = OBJECTS
        .iter()
        .filter(|object| old.get(object) != new.get(object))
        .map(|object| format!("{object} is changed"));
    for (place, line) in lists.chain(objects).enumerate() {
        if place == 0 {
            writeln!(out, "\nEntries that are not the same")?;
        }
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// One list of both pathways: each entry with its id.
struct List<'a> {
    name: &'a str,
    before: Vec<(String, &'a Value)>,
    after: Vec<(String, &'a Value)>,
}

impl<'a> List<'a> {
    fn new(old: &'a Value, new: &'a Value, name: &'a str) -> Self {
        Self {
            name,
            before: by_id(old, name),
            after: by_id(new, name),
        }
    }

    fn lines(&self) -> Vec<String> {
        let changed = self
            .before
            .iter()
            .filter_map(|(id, entry)| match find(&self.after, id) {
                None => Some(format!("{}: {id} is gone", self.name)),
                Some(other) if other != *entry => Some(format!("{}: {id} is changed", self.name)),
                Some(_) => None,
            });
        let new = self
            .after
            .iter()
            .filter(|(id, _)| find(&self.before, id).is_none());
        let new = new.map(|(id, _)| format!("{}: {id} is new", self.name));
        let moved = common(&self.before, &self.after).ne(common(&self.after, &self.before));
        let moved = moved.then(|| format!("{}: the order is another", self.name));
        changed.chain(new).chain(moved).collect()
    }
}

fn find<'a>(entries: &[(String, &'a Value)], id: &str) -> Option<&'a Value> {
    let mut entries = entries.iter();
    entries
        .find(|(known, _)| known == id)
        .map(|(_, entry)| *entry)
}

/// The ids of `one` that `other` has too, in the order of `one`.
fn common<'a>(
    one: &'a [(String, &Value)],
    other: &'a [(String, &Value)],
) -> impl Iterator<Item = &'a String> {
    let ids = one.iter().map(|(id, _)| id);
    ids.filter(|id| find(other, id).is_some())
}

/// The entries of a list with their ids. An id that stands several times is numbered.
fn by_id<'a>(pathway: &'a Value, list: &str) -> Vec<(String, &'a Value)> {
    let found = pathway.get(list).and_then(Value::as_array);
    let mut entries: Vec<(String, &Value)> = Vec::new();
    for entry in found.into_iter().flatten() {
        let id = entry.get("id").unwrap_or(entry);
        let id = id.as_str().unwrap_or_default().to_owned();
        let mut numbered = id.clone();
        let mut number = 1;
        while find(&entries, &numbered).is_some() {
            number += 1;
            numbered = format!("{id} ({number})");
        }
        entries.push((numbered, entry));
    }
    entries
}
