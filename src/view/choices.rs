//! What can be picked → native radios or checkboxes, stacked, with one divider before the options
//! that exclude the others.

use super::ScreenProps;
use pathway::{
    journey::Event,
    screen::{Choice, QuestionScreen},
};
use yew::prelude::*;

/// The class names and the type of one kind of input.
struct Look {
    input: &'static str,
    block: &'static str,
}

const RADIOS: Look = Look {
    input: "radio",
    block: "nhsuk-radios",
};
const CHECKBOXES: Look = Look {
    input: "checkbox",
    block: "nhsuk-checkboxes",
};

pub(super) fn choices(props: &ScreenProps, question: &QuestionScreen) -> Html {
    let look = if question.many { CHECKBOXES } else { RADIOS };
    let first_exclusive = question.choices.iter().position(|choice| choice.exclusive);
    let divided = first_exclusive.filter(|place| *place > 0);
    html! {
        <div class={look.block}>
            { for question.choices.iter().enumerate().map(|(place, choice)| html! {
                <>
                    if divided == Some(place) {
                        <div class={format!("{}__divider", look.block)}>{ &question.or }</div>
                    }
                    { item(props, &look, place, choice) }
                </>
            }) }
        </div>
    }
}

fn item(props: &ScreenProps, look: &Look, place: usize, choice: &Choice) -> Html {
    let id = props.id(&format!("option-{place}"));
    let hint = props.id(&format!("option-{place}-hint"));
    let picked = Event::Pick(choice.id.clone());
    html! {
        <div class={format!("{}__item", look.block)}>
            <input
                class={format!("{}__input", look.block)}
                id={id.clone()}
                name={props.id("option")}
                type={look.input}
                value={choice.id.as_str().to_owned()}
                checked={choice.picked}
                aria-describedby={choice.hint.as_ref().map(|_| hint.clone())}
                onchange={props.on_event.reform(move |_| picked.clone())}
            />
            <label class={format!("nhsuk-label {}__label", look.block)} for={id}>
                { &choice.label }
            </label>
            { for choice.hint.iter().map(|text| html! {
                <div class={format!("nhsuk-hint {}__hint", look.block)} id={hint.clone()}>{ text }</div>
            }) }
        </div>
    }
}
