//! A JSON path → its position in the text: the reverse of [`super::path_at`].

/// The line and column of an entry in JSON text, both from 1, columns in bytes: of its key in an
/// object, of itself in a list. `place` is written as findings write it, such as
/// `rules.crying.outcomes[1]`: a key of an object, the `id` of what stands in a list (or the text
/// itself), or an index. Where the way ends early, the last entry on it is given; none if it never
/// starts. It is for text that has been read without a fault.
#[must_use]
pub fn position(text: &str, place: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut value = blank_to(bytes, 0, b"");
    let mut found = None;
    for step in steps(place) {
        let Some(entry) = Entries::of(bytes, value).find(|entry| entry.answers_to(bytes, step))
        else {
            break;
        };
        (found, value) = (Some(entry.start), entry.value);
    }
    let before = bytes.get(..found?)?;
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before
        .iter()
        .rev()
        .take_while(|byte| **byte != b'\n')
        .count()
        + 1;
    Some((line, column))
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Name(&'a str),
    Index(usize),
}

fn steps(place: &str) -> impl Iterator<Item = Step<'_>> {
    place.split('.').flat_map(|part| {
        let mut parts = part.split('[');
        let name = parts.next().filter(|name| !name.is_empty());
        let indexes = parts.filter_map(|index| index.strip_suffix(']')?.parse().ok());
        name.map(Step::Name)
            .into_iter()
            .chain(indexes.map(Step::Index))
    })
}

/// An entry of an object or a list, by where it starts.
struct Entry<'a> {
    /// Where its key starts, or itself in a list.
    start: usize,
    value: usize,
    end: usize,
    /// Its key, or its place in a list.
    called: Result<&'a [u8], usize>,
}

impl Entry<'_> {
    fn answers_to(&self, text: &[u8], step: Step<'_>) -> bool {
        match (self.called, step) {
            (Ok(key), Step::Name(name)) => key == name.as_bytes(),
            (Err(index), Step::Index(wanted)) => index == wanted,
            (Ok(_), Step::Index(_)) => false,
            (Err(_), Step::Name(name)) => {
                self.says(text, name)
                    || Entries::of(text, self.value)
                        .any(|entry| entry.called == Ok(b"id") && entry.says(text, name))
            }
        }
    }

    /// Whether its value is this text.
    fn says(&self, text: &[u8], said: &str) -> bool {
        inside(text, self.value, self.end) == said.as_bytes() && text.get(self.value) == Some(&b'"')
    }
}

/// The entries of an object or a list; of anything else none.
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
        let (called, value) = if self.keyed {
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
            called,
        })
    }
}

/// Past white space and these signs.
fn blank_to(text: &[u8], from: usize, signs: &[u8]) -> usize {
    let rest = text.get(from..).unwrap_or_default().iter();
    from + rest
        .take_while(|byte| byte.is_ascii_whitespace() || signs.contains(byte))
        .count()
}

/// A text without its quotes, as it is written.
fn inside(text: &[u8], start: usize, end: usize) -> &[u8] {
    text.get(start + 1..end.saturating_sub(1))
        .unwrap_or_default()
}

/// Where the value that starts here ends.
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

/// Where the text that starts with this quote ends: after its last quote.
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
