//! A pathway folder → a calendar of its contacts: when each must be checked again, and which nobody has
//! checked.

mod calendar;

use crate::{
    contact_reviews::{self, Review, in_days},
    pathway_files::EditionArgs,
    today::{day, today},
};
use anyhow::{Context, Result, anyhow};
use pathway::{check::LoadedEdition, date::Date, document::Contact, id::ContactId};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

/// Says when each contact must be checked again, and which nobody has checked
///
/// The next one comes first. Emergency contacts stay on the screen whatever their dates are.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: EditionArgs,
    /// Also write the days of review to this file, for any calendar program: each with a reminder 60 and
    /// 30 days ahead
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// Count from this day, YYYY-MM-DD, instead of today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Date>,
}

/// Prints the calendar, and writes it to a file if asked.
///
/// # Errors
/// When the pathway cannot be read or has findings, or the output cannot be written.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    // Whatever is overdue is what the calendar is for, so it must not stop it.
    let edition = args.chosen.edition_on(None)?;
    let today = args.on.or_else(today);
    let today = today.ok_or_else(|| anyhow!("this machine knows no day: give one with --on"))?;
    let reviews = contact_reviews::reviews(edition.pathway().document(), today);
    print(&edition, &reviews, today, out)?;
    if let Some(path) = &args.ics {
        write(path, &calendar::text(&edition, &reviews, today))?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

fn print(
    edition: &LoadedEdition,
    reviews: &[Review<'_>],
    today: Date,
    out: &mut dyn Write,
) -> Result<()> {
    let document = edition.pathway().document();
    let today = today.in_words();
    writeln!(
        out,
        "Contacts of {} {} on {today}",
        document.id, document.version
    )?;
    if !reviews.is_empty() {
        writeln!(out, "\nTo be checked again")?;
    }
    for review in reviews {
        let left = if review.is_overdue() {
            "overdue".to_owned()
        } else {
            in_days(review.left)
        };
        let owner = review.contact.owner.as_deref().unwrap_or("nobody");
        let reached = reached(review.contact);
        let due = review.due;
        writeln!(
            out,
            "  {due}  {left:>15}  {}: {reached}; kept right by {owner}",
            name(edition, &review.contact.id)
        )?;
    }
    for (title, emergency) in [
        ("Never checked", false),
        ("Emergency contacts without the day of a check", true),
    ] {
        let never = contact_reviews::never_checked(document).filter(|(_, is)| *is == emergency);
        for (place, (contact, _)) in never.enumerate() {
            if place == 0 {
                writeln!(out, "\n{title}")?;
            }
            writeln!(
                out,
                "  {}: {}",
                name(edition, &contact.id),
                reached(contact)
            )?;
        }
    }
    Ok(())
}

/// Who answers, as people read it.
fn name(edition: &LoadedEdition, id: &ContactId) -> String {
    let words = edition.words().contacts.get(id);
    let name = words.and_then(|words| words.name.wordings().next());
    name.unwrap_or(id.as_str()).to_owned()
}

/// How a contact is reached.
fn reached(contact: &Contact) -> String {
    let ways = [
        contact.phone.clone(),
        contact.text.as_ref().map(|number| format!("text {number}")),
        contact.web.clone(),
    ];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    if ways.is_empty() {
        return "no number or address".to_owned();
    }
    ways.join(", ")
}
