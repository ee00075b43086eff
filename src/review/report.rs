//! A report for people. It can be written as text for a terminal or as a part of an HTML page, with
//! the same words.

use maud::{Markup, html};
use pathway::source::printable;
use std::fmt;

/// A report, as a list of sections in order. As text, it ends with a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report(pub Vec<Section>);

/// Some lines of a report, with or without a heading above them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading above the lines of the section. `None` if the section has no heading.
    pub heading: Option<String>,
    /// The lines of the section, in order.
    pub lines: Vec<Line>,
}

/// A line of a report, and the lines below that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    inset: usize,
    text: String,
    below: Vec<Line>,
}

impl Line {
    /// Makes a line. In a text report, it starts `inset` spaces to the right of the line that it
    /// belongs to. Characters that control a terminal are escaped.
    pub fn new(inset: usize, text: impl Into<String>) -> Self {
        Self {
            inset,
            text: printable(&text.into()),
            below: Vec::new(),
        }
    }

    /// Sets the number of spaces before the line.
    pub fn inset(mut self, inset: usize) -> Self {
        self.inset = inset;
        self
    }

    /// Adds the lines that belong to this line.
    pub fn with(mut self, below: Vec<Self>) -> Self {
        self.below = below;
        self
    }

    fn write(&self, before: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inset = before + self.inset;
        writeln!(f, "{:inset$}{}", "", self.text)?;
        self.below.iter().try_for_each(|line| line.write(inset, f))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(0, f)
    }
}

impl Section {
    /// Makes a section with a heading above its lines.
    pub fn new(heading: impl Into<String>, lines: Vec<Line>) -> Self {
        Self {
            heading: Some(printable(&heading.into())),
            lines,
        }
    }

    pub(crate) fn markup(&self) -> Markup {
        html! {
            section {
                @if let Some(heading) = &self.heading { h3 { (heading) } }
                (list(&self.lines))
            }
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, section) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            if let Some(heading) = &section.heading {
                writeln!(f, "{heading}")?;
            }
            section.lines.iter().try_for_each(|line| line.write(0, f))?;
        }
        Ok(())
    }
}

impl Report {
    /// Writes the report as a part of an HTML page. Each section becomes a `section` element, and
    /// its lines become lists.
    pub fn html(&self) -> String {
        html! { @for section in &self.0 { (section.markup()) } }.into_string()
    }
}

fn list(lines: &[Line]) -> Markup {
    html! {
        @if !lines.is_empty() {
            ul { @for line in lines { li { (line.text) (list(&line.below)) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let line = Line::new(2, "one <two>").with(vec![Line::new(4, "three")]);
        let more = Section {
            heading: None,
            lines: vec![Line::new(0, "and more")],
        };
        Report(vec![Section::new("Heading", vec![line]), more])
    }

    #[test]
    fn an_inset_counts_from_the_line_above_it() {
        let text = "Heading\n  one <two>\n      three\n\nand more\n";
        assert_eq!(report().to_string(), text);
    }

    #[test]
    fn a_text_of_a_file_is_no_command_to_a_terminal() {
        let line = Line::new(0, "a\u{1b}[2J\u{7}\n\u{202e}b");
        assert_eq!(line.to_string(), "a\\u{1b}[2J\\u{7}\\n\\u{202e}b\n");
        let section = Section::new("a\rb", Vec::new());
        assert_eq!(Report(vec![section]).to_string(), "a\\rb\n");
    }

    #[test]
    fn html_has_the_same_words_in_lists() {
        let html = "<section><h3>Heading</h3><ul><li>one &lt;two&gt;<ul><li>three</li></ul></li></ul></section>\
            <section><ul><li>and more</li></ul></section>";
        assert_eq!(report().html(), html);
    }
}
