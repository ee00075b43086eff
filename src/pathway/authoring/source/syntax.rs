//! Describes an error of JSON in plain words: the cause, from the character at the position of the
//! error, and the remedy.

use super::{described, is_hidden, printable};
use alloc::{
    borrow::ToOwned,
    format,
    string::{String, ToString},
};
use serde_json::error::{Category, Error};

/// Quotation marks that JSON does not accept, because they look like a double quote.
const DOUBLE: [char; 9] = ['“', '”', '„', '‟', '«', '»', '″', '＂', '〝'];
/// Quotation marks that JSON does not accept, because they look like a single quote.
const SINGLE: [char; 8] = ['\'', '‘', '’', '‚', '‛', '′', '`', '´'];

/// The advice if no cause is known.
const UNKNOWN: &str = "mend the JSON here or just before";
const INNER_QUOTE: &str =
    "a quote inside a text has ended the text before this: write \\\" for a quote inside a text";
const NUMBER: &str =
    "a number has digits alone and does not start with 0: put a telephone number in double quotes";

/// Describes an error, and returns the offset of its cause in the text.
pub fn describe(text: &str, error: &Error) -> (usize, String) {
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(message, _)| message);
    let at = offset(text, error);
    match error.classify() {
        Category::Syntax | Category::Eof => syntax(text, at, error.column(), message),
        Category::Data | Category::Io => (at, data(text, at, message)),
    }
}

/// Returns the offset of the character at the position of an error.
fn offset(text: &str, error: &Error) -> usize {
    let lines = text.split_inclusive('\n');
    let start: usize = lines
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    text.floor_char_boundary(start + error.column().saturating_sub(1))
}

fn after(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

fn before(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

fn syntax(text: &str, at: usize, column: usize, message: &str) -> (usize, String) {
    let cause = match message {
        "EOF while parsing a string" => "the closing quote of a text is missing: write it".to_owned(),
        "trailing comma" => {
            "a comma stands before a closing bracket: take the comma out".to_owned()
        }
        "invalid number" | "number out of range" => {
            let digits = |sign: char| sign.is_ascii_digit() || ".eE+-".contains(sign);
            let start = before(text, at).trim_end_matches(digits).len();
            return (start, NUMBER.to_owned());
        }
        "invalid escape" => {
            "a backslash stands before a character that needs none: write \\\\ for a backslash, or take it out".to_owned()
        }
        _ if message.starts_with("EOF ") => {
            "the file ends too early: restore what is cut off, or write the closing brackets"
                .to_owned()
        }
        _ if message.starts_with("control character") => return control(text, at, column),
        _ => character(text, at, message),
    };
    (at, cause)
}

/// Describes a control character inside a text, which is a line end or a tab.
fn control(text: &str, at: usize, column: usize) -> (usize, String) {
    // The parser reports a line end on the next line, and the end of a skipped text one earlier.
    let from = if column == 0 {
        at.saturating_sub(1)
    } else {
        at
    };
    let found = after(text, from).find(char::is_control);
    let at = found.map_or(at, |found| from + found);
    let sign = after(text, at).chars().next().unwrap_or('\n');
    if sign == '\t' {
        return (at, "a tab stands inside a text: write a space".to_owned());
    }
    if !matches!(sign, '\n' | '\r') {
        let sign = described(sign);
        return (at, format!("a text has the sign {sign}: take it out"));
    }
    let line = before(text, at).rfind('\n').map_or(0, |end| end + 1);
    let start = line + open_quote(text.get(line..at).unwrap_or_default());
    let said = text.get(start..at).unwrap_or_default();
    if let Some(curly) = said.rfind(DOUBLE) {
        return (start + curly, curly_quote(after(text, start + curly)));
    }
    (start, "the closing quote of this text is missing on its line: write it, and write a text on one line".to_owned())
}

/// Returns the offset of the last quote in a line that opens a text.
fn open_quote(line: &str) -> usize {
    let (mut open, mut is_open, mut is_escaped) = (0, false, false);
    for (index, sign) in line.char_indices() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = is_open,
            '"' => {
                is_open = !is_open;
                open = index;
            }
            _ => {}
        }
    }
    open
}

fn curly_quote(text: &str) -> String {
    let sign = text.chars().next().unwrap_or('“');
    format!("{sign} is not the quote of JSON: write the straight double quote \"")
}

/// Describes the character at which the parser stopped.
fn character(text: &str, at: usize, message: &str) -> String {
    let rest = after(text, at);
    let Some(sign) = rest.chars().next() else {
        return format!("{message}: {UNKNOWN}");
    };
    let last = before(text, at).trim_end().chars().next_back();
    let wants_end = message.starts_with("expected `,`") || message == "trailing characters";
    let is_word = sign.is_alphanumeric() || sign == '_';
    match sign {
        _ if DOUBLE.contains(&sign) => curly_quote(rest),
        _ if SINGLE.contains(&sign) => {
            format!("{sign} is not the quote of JSON: write the double quote \"")
        }
        _ if ["//", "/*", "#", "<!--"].iter().any(|mark| rest.starts_with(mark)) => {
            "a comment stands here, and JSON has none: take it out".to_owned()
        }
        _ if is_hidden(sign) => format!("the sign {} stands here: take it out", described(sign)),
        _ if sign.is_whitespace() => {
            let sign = described(sign);
            format!("the sign {sign} stands here: put an ordinary space in its place")
        }
        ',' => "nothing stands before this comma: take the comma out, or write what is missing".to_owned(),
        ';' => "a semicolon stands here: write a comma".to_owned(),
        '=' if message == "expected `:`" => "= stands here: write a colon".to_owned(),
        '+' => NUMBER.to_owned(),
        '"' | '{' | '[' if message.starts_with("expected `,`") => {
            "a comma is missing before this: write it".to_owned()
        }
        '"' | '{' | '[' if message == "expected `:`" => {
            "a colon is missing before this: write it".to_owned()
        }
        '}' | ']' if message == "expected value" => {
            "nothing stands before this closing bracket: write what is missing".to_owned()
        }
        '}' | ']' if message.starts_with("expected `,`") => {
            "this closing bracket does not belong to the last opening one: correct one of the two".to_owned()
        }
        _ if message == "trailing characters" => {
            "the file goes on after its last closing bracket: take out what follows, or a bracket before it".to_owned()
        }
        _ if message == "expected `:`" && is_word => INNER_QUOTE.to_owned(),
        _ if wants_end && is_word && last == Some('"') => INNER_QUOTE.to_owned(),
        _ if wants_end && last.is_some_and(|last| last.is_ascii_digit()) => NUMBER.to_owned(),
        _ if message == "key must be a string" && is_word => {
            "a name stands here without quotes: put it in double quotes".to_owned()
        }
        _ if matches!(message, "expected value" | "expected ident") && is_word => {
            "a text stands here without quotes: put it in double quotes (without them stand only numbers, true, false and null)".to_owned()
        }
        _ => format!("{message}: {UNKNOWN}"),
    }
}

/// Describes a value that is valid JSON and does not belong in this file.
fn data(text: &str, at: usize, message: &str) -> String {
    let next = after(text, at + 1).trim_start().chars().next();
    if message.starts_with("unknown field") && next != Some(':') {
        return INNER_QUOTE.to_owned();
    }
    if let Some(name) = message.strip_prefix("duplicate field ") {
        let name = printable(name.trim_matches('`'));
        return format!("\"{name}\" stands here twice: keep one");
    }
    let mut message = message.to_owned();
    if let Some((start, kind)) = message.split_once("expected struct ") {
        let rest = kind.trim_start_matches(|sign: char| sign.is_alphanumeric());
        message = format!("{start}expected an object in {{ }}{rest}");
    }
    for (theirs, ours) in [
        ("invalid type: map", "invalid type: an object in { }"),
        ("invalid type: sequence", "invalid type: a list in [ ]"),
        ("expected a map", "expected an object in { }"),
        ("expected a sequence", "expected a list in [ ]"),
        ("expected a string", "expected a text in quotes"),
    ] {
        message = message.replace(theirs, ours);
    }
    printable(&message)
}
