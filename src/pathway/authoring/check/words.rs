//! Checks that the words of a pathway are complete and contain nothing else: each visible id has a
//! text, each text has an id, and each placeholder has a value. A text that a visitor sees before
//! they say who they are has only one wording.

use crate::{
    authoring::{
        document::{Conditional, Document, Question},
        finding::Findings,
        trust_file,
    },
    model::{
        id::{LineId, OutcomeId, QuestionId},
        properties::Status,
        wording::{Keyed, Lines, Text},
        words::{BandWords, QuestionWords, Words},
    },
};
use alloc::{collections::BTreeSet, format, string::String};
use core::{borrow::Borrow, fmt::Display};

pub(super) fn check(document: &Document, words: &Words, findings: &mut Findings) {
    if words.pathway != document.id || words.version != document.version {
        let message = format!(
            "they belong to {} {}, and the pathway is {} {}: bring both to one version",
            words.pathway, words.version, document.id, document.version
        );
        findings.add("words-version", "words", message);
    }
    let questions = || document.questions.iter().chain(&document.notes);
    let ids = questions().map(|question| &question.id);
    same("words.questions", ids, &words.questions, findings);
    for question in questions() {
        if let Some(found) = words.questions.get(&question.id) {
            question_words(question, found, findings);
        }
    }
    outcomes(document, words, findings);
    let ids = document.blocks.iter().map(|block| &block.id);
    same("words.blocks", ids, &words.blocks, findings);
    for block in &document.blocks {
        if let Some(found) = words.blocks.get(&block.id) {
            let path = format!("words.blocks.{}.lines", block.id);
            lines(&path, &block.lines, &found.lines, findings);
        }
    }
    let rules = document.rules.iter().map(|rule| &rule.id);
    let rules = rules.chain([&document.last_resort.id, &document.local.id]);
    same("words.rules", rules, &words.rules, findings);
    contacts(document, words, findings);
    other_service(words, findings);
    for (id, patterns) in words.bands.iter() {
        bands(document, words, id, patterns, findings);
    }
    let (crisis, found) = (&document.crisis, &words.crisis);
    let contacts = crisis.contacts.iter();
    same("words.crisis.contacts", contacts, &found.contacts, findings);
    same(
        "words.crisis.more",
        crisis.more.iter(),
        &found.more,
        findings,
    );
    if document.status == Status::Retired && words.retired.is_none() {
        let message = "the pathway is retired, and its plain guide must say so: write the note";
        findings.add("missing-words", "words.retired", message);
    }
    texts(document, words, findings);
    whole_years(document, words, findings);
    one_wording(document, words, findings);
}

fn same<'a, K: Ord + Borrow<str> + Display + 'a, V>(
    path: &str,
    needed: impl Iterator<Item = &'a K>,
    found: &Keyed<K, V>,
    findings: &mut Findings,
) {
    let needed: BTreeSet<&K> = needed.collect();
    for id in needed.iter().filter(|id| !found.contains_key(**id)) {
        let message = "there are no words for it: write them";
        findings.add("missing-words", format!("{path}.{id}"), message);
    }
    for id in found.keys().filter(|id| !needed.contains(id)) {
        let message = "the pathway has no such id: take the words out, or correct the id";
        findings.add("extra-words", format!("{path}.{id}"), message);
    }
}

fn lines(path: &str, shown: &[Conditional<LineId>], found: &Lines, findings: &mut Findings) {
    same(path, shown.iter().map(|line| &line.id), found, findings);
}

fn question_words(question: &Question, words: &QuestionWords, findings: &mut Findings) {
    let path = format!("words.questions.{}", question.id);
    lines(
        &format!("{path}.hints"),
        &question.hints,
        &words.hints,
        findings,
    );
    lines(&format!("{path}.why"), &question.why, &words.why, findings);
    let options = question.options.iter().map(|option| &option.id);
    same(
        &format!("{path}.options"),
        options,
        &words.options,
        findings,
    );
    for option in &question.options {
        if let Some(found) = words.options.get(&option.id) {
            let path = format!("{path}.options.{}.variants", option.id);
            let variants = option.variants.iter().map(|variant| &variant.id);
            same(&path, variants, &found.variants, findings);
        }
    }
}

fn outcomes(document: &Document, words: &Words, findings: &mut Findings) {
    let ids = document.outcomes.iter().map(|outcome| &outcome.id);
    same("words.outcomes", ids, &words.outcomes, findings);
    for outcome in &document.outcomes {
        let Some(found) = words.outcomes.get(&outcome.id) else {
            continue;
        };
        for ((section, shown), (_, found)) in outcome.sections().zip(found.each()) {
            let path = format!("words.outcomes.{}.{}", outcome.id, section.as_str());
            lines(&path, shown, found, findings);
        }
    }
}

fn contacts(document: &Document, words: &Words, findings: &mut Findings) {
    let ids = document.contacts.iter().map(|contact| &contact.id);
    same("words.contacts", ids, &words.contacts, findings);
    for contact in &document.contacts {
        let Some(found) = words.contacts.get(&contact.id) else {
            continue;
        };
        if contact.remark != found.remark.is_some() {
            findings.add("contact-remark", format!("words.contacts.{}", contact.id), "the pathway and the words disagree whether it has a remark: write it, or correct remark");
        }
    }
}

/// Checks that each text for another service replaces a text that there is.
fn other_service(words: &Words, findings: &mut Findings) {
    let mut known = BTreeSet::new();
    words.each_text(&mut |path, _| known.extend([String::from(path)]));
    for path in words
        .other_service
        .keys()
        .filter(|path| !known.contains(*path))
    {
        let message = "no text has this path: take the words out, or correct the path";
        findings.add(
            "extra-words",
            format!("words.other_service.{path}"),
            message,
        );
    }
}

/// The maximum length of a text, in bytes.
const LONGEST: usize = 1_000;

fn texts(document: &Document, words: &Words, findings: &mut Findings) {
    let limits = document.limits.iter().map(|limit| limit.id.as_str());
    let questions = document
        .questions
        .iter()
        .map(|question| question.id.as_str());
    let known: BTreeSet<&str> = limits.clone().chain(questions).collect();
    let years: BTreeSet<String> = limits.map(|limit| format!("{limit}-years")).collect();
    words.each_text(&mut |path, text| {
        let path = format!("words.{path}");
        if text.trim().is_empty() || text.trim() != text {
            let message = "the text is empty, or starts or ends with a space: write it out";
            findings.add("blank-text", path.as_str(), message);
        }
        if text.len() > LONGEST {
            let message = format!("the text has more than {LONGEST} bytes: split it");
            findings.add("long-text", path.as_str(), message);
        }
        let dated = ["words.ui.made", "words.ui.overdue", "words.ui.verified"];
        let date = dated.contains(&path.as_str());
        for name in placeholders(text) {
            let known = known.contains(name) || years.contains(name);
            if !(known || date && name == "date") {
                let message = format!("{{{name}}} stands for nothing: name a limit or a question");
                findings.add("unknown-placeholder", path.as_str(), message);
            }
        }
    });
}

/// Checks that the label of each age band names the months of this band.
fn bands(
    document: &Document,
    words: &Words,
    id: &QuestionId,
    patterns: &BandWords,
    findings: &mut Findings,
) {
    let Some((question, found)) = document.question(id).zip(words.questions.get(id)) else {
        let message = "the pathway has no such id: take the words out, or correct the id";
        findings.add("extra-words", format!("words.bands.{id}"), message);
        return;
    };
    for (option, expected) in trust_file::mislabelled(question, found, patterns) {
        let label = expected.label.wordings().next().unwrap_or_default();
        findings.add("band-label", format!("words.questions.{id}.options.{option}"), format!(
            "its label or said is not what its months are called, \"{label}\": correct the words, the months, or the patterns in words.bands"
        ));
    }
}

/// Checks each age limit that a text gives in years. The limit must be a whole number of years.
fn whole_years(document: &Document, words: &Words, findings: &mut Findings) {
    let broken = document.limits.iter();
    let broken = broken.filter(|limit| !limit.months.is_multiple_of(12));
    for limit in broken {
        let name = format!("{}-years", limit.id);
        let mut in_years = false;
        words.each_text(&mut |_, text| in_years |= placeholders(text).any(|known| known == name));
        if in_years {
            let below = limit.months / 12 * 12;
            findings.add("limit-in-years", format!("limits.{}", limit.id), format!(
                "texts say it in years, and {} months are no whole number of them: choose {below} or {} months",
                limit.months,
                below.saturating_add(12)
            ));
        }
    }
}

/// Returns the placeholder names of a text, which are in braces. A name is empty if its brace is
/// not closed.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .map(|part| part.split_once('}').map_or("", |(name, _)| name))
}

fn one_wording(document: &Document, words: &Words, findings: &mut Findings) {
    let needed: BTreeSet<&str> = [&document.wordings.someone, &document.wordings.professional]
        .into_iter()
        .flatten()
        .flat_map(|condition| document.questions_of(condition))
        .collect();
    let mut refuse = |path: &str, text: &Text| {
        if matches!(text, Text::Three { .. }) {
            let message =
                "it can be read before anybody said who they are: write one wording that fits all";
            findings.add("wording-too-early", path, message);
        }
    };
    let early = document
        .questions
        .iter()
        .take_while(|question| !needed.contains(question.id.as_str()));
    for question in early {
        if let Some(found) = words.questions.get(&question.id) {
            found.each_text(&format!("words.questions.{}", question.id), &mut refuse);
        }
    }
    let stopping = document.rules.iter().filter(|rule| rule.stop);
    let outcomes: BTreeSet<&OutcomeId> = stopping.flat_map(|rule| &rule.outcomes).collect();
    for id in outcomes {
        let Some(found) = words.outcomes.get(id) else {
            continue;
        };
        for (section, lines) in found.each() {
            let path = format!("words.outcomes.{id}.{}", section.as_str());
            lines
                .iter()
                .for_each(|(line, text)| refuse(&format!("{path}.{}", line), text));
        }
    }
}
