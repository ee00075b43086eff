//! The summary to keep → its page: what can be noted, what can be added, and all that is kept, in
//! full, above the buttons that keep it.

use super::{
    Keep, ScreenProps,
    choices::{Group, choices},
    crisis::crisis,
    field::Field,
    heading::{heading, screen_heading},
    lines::{list, paragraphs},
    top::top,
};
use pathway::{
    journey::Event,
    screen::{Note, Private, Section, Summary, SummaryScreen},
};
use yew::prelude::*;

pub(super) fn summary(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    html! {
        <>
            { top(props, Some(&screen.back)) }
            { screen_heading(props, "nhsuk-heading-l", &screen.title) }
            { paragraphs(&screen.lead) }
            { crisis(props) }
            if !screen.notes.is_empty() {
                <form class="finder-notes" autocomplete="off" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                    { heading(props, 1, "nhsuk-heading-m", html! { &screen.notes_title }) }
                    { for screen.notes.iter().enumerate().map(|(place, one)| note(props, place, one)) }
                </form>
            }
            { for screen.private.iter().map(|asked| private(props, asked)) }
            <p class="finder-all">{ &screen.all }</p>
            { for props.screen.summary.iter().map(|text| paper(props, text, "finder-paper")) }
            { buttons(props, screen) }
        </>
    }
}

/// The summary itself, as it is printed. Nothing in it can be pressed.
pub(super) fn paper(props: &ScreenProps, summary: &Summary, class: &'static str) -> Html {
    let section = |section: &Section| {
        html! {
            <>
                { heading(props, 2, "nhsuk-heading-s", html! { &section.title }) }
                { list(&section.lines) }
            </>
        }
    };
    html! {
        <div {class} data-summary="">
            { heading(props, 1, "nhsuk-heading-m", html! { &summary.title }) }
            { for summary.made.iter().map(|made| html! { <p>{ made }</p> }) }
            { for summary.sections.iter().map(section) }
            <div class="finder-paper__origin">{ paragraphs(&summary.origin) }</div>
        </div>
    }
}

fn note(props: &ScreenProps, place: usize, note: &Note) -> Html {
    let touched =
        |choice: &pathway::screen::Choice| Event::Note(note.id.clone(), choice.id.clone());
    let group = Group {
        name: &format!("note-{place}"),
        many: note.many,
        choices: &note.choices,
        or: "",
        touch: &touched,
    };
    html! {
        <div class="nhsuk-form-group" data-note={note.id.as_str().to_owned()}>
            <fieldset class="nhsuk-fieldset">
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{ &note.legend }</legend>
                { choices(props, &group) }
            </fieldset>
            if !note.many && note.choices.iter().any(|choice| choice.picked) {
                <button
                    type="button"
                    class="finder-link"
                    data-action="unnote"
                    onclick={props.click(Event::Unnote(note.id.clone()))}
                >
                    { &note.remove }
                    <span class="nhsuk-u-visually-hidden">{ format!(": {}", note.legend) }</span>
                </button>
            }
        </div>
    }
}

fn private(props: &ScreenProps, private: &Private) -> Html {
    let (id, hint) = (props.id("private"), props.id("private-hint"));
    let field = Field {
        class: "nhsuk-checkboxes__input".into(),
        id: id.clone(),
        name: id.clone(),
        kind: "checkbox",
        value: "on".into(),
        picked: private.added,
        hint: Some(hint.clone()),
        action: Some("private".into()),
    };
    html! {
        <div class="nhsuk-checkboxes finder-private">
            <div class="nhsuk-checkboxes__item">
                { field.html(props.on_event.reform(|_| Event::Reveal)) }
                <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>{ &private.label }</label>
                <div class="nhsuk-hint nhsuk-checkboxes__hint" id={hint}>{ &private.hint }</div>
            </div>
        </div>
    }
}

fn buttons(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    let button = |keep: Keep, text: &str| {
        html! {
            <button
                type="button"
                class="nhsuk-button nhsuk-button--secondary"
                data-action={keep.name()}
                onclick={props.on_keep.reform(move |_| keep)}
            >
                { text.to_owned() }
            </button>
        }
    };
    let said = props.kept.and_then(|(keep, done)| match (keep, done) {
        (Keep::Copy, true) => Some(&screen.copied),
        (Keep::Save, true) => Some(&screen.saved),
        (Keep::Print, true) => None,
        (_, false) => Some(&screen.refused),
    });
    html! {
        <div class="finder-keep">
            { button(Keep::Print, &screen.print) }
            { button(Keep::Copy, &screen.copy) }
            { button(Keep::Save, &screen.save) }
            <p class="finder-kept" role="status">{ for said.into_iter() }</p>
        </div>
    }
}
