//! Every text that a visitor can read in a question, an outcome or a block, in each wording, and when.

use crate::{
    condition::{shown, when},
    spoken::Spoken,
};
use maud::{Markup, html};
use pathway::{
    document::{
        Block, Condition, Kind, Outcome, Question, Shown, text::Lines, words::QuestionWords,
    },
    id::LineId,
};

pub(crate) fn sections(spoken: Spoken<'_>) -> Markup {
    let document = spoken.document();
    html! {
        section id="questions" {
            h2 { "Every question" }
            @for question in &document.questions { (question_text(spoken, question)) }
            h2 { "Notes for the call, after a result" }
            @for note in &document.notes { (question_text(spoken, note)) }
        }
        section id="texts" {
            h2 { "Every text of an outcome" }
            @for outcome in &document.outcomes { (outcome_text(spoken, outcome)) }
            h2 { "Texts that stand on results by condition" }
            @for block in &document.blocks { (block_text(spoken, block)) }
        }
    }
}

fn condition(spoken: Spoken<'_>, condition: Option<&Condition>) -> Markup {
    html! { @if let Some(condition) = condition { div.when { "If " (when(spoken, condition)) } } }
}

fn question_text(spoken: Spoken<'_>, question: &Question) -> Markup {
    let words = spoken.edition.words().questions.get(&question.id);
    html! {
        article data-question=(question.id) {
            @if let Some(words) = words {
                h3 { (spoken.one(&words.legend)) " " code { (question.id) } }
                (condition(spoken, question.ask_when.as_ref()))
                (asked(spoken, question, words))
            }
        }
    }
}

fn asked(spoken: Spoken<'_>, question: &Question, words: &QuestionWords) -> Markup {
    html! {
        @if words.legend.wordings().count() > 1 { (spoken.every(&words.legend)) }
        @if let Some(short) = &words.short { div { "In the list of answers: " (spoken.every(short)) } }
        (lines(spoken, &question.hints, &words.hints))
        @if !question.why.is_empty() { p { strong { "Why we ask" } } (lines(spoken, &question.why, &words.why)) }
        p { strong { @match question.kind { Kind::One => "One can be picked", Kind::Many => "More than one can be picked" } } }
        ul {
            @for option in &question.options {
                @if let Some(text) = words.options.get(&option.id) {
                    li {
                        (spoken.every(&text.label))
                        @if let Some(hint) = &text.hint { div.hint { (spoken.every(hint)) } }
                        @if let Some(said) = &text.said { div { "Repeated as: " (spoken.every(said)) } }
                        @if option.exclusive { div.when { "Picking it unpicks the rest." } }
                        (condition(spoken, option.show_when.as_ref()))
                        @for variant in &option.variants {
                            @if let Some(other) = text.variants.get(&variant.id) {
                                div { "Instead: " (spoken.every(&other.label)) }
                                @if let Some(hint) = &other.hint { div.hint { (spoken.every(hint)) } }
                                (shown(spoken, variant))
                            }
                        }
                    }
                }
            }
        }
        div { strong { "If nothing is picked: " } (spoken.every(&words.error)) }
    }
}

fn outcome_text(spoken: Spoken<'_>, outcome: &Outcome) -> Markup {
    let Some(words) = spoken.edition.words().outcomes.get(&outcome.id) else {
        return html! {};
    };
    let sections = [
        ("Heading", &outcome.title, &words.title),
        ("What to do first", &outcome.first, &words.first),
        ("Who it is for", &outcome.who, &words.who),
        ("What to say", &outcome.say, &words.say),
        ("What happens next", &outcome.next, &words.next),
        ("If turned away", &outcome.turned_away, &words.turned_away),
    ];
    let people = |contacts: &[Shown<pathway::id::ContactId>]| {
        html! { ul { @for contact in contacts { li { code { (contact.id) } (shown(spoken, contact)) } } } }
    };
    html! {
        article data-text=(outcome.id) {
            h3 { (spoken.outcome(&outcome.id)) " " code { (outcome.id) } }
            @for (called, places, words) in sections {
                @if !places.is_empty() { h4 { (called) } (lines(spoken, places, words)) }
            }
            @if !outcome.call.is_empty() { h4 { "Whom to call" } (people(&outcome.call)) }
            @if !outcome.helplines.is_empty() { h4 { "Helplines" } (people(&outcome.helplines)) }
        }
    }
}

fn block_text(spoken: Spoken<'_>, block: &Block) -> Markup {
    let words = spoken.edition.words().blocks.get(&block.id);
    html! {
        @if let Some(words) = words {
            article data-block=(block.id) {
                h3 { (spoken.one(&words.title)) " " code { (block.id) } }
                @if words.title.wordings().count() > 1 { (spoken.every(&words.title)) }
                (condition(spoken, block.when.as_ref()))
                (lines(spoken, &block.lines, &words.lines))
            }
        }
    }
}

fn lines(spoken: Spoken<'_>, places: &[Shown<LineId>], words: &Lines) -> Markup {
    html! {
        ul {
            @for place in places {
                @if let Some(text) = words.get(&place.id) { li { (spoken.every(text)) (shown(spoken, place)) } }
            }
        }
    }
}
