//! An outcome → its card, or what stands behind its line in "You could also". What to do first
//! comes first; a number that somebody checked stands right under it, any other after the rest.
//! An urgent card holds no charity: helplines follow it under their own heading.

use super::{
    ScreenProps,
    contact::contacts,
    heading::heading,
    lines::{details, list},
    reasons::reasons,
};
use pathway::{
    document::Urgency,
    screen::{Block, Card, Section},
};
use yew::prelude::*;

pub(super) fn card(props: &ScreenProps, card: &Card) -> Html {
    let content = match card.urgency {
        Urgency::Emergency => urgent(props, card, "nhsuk-card--care--emergency"),
        Urgency::Today => urgent(props, card, "nhsuk-card--care--urgent"),
        Urgency::Soon | Urgency::Routine => html! {
            <div class="nhsuk-card">
                <div class="nhsuk-card__content">
                    { title(props, card) }
                    { inside(props, card) }
                </div>
            </div>
        },
    };
    html! {
        <div
            class="finder-outcome"
            data-outcome={card.id.as_str().to_owned()}
            data-urgency={card.urgency.as_str()}
        >
            { content }
        </div>
    }
}

/// All that an outcome says, but for its heading.
pub(super) fn inside(props: &ScreenProps, card: &Card) -> Html {
    html! {
        <>
            { now(card) }
            { for card.blocks.iter().map(|text| block(props, 2, text)) }
            { rest(props, card) }
        </>
    }
}

/// A text that stands on a result by condition.
pub(super) fn block(props: &ScreenProps, below: u8, block: &Block) -> Html {
    let content = if block.folded {
        details(
            "finder-block__fold",
            html! { &block.title },
            list(&block.lines),
        )
    } else {
        html! {
            <>
                { heading(props, below, "nhsuk-heading-s", html! { &block.title }) }
                { list(&block.lines) }
            </>
        }
    };
    html! { <div class="finder-block" data-block={block.id.as_str().to_owned()}>{ content }</div> }
}

fn urgent(props: &ScreenProps, card: &Card, class: &'static str) -> Html {
    html! {
        <>
            <div class={classes!("nhsuk-card", "nhsuk-card--care", class)}>
                <div class="nhsuk-card__heading-container">
                    { title(props, card) }
                    <span class="nhsuk-card--care__arrow" aria-hidden="true" />
                </div>
                <div class="nhsuk-card__content">
                    { now(card) }
                    { for card.blocks.iter().map(|text| block(props, 2, text)) }
                </div>
            </div>
            { rest(props, card) }
        </>
    }
}

fn title(props: &ScreenProps, card: &Card) -> Html {
    let words = html! { <><span class="finder-soon">{ &card.soon }<span class="nhsuk-u-visually-hidden">{ ":" }</span></span>{ " " }{ &card.title }</> };
    heading(props, 1, "nhsuk-card__heading nhsuk-heading-m", words)
}

fn now(card: &Card) -> Html {
    let (first, then) = card.first.split_at(card.first.len().min(1));
    html! {
        <>
            { for first.iter().map(|line| html! { <p class="finder-first">{ line }</p> }) }
            { contacts(card.call.iter().filter(|contact| contact.current)) }
            if !then.is_empty() {
                { list(then) }
            }
            { contacts(card.call.iter().filter(|contact| !contact.current)) }
        </>
    }
}

fn rest(props: &ScreenProps, card: &Card) -> Html {
    html! {
        <>
            { for card.sections.iter().map(|text| section(props, card, text)) }
            if !card.helplines.is_empty() {
                <div class="finder-section" data-section="helplines">
                    { heading(props, 2, "nhsuk-heading-s", html! { &card.helplines_title }) }
                    { contacts(card.helplines.iter()) }
                </div>
            }
            { reasons(card) }
        </>
    }
}

/// What to say and what to do if turned away stand open; the rest is a touch away, so that the next
/// card is not a long way down a small phone. In an emergency nothing is hidden.
fn section(props: &ScreenProps, card: &Card, section: &Section) -> Html {
    let folds = matches!(section.name, "who" | "next");
    let content = if folds && card.urgency < Urgency::Emergency {
        details(
            "finder-section__fold",
            html! { &section.title },
            list(&section.lines),
        )
    } else {
        html! {
            <>
                { heading(props, 2, "nhsuk-heading-s", html! { &section.title }) }
                { list(&section.lines) }
                if section.name == "say" {
                    { own(card) }
                }
            </>
        }
    };
    html! { <div class="finder-section" data-section={section.name}>{ content }</div> }
}

/// What to say in the words that the visitor picked.
fn own(card: &Card) -> Html {
    if card.own.is_empty() {
        return Html::default();
    }
    html! {
        <div class="finder-own">
            <p>{ &card.own_title }</p>
            { list(&card.own) }
        </div>
    }
}
