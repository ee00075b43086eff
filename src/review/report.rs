//! What there is to tell → text for a terminal, or a part of a page in HTML: the same words in both.

use maud::{Markup, html};
use std::fmt;

/// Parts, one after the other. Written out, it is text that ends with a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report(pub Vec<Section>);

/// Lines under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading, if there is one.
    pub heading: Option<String>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A line, and those that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    inset: usize,
    text: String,
    below: Vec<Line>,
}

impl Line {
    /// A line that in text stands in by so many spaces, counted from the one it belongs to.
    #[must_use]
    pub fn new(inset: usize, text: impl Into<String>) -> Self {
        Self {
            inset,
            text: text.into(),
            below: Vec::new(),
        }
    }

    /// The same line, standing in by so many spaces.
    #[must_use]
    pub fn inset(mut self, inset: usize) -> Self {
        self.inset = inset;
        self
    }

    /// The same line with these below it.
    #[must_use]
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
    /// Lines under this heading.
    #[must_use]
    pub fn new(heading: impl Into<String>, lines: Vec<Line>) -> Self {
        Self {
            heading: Some(heading.into()),
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
        for (place, part) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            if let Some(heading) = &part.heading {
                writeln!(f, "{heading}")?;
            }
            part.lines.iter().try_for_each(|line| line.write(0, f))?;
        }
        Ok(())
    }
}

impl Report {
    /// A part of a page in HTML: a section for each part, its lines as lists.
    #[must_use]
    pub fn html(&self) -> String {
        html! { @for part in &self.0 { (part.markup()) } }.into_string()
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

    fn told() -> Report {
        let line = Line::new(2, "one <two>").with(vec![Line::new(4, "three")]);
        let rest = Section {
            heading: None,
            lines: vec![Line::new(0, "and more")],
        };
        Report(vec![Section::new("Heading", vec![line]), rest])
    }

    #[test]
    fn a_line_stands_in_from_the_one_it_belongs_to() {
        let text = "Heading\n  one <two>\n      three\n\nand more\n";
        assert_eq!(told().to_string(), text);
    }

    #[test]
    fn the_page_holds_the_same_words_in_lists() {
        let html = "<section><h3>Heading</h3><ul><li>one &lt;two&gt;<ul><li>three</li></ul></li></ul></section>\
            <section><ul><li>and more</li></ul></section>";
        assert_eq!(told().html(), html);
    }
}
