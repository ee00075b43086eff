//! Reads the elements of an HTML page, and loads the built-in pathway.

use pathway::check::{self, LoadedEdition};
use std::path::Path;

fn read(path: &str) -> Vec<u8> {
    std::fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(path),
    )
    .unwrap()
}

/// Returns the built-in pathway with its words.
pub fn built_in() -> LoadedEdition {
    let pathway = read("www/pathways/ppimhs/pathway.json");
    let words = read("www/pathways/ppimhs/words/en-GB.json");
    check::load(&pathway, &words, None).unwrap()
}

/// Returns the values of an HTML attribute, in the order of the page.
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let parts = html.split(start.as_str()).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

/// Returns the part of an HTML page from the text `start` to the text `end`.
pub fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html.split_once(start).unwrap_or(("", ""));
    rest.split(end).next().unwrap_or_default()
}

/// Returns the text of a part of an HTML page on one line.
pub fn text(html: &str) -> String {
    let parts = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text: String = parts.collect();
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
