//! The order of an edition's bytes: the words of a question, an outcome or a line stand beside it,
//! so that each id is written at most once.

use super::Edition;
use crate::{
    model::{
        codec::{Codec, Decoder, Encoder},
        id::LineId,
        text::Lines,
        words::QuestionWords,
    },
    runtime::compiled::{Conditional, Question},
};

pub(super) fn encode(edition: &Edition, encoder: &mut Encoder) {
    let (document, words) = (&edition.pathway.document, &edition.words);
    document.encode(encoder);
    words.encode(encoder);
    edition.hash.encode(encoder);
    for id in &document.crisis.contacts {
        words.crisis.contacts.encode_entry(id, encoder);
    }
    for id in &document.crisis.more {
        words.crisis.more.encode_entry(id, encoder);
    }
    for question in document.questions.iter().chain(&document.notes) {
        let words = words.questions.get(&question.id).cloned();
        encode_question(question, &words.unwrap_or_default(), encoder);
    }
    for rule in &document.rules {
        words.rules.encode_entry(&rule.id, encoder);
    }
    for id in [&document.local.id, &document.last_resort.id] {
        words.rules.encode_entry(id, encoder);
    }
    for outcome in &document.outcomes {
        let words = words.outcomes.get(&outcome.id).cloned().unwrap_or_default();
        let sections = outcome.sections().zip(words.sections());
        sections.for_each(|((_, shown), (_, lines))| encode_lines(shown, lines, encoder));
    }
    for block in &document.blocks {
        let words = words.blocks.get(&block.id).cloned().unwrap_or_default();
        words.title.encode(encoder);
        encode_lines(&block.lines, &words.lines, encoder);
    }
    for contact in &document.contacts {
        words.contacts.encode_entry(&contact.id, encoder);
    }
}

pub(super) fn decode(edition: &mut Edition, decoder: &mut Decoder<'_>) {
    let (document, words) = (&mut edition.pathway.document, &mut edition.words);
    document.decode(decoder);
    words.decode(decoder);
    edition.hash.decode(decoder);
    for id in &document.crisis.contacts {
        let contacts = &mut words.crisis.contacts;
        contacts.put(id, |contact| contact.decode(decoder));
    }
    for id in &document.crisis.more {
        words.crisis.more.put(id, |line| line.decode(decoder));
    }
    for question in document.questions.iter().chain(&document.notes) {
        let words = &mut words.questions;
        words.put(&question.id, |words| {
            decode_question(question, words, decoder);
        });
    }
    for rule in &document.rules {
        words.rules.put(&rule.id, |text| text.decode(decoder));
    }
    for id in [&document.local.id, &document.last_resort.id] {
        words.rules.put(id, |text| text.decode(decoder));
    }
    for outcome in &document.outcomes {
        words.outcomes.put(&outcome.id, |words| {
            let sections = outcome.sections().zip(words.sections_mut());
            sections.for_each(|((_, shown), lines)| decode_lines(shown, lines, decoder));
        });
    }
    for block in &document.blocks {
        words.blocks.put(&block.id, |words| {
            words.title.decode(decoder);
            decode_lines(&block.lines, &mut words.lines, decoder);
        });
    }
    for contact in &document.contacts {
        let contacts = &mut words.contacts;
        contacts.put(&contact.id, |contact| contact.decode(decoder));
    }
}

fn encode_lines(shown: &[Conditional<LineId>], lines: &Lines, encoder: &mut Encoder) {
    for line in shown {
        lines.encode_entry(&line.id, encoder);
    }
}

fn decode_lines(shown: &[Conditional<LineId>], lines: &mut Lines, decoder: &mut Decoder<'_>) {
    for line in shown {
        lines.put(&line.id, |text| text.decode(decoder));
    }
}

fn encode_question(question: &Question, words: &QuestionWords, encoder: &mut Encoder) {
    words.legend.encode(encoder);
    words.short.encode(encoder);
    words.error.encode(encoder);
    encode_lines(&question.hints, &words.hints, encoder);
    encode_lines(&question.why, &words.why, encoder);
    for option in &question.options {
        let words = words.options.get(&option.id).cloned().unwrap_or_default();
        words.label.encode(encoder);
        words.hint.encode(encoder);
        words.said.encode(encoder);
        for variant in &option.variants {
            words.variants.encode_entry(&variant.id, encoder);
        }
    }
}

fn decode_question(question: &Question, words: &mut QuestionWords, decoder: &mut Decoder<'_>) {
    words.legend.decode(decoder);
    words.short.decode(decoder);
    words.error.decode(decoder);
    decode_lines(&question.hints, &mut words.hints, decoder);
    decode_lines(&question.why, &mut words.why, decoder);
    for option in &question.options {
        words.options.put(&option.id, |words| {
            words.label.decode(decoder);
            words.hint.decode(decoder);
            words.said.decode(decoder);
            for variant in &option.variants {
                let variants = &mut words.variants;
                variants.put(&variant.id, |variant| variant.decode(decoder));
            }
        });
    }
}
