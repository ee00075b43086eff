//! A result → its page: what to do now, then what else there is, then what was answered.

use super::{
    ScreenProps,
    answers::answers,
    card::{block, card, inside, named},
    crisis::crisis,
    element::{Content, all, button, classed, element, nothing, said, text},
    heading::{heading, screen_heading},
    lines::details,
    top::top,
};
use pathway::{journey::Event, screen::ResultScreen};
use yew::Html;

pub(super) fn result(props: &ScreenProps, result: &ResultScreen) -> Html {
    let mut page = Content::default();
    page.add(top(props, Some(&result.back)));
    page.add(screen_heading(props, "nhsuk-heading-l", &result.title));
    page.add(said("p", "finder-nothing-sent", &result.nothing_sent));
    page.add(crisis(props));
    for outcome in &result.cards {
        page.add(card(props, outcome));
    }
    let keep = props.click(Event::Keep);
    page.add(button("nhsuk-button", "notes", &result.keep, keep));
    if let Some(draft) = &result.draft {
        page.add(said("p", "finder-draft", draft));
    }
    blocks(props, result, false, &mut page);
    page.add(also(props, result));
    blocks(props, result, true, &mut page);
    page.add(answers(props, result));
    let class = "nhsuk-button nhsuk-button--secondary";
    let restart = props.click(Event::Restart);
    page.add(button(class, "restart", &result.restart, restart));
    page.add(said("p", "finder-version", &result.version));
    page.html()
}

fn blocks(props: &ScreenProps, result: &ResultScreen, folded: bool, page: &mut Content) {
    for text in &result.blocks {
        if text.folded == folded {
            page.add(block(props, 1, text));
        }
    }
}

fn also(props: &ScreenProps, result: &ResultScreen) -> Html {
    if result.also.is_empty() {
        return nothing();
    }
    let mut items = Content::default();
    for outcome in &result.also {
        let content = all([
            said("p", "finder-soon", &outcome.soon),
            inside(props, outcome),
        ]);
        let class = "nhsuk-details finder-also__item";
        let item = details(class, &outcome.title, content);
        let names = &["data-outcome", "data-urgency"];
        items.add(element("li", names, named(outcome), item));
    }
    let content = all([
        heading(props, 1, "nhsuk-heading-m", text(&result.also_title)),
        classed("ul", "nhsuk-list finder-also__list", items.html()),
    ]);
    classed("div", "finder-also", content)
}
