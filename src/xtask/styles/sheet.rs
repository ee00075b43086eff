//! Turns the text of a stylesheet into its rules, and rules back into text.
//!
//! It reads what a Sass compiler or a minifier writes: valid CSS without nested style rules. It
//! does not look inside selectors or values; a value is text.

use std::fmt;

use anyhow::{Result, bail};

/// One entry of a stylesheet, in the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// `@charset "UTF-8";`
    Statement(String),
    /// `selector, selector { declarations }`, also `@font-face` and the steps of `@keyframes`.
    Rule {
        /// What stands before the brace.
        head: String,
        /// `(property, value)`, in order.
        declarations: Vec<(String, String)>,
    },
    /// `@media … { entries }`
    Group {
        /// What stands before the brace.
        head: String,
        /// What the group holds.
        entries: Vec<Entry>,
    },
}

/// A whole stylesheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet(pub Vec<Entry>);

/// Reads a stylesheet.
///
/// # Errors
/// When a brace, string or comment is left open, or one is closed that was never opened.
pub fn parse(css: &str) -> Result<Sheet> {
    let mut rest = css;
    let entries = entries(&mut rest)?;
    if !rest.is_empty() {
        bail!("the stylesheet closes a brace that it never opened");
    }
    Ok(Sheet(entries))
}

fn entries(rest: &mut &str) -> Result<Vec<Entry>> {
    let mut found = Vec::new();
    loop {
        let (text, end) = chunk(rest)?;
        match end {
            Some('{') if holds_entries(&text) => {
                let entries = entries(rest)?;
                close(rest)?;
                found.push(Entry::Group {
                    head: text,
                    entries,
                });
            }
            Some('{') => {
                let declarations = declarations(rest)?;
                close(rest)?;
                let head = text;
                found.push(Entry::Rule { head, declarations });
            }
            Some(';') if !text.is_empty() => found.push(Entry::Statement(text)),
            Some(';') => {}
            _ if text.is_empty() => return Ok(found),
            _ => bail!("the stylesheet ends inside {text:?}"),
        }
    }
}

fn declarations(rest: &mut &str) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    loop {
        let (text, end) = chunk(rest)?;
        if end == Some('{') {
            bail!("the stylesheet nests a rule at {text:?}");
        }
        if let Some((property, value)) = text.split_once(':') {
            found.push((property.trim().to_owned(), value.trim().to_owned()));
        }
        if end != Some(';') {
            return Ok(found);
        }
    }
}

fn close(rest: &mut &str) -> Result<()> {
    let Some(after) = rest.strip_prefix('}') else {
        bail!("the stylesheet leaves a brace open");
    };
    *rest = after;
    Ok(())
}

fn holds_entries(head: &str) -> bool {
    [
        "@media",
        "@supports",
        "@container",
        "@layer",
        "@keyframes",
        "@-webkit-keyframes",
    ]
    .iter()
    .any(|word| head.starts_with(word))
}

/// Takes text up to the next `{` or `;`, which it also takes, or up to `}` or the end, which it
/// leaves. Comments are left out; braces in strings and parentheses do not count.
fn chunk(rest: &mut &str) -> Result<(String, Option<char>)> {
    let mut text = String::new();
    let mut depth = 0_usize;
    while let Some(next) = rest.chars().next() {
        if rest.starts_with("/*") {
            skip_comment(rest)?;
            continue;
        }
        match next {
            '"' | '\'' => {
                text.push_str(take_string(rest, next)?);
                continue;
            }
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '}' if depth == 0 => return Ok((text.trim().to_owned(), None)),
            '{' | ';' if depth == 0 => {
                *rest = rest.get(1..).unwrap_or_default();
                return Ok((text.trim().to_owned(), Some(next)));
            }
            _ => {}
        }
        text.push(next);
        *rest = rest.get(next.len_utf8()..).unwrap_or_default();
    }
    Ok((text.trim().to_owned(), None))
}

fn skip_comment(rest: &mut &str) -> Result<()> {
    let Some((_, after)) = rest.split_once("*/") else {
        bail!("the stylesheet leaves a comment open");
    };
    *rest = after;
    Ok(())
}

fn take_string<'css>(rest: &mut &'css str, quote: char) -> Result<&'css str> {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        if !escaped && letter == quote {
            let (string, after) = rest.split_at(at + quote.len_utf8());
            *rest = after;
            return Ok(string);
        }
        escaped = !escaped && letter == '\\';
    }
    bail!("the stylesheet leaves a string open")
}

impl fmt::Display for Sheet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|entry| entry.fmt(out))
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Statement(text) => writeln!(out, "{text};"),
            Self::Rule { head, declarations } => {
                writeln!(out, "{head} {{")?;
                for (property, value) in declarations {
                    writeln!(out, "  {property}: {value};")?;
                }
                writeln!(out, "}}")
            }
            Self::Group { head, entries } => {
                writeln!(out, "{head} {{")?;
                entries.iter().try_for_each(|entry| entry.fmt(out))?;
                writeln!(out, "}}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(css: &str) -> Result<String> {
        Ok(parse(css)?.to_string())
    }

    #[test]
    fn a_sheet_is_written_as_it_was_read() -> Result<()> {
        let css = "@charset \"UTF-8\";\na,\nb {\n  color: red;\n}\n@media print {\np {\n  margin: 0;\n}\n}\n";
        assert_eq!(round(css)?, css);
        Ok(())
    }

    #[test]
    fn minified_css_holds_the_same_rules() -> Result<()> {
        let long = parse("a { color: red; margin: 0 } @media print { p { margin: 0 } }")?;
        assert_eq!(
            parse("a{color:red;margin:0}@media print{p{margin:0}}")?,
            long
        );
        Ok(())
    }

    #[test]
    fn braces_in_strings_addresses_and_comments_are_text() -> Result<()> {
        let css = "a { content: \"}\\\"\"; background: url(data:x;y{z) } /* } */ b { top: 0 }";
        assert_eq!(parse(css)?.0.len(), 2);
        Ok(())
    }

    #[test]
    fn a_cut_sheet_is_refused() {
        for cut in [
            "a {",
            "a",
            "a { content: \"",
            "/* ",
            "a { } }",
            "@media print { a { }",
        ] {
            assert!(parse(cut).is_err(), "{cut}");
        }
    }
}
