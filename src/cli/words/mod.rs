//! Computes the reading age of every screen of a pathway, and lists the hardest screen first.

mod findings;
mod formula;
mod screens;

pub use findings::findings;

use crate::pathway_files::EditionArgs;
use anyhow::{Result, ensure};
use formula::{Counts, median};
use screens::Screen;
use std::io::Write;

/// Prints one line for each screen. The last line has the two values that `pathway check` compares
/// with its limits.
pub fn run(args: &EditionArgs, out: &mut dyn Write) -> Result<()> {
    let edition = args.edition()?;
    let words = edition.words();
    ensure!(
        findings::is_english(words),
        "only English words have a reading age, and these words are in {}",
        words.language
    );
    write(&screens::screens(edition.pathway().document(), words), out)
}

fn write(screens: &[Screen<'_>], out: &mut dyn Write) -> Result<()> {
    let rows = screens.iter().map(|screen| (screen, screen.counts()));
    let mut rows: Vec<(&Screen<'_>, Counts)> = rows.collect();
    rows.sort_by(|(_, one), (_, other)| other.age().total_cmp(&one.age()));
    writeln!(out, "years  words  sentences  longest  screen")?;
    for (screen, counts) in &rows {
        let (name, wording) = (&screen.name, screen.wording);
        let (age, words, sentences) = (counts.age(), counts.words, counts.sentences);
        let longest = counts.longest;
        writeln!(
            out,
            "{age:5.1}  {words:5}  {sentences:9}  {longest:7}  {name} ({wording})"
        )?;
    }
    let ages: Vec<f64> = rows.iter().map(|(_, counts)| counts.age()).collect();
    writeln!(
        out,
        "{} screens: the hardest {:.1} years ({} at most), half of them {:.1} or less ({} at most)",
        rows.len(),
        ages.first().copied().unwrap_or_default(),
        findings::MAX_AGE,
        median(ages),
        findings::MAX_MEDIAN_AGE
    )?;
    Ok(())
}
