//! Draws the summary page. It has questions for the visitor's notes, the private answers that the
//! visitor may add, and the whole summary. Buttons print, copy or save the summary.

use super::{
    ExportMethod, Message, ScreenProps,
    attribute::{with_attribute, with_class},
    choices::{ChoicesProps, choices},
    crisis::crisis,
    heading::{heading, screen_heading},
    lines::{list, paragraphs},
    radio_or_checkbox::{RadioOrCheckboxProps, radio_or_checkbox},
    top_bar::top_bar,
};
use pathway::{
    journey::Event,
    screen::{Choice, Note, PrivateAnswers, Summary, SummaryScreen},
};
use yew::prelude::*;

pub(super) fn summary(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    html! {
        <>
            { top_bar(props, Some(&screen.back)) }
            { screen_heading(props, "nhsuk-heading-l", &screen.title) }
            { paragraphs(&screen.lead) }
            { crisis(props) }
            if !screen.notes.is_empty() {
                { notes(props, screen) }
            }
            if let Some(part) = &screen.private {
                { private(props, part) }
            }
            <p class="finder-all">{ &screen.all }</p>
            if let Some(summary) = &props.screen.summary {
                { paper(props, summary, "finder-paper") }
            }
            { buttons(props, screen) }
        </>
    }
}

/// Draws the summary as the printer prints it, without buttons.
pub(super) fn paper(props: &ScreenProps, summary: &Summary, class: &'static str) -> Html {
    let paper = html! {
        <div>
            { heading(props, 1, "nhsuk-heading-m", html! { &summary.title }) }
            if let Some(date_line) = &summary.date_line {
                <p>{ date_line }</p>
            }
            { for summary.sections.iter().map(|section| html! {
                <>
                    { heading(props, 2, "nhsuk-heading-s", html! { &section.title }) }
                    { list(&section.lines) }
                </>
            }) }
            <div class="finder-paper__origin">{ paragraphs(&summary.origin) }</div>
        </div>
    };
    with_attribute(with_class(class, paper), "data-summary", "".into())
}

fn notes(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let notes = screen.notes.iter().enumerate();
    html! {
        <form class="finder-notes" autocomplete="off" {onsubmit}>
            { heading(props, 1, "nhsuk-heading-m", html! { &screen.notes_title }) }
            { for notes.map(|(index, one)| note(props, index, one)) }
        </form>
    }
}

fn note(props: &ScreenProps, index: usize, note: &Note) -> Html {
    let removable = !note.many && note.choices.iter().any(|choice| choice.picked);
    html! {
        <div class="nhsuk-form-group" data-note={note.id.as_str().to_owned()}>
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                    { &note.legend }
                </legend>
                { choices(props, &ChoicesProps {
                    name: &format!("note-{index}"),
                    many: note.many,
                    choices: &note.choices,
                    or: "",
                    on_pick: &|choice: &Choice| Event::Note(note.id.clone(), choice.id.clone()),
                }) }
            </fieldset>
            if removable {
                <button
                    type="button"
                    class="finder-link"
                    data-action="unnote"
                    onclick={props.click(Event::Unnote(note.id.clone()))}
                >
                    { &note.remove }
                    <span class="nhsuk-u-visually-hidden">{ ": " }{ &note.legend }</span>
                </button>
            }
        </div>
    }
}

fn private(props: &ScreenProps, private: &PrivateAnswers) -> Html {
    let (id, hint_id) = (props.id("private"), props.id("private-hint"));
    html! {
        <div class="nhsuk-checkboxes finder-private">
            <div class="nhsuk-checkboxes__item">
                { radio_or_checkbox(RadioOrCheckboxProps {
                    class: "nhsuk-checkboxes__input",
                    id: id.clone(),
                    name: id.clone(),
                    kind: "checkbox",
                    value: "on".into(),
                    checked: private.added,
                    described_by: Some(hint_id.clone()),
                    action: Some("private"),
                    onchange: props.change(Event::TogglePrivateAnswers),
                }) }
                <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>{ &private.label }</label>
                <div class="nhsuk-hint nhsuk-checkboxes__hint" id={hint_id}>{ &private.hint }</div>
            </div>
        </div>
    }
}

fn buttons(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    let button = |method: ExportMethod, text: &str| {
        html! {
            <button
                type="button"
                class="nhsuk-button nhsuk-button--secondary"
                data-action={method.name()}
                onclick={props.press(Message::Export(method))}
            >
                { text }
            </button>
        }
    };
    let status = match props.exported {
        Some((ExportMethod::Copy, true)) => &*screen.copied,
        Some((ExportMethod::Save, true)) => &*screen.saved,
        Some((_, false)) => &*screen.refused,
        Some((ExportMethod::Print, true)) | None => "",
    };
    html! {
        <div class="finder-keep">
            { button(ExportMethod::Print, &screen.print) }
            { button(ExportMethod::Copy, &screen.copy) }
            { button(ExportMethod::Save, &screen.save) }
            <p class="finder-kept" role="status">{ status }</p>
        </div>
    }
}
