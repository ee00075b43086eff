//! Draws the card of an outcome.
//!
//! The visitor's actions come first, with the checked telephone numbers directly under them.
//! Unchecked numbers follow after the other lines. The helplines of an urgent outcome follow the
//! card under their own heading.

use super::{
    ScreenProps, attribute::with_class, contact::contacts, heading::heading, lines::details,
    lines::list, reasons::reasons,
};
use pathway::{
    properties::Urgency,
    screen::{Block, Card, Section},
};
use yew::prelude::*;

pub(super) fn card(props: &ScreenProps, card: &Card) -> Html {
    html! {
        <div
            class="finder-outcome"
            data-outcome={card.id.as_str().to_owned()}
            data-urgency={card.urgency.as_str()}
        >
            { match card.urgency {
                Urgency::Emergency => urgent(
                    props,
                    card,
                    "nhsuk-card nhsuk-card--care nhsuk-card--care--emergency",
                ),
                Urgency::Today => urgent(
                    props,
                    card,
                    "nhsuk-card nhsuk-card--care nhsuk-card--care--urgent",
                ),
                Urgency::Soon | Urgency::Routine => html! {
                    <div class="nhsuk-card">
                        <div class="nhsuk-card__content">
                            { title(props, card) }
                            { content(props, card) }
                        </div>
                    </div>
                },
            } }
        </div>
    }
}

/// Draws the content of an outcome's card without its heading.
pub(super) fn content(props: &ScreenProps, card: &Card) -> Html {
    html! {
        <>
            { actions(props, card) }
            { sections(props, card) }
        </>
    }
}

/// Draws a block: a text that a result shows when its condition holds. The block's heading is
/// `below` levels under the first heading of the screen.
pub(super) fn block(props: &ScreenProps, below: u8, block: &Block) -> Html {
    html! {
        <div class="finder-block" data-block={block.id.as_str().to_owned()}>
            if block.folded {
                { details("nhsuk-details finder-block__fold", &block.title, list(&block.lines)) }
            } else {
                { heading(props, below, "nhsuk-heading-s", html! { &block.title }) }
                { list(&block.lines) }
            }
        </div>
    }
}

fn urgent(props: &ScreenProps, card: &Card, class: &'static str) -> Html {
    let first = html! {
        <div>
            <div class="nhsuk-card__heading-container">
                { title(props, card) }
                <span class="nhsuk-card--care__arrow" aria-hidden="true" />
            </div>
            <div class="nhsuk-card__content">{ actions(props, card) }</div>
        </div>
    };
    html! {
        <>
            { with_class(class, first) }
            { sections(props, card) }
        </>
    }
}

fn title(props: &ScreenProps, card: &Card) -> Html {
    let text = html! {
        <>
            <span class="finder-soon">
                { &card.urgency_text }
                <span class="nhsuk-u-visually-hidden">{ ":" }</span>
            </span>
            { " " }
            { &card.title }
        </>
    };
    heading(props, 1, "nhsuk-card__heading nhsuk-heading-m", text)
}

/// Draws what the visitor can do about an outcome, with the telephone numbers to call.
fn actions(props: &ScreenProps, card: &Card) -> Html {
    let (first, then) = card.first.split_at(card.first.len().min(1));
    html! {
        <>
            { for first.iter().map(|line| html! { <p class="finder-first">{ line }</p> }) }
            { contacts(&card.call, |contact| contact.current) }
            if !then.is_empty() {
                { list(then) }
            }
            { contacts(&card.call, |contact| !contact.current) }
            { for card.blocks.iter().map(|text| block(props, 2, text)) }
        </>
    }
}

/// Draws the sections, helplines and reasons of a card below its actions.
fn sections(props: &ScreenProps, card: &Card) -> Html {
    html! {
        <>
            { for card.sections.iter().map(|text| section(props, card, text)) }
            if !card.helplines.is_empty() {
                <div class="finder-section" data-section="helplines">
                    { heading(props, 2, "nhsuk-heading-s", html! { &card.helplines_title }) }
                    { contacts(&card.helplines, |_| true) }
                </div>
            }
            { reasons(card) }
        </>
    }
}

/// Draws a section of a card. The sections `who` and `next` are closed until the visitor opens
/// them, so that the next card is near on a small phone. On the card of an emergency, every section
/// is open.
fn section(props: &ScreenProps, card: &Card, section: &Section) -> Html {
    let folds = matches!(section.name, "who" | "next") && card.urgency < Urgency::Emergency;
    html! {
        <div class="finder-section" data-section={section.name}>
            if folds {
                { details("nhsuk-details finder-section__fold", &section.title, list(&section.lines)) }
            } else {
                { heading(props, 2, "nhsuk-heading-s", html! { &section.title }) }
                { list(&section.lines) }
                if section.name == "say" && !card.answers_to_say.is_empty() {
                    <div class="finder-own">
                        <p>{ &card.answers_to_say_title }</p>
                        { list(&card.answers_to_say) }
                    </div>
                }
            }
        </div>
    }
}
