//! A question → its page: one fieldset whose legend is the page's heading. Continue is always
//! enabled, and nothing is picked before the visitor picks it.

use super::{
    Message, ScreenProps,
    choices::{Group, choices},
    crisis::crisis,
    element::{all, classed, element, form, nothing, pressed, text},
    heading::screen_heading,
    lines::{details, paragraphs},
    mistake::{message, summary},
    top::top,
};
use pathway::{journey::Event, screen::QuestionScreen};
use yew::prelude::*;

pub(super) fn question(props: &ScreenProps, question: &QuestionScreen) -> Html {
    const NAMES: &[&str] = &["type", "class", "data-action"];
    let values = ["submit", "nhsuk-button", "continue"].map(Into::into);
    let go_on = pressed(
        NAMES,
        values.into(),
        go_on(props),
        text(&question.r#continue),
    );
    let mistake = question.mistake.as_ref();
    let mistake = mistake.map_or_else(nothing, |mistake| summary(props, mistake));
    let asked = all([mistake, group(props, question), go_on]);
    // Without autocomplete="off" Firefox ticks, on a reloaded page, what was ticked before.
    let names = &["novalidate", "autocomplete"];
    let values = vec!["".into(), "off".into()];
    let submitted = Some(Message::Did(Event::Continue));
    let form = form(names, values, &props.on_message, submitted, asked);
    let guide = vec![props.guide.clone()];
    let guide = element("a", &["href"], guide, text(&question.guide));
    all([
        top(props, Some(&question.back)),
        crisis(props),
        form,
        classed("p", "finder-guide", guide),
    ])
}

/// A frame whose sandbox allows no forms submits nothing, and does not say so: the click is enough.
/// Enter in a field clicks too.
fn go_on(props: &ScreenProps) -> Callback<MouseEvent> {
    let on_message = props.on_message.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        // The second click of a double click is meant for the screen that is gone.
        if event.detail() <= 1 {
            on_message.emit(Message::Did(Event::Continue));
        }
    })
}

fn group(props: &ScreenProps, question: &QuestionScreen) -> Html {
    let mistake = question.mistake.as_ref();
    let (mut hints, mut why, mut error) = (nothing(), nothing(), nothing());
    let mut described = Vec::new();
    let (mut names, mut class) = (FIELDSET, "nhsuk-form-group");
    let lines = hints_of(question);
    if !lines.is_empty() {
        let id = props.id("hint");
        let values = vec!["nhsuk-hint".into(), id.clone()];
        hints = element("div", &["class", "id"], values, paragraphs(&lines));
        described.push(id.to_string());
    }
    if !question.why.is_empty() {
        let lines = paragraphs(&question.why);
        why = details("nhsuk-details finder-why", &question.why_title, lines);
    }
    if let Some(mistake) = mistake {
        error = message(props, mistake);
        described.push(props.id("error").to_string());
        names = FIELDSET_WITH_MISTAKE;
        class = "nhsuk-form-group nhsuk-form-group--error";
    }
    let legend = screen_heading(props, "nhsuk-fieldset__heading", &question.legend);
    let legend_class = "nhsuk-fieldset__legend nhsuk-fieldset__legend--l";
    let group = Group {
        name: "option",
        many: question.many,
        choices: &question.choices,
        or: &question.or,
        touch: &|choice| Event::Pick(choice.id.clone()),
    };
    let content = all([
        classed("legend", legend_class, legend),
        hints,
        why,
        error,
        choices(props, &group),
    ]);
    let mut values = vec!["nhsuk-fieldset".into()];
    if described.is_empty() {
        names = &["class"];
    } else {
        values.push(described.join(" ").into());
    }
    if mistake.is_some() {
        values.push("true".into());
    }
    let fieldset = element("fieldset", names, values, content);
    classed("div", class, fieldset)
}

const FIELDSET: &[&str] = &["class", "aria-describedby"];
const FIELDSET_WITH_MISTAKE: &[&str] = &["class", "aria-describedby", "aria-invalid"];

fn hints_of(question: &QuestionScreen) -> Vec<String> {
    let pick_many = question.many.then(|| question.pick_many.clone());
    question.hints.iter().cloned().chain(pick_many).collect()
}
