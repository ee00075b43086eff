//! Leaves out of a stylesheet what no element of the widget wears: a library's components come with
//! more looks than one page uses. A class is worn if its name stands in the source that writes the
//! markup; `block__part` also where the source puts the two together.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::sheet::{Entry, Sheet};
use crate::sizes::files;

/// Every word of the source that writes the markup.
pub struct Worn(BTreeSet<String>);

impl Worn {
    /// Reads the Rust and the JavaScript below these folders.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn by(folders: &[&Path]) -> Result<Self> {
        let mut words = BTreeSet::new();
        for folder in folders {
            for path in files(folder)? {
                if path
                    .extension()
                    .is_some_and(|kind| kind == "rs" || kind == "js")
                {
                    let text = fs::read_to_string(&path)
                        .with_context(|| format!("cannot read {}", path.display()))?;
                    words.extend(names(&text).map(str::to_owned));
                }
            }
        }
        Ok(Self(words))
    }

    fn wears(&self, class: &str) -> bool {
        let apart = |(block, part): (&str, &str)| {
            self.0.contains(block) && self.0.contains(&format!("__{part}"))
        };
        self.0.contains(class) || class.split_once("__").is_some_and(apart)
    }

    /// The sheet without the selectors that can match nothing.
    pub fn only(&self, sheet: &Sheet) -> Sheet {
        Sheet(self.entries(&sheet.0))
    }

    fn entries(&self, entries: &[Entry]) -> Vec<Entry> {
        entries
            .iter()
            .filter_map(|entry| self.entry(entry))
            .collect()
    }

    fn entry(&self, entry: &Entry) -> Option<Entry> {
        match entry {
            Entry::Rule { head, declarations } => {
                let selectors = super::fit::selectors(head).into_iter();
                let kept: Vec<_> = selectors
                    .filter(|selector| self.matches(selector))
                    .collect();
                (!kept.is_empty()).then(|| Entry::Rule {
                    head: kept.join(",\n"),
                    declarations: declarations.clone(),
                })
            }
            Entry::Group { head, entries } => {
                let entries = self.entries(entries);
                (!entries.is_empty()).then(|| Entry::Group {
                    head: head.clone(),
                    entries,
                })
            }
            Entry::Statement(_) => Some(entry.clone()),
        }
    }

    /// Whether an element can match. What stands in parentheses asks for one of several, or for none; but
    /// for `:has` with one selector, which must be there.
    fn matches(&self, selector: &str) -> bool {
        if !self.has_what_it_must(selector) {
            return false;
        }
        let mut depth = 0_usize;
        let mut class = false;
        let mut parts = selector.split_inclusive(['.', '(', ')']);
        parts.all(|part| {
            let ends = part.chars().next_back();
            let worn =
                !class || depth > 0 || names(part).next().is_none_or(|name| self.wears(name));
            class = ends == Some('.');
            match ends {
                Some('(') => depth += 1,
                Some(')') => depth = depth.saturating_sub(1),
                _ => {}
            }
            worn
        })
    }
}

impl Worn {
    fn has_what_it_must(&self, selector: &str) -> bool {
        let insides = selector.split(":has(").skip(1);
        let mut insides = insides.filter_map(|rest| Some(rest.split_once(')')?.0));
        insides.all(|inside| {
            let one = !inside.contains([',', '(']);
            let mut classes = inside.split('.').skip(1);
            !one || classes.all(|class| names(class).next().is_none_or(|name| self.wears(name)))
        })
    }
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    text.split(move |sign| !is_name(sign))
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::sheet::parse;
    use super::*;

    fn left(css: &str) -> Result<String> {
        let source = r#"class="card card--big" format!("{}__item", "radios")"#;
        let worn = Worn(names(source).map(str::to_owned).collect());
        Ok(worn
            .only(&parse(css)?)
            .to_string()
            .split_whitespace()
            .collect())
    }

    #[test]
    fn what_nobody_wears_goes() -> Result<()> {
        assert_eq!(left(".card{a:b}.image{a:b}")?, ".card{a:b;}");
        assert_eq!(left(".card .image, .card--big{a:b}")?, ".card--big{a:b;}");
        assert_eq!(left("@media print{.image{a:b}}p{a:b}")?, "p{a:b;}");
        Ok(())
    }

    #[test]
    fn what_the_source_puts_together_stays() -> Result<()> {
        assert_eq!(
            left(".radios__item:after{a:b}.radios__hint{a:b}")?,
            ".radios__item:after{a:b;}"
        );
        Ok(())
    }

    #[test]
    fn what_is_asked_in_parentheses_stays() -> Result<()> {
        assert_eq!(left(".card:not(.image){a:b}")?, ".card:not(.image){a:b;}");
        assert_eq!(left(".card:is(.image, .card--big) .image{a:b}")?, "");
        Ok(())
    }

    #[test]
    fn what_must_be_there_and_nobody_wears_goes() -> Result<()> {
        assert_eq!(left(".card:has(+ .image > p){a:b}")?, "");
        assert_eq!(
            left(".card:has(> p .card--big){a:b}")?,
            ".card:has(>p.card--big){a:b;}"
        );
        assert_eq!(
            left(".card:has(.image, p){a:b}")?,
            ".card:has(.image,p){a:b;}"
        );
        Ok(())
    }
}
