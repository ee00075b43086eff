//! An edition → `plain.html`: everyone one can call on one page, without script, that reads well on
//! a small phone, on paper and in forced colours.

use crate::{
    crisis::to_anyone,
    folder::{Folder, Over},
};
use anyhow::Result;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use pathway::{
    check::Loaded,
    document::words::UiWords,
    screen::{self, Block, Card, ContactLine, Crisis},
};
use std::{io::Write, path::PathBuf};

const STYLE: &str = include_str!("guide.css");

/// Writes the plain guide: everyone people can call, as one web page that needs no script
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

/// Prints the page.
///
/// # Errors
/// When the pathway cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let folder = Folder::or_built_in(args.folder.as_deref(), &args.over);
    let edition = folder.edition(&args.language)?;
    writeln!(out, "{}", page(&edition).into_string())?;
    Ok(())
}

fn page(edition: &Loaded) -> Markup {
    // Nothing on the page knows the day on which it is read, so no check on it counts as in date.
    let guide = screen::guide(edition, None);
    let ui = &edition.words().ui;
    let heading = to_anyone(&ui.guide_title);
    html! {
        (DOCTYPE)
        html lang=(guide.language) dir=(if guide.right_to_left { "rtl" } else { "ltr" }) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (heading) ": " (guide.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (heading) }
                    (crisis(&guide.crisis))
                    @if let Some(draft) = &guide.draft { p.draft { strong { (draft) } } }
                    p { (guide.lead) }
                    @for line in &guide.purpose { p { (line) } }
                    nav aria-label=(heading) {
                        ul { @for card in &guide.cards { li { a href={ "#" (card.id) } { (card.title) } } } }
                    }
                    @for card in &guide.cards { (article(card, ui)) }
                    @for block in &guide.blocks { section data-block=(block.id) { h2 { (block.title) } (lines(&block.lines)) } }
                }
                footer { p { (guide.title) } p { (guide.version) } }
            }
        }
    }
}

fn crisis(crisis: &Crisis) -> Markup {
    html! {
        section.crisis aria-labelledby="crisis" {
            h2 id="crisis" { (crisis.title) }
            ul {
                @for line in &crisis.contacts {
                    li { a href={ "tel:" (line.tel) } { strong { (line.name) } } br; (line.when) }
                }
            }
            @for line in &crisis.more { p { (line) } }
        }
    }
}

fn article(card: &Card, ui: &UiWords) -> Markup {
    html! {
        article id=(card.id) data-outcome=(card.id) aria-labelledby={ (card.id) "-title" } {
            h2 id={ (card.id) "-title" } { span.soon { (card.soon) } " " (card.title) }
            (lines(&card.first))
            (contacts(to_anyone(&ui.contacts_title), &card.call))
            @for block in &card.blocks { (text(block)) }
            @for section in &card.sections { h3 { (section.title) } (lines(&section.lines)) }
            (contacts(&card.helplines_title, &card.helplines))
        }
    }
}

fn text(block: &Block) -> Markup {
    html! { h3 { (block.title) } (lines(&block.lines)) }
}

fn lines(lines: &[String]) -> Markup {
    html! { @for line in lines { p { (line) } } }
}

fn contacts(title: &str, contacts: &[ContactLine]) -> Markup {
    html! {
        @if !contacts.is_empty() {
            h3 { (title) }
            ul { @for line in contacts { li { (contact(line)) } } }
        }
    }
}

fn contact(contact: &ContactLine) -> Markup {
    html! {
        strong { (contact.name) }
        @if let Some((phone, tel)) = contact.phone.as_ref().zip(contact.tel()) {
            br; (contact.call) " " a href={ "tel:" (tel) } { (phone) }
        }
        @if let Some((number, sms)) = contact.text.as_ref().zip(contact.sms()) {
            br; (contact.send) " " a href={ "sms:" (sms) } { (number) }
        }
        @if let Some(web) = &contact.web {
            br; a href=(web) rel="noreferrer" { (web.trim_start_matches("https://").trim_end_matches('/')) }
        }
        @if let Some(remark) = &contact.remark { br; (remark) }
        @if let Some(standing) = &contact.standing { br; span.standing { (standing) } }
    }
}
