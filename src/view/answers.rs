//! Draws the list of the visitor's answers on a result, each with a Change button.

use super::{ScreenProps, heading::heading, lines::paragraphs};
use pathway::{
    journey::Event,
    screen::{AnswerLine, ResultScreen},
};
use yew::prelude::*;

pub(super) fn answers(props: &ScreenProps, result: &ResultScreen) -> Html {
    html! {
        <div class="finder-answers">
            { heading(props, 1, "nhsuk-heading-m", html! { &result.answers_title }) }
            <dl class="nhsuk-summary-list">
                { for result.answers.iter().map(|answer| row(props, answer)) }
            </dl>
            <p>{ &result.not_saved }</p>
        </div>
    }
}

fn row(props: &ScreenProps, answer: &AnswerLine) -> Html {
    html! {
        <div class="nhsuk-summary-list__row">
            <dt class="nhsuk-summary-list__key">{ &answer.question }</dt>
            <dd class="nhsuk-summary-list__value">{ paragraphs(&answer.answers) }</dd>
            <dd class="nhsuk-summary-list__actions">
                <button
                    type="button"
                    class="finder-link"
                    data-action="change"
                    data-change={answer.id.as_str().to_owned()}
                    onclick={props.click(Event::Change(answer.id.clone()))}
                >
                    { &answer.change }
                    <span class="nhsuk-u-visually-hidden">{ " " }{ &answer.question }</span>
                </button>
            </dd>
        </div>
    }
}
