//! Every text that a visitor can read in a question, an outcome or a block, in each wording, and when.

use crate::{
    condition::{shown, when},
    wording::Wording,
};
use maud::{Markup, html};
use pathway::{
    document::{
        Block, Condition, Conditional, Kind, Outcome, Question, text::Lines, words::QuestionWords,
    },
    id::LineId,
};

pub(crate) fn sections(wording: Wording<'_>) -> Markup {
    let document = wording.document();
    html! {
        section id="questions" {
            h2 { "Every question" }
            @for question in &document.questions { (question_text(wording, question)) }
            h2 { "Notes for the call, after a result" }
            @for note in &document.notes { (question_text(wording, note)) }
        }
        section id="texts" {
            h2 { "Every text of an outcome" }
            @for outcome in &document.outcomes { (outcome_text(wording, outcome)) }
            h2 { "Texts that stand on results by condition" }
            @for block in &document.blocks { (block_text(wording, block)) }
        }
    }
}

fn condition(wording: Wording<'_>, condition: Option<&Condition>) -> Markup {
    html! { @if let Some(condition) = condition { div.when { "If " (when(wording, condition)) } } }
}

fn question_text(wording: Wording<'_>, question: &Question) -> Markup {
    let words = wording.edition.words().questions.get(&question.id);
    html! {
        article data-question=(question.id) {
            @if let Some(words) = words {
                h3 { (wording.one(&words.legend)) " " code { (question.id) } }
                (condition(wording, question.ask_when.as_ref()))
                (asked(wording, question, words))
            }
        }
    }
}

fn asked(wording: Wording<'_>, question: &Question, words: &QuestionWords) -> Markup {
    html! {
        @if words.legend.wordings().count() > 1 { (wording.every(&words.legend)) }
        @if let Some(short) = &words.short { div { "In the list of answers: " (wording.every(short)) } }
        (lines(wording, &question.hints, &words.hints))
        @if !question.why.is_empty() { p { strong { "Why we ask" } } (lines(wording, &question.why, &words.why)) }
        p { strong { @match question.kind { Kind::One => "One can be picked", Kind::Many => "More than one can be picked" } } }
        ul {
            @for option in &question.options {
                @if let Some(text) = words.options.get(&option.id) {
                    li {
                        (wording.every(&text.label))
                        @if let Some(hint) = &text.hint { div.hint { (wording.every(hint)) } }
                        @if let Some(said) = &text.said { div { "Repeated as: " (wording.every(said)) } }
                        @if option.exclusive { div.when { "Picking it unpicks the rest." } }
                        (condition(wording, option.show_when.as_ref()))
                        @for variant in &option.variants {
                            @if let Some(other) = text.variants.get(&variant.id) {
                                div { "Instead: " (wording.every(&other.label)) }
                                @if let Some(hint) = &other.hint { div.hint { (wording.every(hint)) } }
                                (shown(wording, variant))
                            }
                        }
                    }
                }
            }
        }
        div { strong { "If nothing is picked: " } (wording.every(&words.error)) }
    }
}

fn outcome_text(wording: Wording<'_>, outcome: &Outcome) -> Markup {
    let Some(words) = wording.edition.words().outcomes.get(&outcome.id) else {
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
    let people = |contacts: &[Conditional<pathway::id::ContactId>]| {
        html! { ul { @for contact in contacts { li { code { (contact.id) } (shown(wording, contact)) } } } }
    };
    html! {
        article data-text=(outcome.id) {
            h3 { (wording.outcome(&outcome.id)) " " code { (outcome.id) } }
            @for (called, places, words) in sections {
                @if !places.is_empty() { h4 { (called) } (lines(wording, places, words)) }
            }
            @if !outcome.call.is_empty() { h4 { "Whom to call" } (people(&outcome.call)) }
            @if !outcome.helplines.is_empty() { h4 { "Helplines" } (people(&outcome.helplines)) }
        }
    }
}

fn block_text(wording: Wording<'_>, block: &Block) -> Markup {
    let words = wording.edition.words().blocks.get(&block.id);
    html! {
        @if let Some(words) = words {
            article data-block=(block.id) {
                h3 { (wording.one(&words.title)) " " code { (block.id) } }
                @if words.title.wordings().count() > 1 { (wording.every(&words.title)) }
                (condition(wording, block.when.as_ref()))
                (lines(wording, &block.lines, &words.lines))
            }
        }
    }
}

fn lines(wording: Wording<'_>, places: &[Conditional<LineId>], words: &Lines) -> Markup {
    html! {
        ul {
            @for place in places {
                @if let Some(text) = words.get(&place.id) { li { (wording.every(text)) (shown(wording, place)) } }
            }
        }
    }
}
