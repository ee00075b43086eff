//! Finds the position of a JSON path in a text. [`super::path_at`] does the reverse.

/// Finds the line and the column of an entry in JSON text. Both count from 1, and the column is in
/// characters. An entry of an object starts at its key, and an entry of a list starts at its value.
///
/// The argument `path` has the form of a finding's path, such as `rules.crying.outcomes[1]`. Each
/// part of the path is a key of an object, the `id` of an entry in a list, a text in a list, or an
/// index. If a part does not exist, the function returns the position of the last entry that
/// exists. It returns `None` if the first part does not exist. The text must be valid JSON.
pub fn position(text: &str, path: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut value = blank_to(bytes, 0, b"");
    let mut found = None;
    for part in path_parts(path) {
        let Some(entry) = Entries::of(bytes, value).find(|entry| entry.matches(bytes, part)) else {
            break;
        };
        (found, value) = (Some(entry.start), entry.value);
    }
    Some(super::line_and_column(text, found?))
}

#[derive(Clone, Copy)]
enum PathPart<'a> {
    Name(&'a str),
    Index(usize),
}

fn path_parts(path: &str) -> impl Iterator<Item = PathPart<'_>> {
    path.split('.').flat_map(|part| {
        let mut parts = part.split('[');
        let name = parts.next().filter(|name| !name.is_empty());
        let indexes = parts.filter_map(|index| index.strip_suffix(']')?.parse().ok());
        name.map(PathPart::Name)
            .into_iter()
            .chain(indexes.map(PathPart::Index))
    })
}

/// An entry of an object or a list, with its byte offsets in the text.
struct Entry<'a> {
    /// The offset of the entry's key. An entry of a list has no key, so it is the offset of its
    /// value.
    start: usize,
    value: usize,
    end: usize,
    /// The key of the entry in its object, or its index in its list.
    key: Result<&'a [u8], usize>,
}

impl Entry<'_> {
    fn matches(&self, text: &[u8], part: PathPart<'_>) -> bool {
        match (self.key, part) {
            (Ok(key), PathPart::Name(name)) => key == name.as_bytes(),
            (Err(index), PathPart::Index(wanted)) => index == wanted,
            (Ok(_), PathPart::Index(_)) => false,
            (Err(_), PathPart::Name(name)) => {
                self.is_text(text, name)
                    || Entries::of(text, self.value)
                        .any(|entry| entry.key == Ok(b"id") && entry.is_text(text, name))
            }
        }
    }

    /// Returns whether the value of the entry is the JSON text `expected`.
    fn is_text(&self, text: &[u8], expected: &str) -> bool {
        inside(text, self.value, self.end) == expected.as_bytes()
            && text.get(self.value) == Some(&b'"')
    }
}

/// The entries of an object or a list. A value of another kind has no entries.
struct Entries<'a> {
    text: &'a [u8],
    next: usize,
    keyed: bool,
    index: usize,
}

impl<'a> Entries<'a> {
    fn of(text: &'a [u8], value: usize) -> Self {
        let opens = text.get(value);
        let whole = matches!(opens, Some(b'{' | b'['));
        Self {
            text,
            next: if whole { value + 1 } else { text.len() },
            keyed: opens == Some(&b'{'),
            index: 0,
        }
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        let start = blank_to(self.text, self.next, b",");
        if matches!(self.text.get(start)?, b'}' | b']') {
            return None;
        }
        let (key, value) = if self.keyed {
            let end = value_end(self.text, start);
            let key = inside(self.text, start, end);
            (Ok(key), blank_to(self.text, end, b":"))
        } else {
            (Err(self.index), start)
        };
        let end = value_end(self.text, value);
        self.next = end.max(start + 1);
        self.index += 1;
        Some(Entry {
            start,
            value,
            end,
            key,
        })
    }
}

/// Skips white space and the characters in `signs`, and returns the offset after them.
fn blank_to(text: &[u8], from: usize, separators: &[u8]) -> usize {
    let rest = text.get(from..).unwrap_or_default().iter();
    from + rest
        .take_while(|byte| byte.is_ascii_whitespace() || separators.contains(byte))
        .count()
}

/// Returns a JSON text without its quotes. Its escape sequences stay as they are.
fn inside(text: &[u8], start: usize, end: usize) -> &[u8] {
    text.get(start + 1..end.saturating_sub(1))
        .unwrap_or_default()
}

/// Returns the offset just after the JSON value that starts at the offset `from`.
fn value_end(text: &[u8], from: usize) -> usize {
    let mut depth = 0usize;
    let mut at = from;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => at = text_end(text, at),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' if depth > 0 => {
                depth -= 1;
                at += 1;
            }
            b'}' | b']' | b',' | b':' if depth == 0 => return at,
            byte if depth == 0 && byte.is_ascii_whitespace() => return at,
            _ => {
                at += 1;
                continue;
            }
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

/// Returns the offset just after the closing quote of the JSON text that starts at the offset
/// `from`.
fn text_end(text: &[u8], from: usize) -> usize {
    let mut at = from + 1;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::position;

    const TEXT: &str = r#"{
  "rules": [
    { "when": { "id": "young" }, "id": "crying" },
    {"id":"999","outcomes":["a{\"","b"], "when" : {
      "all": [1, [2, 3]]}}
  ],
  "a.b": 1, "é": 1, "x": {"rules": 1, "y": null}
}"#;

    fn check_position(path: &str, expected: Option<(usize, usize)>) {
        assert_eq!(position(TEXT, path), expected, "{path}");
    }

    #[test]
    fn keys_ids_and_indexes_lead_to_their_entry() {
        for (path, line, column) in [
            ("rules", 2, 3),
            ("rules.crying", 3, 5),
            ("rules.crying.when", 3, 7),
            ("rules.crying.id", 3, 34),
            ("rules.999", 4, 5),
            ("rules[1]", 4, 5),
            ("rules[1].outcomes.b", 4, 36),
            ("rules.999.outcomes[0]", 4, 29),
            ("rules.999.when.all", 5, 7),
            ("rules.999.when.all[1][0]", 5, 19),
            ("x.y", 7, 39),
        ] {
            check_position(path, Some((line, column)));
        }
    }

    #[test]
    fn columns_count_characters() {
        check_position("é", Some((7, 13)));
        check_position("x", Some((7, 21)));
    }

    #[test]
    fn a_path_that_ends_early_gives_its_last_entry() {
        check_position("rules.crying.outcomes.a", Some((3, 5)));
        check_position("rules.young", Some((2, 3)));
        check_position("rules[2]", Some((2, 3)));
        check_position("rules.999.when[0]", Some((4, 42)));
        check_position("x.y.z", Some((7, 39)));
    }

    #[test]
    fn a_path_without_a_first_entry_has_no_position() {
        for path in ["", "nowhere", "crying", "[0]", ".", "young"] {
            check_position(path, None);
        }
        for text in ["", " ", "1", "[", "{", "{\"", "{\"a", "\"a\\", "]"] {
            assert_eq!(position(text, "b"), None, "{text}");
        }
    }
}
