//! The order of an edition's bytes. The words of a question, an outcome or a line directly follow
//! its id, so that the bytes contain each id at most once. One set of functions both encodes and
//! decodes.

use super::Edition;
use crate::{
    model::{
        codec::{Codec, Decoder, Encoder},
        id::LineId,
        wording::Lines,
        words::{QuestionWords, Words},
    },
    runtime::compiled::{Conditional, Question},
};

/// Either the encoder, which writes a value, or the decoder, which fills a value from bytes.
pub(super) trait Coder {
    fn code(&mut self, value: &mut impl Codec);
}

impl Coder for Encoder {
    fn code(&mut self, value: &mut impl Codec) {
        value.encode(self);
    }
}

impl Coder for Decoder<'_> {
    fn code(&mut self, value: &mut impl Codec) {
        value.decode(self);
    }
}

pub(super) fn code(edition: &mut Edition, coder: &mut impl Coder) {
    let (compiled, words) = (&mut edition.pathway.compiled, &mut edition.words);
    coder.code(compiled);
    without_id(words, coder);
    coder.code(&mut edition.hash);
    for id in &compiled.crisis.contacts {
        coder.code(words.crisis.contacts.entry(id));
    }
    for id in &compiled.crisis.more {
        coder.code(words.crisis.more.entry(id));
    }
    for question in compiled.questions.iter().chain(&compiled.notes) {
        code_question(question, words.questions.entry(&question.id), coder);
    }
    for rule in &compiled.rules {
        coder.code(words.rules.entry(&rule.id));
    }
    for id in [&compiled.local.id, &compiled.last_resort.id] {
        coder.code(words.rules.entry(id));
    }
    for outcome in &compiled.outcomes {
        let words = words.outcomes.entry(&outcome.id).each_mut();
        for ((_, shown), (_, lines)) in outcome.sections.each().zip(words) {
            code_lines(shown, lines, coder);
        }
    }
    for block in &compiled.blocks {
        let words = words.blocks.entry(&block.id);
        coder.code(&mut words.title);
        code_lines(&block.lines, &mut words.lines, coder);
    }
    for contact in &compiled.contacts {
        coder.code(words.contacts.entry(&contact.id));
    }
}

/// Encodes or decodes the words without an id, such as the title.
fn without_id(words: &mut Words, coder: &mut impl Coder) {
    coder.code(&mut words.pathway);
    coder.code(&mut words.version);
    coder.code(&mut words.language);
    coder.code(&mut words.direction);
    coder.code(&mut words.title);
    coder.code(&mut words.start);
    coder.code(&mut words.crisis.title);
    coder.code(&mut words.crisis.label);
    coder.code(&mut words.crisis.guide);
    coder.code(&mut words.ui);
}

fn code_lines(shown: &[Conditional<LineId>], lines: &mut Lines, coder: &mut impl Coder) {
    for line in shown {
        coder.code(lines.entry(&line.id));
    }
}

fn code_question(question: &Question, words: &mut QuestionWords, coder: &mut impl Coder) {
    coder.code(&mut words.legend);
    coder.code(&mut words.short);
    coder.code(&mut words.error);
    code_lines(&question.hints, &mut words.hints, coder);
    code_lines(&question.why, &mut words.why, coder);
    for option in &question.options {
        let words = words.options.entry(&option.id);
        coder.code(&mut words.label);
        coder.code(&mut words.hint);
        coder.code(&mut words.answer_text);
        for variant in &option.variants {
            coder.code(words.variants.entry(&variant.id));
        }
    }
}
