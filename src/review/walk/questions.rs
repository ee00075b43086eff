//! Shows the answered questions of a journey and its next question, as forms.

use maud::{Markup, html};
use pathway::{
    check::LoadedEdition,
    journey::{Event, Journey},
    screen::{self, Body, Choice, QuestionScreen},
};

pub(super) fn questions(edition: &LoadedEdition, journey: &Journey) -> Markup {
    let pathway = edition.pathway();
    let questions = &pathway.document().questions;
    let path = journey.position().replay.path.iter();
    let answered = path.filter_map(|step| {
        let mut again = journey.clone();
        again.apply(
            pathway,
            &Event::Change(questions.get(step.question)?.id.clone()),
        );
        Some(again)
    });
    html! {
        @for journey in answered.chain([journey.clone()]) {
            @if let Body::Question(question) = screen::screen(edition, &journey, None).body {
                (fields(&question))
            }
        }
    }
}

fn fields(question: &QuestionScreen) -> Markup {
    let id = question.id.as_ref().map_or("", |id| id.as_str());
    html! {
        fieldset data-question=(id) {
            legend { (question.legend) }
            @for hint in &question.hints { p { (hint) } }
            @if question.many { p { (question.pick_many) } }
            @for choice in &question.choices { (field(question, id, choice)) }
            @if !question.why.is_empty() {
                details {
                    summary { (question.why_title) }
                    @for line in &question.why { p { (line) } }
                }
            }
        }
    }
}

fn field(question: &QuestionScreen, id: &str, choice: &Choice) -> Markup {
    let kind = if question.many { "checkbox" } else { "radio" };
    html! {
        label {
            input type=(kind) name=(id) value=(choice.id) checked[choice.picked] data-exclusive[choice.exclusive];
            " " (choice.label)
            @if let Some(hint) = &choice.hint { " " small { (hint) } }
        }
    }
}
