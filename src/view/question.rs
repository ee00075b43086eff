//! Draws the screen of a question. The legend of its fieldset is the heading of the screen.
//! Continue is always enabled, and no option is picked in advance.

use super::{
    Message, ScreenProps,
    attribute::with_class,
    choices::{ChoicesProps, choices},
    crisis::crisis,
    heading::screen_heading,
    lines::{details, paragraphs},
    top_bar::top_bar,
    validation_error::{error_message, error_summary},
};
use pathway::{journey::Event, screen::QuestionScreen};
use yew::prelude::*;

pub(super) fn question(props: &ScreenProps, question: &QuestionScreen) -> Html {
    // The browser must not submit the form, because that would put the answers into the address of
    // the page.
    let onsubmit = props.on_message.reform(|event: SubmitEvent| {
        event.prevent_default();
        Message::Event(Event::Continue)
    });
    // Without autocomplete="off" Firefox would restore the answers when the page reloads.
    html! {
        <>
            { top_bar(props, Some(&question.back)) }
            { crisis(props) }
            <form novalidate=true autocomplete="off" {onsubmit}>
                if let Some(error) = &question.validation_error {
                    { error_summary(props, error) }
                }
                { fieldset(props, question) }
                <button
                    type="submit"
                    class="nhsuk-button"
                    data-action="continue"
                    onclick={on_continue(props)}
                >
                    { &question.r#continue }
                </button>
            </form>
            <p class="finder-guide"><a href={props.guide.clone()}>{ &question.guide }</a></p>
        </>
    }
}

/// Returns a click handler for Continue. Continue works by a click, because a frame whose sandbox
/// forbids forms cannot submit one. The Enter key in a field also causes this click.
fn on_continue(props: &ScreenProps) -> Callback<MouseEvent> {
    let on_message = props.on_message.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        // A double click must answer only one question.
        if event.detail() <= 1 {
            on_message.emit(Message::Event(Event::Continue));
        }
    })
}

fn fieldset(props: &ScreenProps, question: &QuestionScreen) -> Html {
    let error = question.validation_error.as_ref();
    let hints = hints(question);
    let described_by = [
        (!hints.is_empty()).then(|| props.id("hint")),
        error.map(|_| props.id("error")),
    ];
    let described_by: Vec<_> = described_by.into_iter().flatten().collect();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    let group = match error {
        Some(_) => "nhsuk-form-group nhsuk-form-group--error",
        None => "nhsuk-form-group",
    };
    let fields = html! {
        <div>
            <fieldset
                class="nhsuk-fieldset"
                aria-describedby={described_by}
                aria-invalid={error.map(|_| "true")}
            >
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
                    { screen_heading(props, "nhsuk-fieldset__heading", &question.legend) }
                </legend>
                if !hints.is_empty() {
                    <div class="nhsuk-hint" id={props.id("hint")}>{ paragraphs(&hints) }</div>
                }
                if !question.why.is_empty() {
                    { details(
                        "nhsuk-details finder-why",
                        &question.why_title,
                        paragraphs(&question.why),
                    ) }
                }
                if let Some(error) = error {
                    { error_message(props, error) }
                }
                { choices(props, &ChoicesProps {
                    name: "option",
                    many: question.many,
                    choices: &question.choices,
                    or: &question.or,
                    on_pick: &|choice| Event::Pick(choice.id.clone()),
                }) }
            </fieldset>
        </div>
    };
    with_class(group, fields)
}

fn hints(question: &QuestionScreen) -> Vec<String> {
    let pick_many = question.many.then(|| question.pick_many.clone());
    question.hints.iter().cloned().chain(pick_many).collect()
}
