//! A pathway → how its words read: the reading age of every screen, the hardest first.

mod faults;
mod reading;
mod screens;

pub use faults::faults;

use crate::pathway_files::EditionArgs;
use anyhow::{Result, ensure};
use reading::Counts;
use screens::Screen;
use std::io::Write;

/// Says how old people are when most can read each screen: the hardest first
///
/// By the Flesch-Kincaid grade plus five years, for English. `pathway check` refuses words with a
/// screen above 11 years, or with half of the screens above 9.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: EditionArgs,
}

/// Prints a line for each screen, then the figures that `check` holds to.
///
/// # Errors
/// When the pathway cannot be read, has findings, or is not in English.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let edition = args.chosen.edition()?;
    let words = edition.words();
    ensure!(
        faults::is_english(words),
        "the reading age can be told of English alone, and these words are in {}",
        words.language
    );
    let screens = screens::screens(edition.pathway().document(), words);
    write(&screens, out)
}

fn write(screens: &[Screen<'_>], out: &mut dyn Write) -> Result<()> {
    let counts = ages(screens);
    let mut rows: Vec<(&Screen<'_>, &Counts)> = screens.iter().zip(&counts).collect();
    rows.sort_by(|(_, one), (_, other)| other.age().total_cmp(&one.age()));
    writeln!(out, "years  words  sentences  longest  screen")?;
    for (screen, counts) in &rows {
        writeln!(
            out,
            "{:5.1}  {:5}  {:9}  {:7}  {} ({})",
            counts.age(),
            counts.words,
            counts.sentences,
            counts.longest,
            screen.name,
            screen.wording
        )?;
    }
    let hardest = rows.first().map_or(0.0, |(_, counts)| counts.age());
    writeln!(
        out,
        "{} screens: the hardest {hardest:.1} years ({} at most), half of them {:.1} or less ({} at most)",
        rows.len(),
        faults::MOST,
        median(&counts),
        faults::MEDIAN
    )?;
    Ok(())
}

/// What the formula counts on each screen.
fn ages(screens: &[Screen<'_>]) -> Vec<Counts> {
    let screens = screens.iter();
    screens
        .map(|screen| Counts::of(screen.texts.iter().copied()))
        .collect()
}

/// The reading age of the screen in the middle.
fn median(counts: &[Counts]) -> f64 {
    let mut ages: Vec<f64> = counts.iter().map(Counts::age).collect();
    ages.sort_by(f64::total_cmp);
    ages.get(ages.len() / 2).copied().unwrap_or_default()
}
