//! Writes the start page and the help of every screen as JSON, for a page that is still loading or
//! cannot run the widget.

use crate::pathway_files::EditionArgs;
use anyhow::Result;
use pathway::{
    check::LoadedEdition,
    journey::Journey,
    screen::{self, CrisisLine},
    wording::Text,
    words::Direction,
};
use serde_json::{Value, json};
use std::io::Write;

/// The address that the exit button opens if the pathway names none. The widget has the same
/// address in `src/settings.rs`.
const DEFAULT_EXIT: &str = "https://www.bbc.co.uk/weather";

/// Prints the JSON object on one line.
pub fn run(args: &EditionArgs, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "{}", page(&args.edition()?))?;
    Ok(())
}

fn page(edition: &LoadedEdition) -> Value {
    let (words, ui) = (edition.words(), &edition.words().ui);
    let crisis = screen::crisis(edition, true);
    let text = |text: &str| match words.direction {
        Direction::Ltr => text.to_owned(),
        Direction::Rtl => screen::isolate_numbers(text),
    };
    let lines = |lines: &[String]| lines.iter().map(|line| text(line)).collect::<Vec<_>>();
    let contact = |line: &CrisisLine| json!({ "name": text(&line.name), "when": text(&line.when), "tel": line.tel });
    let start = screen::start(edition);
    let exit = screen::screen(edition, &Journey::new(edition.pathway()), None).exit;
    json!({
        "language": words.language,
        "direction": match words.direction {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        },
        "title": words.title,
        "start": {
            "lead": start.lead,
            "points": start.points,
            "start": start.start,
            "purpose": start.purpose,
            "draft": start.draft,
        },
        "crisis": {
            "title": crisis.title,
            "guide": crisis.guide,
            "contacts": crisis.contacts.iter().map(contact).collect::<Vec<_>>(),
            "more": lines(&crisis.more),
        },
        "exit": {
            "label": exit.label,
            "title": exit.title,
            "lines": exit.lines,
            "close": to_anyone(ui.exit_close()),
            "address": edition.pathway().document().exit.as_deref().unwrap_or(DEFAULT_EXIT),
        },
        "exit_presses": [to_anyone(ui.exit_two()), to_anyone(ui.exit_one())],
        "loading": to_anyone(ui.loading()),
        "failed_title": to_anyone(ui.failed_title()),
        "failed": to_anyone(ui.failed()),
    })
}

/// Returns the wording for a visitor who has not said who they are. It is the wording for the
/// person who needs help.
pub fn to_anyone(text: &Text) -> &str {
    text.wordings().next().unwrap_or_default()
}
