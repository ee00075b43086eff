//! Lists every text of questions, outcomes and blocks in each of its wordings, with the condition
//! for showing it.

use crate::{condition::if_line, words_by_id::SignOffText};
use maud::{Markup, html};
use pathway::{
    document::{Block, Conditional, Outcome, Question},
    id::{ContactId, LineId},
    properties::Kind,
    wording::Lines,
    words::QuestionWords,
};

pub(crate) fn sections(wording: SignOffText<'_>) -> Markup {
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
            h2 { "Texts that results show by condition" }
            @for block in &document.blocks { (block_text(wording, block)) }
        }
    }
}

fn question_text(wording: SignOffText<'_>, question: &Question) -> Markup {
    let words = wording.edition.words().questions.get(&question.id);
    html! {
        article data-question=(question.id) {
            @if let Some(words) = words {
                h3 { (wording.text(&words.legend)) " " code { (question.id) } }
                (if_line(wording, question.ask_when.as_ref()))
                (question_texts(wording, question, words))
            }
        }
    }
}

fn question_texts(wording: SignOffText<'_>, question: &Question, words: &QuestionWords) -> Markup {
    html! {
        @if words.legend.wordings().count() > 1 { (wording.all_wordings(&words.legend)) }
        @if let Some(short) = &words.short { div { "In the list of answers: " (wording.all_wordings(short)) } }
        (lines(wording, &question.hints, &words.hints))
        @if !question.why.is_empty() { p { strong { "Why we ask" } } (lines(wording, &question.why, &words.why)) }
        p { strong { @match question.kind { Kind::One => "One can be picked", Kind::Many => "More than one can be picked" } } }
        ul {
            @for option in &question.options {
                @if let Some(text) = words.options.get(&option.id) {
                    li {
                        (wording.all_wordings(&text.label))
                        @if let Some(hint) = &text.hint { div.hint { (wording.all_wordings(hint)) } }
                        @if let Some(answer) = &text.answer_text { div { "Repeated as: " (wording.all_wordings(answer)) } }
                        @if option.exclusive { div.when { "It excludes the other options." } }
                        (if_line(wording, option.show_when.as_ref()))
                        @for variant in &option.variants {
                            @if let Some(other) = text.variants.get(&variant.id) {
                                div { "Instead: " (wording.all_wordings(&other.label)) }
                                @if let Some(hint) = &other.hint { div.hint { (wording.all_wordings(hint)) } }
                                (if_line(wording, variant.when.as_ref()))
                            }
                        }
                    }
                }
            }
        }
        div { strong { "If nothing is picked: " } (wording.all_wordings(&words.error)) }
    }
}

fn outcome_text(wording: SignOffText<'_>, outcome: &Outcome) -> Markup {
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
    let people = |contacts: &[Conditional<ContactId>]| {
        html! { ul { @for contact in contacts { li { code { (contact.id) } (if_line(wording, contact.when.as_ref())) } } } }
    };
    html! {
        article data-text=(outcome.id) {
            h3 { (wording.outcome(&outcome.id)) " " code { (outcome.id) } }
            @for (heading, shown, words) in sections {
                @if !shown.is_empty() { h4 { (heading) } (lines(wording, shown, words)) }
            }
            @if !outcome.call.is_empty() { h4 { "Whom to call" } (people(&outcome.call)) }
            @if !outcome.helplines.is_empty() { h4 { "Helplines" } (people(&outcome.helplines)) }
        }
    }
}

fn block_text(wording: SignOffText<'_>, block: &Block) -> Markup {
    let words = wording.edition.words().blocks.get(&block.id);
    html! {
        @if let Some(words) = words {
            article data-block=(block.id) {
                h3 { (wording.text(&words.title)) " " code { (block.id) } }
                @if words.title.wordings().count() > 1 { (wording.all_wordings(&words.title)) }
                (if_line(wording, block.when.as_ref()))
                (lines(wording, &block.lines, &words.lines))
            }
        }
    }
}

fn lines(wording: SignOffText<'_>, lines: &[Conditional<LineId>], words: &Lines) -> Markup {
    html! {
        ul {
            @for line in lines {
                @if let Some(text) = words.get(&line.id) { li { (wording.all_wordings(text)) (if_line(wording, line.when.as_ref())) } }
            }
        }
    }
}
