//! Turns a stylesheet into the list of promises it would break: nothing fetched, nothing that
//! follows the host page's text size, nothing said about the page.

use super::fit::{names_the_page, next_rem};
use super::sheet::{Entry, Sheet};

/// Every broken law, each with its place and what to do.
pub fn broken(sheet: &Sheet) -> Vec<String> {
    let mut findings = Vec::new();
    collect(&sheet.0, &mut findings);
    findings
}

fn collect(entries: &[Entry], findings: &mut Vec<String>) {
    for entry in entries {
        match entry {
            Entry::Statement(text) => {
                if text.starts_with("@import") {
                    findings.push(format!("{text:?} fetches another file: use Sass's `@use`"));
                }
            }
            Entry::Rule { head, declarations } => {
                check_head(head, findings);
                for (property, value) in declarations {
                    check_value(head, property, value, findings);
                }
            }
            Entry::Group { head, entries } => {
                check_group(head, findings);
                collect(entries, findings);
            }
        }
    }
}

fn check_head(head: &str, findings: &mut Vec<String>) {
    if head.starts_with("@font-face") {
        findings.push("`@font-face` fetches a font: set the font family to arial".to_owned());
    }
    if names_the_page(head) {
        findings.push(format!("{head:?} speaks of the whole page: write `:host`"));
    }
}

fn check_value(head: &str, property: &str, value: &str, findings: &mut Vec<String>) {
    if next_rem(value).is_some() {
        findings.push(format!(
            "{head:?} has {property} in `rem`, the host page's size"
        ));
    }
    if fetches(value) {
        findings.push(format!("{head:?} fetches in {property}: draw it inline"));
    }
}

fn check_group(head: &str, findings: &mut Vec<String>) {
    if next_rem(head).is_some() {
        findings.push(format!("{head:?} is in `rem`: write `em`"));
    }
}

/// Only what is inside the stylesheet itself needs no request.
fn fetches(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    value.contains("image-set(")
        || value.split("url(").skip(1).any(|address| {
            let address = address.trim_start_matches(['"', '\'', ' ']);
            !address.starts_with("data:") && !address.starts_with('#')
        })
}

#[cfg(test)]
mod tests {
    use super::super::sheet::parse;
    use super::*;

    fn check(css: &str, wanted: &[&str]) {
        let found = broken(&parse(css).unwrap());
        assert_eq!(found.len(), wanted.len(), "{css}: {found:?}");
        for (finding, word) in found.iter().zip(wanted) {
            assert!(finding.contains(word), "{finding}");
        }
    }

    #[test]
    fn a_lawful_sheet_has_no_findings() {
        check(
            ":host { --rem: 16px } .nhsuk-body { top: 1em } a { background: url(data:image/svg) }",
            &[],
        );
    }

    #[test]
    fn no_length_follows_the_host_page() {
        check("p { margin: 0 1rem }", &["rem"]);
        check("@media print { p { margin: -.5rem } }", &["rem"]);
        check("@container (min-width: 40rem) { p { top: 0 } }", &["em"]);
    }

    #[test]
    fn no_stylesheet_asks_for_another_file() {
        check(
            "@font-face { src: url(https://a.example/b.woff2) }",
            &["font", "fetches"],
        );
        check("p { background: url(\"//a.example/b.png\") }", &["fetches"]);
        check("p { background: url(b.png) }", &["fetches"]);
        check("@import \"a.css\";", &["@use"]);
    }

    #[test]
    fn no_rule_speaks_of_the_page() {
        check("html { top: 0 }", &[":host"]);
        check("@media print { a, body > p { top: 0 } }", &[":host"]);
    }
}
