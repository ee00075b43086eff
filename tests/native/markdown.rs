//! Reads the headings, links, code and table rows of a Markdown page.

use crate::files::text;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The parts of a Markdown page that tests compare with the code.
pub struct Page {
    /// The path of the page from the top folder of the project.
    pub path: String,
    pub headings: Vec<String>,
    pub links: Vec<Link>,
    /// The lines of all code blocks of the page, and the pieces of code within its sentences.
    pub code: Vec<String>,
    pub rows: Vec<Row>,
}

/// A link or a picture on a Markdown page.
#[derive(Clone, Default)]
pub struct Link {
    pub text: String,
    pub to: String,
}

/// A row of a table on a Markdown page.
pub struct Row {
    /// The nearest heading above the table.
    pub heading: String,
    /// True if the row contains the titles of the table's columns.
    pub is_head: bool,
    pub cells: Vec<Cell>,
}

/// A cell of a table on a Markdown page.
#[derive(Default)]
pub struct Cell {
    pub text: String,
    /// The pieces of code within the text of the cell.
    pub code: Vec<String>,
    pub links: Vec<Link>,
}

/// The parts of a Markdown page whose beginning the parser has read, but not their end.
#[derive(Default)]
struct Open {
    heading: Option<String>,
    link: Option<Link>,
    cell: Option<Cell>,
    cells: Vec<Cell>,
    is_block: bool,
}

/// Reads the Markdown page at this path from the top folder of the project.
pub fn page(path: &str) -> Page {
    let text = text(path);
    let mut page = Page {
        path: path.to_string(),
        headings: Vec::new(),
        links: Vec::new(),
        code: Vec::new(),
        rows: Vec::new(),
    };
    let mut open = Open::default();
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(tag) => open.start(tag),
            Event::End(tag) => open.end(tag, &mut page),
            Event::Code(code) => {
                page.code.push(code.to_string());
                if let Some(cell) = &mut open.cell {
                    cell.code.push(code.to_string());
                }
                open.push(&code);
            }
            Event::Text(text) if open.is_block => {
                page.code.extend(text.lines().map(str::to_string));
            }
            Event::Text(text) => open.push(&text),
            Event::SoftBreak | Event::HardBreak => open.push(" "),
            _ => {}
        }
    }
    page
}

impl Open {
    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.heading = Some(String::new()),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.link = Some(Link {
                    text: String::new(),
                    to: dest_url.to_string(),
                });
            }
            Tag::TableCell => self.cell = Some(Cell::default()),
            Tag::CodeBlock(_) => self.is_block = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, page: &mut Page) {
        match tag {
            TagEnd::Heading(_) => page.headings.extend(self.heading.take()),
            TagEnd::Link | TagEnd::Image => {
                let link = self.link.take().unwrap();
                if let Some(cell) = &mut self.cell {
                    cell.links.push(link.clone());
                }
                page.links.push(link);
            }
            TagEnd::TableCell => self.cells.extend(self.cell.take()),
            TagEnd::TableHead | TagEnd::TableRow => page.rows.push(Row {
                heading: page.headings.last().cloned().unwrap_or_default(),
                is_head: tag == TagEnd::TableHead,
                cells: std::mem::take(&mut self.cells),
            }),
            TagEnd::CodeBlock => self.is_block = false,
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
        if let Some(link) = &mut self.link {
            link.text.push_str(text);
        }
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }
}
