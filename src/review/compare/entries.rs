//! Two pathways → which of their entries and texts were added, taken out, changed or moved.

use crate::report::{Line, Section};
use pathway::{check::LoadedEdition, document::Document};
use std::fmt::{Debug, Display};

/// A line for each entry and text that is not the same in both; nothing, if all are.
pub(super) fn entries(old: &LoadedEdition, new: &LoadedEdition) -> Option<Section> {
    let documents = (old.pathway().document(), new.pathway().document());
    let mut lines = lists(documents.0, documents.1);
    lines.extend(objects(documents.0, documents.1));
    lines.extend(List::new("words", texts(old), texts(new)).lines());
    if lines.is_empty() {
        return None;
    }
    let lines = lines.into_iter().map(|line| Line::new(2, line)).collect();
    Some(Section::new("Entries that are not the same", lines))
}

/// The lists of a pathway whose entries have ids.
fn lists(old: &Document, new: &Document) -> Vec<String> {
    macro_rules! lists {
        ($($list:ident),*) => {
            [$(List::new(
                stringify!($list),
                by_id(&old.$list, |entry| &entry.id),
                by_id(&new.$list, |entry| &entry.id),
            )),*]
        };
    }
    let lists = lists![
        laws, sources, conflicts, limits, questions, notes, conditions, rules, outcomes, order,
        blocks, contacts, scenarios
    ];
    lists.iter().flat_map(List::lines).collect()
}

fn objects(old: &Document, new: &Document) -> Vec<String> {
    macro_rules! changed {
        ($($object:ident),*) => {
            [$((stringify!($object), written(&old.$object) != written(&new.$object))),*]
        };
    }
    let objects = changed![wordings, last_resort, local, crisis, exit].into_iter();
    objects
        .filter(|(_, changed)| *changed)
        .map(|(object, _)| format!("{object} is changed"))
        .collect()
}

/// An entry as it can be compared: two are the same exactly when they are written the same.
fn written(entry: &impl Debug) -> String {
    format!("{entry:?}")
}

/// The texts of a pathway by their place; those of one place together.
fn texts(edition: &LoadedEdition) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    edition.words().each_text(&mut |place, text| match texts
        .iter_mut()
        .find(|(known, _)| known == place)
    {
        Some((_, all)) => all.extend(["\n", text]),
        None => texts.push((place.to_owned(), text.to_owned())),
    });
    texts
}

/// One list of both pathways: each entry with its id.
struct List {
    name: &'static str,
    before: Vec<(String, String)>,
    after: Vec<(String, String)>,
}

impl List {
    fn new(
        name: &'static str,
        before: Vec<(String, String)>,
        after: Vec<(String, String)>,
    ) -> Self {
        Self {
            name,
            before,
            after,
        }
    }

    fn lines(&self) -> Vec<String> {
        let changed = self
            .before
            .iter()
            .filter_map(|(id, entry)| match find(&self.after, id) {
                None => Some(format!("{}: {id} is gone", self.name)),
                Some(other) if other != entry => Some(format!("{}: {id} is changed", self.name)),
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

fn find<'a>(entries: &'a [(String, String)], id: &str) -> Option<&'a str> {
    let mut entries = entries.iter();
    entries
        .find(|(known, _)| known == id)
        .map(|(_, entry)| entry.as_str())
}

/// The ids of `one` that `other` has too, in the order of `one`.
fn common<'a>(
    one: &'a [(String, String)],
    other: &'a [(String, String)],
) -> impl Iterator<Item = &'a String> {
    let ids = one.iter().map(|(id, _)| id);
    ids.filter(|id| find(other, id).is_some())
}

/// The entries of a list with their ids. An id that stands several times is numbered.
fn by_id<T: Debug, I: Display>(list: &[T], id: impl Fn(&T) -> &I) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for entry in list {
        let id = id(entry).to_string();
        let mut numbered = id.clone();
        let mut number = 1;
        while find(&entries, &numbered).is_some() {
            number += 1;
            numbered = format!("{id} ({number})");
        }
        entries.push((numbered, written(entry)));
    }
    entries
}
