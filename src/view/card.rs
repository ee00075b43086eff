//! An outcome → its card, or what stands behind its line in "You could also". What to do first
//! comes first; a number that somebody checked stands right under it, any other after the rest.
//! An urgent card holds no charity: helplines follow it under their own heading.

use super::{
    ScreenProps,
    contact::contacts,
    element::{Content, all, classed, element, nothing, plain, said, text},
    heading::heading,
    lines::{details, list},
    reasons::reasons,
};
use pathway::{
    document::Urgency,
    screen::{Block, Card, Section},
};
use yew::{AttrValue, Html};

pub(super) fn card(props: &ScreenProps, card: &Card) -> Html {
    let content = match card.urgency {
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
        Urgency::Soon | Urgency::Routine => {
            let content = all([title(props, card), inside(props, card)]);
            let content = classed("div", "nhsuk-card__content", content);
            classed("div", "nhsuk-card", content)
        }
    };
    const NAMES: &[&str] = &["class", "data-outcome", "data-urgency"];
    let values = [vec!["finder-outcome".into()], named(card)].concat();
    element("div", NAMES, values, content)
}

/// What an outcome is called on the page, and how soon it is needed.
pub(super) fn named(card: &Card) -> Vec<AttrValue> {
    let id = card.id.as_str().to_owned();
    vec![id.into(), card.urgency.as_str().into()]
}

/// All that an outcome says, but for its heading.
pub(super) fn inside(props: &ScreenProps, card: &Card) -> Html {
    let mut content = Content::default();
    now(props, card, &mut content);
    rest(props, card, &mut content);
    content.html()
}

/// A text that stands on a result by condition.
pub(super) fn block(props: &ScreenProps, below: u8, block: &Block) -> Html {
    let lines = list(&block.lines);
    let content = if block.folded {
        details("nhsuk-details finder-block__fold", &block.title, lines)
    } else {
        all([
            heading(props, below, "nhsuk-heading-s", text(&block.title)),
            lines,
        ])
    };
    let id = block.id.as_str().to_owned();
    let values = vec!["finder-block".into(), id.into()];
    element("div", &["class", "data-block"], values, content)
}

fn urgent(props: &ScreenProps, card: &Card, class: &'static str) -> Html {
    const ARROW: &[&str] = &["class", "aria-hidden"];
    let arrow = vec!["nhsuk-card--care__arrow".into(), "true".into()];
    let arrow = element("span", ARROW, arrow, nothing());
    let top = all([title(props, card), arrow]);
    let mut content = Content::default();
    now(props, card, &mut content);
    let card_itself = all([
        classed("div", "nhsuk-card__heading-container", top),
        classed("div", "nhsuk-card__content", content.html()),
    ]);
    let mut whole = Content::default();
    whole.add(classed("div", class, card_itself));
    rest(props, card, &mut whole);
    whole.html()
}

fn title(props: &ScreenProps, card: &Card) -> Html {
    let soon = all([
        text(&card.soon),
        said("span", "nhsuk-u-visually-hidden", ":"),
    ]);
    let words = all([
        classed("span", "finder-soon", soon),
        text(" "),
        text(&card.title),
    ]);
    heading(props, 1, "nhsuk-card__heading nhsuk-heading-m", words)
}

fn now(props: &ScreenProps, card: &Card, content: &mut Content) {
    let (first, then) = card.first.split_at(card.first.len().min(1));
    for line in first {
        content.add(said("p", "finder-first", line));
    }
    content.add(contacts(&card.call, |contact| contact.current));
    if !then.is_empty() {
        content.add(list(then));
    }
    content.add(contacts(&card.call, |contact| !contact.current));
    for text in &card.blocks {
        content.add(block(props, 2, text));
    }
}

fn rest(props: &ScreenProps, card: &Card, content: &mut Content) {
    for text in &card.sections {
        content.add(section(props, card, text));
    }
    if !card.helplines.is_empty() {
        let lines = all([
            heading(props, 2, "nhsuk-heading-s", text(&card.helplines_title)),
            contacts(&card.helplines, |_| true),
        ]);
        content.add(named_section("helplines", lines));
    }
    content.add(reasons(card));
}

/// What to say and what to do if turned away stand open; the rest is a touch away, so that the next
/// card is not a long way down a small phone. In an emergency nothing is hidden.
fn section(props: &ScreenProps, card: &Card, section: &Section) -> Html {
    let folds = matches!(section.name, "who" | "next");
    let lines = list(&section.lines);
    let content = if folds && card.urgency < Urgency::Emergency {
        details("nhsuk-details finder-section__fold", &section.title, lines)
    } else {
        let own = match section.name {
            "say" if !card.own.is_empty() => own(card),
            _ => nothing(),
        };
        all([
            heading(props, 2, "nhsuk-heading-s", text(&section.title)),
            lines,
            own,
        ])
    };
    named_section(section.name, content)
}

fn named_section(name: &'static str, content: Html) -> Html {
    let values = vec!["finder-section".into(), name.into()];
    element("div", &["class", "data-section"], values, content)
}

/// What to say in the words that the visitor picked.
fn own(card: &Card) -> Html {
    let content = all([plain("p", text(&card.own_title)), list(&card.own)]);
    classed("div", "finder-own", content)
}
