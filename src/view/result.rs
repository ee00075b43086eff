//! A result → its page: what to do now, then what else there is, then what was answered.

use super::{
    ScreenProps,
    answers::answers,
    card::{block, card, inside},
    crisis::crisis,
    heading::{heading, screen_heading},
    lines::details,
    top::top,
};
use pathway::{
    journey::Event,
    screen::{Card, ResultScreen},
};
use yew::prelude::*;

pub(super) fn result(props: &ScreenProps, result: &ResultScreen) -> Html {
    let folded = |folded| {
        result
            .blocks
            .iter()
            .filter(move |block| block.folded == folded)
    };
    html! {
        <>
            { top(props, Some(&result.back)) }
            { screen_heading(props, "nhsuk-heading-l", &result.title) }
            <p class="finder-nothing-sent">{ &result.nothing_sent }</p>
            { crisis(props) }
            { for result.cards.iter().map(|outcome| card(props, outcome)) }
            <button
                type="button"
                class="nhsuk-button"
                data-action="notes"
                onclick={props.click(Event::Keep)}
            >
                { &result.keep }
            </button>
            { for result.draft.iter().map(|draft| html! { <p class="finder-draft">{ draft }</p> }) }
            { for folded(false).map(|text| block(props, 1, text)) }
            { also(props, result) }
            { for folded(true).map(|text| block(props, 1, text)) }
            { answers(props, result) }
            <button
                type="button"
                class="nhsuk-button nhsuk-button--secondary"
                data-action="restart"
                onclick={props.click(Event::Restart)}
            >
                { &result.restart }
            </button>
            <p class="finder-version">{ &result.version }</p>
        </>
    }
}

fn also(props: &ScreenProps, result: &ResultScreen) -> Html {
    if result.also.is_empty() {
        return Html::default();
    }
    let item = |outcome: &Card| {
        html! {
            <li
                data-outcome={outcome.id.as_str().to_owned()}
                data-urgency={outcome.urgency.as_str()}
            >
                { details(
                    "finder-also__item",
                    html! { &outcome.title },
                    html! {
                        <>
                            <p class="finder-soon">{ &outcome.soon }</p>
                            { inside(props, outcome) }
                        </>
                    },
                ) }
            </li>
        }
    };
    html! {
        <div class="finder-also">
            { heading(props, 1, "nhsuk-heading-m", html! { &result.also_title }) }
            <ul class="nhsuk-list finder-also__list">{ for result.also.iter().map(item) }</ul>
        </div>
    }
}
