//! Writes the plain guide, `plain.html`: the whole pathway on one page without a script. The page
//! also works on small phones, on paper and in forced colours.

use crate::pathway_files::EditionArgs;
use anyhow::Result;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use pathway::{
    check::LoadedEdition,
    properties::Urgency,
    screen::{self, Block, Card, ContactLine, Crisis, Guide, TextPart, text_parts},
};
use std::io::Write;

const STYLE: &str = include_str!("guide.css");

/// Prints the HTML of the plain guide.
pub fn run(args: &EditionArgs, out: &mut dyn Write) -> Result<()> {
    let edition = args.edition()?;
    writeln!(out, "{}", page(&edition).into_string())?;
    Ok(())
}

fn page(edition: &LoadedEdition) -> Markup {
    // The guide does not know on which day people read it, so no check of a contact counts as
    // current.
    let guide = screen::guide(edition, None);
    html! {
        (DOCTYPE)
        html lang=(guide.language) dir=(if guide.right_to_left { "rtl" } else { "ltr" }) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (guide.heading) ": " (guide.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { span { (guide.title) } " " (guide.heading) }
                    (crisis(&guide.crisis))
                    @if let Some(draft) = &guide.draft { p.draft { strong { (draft) } } }
                    p { (guide.lead) }
                    (lines(&guide.purpose))
                    (contents(&guide))
                    @for card in &guide.cards { (article(card, &guide)) }
                    @for block in &guide.blocks { (section(block)) }
                }
                footer { p { (guide.title) } p { (guide.version) } }
            }
        }
    }
}

/// Writes the help that every screen shows: 999, the mental health option of 111, and Samaritans.
pub fn crisis(crisis: &Crisis) -> Markup {
    html! {
        section.crisis aria-labelledby="crisis" {
            h2 id="crisis" { (crisis.title) }
            ul {
                @for line in &crisis.contacts {
                    li { a href={ "tel:" (line.tel) } { strong { (text(&line.name)) } } br; (text(&line.when)) }
                }
            }
            (lines(&crisis.more))
        }
    }
}

/// Writes the table of contents of the plain guide: a link to each outcome and each block.
fn contents(guide: &Guide) -> Markup {
    html! {
        nav aria-labelledby="contents" {
            h2 id="contents" { (guide.contents_title) }
            ul {
                @for card in &guide.cards { li { a href={ "#" (card.id) } { (card.title) } } }
                @for block in &guide.blocks { li { a href={ "#block-" (block.id) } { (block.title) } } }
            }
        }
    }
}

fn article(card: &Card, guide: &Guide) -> Markup {
    html! {
        article id=(card.id) class=(name(card.urgency)) data-outcome=(card.id) aria-labelledby={ (card.id) "-title" } {
            h2 id={ (card.id) "-title" } { span.soon { (card.urgency_text) } " " (card.title) }
            @for section in card.sections.iter().filter(|section| section.name == WHO) { (lines(&section.lines)) }
            div.first { h3 { (guide.first_title) } (lines(&card.first)) }
            (contacts(&guide.contacts_title, &card.call))
            @for block in &card.blocks { h3 { (block.title) } (list(&block.lines)) }
            @for section in card.sections.iter().filter(|section| section.name != WHO) { h3 { (section.title) } (list(&section.lines)) }
            (contacts(&card.helplines_title, &card.helplines))
        }
    }
}

/// The key of the section about the people that an outcome is for. It comes first on each card,
/// because readers look for it first.
const WHO: &str = "who";

/// Returns the class name with which the style sheet finds cards of this urgency.
fn name(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "emergency",
        Urgency::Today => "today",
        Urgency::Soon => "soon",
        Urgency::Routine => "routine",
    }
}

fn section(block: &Block) -> Markup {
    html! {
        section.more id={ "block-" (block.id) } data-block=(block.id) aria-labelledby={ "block-" (block.id) "-title" } {
            h2 id={ "block-" (block.id) "-title" } { (block.title) }
            (list(&block.lines))
        }
    }
}

/// Writes a text. The numbers in it keep the order of their digits on a page that runs from right
/// to left.
fn text(text: &str) -> Markup {
    html! {
        @for part in text_parts(text) {
            @match part {
                TextPart::Words(words) => { (words) },
                TextPart::Number(digits) => { (number(digits)) },
            }
        }
    }
}

fn number(digits: &str) -> Markup {
    html! { bdi dir="ltr" { (digits) } }
}

fn lines(lines: &[String]) -> Markup {
    html! { @for line in lines { p { (text(line)) } } }
}

/// Writes two or more lines as a list, and a single line as a paragraph.
fn list(all: &[String]) -> Markup {
    html! {
        @if let [_, _, ..] = all { ul { @for line in all { li { (text(line)) } } } } @else { (lines(all)) }
    }
}

fn contacts(title: &str, contacts: &[ContactLine]) -> Markup {
    html! {
        @if !contacts.is_empty() {
            div.contacts {
                h3 { (title) }
                ul { @for line in contacts { li data-contact=(line.id) { (contact(line)) } } }
            }
        }
    }
}

fn contact(contact: &ContactLine) -> Markup {
    html! {
        strong { (text(&contact.name)) }
        @if let Some((phone, tel)) = contact.phone.as_ref().zip(contact.tel()) {
            br; (contact.call) " " a href={ "tel:" (tel) } { (number(phone)) }
        }
        @if let Some((number, sms)) = contact.text.as_ref().zip(contact.sms()) {
            br; (contact.send) " " a href={ "sms:" (sms) } { (self::number(number)) }
        }
        @if let Some(web) = &contact.web {
            br; a href=(web) rel="noreferrer" { (web.trim_start_matches("https://").trim_end_matches('/')) }
        }
        @if let Some(remark) = &contact.remark { br; (text(remark)) }
        @if let Some(note) = &contact.check_note { span.standing { (text(note)) } }
    }
}
