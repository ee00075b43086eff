//! Two pathway folders → exactly which journeys end otherwise, from what to what, and which entries
//! of the two are not the same.

mod entries;

use crate::{
    folder::{Folder, Over},
    said,
};
use anyhow::Result;
use pathway::{answers::Answers, check::Loaded, id::OutcomeId};
use proof::{BigUint, Changed, Diff};
use review::numbers::{grouped, share};
use std::{io::Write, path::PathBuf};

/// How many kinds of change are shown; the rest are counted.
const SHOWN: usize = 20;

/// Compares two pathways exactly: how many journeys end otherwise, from what to what
///
/// Each kind of change is shown with the number of journeys that change so, and the shortest of
/// them. Then come the laws, sources, rules and other entries that were added, taken out or changed.
#[derive(clap::Args)]
pub struct Args {
    /// The folder of the old pathway; without one, the built-in pathway
    old: Option<PathBuf>,
    /// The folder of the new pathway; without one, the old folder
    new: Option<PathBuf>,
    /// A trust file to lay over the new pathway
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// A trust file to lay over the old pathway
    #[arg(long, value_name = "FILE")]
    old_trust: Option<PathBuf>,
    /// The language of the journeys that are shown, by the name of its file in words/
    #[arg(long, default_value = "en-GB")]
    language: String,
}

/// Prints the comparison.
///
/// # Errors
/// When one of the two cannot be read, has findings, or does not speak the language.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let new = args.new.as_ref().or(args.old.as_ref());
    let before = Folder::or_built_in(args.old.as_deref(), &Over::new(args.old_trust.clone()));
    let after = Folder::or_built_in(new.map(PathBuf::as_path), &Over::new(args.trust.clone()));
    let (old, new) = (
        before.edition(&args.language)?,
        after.edition(&args.language)?,
    );
    let diff = proof::diff(old.pathway(), new.pathway());
    numbers(&old, &new, &diff, out)?;
    for (number, change) in diff.changes.iter().take(SHOWN).enumerate() {
        writeln!(out, "\n{}. {}", number + 1, kind(change, &diff.both))?;
        said::write_journey(&old, &change.before, "    ", out)?;
        end("before", &old, &change.before, out)?;
        end("after", &new, &change.after, out)?;
    }
    if let Some(rest) = diff.changes.get(SHOWN..).filter(|rest| !rest.is_empty()) {
        let journeys: BigUint = rest.iter().map(|change| &change.journeys).sum();
        writeln!(
            out,
            "\nand {} journeys in {} more kinds",
            grouped(&journeys),
            rest.len()
        )?;
    }
    for (name, edition, alone) in [
        ("before", &old, &diff.only_before),
        ("after", &new, &diff.only_after),
    ] {
        if let Some(answers) = alone {
            writeln!(out, "\nThe shortest journey that is possible only {name}:")?;
            said::write_journey(edition, answers, "    ", out)?;
            end(name, edition, answers, out)?;
        }
    }
    let alone = diff.only_before.is_some() || diff.only_after.is_some();
    if diff.changed == BigUint::ZERO
        && !alone
        && let Some(answers) = proof::parting(old.pathway(), new.pathway())
    {
        writeln!(
            out,
            "\nThe shortest journey on which something beside the outcomes is not the same:"
        )?;
        said::write_journey(&old, &answers, "    ", out)?;
        end("before", &old, &answers, out)?;
        end("after", &new, &answers, out)?;
    }
    entries::write(&old, &new, out)
}

fn numbers(old: &Loaded, new: &Loaded, diff: &Diff, out: &mut dyn Write) -> Result<()> {
    let name = |edition: &Loaded| {
        let document = edition.pathway().document();
        format!("{} {}", document.id, document.version)
    };
    let line = |number: &BigUint, text: &str| format!("{:>27}  {text}", grouped(number));
    writeln!(out, "{} → {}", name(old), name(new))?;
    writeln!(out, "{}", line(&diff.before, "journeys before"))?;
    writeln!(out, "{}", line(&diff.after, "journeys after"))?;
    writeln!(out, "{}", line(&diff.both, "with the same answers in both"))?;
    let changed = format!(
        "of these end otherwise ({})",
        share(&diff.changed, &diff.both)
    );
    writeln!(out, "{}", line(&diff.changed, &changed))?;
    Ok(())
}

fn kind(change: &Changed, all: &BigUint) -> String {
    let list = |ids: &[OutcomeId]| {
        let ids: Vec<&str> = ids.iter().map(OutcomeId::as_str).collect();
        ids.join(", ")
    };
    let what = match (change.goes.as_slice(), change.comes.as_slice()) {
        ([], []) => "the same outcomes in another order".to_owned(),
        (goes, []) => format!("without {}", list(goes)),
        ([], comes) => format!("with {} too", list(comes)),
        (goes, comes) => format!("{} instead of {}", list(comes), list(goes)),
    };
    let (journeys, share) = (grouped(&change.journeys), share(&change.journeys, all));
    format!("{journeys} journeys ({share}): {what}")
}

fn end(name: &str, edition: &Loaded, answers: &Answers, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "  {name}")?;
    said::write_end(edition, answers, "    ", out)
}
