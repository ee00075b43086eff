//! An edition → the crisis block as JSON, for a page that is still loading or cannot run.

use crate::folder::{Folder, Over};
use anyhow::{Context, Result};
use pathway::{
    check::Loaded,
    document::{text::Text, words::Direction},
    screen,
};
use serde::Serialize;
use std::{io::Write, path::PathBuf};

/// Writes the help that every screen shows as JSON, for pages that cannot run the questions
#[derive(clap::Args)]
pub struct Args {
    /// The pathway folder; without one, the built-in pathway
    folder: Option<PathBuf>,
    #[command(flatten)]
    over: Over,
    /// The language, by the name of its file in words/
    #[arg(long, default_value = "en-GB")]
    language: String,
}

#[derive(Serialize)]
struct Page<'a> {
    language: &'a str,
    direction: &'static str,
    title: &'a str,
    crisis: Crisis,
    loading: &'a str,
    failed_title: &'a str,
    failed: &'a str,
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
    let folder = Folder::or_built_in(args.folder.as_deref(), &args.over);
    let edition = folder.edition(&args.language)?;
    let json = serde_json::to_string(&page(&edition)).context("the crisis block is no JSON")?;
    writeln!(out, "{json}")?;
    Ok(())
}

fn page(edition: &Loaded) -> Page<'_> {
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
        crisis: Crisis {
            title: crisis.title,
            label: crisis.label,
            guide: crisis.guide,
            contacts: contacts.collect(),
            more: crisis.more,
        },
        loading: to_anyone(&words.ui.loading),
        failed_title: to_anyone(&words.ui.failed_title),
        failed: to_anyone(&words.ui.failed),
    }
}

/// The wording for someone who has not said who they are: the person's own.
pub fn to_anyone(text: &Text) -> &str {
    text.wordings().next().unwrap_or_default()
}
