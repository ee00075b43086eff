//! Tests the documents: every link leads to a page, every command exists, and the safety documents
//! list the unfinished work.

use crate::{
    files::{text, top},
    markdown::{Page, page},
    sources::files,
};
use serde_json::Value;
use std::collections::BTreeSet;

const README: &str = "README.md";
const SAFETY: &str = "docs/safety/";
/// The sentences that every safety document shows while the pathway is a draft.
const NOT_DONE: [&str; 3] = [
    "No clinician has signed this",
    "Nobody has called the phone numbers",
    "No parent has tried it in user research",
];

/// Reads the README, the floor plan in `src/README.md`, and every page in `docs/`.
fn pages() -> Vec<Page> {
    let mut paths = vec![README.to_string(), "src/README.md".to_string()];
    paths.extend(files("docs", &[".md"]));
    paths.iter().map(|path| page(path)).collect()
}

/// Returns the page and the heading to which a link in the page `from` leads. The page is a path
/// from the top folder of the project. Returns `None` for a link to a web site.
fn target(from: &str, to: &str) -> Option<(String, Option<String>)> {
    if to.contains(':') {
        return None;
    }
    let (path, anchor) = match to.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_string())),
        None => (to, None),
    };
    let mut parts: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        parts.pop();
    }
    for part in path.split('/').filter(|part| !part.is_empty()) {
        match part {
            "." => {}
            ".." => drop(parts.pop().unwrap_or_else(|| panic!("{from}: {to}"))),
            part => parts.push(part),
        }
    }
    Some((parts.join("/"), anchor))
}

/// Returns the anchor that a Git host gives to a heading of a page.
fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_'))
        .map(|sign| if sign == ' ' { '-' } else { sign })
        .collect()
}

#[test]
fn every_link_between_pages_leads_to_a_page_and_a_heading() {
    let mut followed = 0;
    for from in pages() {
        for link in &from.links {
            let Some((path, heading)) = target(&from.path, &link.to) else {
                continue;
            };
            followed += 1;
            let (from, to) = (&from.path, &link.to);
            assert!(top().join(&path).exists(), "{from}: {to} does not exist");
            if let Some(heading) = heading {
                let found = page(&path)
                    .headings
                    .iter()
                    .any(|name| anchor(name) == heading);
                assert!(found, "{from}: {to}: the page has no such heading");
            }
        }
    }
    assert!(followed > 100, "only {followed} links");
}

#[test]
fn every_document_can_be_reached_from_the_readme() {
    let mut reached = BTreeSet::from([README.to_string()]);
    let mut waiting = vec![README.to_string()];
    while let Some(path) = waiting.pop() {
        for link in page(&path).links {
            let next = target(&path, &link.to).map(|(path, _)| path);
            let next = next.filter(|path| path.ends_with(".md"));
            if let Some(next) = next.filter(|path| reached.insert(path.clone())) {
                waiting.push(next);
            }
        }
    }
    for page in pages() {
        assert!(
            reached.contains(&page.path),
            "no link leads to {}",
            page.path
        );
    }
}

/// Returns the subcommands of a program. `clap` derives them from the variants of the enum `name`
/// in the file at `path`.
fn subcommands(path: &str, name: &str) -> BTreeSet<String> {
    let text = text(path);
    let (_, body) = text.split_once(&format!("enum {name} {{")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let variants = body.lines().filter_map(|line| line.strip_prefix("    "));
    variants
        .filter(|line| line.starts_with(|sign: char| sign.is_ascii_uppercase()))
        .map(|line| {
            let name = line.split(|sign: char| !sign.is_alphanumeric()).next();
            let parts = name.unwrap().split_inclusive(char::is_lowercase);
            let parts: String = parts
                .map(|part| match part.strip_suffix(char::is_lowercase) {
                    Some("") | None => part.to_owned(),
                    Some(_) => format!("-{}", part.to_lowercase()),
                })
                .collect();
            parts.trim_start_matches('-').to_owned()
        })
        .collect()
}

#[test]
fn every_command_in_the_documents_exists() {
    let tool = subcommands("src/cli/main.rs", "Command");
    let xtask = subcommands("src/xtask/main.rs", "Task");
    let cargo = ["test", "fmt", "clippy"].map(str::to_string);
    let cargo = BTreeSet::from(cargo);
    let mut seen = 0;
    for page in pages() {
        for line in page.code.iter().filter(|line| line.starts_with("cargo ")) {
            seen += 1;
            let words: Vec<&str> = line.split_whitespace().skip(1).collect();
            let (known, name) = match words.as_slice() {
                // Some sentences in the documents name xtask without a subcommand.
                ["xtask"] => continue,
                ["xtask", name, ..] => (&xtask, name),
                ["run", "-q", "--bin", "pathway", "--", name, ..] => (&tool, name),
                [name, ..] => (&cargo, name),
                [] => panic!("{}: {line}", page.path),
            };
            assert!(
                known.contains(*name),
                "{}: {line}: the commands are {known:?}",
                page.path
            );
        }
    }
    assert!(seen > 20, "only {seen} commands");
}

#[test]
fn every_page_of_the_safety_pack_says_which_work_is_not_done() {
    let pathway: Value = serde_json::from_str(&text("www/pathways/ppimhs/pathway.json")).unwrap();
    let paths = files(SAFETY.trim_end_matches('/'), &[".md"]);
    assert!(paths.len() > 8, "{paths:?}");
    for path in paths {
        let text = text(&path).replace("\n> ", " ");
        for sentence in NOT_DONE {
            assert_eq!(
                text.contains(sentence),
                pathway["status"] == "draft",
                "{path}: “{sentence}”"
            );
        }
    }
}
