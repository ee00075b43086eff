//! Turns a page's stylesheet into one that is right in a shadow root of any width, in a page whose
//! own text size is anything.
//!
//! - Rules for the page itself (`html`, `body`, `:root`) go: they never match, or match the host.
//! - `rem` becomes a length of the widget's own, `--rem`. A host's `html { font-size: 62.5% }`
//!   shrinks every `rem`; and `em` in its place would multiply in every list inside a box, and
//!   turn the round parts of a form control into something else. `--rem` is 16px, and the script
//!   of the element sets it to what the visitor chose as their text size.
//! - A question about the viewport's width becomes one about the widget's own.

use super::sheet::{Entry, Sheet};

/// The widget's own `rem`. `:host` wins against anything that a host page says.
const OWN_REM: &str = "--rem";
const USUAL_TEXT_SIZE: &str = "16px !important";

/// Makes the sheet fit.
pub fn fit(sheet: &Sheet) -> Sheet {
    let mut entries = vec![Entry::Rule {
        head: ":host".to_owned(),
        declarations: vec![(OWN_REM.to_owned(), USUAL_TEXT_SIZE.to_owned())],
    }];
    entries.extend(fitted(&sheet.0));
    Sheet(entries)
}

fn fitted(entries: &[Entry]) -> Vec<Entry> {
    entries.iter().filter_map(fitted_entry).collect()
}

fn fitted_entry(entry: &Entry) -> Option<Entry> {
    match entry {
        Entry::Statement(text) if text.starts_with("@charset") => None,
        Entry::Statement(text) => Some(Entry::Statement(text.clone())),
        Entry::Rule { head, declarations } => {
            let head = without_the_page(head)?;
            let declarations: Vec<_> = declarations
                .iter()
                .map(|(property, value)| (property.clone(), in_own_rem(value)))
                .collect();
            (!declarations.is_empty()).then_some(Entry::Rule { head, declarations })
        }
        Entry::Group { head, entries } => {
            let head = about_the_widget(head)?;
            let entries = fitted(entries);
            (!entries.is_empty()).then_some(Entry::Group { head, entries })
        }
    }
}

/// The selectors that can match inside the widget.
fn without_the_page(head: &str) -> Option<String> {
    let kept: Vec<_> = selectors(head)
        .into_iter()
        .filter(|selector| !names_the_page(selector))
        .collect();
    (!kept.is_empty()).then(|| kept.join(",\n"))
}

/// Whether a selector speaks of the whole page.
pub fn names_the_page(selector: &str) -> bool {
    selector.contains(":root") || holds_word(selector, "html") || holds_word(selector, "body")
}

fn holds_word(selector: &str, word: &str) -> bool {
    selector.match_indices(word).any(|(at, _)| {
        let before = selector.get(..at).and_then(|text| text.chars().next_back());
        let after = selector
            .get(at + word.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(continues_a_name) && !after.is_some_and(is_name)
    })
}

fn continues_a_name(letter: char) -> bool {
    is_name(letter) || matches!(letter, '.' | '#' | '"' | '\'' | '=')
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '_'
}

/// Splits at the commas that are not inside parentheses or brackets.
pub fn selectors(head: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    head.split(|letter: char| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth == 0
    })
    .map(str::trim)
    .collect()
}

/// `@media (min-width: 40em)` asks the viewport; `@container` asks the widget. Rules for Internet
/// Explorer alone go.
fn about_the_widget(head: &str) -> Option<String> {
    if head.contains("screen\\0") {
        return None;
    }
    let asks_only_width = |query: &str| {
        query
            .split(" and ")
            .all(|part| part.starts_with("(min-width:") || part.starts_with("(max-width:"))
    };
    match head.strip_prefix("@media").map(str::trim) {
        Some(query) if asks_only_width(query) => Some(format!("@container {query}")),
        _ => Some(head.to_owned()),
    }
}

fn in_own_rem(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, number, after)) = next_rem(rest) {
        out.push_str(before);
        out.push_str(&own_length(number));
        rest = after;
    }
    out + rest
}

fn own_length(number: &str) -> String {
    match number.parse::<f64>() {
        Ok(0.0) => "0px".to_owned(),
        Ok(1.0) => format!("var({OWN_REM})"),
        _ => format!("calc(var({OWN_REM}) * {number})"),
    }
}

/// The first length in `rem`: the text before it, its number, the text after it. Words that hold
/// the letters, and strings, have none.
pub fn next_rem(value: &str) -> Option<(&str, &str, &str)> {
    let mut quote = None;
    for (at, letter) in value.char_indices() {
        match quote {
            Some(open) if open == letter => quote = None,
            Some(_) => {}
            None if letter == '"' || letter == '\'' => quote = Some(letter),
            None => {
                if let Some(found) = rem_at(value, at) {
                    return Some(found);
                }
            }
        }
    }
    None
}

fn rem_at(value: &str, at: usize) -> Option<(&str, &str, &str)> {
    let after = value.get(at..)?.strip_prefix("rem")?;
    if after.chars().next().is_some_and(is_name) {
        return None;
    }
    let before = value.get(..at)?;
    let digits = before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let number = before.get(digits.len()..)?;
    if number.is_empty()
        || digits
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    let start = digits.strip_suffix(['-', '+']).unwrap_or(digits);
    Some((start, value.get(start.len()..at)?, after))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::parse;
    use super::*;

    fn check(css: &str, wanted: &str) {
        let fitted = fit(&parse(css).unwrap());
        let own = format!(":host {{ {OWN_REM}: {USUAL_TEXT_SIZE} }} ");
        assert_eq!(fitted, parse(&(own + wanted)).unwrap(), "{fitted}");
    }

    #[test]
    fn a_length_never_depends_on_the_host_pages_text_size() {
        check(
            "p { font-size: 1.1875rem !important; margin: -0.125rem 0 1rem }",
            "p { font-size: calc(var(--rem) * 1.1875) !important;
                 margin: calc(var(--rem) * -0.125) 0 var(--rem) }",
        );
        check(
            "p { max-width: calc(100% - 2.75rem + .5rem) }",
            "p { max-width: calc(100% - calc(var(--rem) * 2.75) + calc(var(--rem) * .5)) }",
        );
    }

    #[test]
    fn words_that_only_look_like_a_length_stay() {
        check(
            "p { animation: theorem 1s; content: \"2rem\"; width: 1em }",
            "p { animation: theorem 1s; content: \"2rem\"; width: 1em }",
        );
    }

    #[test]
    fn rules_for_the_page_itself_are_left_out() {
        check(":root { --a: 1 } html { margin: 0 } body { margin: 0 }", "");
        check(
            "body:not(.x) .a, .nhsuk-body, .b-html:is(p, body) { top: 0 }",
            ".nhsuk-body { top: 0 }",
        );
        check("@media print { body { margin: 0 } }", "");
    }

    #[test]
    fn the_widgets_own_width_decides_on_the_layout() {
        check(
            "@media (min-width: 40em) { p { top: 0 } }",
            "@container (min-width: 40em) { p { top: 0 } }",
        );
        check(
            "@media print and (min-width: 40em) { p { top: 0 } }",
            "@media print and (min-width: 40em) { p { top: 0 } }",
        );
        check(
            "@media (hover: none) { p { top: 0 } }",
            "@media (hover: none) { p { top: 0 } }",
        );
    }
}
