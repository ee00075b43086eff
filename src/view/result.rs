//! Draws a result: the outcomes, other options, and the visitor's answers.

use super::{
    ScreenProps,
    answers::answers,
    card::{block, card, content},
    crisis::crisis,
    heading::{heading, screen_heading},
    lines::details,
    top_bar::top_bar,
};
use pathway::{
    journey::Event,
    screen::{Card, ResultScreen},
};
use yew::prelude::*;

pub(super) fn result(props: &ScreenProps, result: &ResultScreen) -> Html {
    html! {
        <>
            { top_bar(props, Some(&result.back)) }
            { screen_heading(props, "nhsuk-heading-l", &result.title) }
            <p class="finder-nothing-sent">{ &result.nothing_sent }</p>
            { crisis(props) }
            { for result.cards.iter().map(|outcome| card(props, outcome)) }
            <button
                type="button"
                class="nhsuk-button"
                data-action="notes"
                onclick={props.click(Event::OpenSummary)}
            >
                { &result.open_summary_label }
            </button>
            if let Some(draft) = &result.draft {
                <p class="finder-draft">{ draft }</p>
            }
            { blocks(props, result, false) }
            if !result.also.is_empty() {
                <div class="finder-also">
                    { heading(props, 1, "nhsuk-heading-m", html! { &result.also_title }) }
                    <ul class="nhsuk-list finder-also__list">
                        { for result.also.iter().map(|outcome| also(props, outcome)) }
                    </ul>
                </div>
            }
            { blocks(props, result, true) }
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

fn blocks(props: &ScreenProps, result: &ResultScreen, folded: bool) -> Html {
    let blocks = result.blocks.iter().filter(|text| text.folded == folded);
    blocks.map(|text| block(props, 1, text)).collect()
}

/// Draws one of the further outcomes, which a result lists below its cards. It is closed until the
/// visitor opens it.
fn also(props: &ScreenProps, outcome: &Card) -> Html {
    let content = html! {
        <>
            <p class="finder-soon">{ &outcome.urgency_text }</p>
            { content(props, outcome) }
        </>
    };
    html! {
        <li
            data-outcome={outcome.id.as_str().to_owned()}
            data-urgency={outcome.urgency.as_str()}
        >
            { details("nhsuk-details finder-also__item", &outcome.title, content) }
        </li>
    }
}
