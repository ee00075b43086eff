//! Turns the bytes of a file into text, up to a maximum size. Also finds the JSON path at a
//! position in the text, and the position of a JSON path.

mod position;
mod syntax;

pub use position::position;
pub use syntax::describe;

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
    /// The column of the error in characters, counted from 1.
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
    if is_utf16(bytes) {
        return Err(refuse(1, 1, UTF_16.to_owned()));
    }
    let bytes = without_mark(bytes);
    core::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = core::str::from_utf8(good).unwrap_or_default();
        let (line, column) = line_and_column(good, good.len());
        refuse(
            line,
            column,
            "the text is not UTF-8: save the file as UTF-8".to_owned(),
        )
    })
}

/// The message about text in UTF-16.
pub const UTF_16: &str = "the text is in UTF-16, as Windows PowerShell writes it: save it as UTF-8";

/// Returns whether a text is in UTF-16. Such a text starts with a mark, or with a character of JSON
/// and a zero byte.
pub fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [0, sign, ..] | [sign, 0, ..] => b"{[\"\t\r\n ".contains(sign),
        _ => false,
    }
}

/// Returns whether a text looks like a JSON object that has lost its double quotes, as in
/// `{who:carer}`. Some shells remove these quotes from an argument.
pub fn has_lost_quotes(text: &str) -> bool {
    let has_name = text.contains(|sign: char| sign.is_ascii_alphabetic());
    has_name && text.contains('{') && !text.contains(['"', '“', '”'])
}

/// Returns the bytes without the byte order mark of UTF-8, which some editors write.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Gives the parts of a file that its hash covers. A byte order mark and carriage returns are left
/// out, because editors and git add them. JSON has both only outside of texts.
pub fn each_hashed_part(bytes: &[u8], mut add: impl FnMut(&[u8])) {
    let bytes = without_mark(bytes);
    if bytes.contains(&b'\r') {
        bytes.split(|byte| *byte == b'\r').for_each(add);
    } else {
        add(bytes);
    }
}

/// Returns the line and the column of an offset, both counted from 1, the column in characters.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, column)
}

/// Writes a character that people cannot see, or cannot tell from another, as its code and name.
pub fn described(sign: char) -> String {
    let name = match sign {
        '\t' => " (a tab)",
        '\n' | '\r' => " (a line end)",
        '\u{A0}' => " (a no-break space)",
        '\u{AD}' => " (a soft hyphen)",
        '\u{200B}' => " (a zero-width space)",
        '\u{200C}' | '\u{200D}' => " (a joiner of letters)",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            " (a change of direction)"
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => " (a hyphen or dash that is not -)",
        '\u{FEFF}' => " (a byte order mark)",
        sign if sign.is_whitespace() => " (a space that is no ordinary one)",
        _ => "",
    };
    format!("U+{:04X}{name}", u32::from(sign))
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

/// The number of characters of a text that a finding repeats.
const REPEATED: usize = 16;

/// Says what stands in a text before this offset.
pub fn words_before(text: &str, at: usize) -> String {
    let start = text.get(..at).unwrap_or_default();
    let skipped = start.chars().count().saturating_sub(REPEATED);
    let start: String = start.chars().skip(skipped).collect();
    if start.is_empty() {
        return "at its start".to_owned();
    }
    format!("after \"{start}\"")
}

/// Describes the first character of a text that people cannot see. Returns `None` if people can see
/// each character.
pub fn hidden_sign(text: &str) -> Option<String> {
    let mut before = ' ';
    let (at, sign) = text.char_indices().find(|(_, sign)| {
        // Some scripts join or separate letters with these two characters.
        let joins = matches!(sign, '\u{200C}' | '\u{200D}');
        let is_joined = joins && !before.is_ascii() && !is_hidden(before);
        before = *sign;
        is_hidden(*sign) && !is_joined
    })?;
    Some(format!(
        "it has the sign {}, which nobody can see, {}: take it out, or type the text again",
        described(sign),
        words_before(text, at)
    ))
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

/// Finds the JSON path at an offset in the text. After the first error in the text, every offset has
/// the path of this error.
pub fn path_at(text: &str, end: usize) -> String {
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
