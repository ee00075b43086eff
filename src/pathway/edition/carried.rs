//! An edition, thing by thing: what is said of a question, an outcome or a line stands beside it, so that
//! its id is written once, or never.

use super::Edition;
use crate::{
    document::{text::Lines, words::QuestionWords},
    id::LineId,
    outline::{Question, Shown},
    wire::{Bytes, Carried, Written},
};

pub(super) fn write(edition: &Edition, to: &mut Written) {
    let (document, words) = (&edition.pathway.document, &edition.words);
    document.write(to);
    words.write(to);
    edition.hash.write(to);
    for id in &document.crisis.contacts {
        words.crisis.contacts.write_of(id, to);
    }
    for id in &document.crisis.more {
        words.crisis.more.write_of(id, to);
    }
    for question in &document.questions {
        to.turn(true);
        let words = words.questions.get(&question.id).cloned();
        write_question(question, &words.unwrap_or_default(), to);
    }
    for rule in &document.rules {
        to.turn(rule.stop);
        words.rules.write_of(&rule.id, to);
    }
    to.turn(document.local.at_once);
    words.rules.write_of(&document.local.id, to);
    for outcome in &document.outcomes {
        to.turn(outcome.at_once);
        let words = words.outcomes.get(&outcome.id).cloned().unwrap_or_default();
        let sections = outcome.sections().zip(words.sections());
        sections.for_each(|((_, shown), (_, lines))| write_lines(shown, lines, to));
    }
    for block in &document.blocks {
        to.turn(block.at_once);
        let words = words.blocks.get(&block.id).cloned().unwrap_or_default();
        words.title.write(to);
        write_lines(&block.lines, &words.lines, to);
    }
    for contact in &document.contacts {
        to.turn(contact.at_once);
        words.contacts.write_of(&contact.id, to);
    }
    to.turn(false);
    words.rules.write_of(&document.last_resort.id, to);
    for note in &document.notes {
        let words = words.questions.get(&note.id).cloned();
        write_question(note, &words.unwrap_or_default(), to);
    }
}

pub(super) fn fill(edition: &mut Edition, from: &mut Bytes<'_>) {
    let (document, words) = (&mut edition.pathway.document, &mut edition.words);
    document.fill(from);
    words.fill(from);
    edition.hash.fill(from);
    for id in &document.crisis.contacts {
        words.crisis.contacts.put(id, |words| words.fill(from));
    }
    for id in &document.crisis.more {
        words.crisis.more.put(id, |line| line.fill(from));
    }
    for question in &document.questions {
        from.turn(true);
        let words = &mut words.questions;
        words.put(&question.id, |words| fill_question(question, words, from));
    }
    for rule in &document.rules {
        if from.turn(rule.stop) {
            words.rules.put(&rule.id, |text| text.fill(from));
        }
    }
    if from.turn(document.local.at_once) {
        words.rules.put(&document.local.id, |text| text.fill(from));
    }
    for outcome in &document.outcomes {
        if from.turn(outcome.at_once) {
            words.outcomes.put(&outcome.id, |words| {
                let sections = outcome.sections().zip(words.sections_mut());
                sections.for_each(|((_, shown), lines)| fill_lines(shown, lines, from));
            });
        }
    }
    for block in &document.blocks {
        if from.turn(block.at_once) {
            words.blocks.put(&block.id, |words| {
                words.title.fill(from);
                fill_lines(&block.lines, &mut words.lines, from);
            });
        }
    }
    for contact in &document.contacts {
        if from.turn(contact.at_once) {
            words.contacts.put(&contact.id, |words| words.fill(from));
        }
    }
    if from.turn(false) {
        let resort = &document.last_resort.id;
        words.rules.put(resort, |text| text.fill(from));
        for note in &document.notes {
            let words = &mut words.questions;
            words.put(&note.id, |words| fill_question(note, words, from));
        }
    }
}

fn write_lines(shown: &[Shown<LineId>], lines: &Lines, to: &mut Written) {
    for line in shown {
        lines.write_of(&line.id, to);
    }
}

fn fill_lines(shown: &[Shown<LineId>], lines: &mut Lines, from: &mut Bytes<'_>) {
    for line in shown {
        lines.put(&line.id, |text| text.fill(from));
    }
}

fn write_question(question: &Question, words: &QuestionWords, to: &mut Written) {
    words.legend.write(to);
    words.error.write(to);
    write_lines(&question.hints, &words.hints, to);
    write_lines(&question.why, &words.why, to);
    for option in &question.options {
        let words = words.options.get(&option.id).cloned().unwrap_or_default();
        words.label.write(to);
        words.hint.write(to);
        for variant in &option.variants {
            words.variants.write_of(&variant.id, to);
        }
    }
    to.turn(question.at_once);
    words.short.write(to);
    for option in &question.options {
        let words = words.options.get(&option.id).cloned().unwrap_or_default();
        words.said.write(to);
    }
}

/// How its answers are repeated comes last, and later unless it is needed with the questions.
fn fill_question(question: &Question, words: &mut QuestionWords, from: &mut Bytes<'_>) {
    words.legend.fill(from);
    words.error.fill(from);
    fill_lines(&question.hints, &mut words.hints, from);
    fill_lines(&question.why, &mut words.why, from);
    for option in &question.options {
        words.options.put(&option.id, |words| {
            words.label.fill(from);
            words.hint.fill(from);
            for variant in &option.variants {
                words.variants.put(&variant.id, |words| words.fill(from));
            }
        });
    }
    if from.turn(question.at_once) {
        words.short.fill(from);
        for option in &question.options {
            if let Some(words) = words.options.get_mut(&option.id) {
                words.said.fill(from);
            }
        }
    }
}
