//! Turns the bytes of a file into text, up to a maximum size. Also finds the JSON path at a
//! position in the text, and the position of a JSON path.

mod position;

pub use position::position;

use alloc::{borrow::ToOwned, format, string::String, vec::Vec};
use core::fmt;

/// The maximum size of a pathway's file, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;

/// An error that stops the parser: its position in the file, and the text that the parser expected
/// there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The line of the error, counted from 1.
    pub line: usize,
    /// The column of the error in bytes, counted from 1.
    pub column: usize,
    /// The JSON path to the error, such as `questions[3].options[0]`. It is empty if the error
    /// concerns the whole file.
    pub path: String,
    /// The error and its remedy, in words.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, ", in {}", self.path)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl core::error::Error for ParseError {}

/// Turns the bytes of a file into text.
///
/// # Errors
/// Returns an error if there are more than [`MAX_BYTES`], or if the bytes are not UTF-8.
pub fn read(bytes: &[u8]) -> Result<&str, ParseError> {
    let refuse = |line, column, message| ParseError {
        line,
        column,
        path: String::new(),
        message,
    };
    if bytes.len() > MAX_BYTES {
        return Err(refuse(
            1,
            1,
            format!(
                "the file has {} bytes, and {MAX_BYTES} are the most that is read: take out what does not belong to a pathway",
                bytes.len()
            ),
        ));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    core::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = good.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        refuse(
            line,
            column,
            "the text is not UTF-8: save the file as UTF-8".to_owned(),
        )
    })
}

/// Returns whether a character is invisible, or changes the direction of the text around it.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Returns a text that is safe to show on a terminal. Line breaks and escape sequences in the text
/// cannot look like another message.
pub fn printable(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            plain.extend(character.escape_default());
        } else {
            plain.push(character);
        }
    }
    plain
}

enum PathPart {
    Key(String),
    Index(usize),
}

/// Finds the JSON path at a position in the text. The line and the column count from 1, and the
/// column is in bytes. After the first error in the text, every position has the path of this
/// error.
pub fn path_at(text: &str, line: usize, column: usize) -> String {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let end = start
        .saturating_add(column.saturating_sub(1))
        .min(text.len());
    let mut parts: Vec<PathPart> = Vec::new();
    let mut tokens = text.as_bytes().get(..end).unwrap_or_default().iter();
    let mut last_text = Vec::new();
    while let Some(byte) = tokens.next() {
        match byte {
            b'"' => last_text = string(&mut tokens),
            b':' => {
                if let Some(part) = parts.last_mut() {
                    *part = PathPart::Key(String::from_utf8_lossy(&last_text).into_owned());
                }
            }
            b'{' => parts.push(PathPart::Key(String::new())),
            b'[' => parts.push(PathPart::Index(0)),
            b'}' | b']' => drop(parts.pop()),
            b',' => match parts.last_mut() {
                Some(PathPart::Index(index)) => *index += 1,
                Some(key) => *key = PathPart::Key(String::new()),
                None => {}
            },
            _ => {}
        }
    }
    // An error at the end of an object concerns the object and not its last entry.
    if text.as_bytes().get(end) == Some(&b'}') {
        parts.pop();
    }
    write_path(&parts)
}

fn string<'a>(tokens: &mut impl Iterator<Item = &'a u8>) -> Vec<u8> {
    let mut text = Vec::new();
    while let Some(byte) = tokens.next() {
        match byte {
            b'"' => break,
            b'\\' => drop(tokens.next()),
            _ => text.push(*byte),
        }
    }
    text
}

fn write_path(parts: &[PathPart]) -> String {
    let mut path = String::new();
    for part in parts {
        match part {
            PathPart::Key(key) if key.is_empty() => {}
            PathPart::Key(key) if path.is_empty() => path.push_str(key),
            PathPart::Key(key) => path.push_str(&format!(".{key}")),
            PathPart::Index(index) => path.push_str(&format!("[{index}]")),
        }
    }
    path
}
