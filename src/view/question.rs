//! A question → its page: one fieldset whose legend is the page's heading. Continue is always
//! enabled, and nothing is picked before the visitor picks it.

use super::{
    ScreenProps,
    choices::{Group, choices},
    crisis::crisis,
    element::classed,
    heading::screen_heading,
    lines::{details, paragraphs},
    mistake::{message, summary},
    top::top,
};
use pathway::{journey::Event, screen::QuestionScreen};
use yew::prelude::*;

pub(super) fn question(props: &ScreenProps, question: &QuestionScreen) -> Html {
    // A form that reached the host would carry the answers into its address.
    let onsubmit = props.on_event.reform(|event: SubmitEvent| {
        event.prevent_default();
        Event::Continue
    });
    let onclick = go_on(props);
    html! {
        <>
            { top(props, Some(&question.back)) }
            { crisis(props) }
            // Without autocomplete="off" Firefox ticks, on a reloaded page, what was ticked before.
            <form novalidate=true autocomplete="off" {onsubmit}>
                { for question.mistake.iter().map(|mistake| summary(props, mistake)) }
                { group(props, question) }
                <button type="submit" class="nhsuk-button" data-action="continue" {onclick}>
                    { &question.r#continue }
                </button>
            </form>
            <p class="finder-guide"><a href={props.guide.clone()}>{ &question.guide }</a></p>
        </>
    }
}

/// A frame whose sandbox allows no forms submits nothing, and does not say so: the click is enough.
/// Enter in a field clicks too.
fn go_on(props: &ScreenProps) -> Callback<MouseEvent> {
    let on_event = props.on_event.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        // The second click of a double click is meant for the screen that is gone.
        if event.detail() <= 1 {
            on_event.emit(Event::Continue);
        }
    })
}

fn group(props: &ScreenProps, question: &QuestionScreen) -> Html {
    let mistake = question.mistake.as_ref();
    let hints = hints(question);
    let described = [
        (!hints.is_empty()).then(|| props.id("hint")),
        mistake.map(|_| props.id("error")),
    ];
    let described: Vec<_> = described.iter().flatten().map(AttrValue::as_str).collect();
    let class = match mistake {
        Some(_) => "nhsuk-form-group nhsuk-form-group--error",
        None => "nhsuk-form-group",
    };
    let fieldset = html! {
        <fieldset
            class="nhsuk-fieldset"
            aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
            aria-invalid={mistake.map(|_| "true")}
        >
            <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
                { screen_heading(props, "nhsuk-fieldset__heading", &question.legend) }
            </legend>
            if !hints.is_empty() {
                <div class="nhsuk-hint" id={props.id("hint")}>{ paragraphs(&hints) }</div>
            }
            if !question.why.is_empty() {
                { details("finder-why", html! { &question.why_title }, paragraphs(&question.why)) }
            }
            { for mistake.map(|mistake| message(props, mistake)) }
            { choices(props, &Group {
                name: "option",
                many: question.many,
                choices: &question.choices,
                or: &question.or,
                touch: &|choice| Event::Pick(choice.id.clone()),
            }) }
        </fieldset>
    };
    classed("div", class, fieldset)
}

fn hints(question: &QuestionScreen) -> Vec<String> {
    let pick_many = question.many.then(|| question.pick_many.clone());
    question.hints.iter().cloned().chain(pick_many).collect()
}
