//! Lists the contacts of a pathway with the day by which each must be checked again. Also lists the
//! contacts without a check.

mod calendar;
mod describe;

use crate::{
    contact_due_dates::{self, ContactCheck},
    pathway_files::EditionArgs,
    today::{day, today},
};
use anyhow::{Context, Result, ensure};
use calendar::Calendar;
use describe::{areas, name, outcomes, slots, ways_to_reach};
use fs_err as fs;
use pathway::{check::LoadedEdition, date::Date, properties::Verification, source::printable};
use std::{io::Write, path::PathBuf};

/// Lists the day of the next check of each contact, and the contacts that were never checked
///
/// Also lists the areas and the outcomes. A trust file names all of them by the ids in brackets. The
/// contact with the earliest day is first. Emergency contacts stay on the screen even if their
/// checks are overdue.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    edition: EditionArgs,
    /// Also write the days of the next checks to this calendar file, with a reminder 60 and 30 days
    /// before each. Every calendar program can open the file
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// Count the days from this day, YYYY-MM-DD, instead of from today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
}

/// Prints the list of contacts. Also writes a calendar file if the arguments name one.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    // With a date, an overdue emergency contact would be a finding, and the command would stop. The
    // command reads the edition without a date, so it can list overdue contacts.
    let files = args.edition.files();
    let edition = files.edition_on(args.edition.language(), None)?;
    let today = args.on.or_else(today);
    let today = today.context("the clock of this machine has no day: give one with --on")?;
    let checks = contact_due_dates::checks(edition.pathway().document(), today);
    print(&edition, &checks, today, out)?;
    let Some(path) = &args.ics else {
        return Ok(());
    };
    // A calendar without an event is not valid.
    ensure!(
        !checks.is_empty(),
        "no contact has the day of a check, so there is nothing to put into {}: add verified_on and review_by to a contact",
        path.display()
    );
    let trust = files.trust_file()?;
    let calendar = Calendar {
        edition: &edition,
        trust: trust.as_ref().map(|trust| trust.id.as_str()),
        today,
    };
    Ok(fs::write(path, calendar.text(&checks))?)
}

fn print(
    edition: &LoadedEdition,
    checks: &[ContactCheck<'_>],
    today: Date,
    out: &mut dyn Write,
) -> Result<()> {
    let document = edition.pathway().document();
    let (id, version, today) = (&document.id, &document.version, today.in_words());
    writeln!(out, "Contacts of {id} {version} on {today}")?;
    if !checks.is_empty() {
        writeln!(out, "\nTo be checked again")?;
    }
    for check in checks {
        let (due, left, contact) = (check.due, check.days_left(), check.contact);
        let (name, ways) = (name(edition, contact), ways_to_reach(contact));
        let owner = printable(contact.owner.as_deref().unwrap_or("nobody"));
        writeln!(
            out,
            "  {due}  {left:>15}  {name} ({}): {ways}; kept right by {owner}",
            contact.id
        )?;
    }
    let headings = [
        ("Never checked", false),
        ("Emergency contacts without the day of a check", true),
    ];
    for (heading, emergency) in headings {
        let never = document.contacts.iter().filter(|contact| {
            let is_emergency = contact.status == Verification::Emergency;
            contact.review_by.is_none() && is_emergency == emergency
        });
        let mut never = never.peekable();
        if never.peek().is_some() {
            writeln!(out, "\n{heading}")?;
        }
        for contact in never {
            writeln!(
                out,
                "  {} ({}): {}",
                name(edition, contact),
                contact.id,
                ways_to_reach(contact)
            )?;
        }
    }
    for (heading, entries) in [
        ("Contacts that a trust file can fill in", slots(edition)),
        ("Areas", areas(edition)),
        ("Outcomes", outcomes(edition)),
    ] {
        if !entries.is_empty() {
            writeln!(out, "\n{heading}")?;
        }
        for entry in entries {
            writeln!(out, "  {entry}")?;
        }
    }
    Ok(())
}
