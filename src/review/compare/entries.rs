//! Lists the entries and texts of a pathway that were added, removed, changed or moved in a new
//! version.

use crate::report::{Line, Section};
use pathway::{
    check::LoadedEdition,
    document::{Document, Scenario},
    id::ContactId,
};
use std::fmt::{Debug, Display};

/// The entries of a list, in order. Each entry has a unique id and its content as text.
type Entries = Vec<(String, String)>;

/// Writes one line for each entry or text that differs. Returns `None` if nothing differs.
pub(super) fn entries(old: &LoadedEdition, new: &LoadedEdition) -> Option<Section> {
    let (old_document, new_document) = (old.pathway().document(), new.pathway().document());
    let mut lines = lists(old_document, new_document);
    add_numbers(&mut lines, old_document, new_document);
    lines.extend(objects(old_document, new_document));
    lines.extend(differences("words", &texts(old), &texts(new)));
    if lines.is_empty() {
        return None;
    }
    let lines = lines.into_iter().map(|line| Line::new(2, line)).collect();
    Some(Section::new("Entries that are not the same", lines))
}

/// Compares each list of the pathway whose entries have ids.
fn lists(old: &Document, new: &Document) -> Vec<String> {
    macro_rules! differences {
        ($($list:ident),*) => {
            [$(differences(
                stringify!($list),
                &by_id(&old.$list, |entry| &entry.id),
                &by_id(&new.$list, |entry| &entry.id),
            )),*]
        };
    }
    let differences = differences![
        laws, sources, conflicts, limits, questions, notes, conditions, rules, outcomes, order,
        blocks, contacts
    ];
    let mut lines = differences.concat();
    lines.extend(scenarios(old, new));
    lines
}

/// The number of changed scenarios that have a line each.
const SCENARIOS: usize = 10;

/// Compares the scenarios. A new area or age changes most of them, and they then share a line.
fn scenarios(old: &Document, new: &Document) -> Vec<String> {
    let id = |scenario: &Scenario| scenario.id.to_string();
    let (before, after) = (
        by_id(&old.scenarios, |scenario| &scenario.id),
        by_id(&new.scenarios, |scenario| &scenario.id),
    );
    let lines = differences("scenarios", &before, &after);
    let changed: Vec<String> = new
        .scenarios
        .iter()
        .map(id)
        .filter(|id| lines.contains(&format!("scenarios: {id} is changed")))
        .collect();
    if changed.len() <= SCENARIOS {
        return lines;
    }
    let others = lines.into_iter();
    let others = others.filter(|line| !line.ends_with(" is changed"));
    let together = format!(
        "scenarios: {} are changed: {}",
        changed.len(),
        changed.join(", ")
    );
    [together].into_iter().chain(others).collect()
}

/// Adds the number before and after to the line of each contact whose number is another.
fn add_numbers(lines: &mut [String], old: &Document, new: &Document) {
    let ids = old.contacts.iter().chain(&new.contacts);
    for id in ids.map(|contact| &contact.id) {
        let (before, after) = (numbers(old, id), numbers(new, id));
        let start = format!("contacts: {id} is ");
        let mut lines = lines.iter_mut();
        let line = lines.find(|line| {
            line.strip_prefix(&start)
                .is_some_and(|end| !end.contains(' '))
        });
        if let Some(line) = line.filter(|_| before != after) {
            line.push_str(&format!(", from {before} to {after}"));
        }
    }
}

/// Returns the numbers of a contact, as people read them.
fn numbers(document: &Document, id: &ContactId) -> String {
    let contact = document.contacts.iter().find(|contact| contact.id == *id);
    let Some(contact) = contact else {
        return "no contact".to_owned();
    };
    let text = contact.text.as_ref().map(|number| format!("text {number}"));
    let numbers: Vec<String> = contact.phone.iter().cloned().chain(text).collect();
    if numbers.is_empty() {
        return "no number".to_owned();
    }
    numbers.join(", ")
}

fn objects(old: &Document, new: &Document) -> Vec<String> {
    macro_rules! changed {
        ($($object:ident),*) => {
            [$((stringify!($object), text(&old.$object) != text(&new.$object))),*]
        };
    }
    let objects = changed![wordings, last_resort, local, crisis, exit].into_iter();
    let changed = objects.filter(|(_, changed)| *changed);
    changed
        .map(|(object, _)| format!("{object} is changed"))
        .collect()
}

/// Writes the content of an entry as text. Two entries are equal exactly when their texts are
/// equal.
fn text(entry: &impl Debug) -> String {
    format!("{entry:?}")
}

/// Lists the texts of a pathway by their paths. The wordings of one text have the same path, so
/// they become one entry.
fn texts(edition: &LoadedEdition) -> Entries {
    let mut texts = Entries::new();
    edition.words().each_text(&mut |path, text| match texts
        .iter_mut()
        .find(|(known, _)| known == path)
    {
        Some((_, all)) => all.extend(["\n", text]),
        None => texts.push((path.to_owned(), text.to_owned())),
    });
    texts
}

/// Writes one line for each difference between the old and the new entries of a list. The argument
/// `name` is the key of the list.
fn differences(name: &str, before: &Entries, after: &Entries) -> Vec<String> {
    let changed = before
        .iter()
        .filter_map(|(id, entry)| match find(after, id) {
            None => Some(format!("{name}: {id} is gone")),
            Some(other) if other != entry => Some(format!("{name}: {id} is changed")),
            Some(_) => None,
        });
    let new = after.iter().filter(|(id, _)| find(before, id).is_none());
    let new = new.map(|(id, _)| format!("{name}: {id} is new"));
    let moved = common_ids(before, after).ne(common_ids(after, before));
    let moved = moved.then(|| format!("{name}: the order is another"));
    changed.chain(new).chain(moved).collect()
}

fn find<'a>(entries: &'a Entries, id: &str) -> Option<&'a str> {
    let entry = entries.iter().find(|(known, _)| known == id);
    entry.map(|(_, entry)| entry.as_str())
}

/// Returns the ids that are in both lists of entries, in the order of the list `one`.
fn common_ids<'a>(one: &'a Entries, other: &'a Entries) -> impl Iterator<Item = &'a String> {
    let ids = one.iter().map(|(id, _)| id);
    ids.filter(|id| find(other, id).is_some())
}

/// Makes the entries of a list. If several of them have the same id, the second and each later one
/// get a number.
fn by_id<T: Debug, I: Display>(list: &[T], id: impl Fn(&T) -> &I) -> Entries {
    let mut entries = Entries::new();
    for entry in list {
        let id = id(entry).to_string();
        let mut numbered = id.clone();
        let mut number = 1;
        while find(&entries, &numbered).is_some() {
            number += 1;
            numbered = format!("{id} ({number})");
        }
        entries.push((numbered, text(entry)));
    }
    entries
}
