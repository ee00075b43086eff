//! Splits bytes from an input into lines. A line longer than the limit is cut, so that it cannot
//! fill the memory.

use anyhow::{Context, Result};
use std::io::{self, BufRead, BufReader, ErrorKind, Read};

/// Reads an input line by line.
pub struct LineReader<R> {
    input: BufReader<R>,
    most_bytes: usize,
    line: Vec<u8>,
}

impl<R: Read> LineReader<R> {
    /// Makes a reader for lines of at most `most_bytes` bytes. A longer line is cut, but one or two
    /// bytes of it above the limit stay. So the caller can see that the line is too long.
    pub fn new(input: R, most_bytes: usize) -> Self {
        Self {
            input: BufReader::with_capacity(1 << 16, input),
            most_bytes,
            line: Vec::new(),
        }
    }

    /// Reads the next line, without its line end. Returns `None` at the end of the input. The last
    /// line of the input needs no line end. The function calls `before_waiting` each time before it
    /// waits for more input.
    pub fn read(
        &mut self,
        mut before_waiting: impl FnMut() -> io::Result<()>,
    ) -> Result<Option<&[u8]>> {
        self.line.clear();
        let mut begun = false;
        loop {
            if self.input.buffer().is_empty() {
                before_waiting()?;
            }
            let bytes = match self.input.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                bytes => bytes.context("the lines cannot be read from standard input")?,
            };
            if bytes.is_empty() {
                return Ok(begun.then(|| without_return(&self.line)));
            }
            begun = true;
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let part = end.unwrap_or(bytes.len());
            // A long line keeps two bytes above the limit. The first one shows that the line is too
            // long, and the second one can be a carriage return.
            let room = (self.most_bytes + 2).saturating_sub(self.line.len());
            let kept = bytes.get(..part.min(room)).unwrap_or_default();
            self.line.extend_from_slice(kept);
            self.input.consume(part + usize::from(end.is_some()));
            if end.is_some() {
                return Ok(Some(without_return(&self.line)));
            }
        }
    }
}

fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::LineReader;

    fn check(input: &str, lines: &[&str]) {
        let mut read = LineReader::new(input.as_bytes(), 4);
        for line in lines {
            let next = read.read(|| Ok(())).unwrap();
            assert_eq!(next, Some(line.as_bytes()), "{input:?}");
        }
        assert_eq!(read.read(|| Ok(())).unwrap(), None, "{input:?}");
    }

    #[test]
    fn every_line_end_ends_one_line_and_the_last_needs_none() {
        check("", &[]);
        check("\n", &[""]);
        check("a\nb", &["a", "b"]);
        check("a\r\n\r\nb\r\n", &["a", "", "b"]);
        check("a\rb\n", &["a\rb"]);
    }

    #[test]
    fn a_line_too_long_is_cut_and_the_next_one_is_whole() {
        check(
            "1234\r\n12345\n123456789\nok\n",
            &["1234", "12345", "123456", "ok"],
        );
    }
}
