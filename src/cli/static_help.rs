//! An edition → the start page and the crisis block as JSON, for a page that is still loading or
//! cannot run.

use crate::pathway_files::EditionArgs;
use anyhow::{Context, Result};
use pathway::{
    check::LoadedEdition,
    document::{text::Text, words::Direction},
    journey::Journey,
    screen,
};
use serde::Serialize;
use std::io::Write;

/// Writes the help that every screen shows as JSON, for pages that cannot run the questions
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    chosen: EditionArgs,
}

#[derive(Serialize)]
struct Page<'a> {
    language: &'a str,
    direction: &'static str,
    title: &'a str,
    start: Start,
    crisis: Crisis,
    exit: Exit,
    exit_presses: [&'a str; 2],
    loading: &'a str,
    failed_title: &'a str,
    failed: &'a str,
}

/// The start page, but for the title and the crisis block.
#[derive(Serialize)]
struct Start {
    lead: String,
    points: Vec<String>,
    start: String,
    purpose: Vec<String>,
    draft: Option<String>,
}

/// The way out.
#[derive(Serialize)]
struct Exit {
    label: String,
    title: String,
    lines: Vec<String>,
}

#[derive(Serialize)]
struct Crisis {
    title: String,
    label: String,
    guide: String,
    contacts: Vec<Contact>,
    more: Vec<String>,
}

#[derive(Serialize)]
struct Contact {
    name: String,
    when: String,
    tel: String,
}

/// Prints the JSON, on one line.
///
/// # Errors
/// When the pathway cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let edition = args.chosen.edition()?;
    let json = serde_json::to_string(&page(&edition)).context("the crisis block is no JSON")?;
    writeln!(out, "{json}")?;
    Ok(())
}

fn page(edition: &LoadedEdition) -> Page<'_> {
    let words = edition.words();
    let crisis = screen::crisis(edition, true);
    let contacts = crisis.contacts.into_iter().map(|line| Contact {
        name: line.name,
        when: line.when,
        tel: line.tel,
    });
    Page {
        language: &words.language,
        direction: match words.direction {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        },
        title: &words.title,
        start: start(edition),
        crisis: Crisis {
            title: crisis.title,
            label: crisis.label,
            guide: crisis.guide,
            contacts: contacts.collect(),
            more: crisis.more,
        },
        exit: exit(edition),
        exit_presses: [
            to_anyone(words.ui.exit_two()),
            to_anyone(words.ui.exit_one()),
        ],
        loading: to_anyone(words.ui.loading()),
        failed_title: to_anyone(words.ui.failed_title()),
        failed: to_anyone(words.ui.failed()),
    }
}

fn start(edition: &LoadedEdition) -> Start {
    let start = screen::start(edition);
    Start {
        lead: start.lead,
        points: start.points,
        start: start.start,
        purpose: start.purpose,
        draft: start.draft,
    }
}

fn exit(edition: &LoadedEdition) -> Exit {
    let exit = screen::screen(edition, &Journey::new(edition.pathway()), None).exit;
    Exit {
        label: exit.label,
        title: exit.title,
        lines: exit.lines,
    }
}

/// The wording for someone who has not said who they are: the person's own.
pub fn to_anyone(text: &Text) -> &str {
    text.wordings().next().unwrap_or_default()
}
