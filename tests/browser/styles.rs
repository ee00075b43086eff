//! Tests that the widget's stylesheet loads no files, ignores the text size of the host page, and
//! styles only the widget.

use std::fs;
use webdriver_tests::files::{built, dist};

#[test]
fn the_stylesheet_that_ships_depends_on_no_page_and_fetches_nothing() {
    let css = fs::read_to_string(dist().join(built("widget.css"))).unwrap();
    assert_eq!(findings(&css), [""; 0]);
}

/// Returns every problem in a minified stylesheet, with advice.
fn findings(css: &str) -> Vec<String> {
    let mut findings = Vec::new();
    if css.contains("@import") {
        findings.push("`@import` fetches another file: use Sass's `@use`".to_owned());
    }
    for part in css.split('}') {
        let (heads, declarations) = part.rsplit_once('{').unwrap_or(("", part));
        for head in heads.split('{').map(str::trim) {
            check_head(head, &mut findings);
        }
        for declaration in declarations.split(';').map(str::trim) {
            check_declaration(heads, declaration, &mut findings);
        }
    }
    findings
}

fn check_head(head: &str, findings: &mut Vec<String>) {
    if head.starts_with("@font-face") {
        findings.push("`@font-face` fetches a font: set the font family to sans-serif".to_owned());
    }
    if head.starts_with('@') && holds_rem(head) {
        findings.push(format!("{head:?} is in `rem`: write `em`"));
    }
    if !head.starts_with('@') && names_the_page(head) {
        findings.push(format!("{head:?} styles the whole page: write `:host`"));
    }
}

fn check_declaration(heads: &str, declaration: &str, findings: &mut Vec<String>) {
    if holds_rem(declaration) {
        findings.push(format!(
            "{heads:?} has {declaration:?} in `rem`, the text size of the host page"
        ));
    }
    if names_a_font(declaration) {
        findings.push(format!(
            "{heads:?} names a font in {declaration:?}: a host page can give it files of its own"
        ));
    }
    if fetches(declaration) {
        findings.push(format!(
            "{heads:?} fetches in {declaration:?}: draw it inline"
        ));
    }
}

/// Returns true if the text of a style rule contains a number with the unit `rem`.
fn holds_rem(text: &str) -> bool {
    text.match_indices("rem").any(|(at, _)| {
        let after = text.get(at + 3..).and_then(|text| text.chars().next());
        let before = text.get(..at).unwrap_or_default();
        before.ends_with(|sign: char| sign.is_ascii_digit()) && !after.is_some_and(is_name)
    })
}

/// Returns true if a CSS selector matches the page itself, such as `html`.
fn names_the_page(selector: &str) -> bool {
    let mut words = selector.split(|sign: char| !is_name(sign) && !".#:\"'=".contains(sign));
    words.any(|word| {
        let element = word.split(['.', '#', ':']).next().unwrap_or_default();
        word.contains(":root") || element == "html" || element == "body"
    })
}

fn is_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-' || sign == '_'
}

/// Returns true if a declaration of a style names a font that is not a generic family.
fn names_a_font(declaration: &str) -> bool {
    let (property, value) = declaration.split_once(':').unwrap_or_default();
    let is_font = ["font", "font-family"].contains(&property.trim());
    is_font && (value.contains([',', '"', '\'']) || value.to_ascii_lowercase().contains("arial"))
}

/// Returns true if a declaration of a style loads a file. An address within the same stylesheet
/// loads none.
fn fetches(declaration: &str) -> bool {
    let text = declaration.to_ascii_lowercase();
    text.contains("image-set(")
        || text.split("url(").skip(1).any(|address| {
            let address = address.trim_start_matches(['"', '\'', ' ']);
            !address.starts_with("data:") && !address.starts_with('#')
        })
}

fn check(css: &str, wanted: &[&str]) {
    let found = findings(css);
    assert_eq!(found.len(), wanted.len(), "{css}: {found:?}");
    for (finding, word) in found.iter().zip(wanted) {
        assert!(finding.contains(word), "{finding}");
    }
}

#[test]
fn a_lawful_sheet_has_no_findings() {
    check(
        ":host{--rem:16px}.nhsuk-body{top:1em}a{background:url(data:image/svg)}",
        &[],
    );
}

#[test]
fn no_length_follows_the_host_page() {
    check("p{margin:0 1rem}", &["rem"]);
    check("@media print{p{margin:-.5rem}}", &["rem"]);
    check("@container (min-width:40rem){p{top:0}}", &["em"]);
}

#[test]
fn no_stylesheet_asks_for_another_file() {
    check(
        "@font-face{src:url(https://a.example/b.woff2)}",
        &["font", "fetches"],
    );
    check("p{background:url(\"//a.example/b.png\")}", &["fetches"]);
    check("p{background:url(b.png)}", &["fetches"]);
    check("@import\"a.css\";", &["@use"]);
}

#[test]
fn no_font_has_a_name() {
    check("p{font-family:arial}", &["names a font"]);
    check("p{font:1em/1.5 \"A b\"}", &["names a font"]);
    check("p{font-family:arial,sans-serif}", &["names a font"]);
    check("p{font:1em/1.5 sans-serif;font-weight:700}", &[]);
}

#[test]
fn no_rule_styles_the_page() {
    check("html{top:0}", &[":host"]);
    check("@media print{a,body>p{top:0}}", &[":host"]);
    check("body:not(.x){top:0}:root{--a:1}", &[":host", ":host"]);
}
