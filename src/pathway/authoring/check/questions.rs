//! Checks the questions of a pathway. Each question has enough options, and its exclusive options
//! are last. Its conditions use only earlier questions. Age bands have no gaps, and they end at the
//! age limits.

use crate::{
    authoring::{
        document::{Band, Document, Limit, NamedQuestions, Question},
        finding::Findings,
    },
    model::properties::Kind,
};
use alloc::{collections::BTreeSet, format};

pub(super) fn check(document: &Document, findings: &mut Findings) {
    if document.questions.is_empty() {
        let message = "nothing is asked: add at least one question";
        findings.add("no-question", "questions", message);
    }
    let named = document.named_questions();
    for (index, question) in document.questions.iter().enumerate() {
        options("questions", question, findings);
        let before: BTreeSet<&str> = document
            .questions
            .iter()
            .take(index)
            .map(|question| question.id.as_str())
            .collect();
        look_back(&named, question, &before, findings);
    }
    for note in &document.notes {
        options("notes", note, findings);
    }
    for limit in &document.limits {
        limits(document, limit, findings);
    }
}

fn options(list: &str, question: &Question, findings: &mut Findings) {
    let path = format!("{list}.{}", question.id);
    if matches!(question.id.as_str(), "all" | "any" | "not") {
        let message = "\"all\", \"any\" and \"not\" join conditions: give the question another id";
        findings.add("reserved-id", path.as_str(), message);
    }
    if question
        .options
        .iter()
        .filter(|option| option.show_when.is_none())
        .count()
        < 2
    {
        let message = "fewer than 2 options are always shown: add one, or take its show_when away";
        findings.add("too-few-options", path.as_str(), message);
    }
    let exclusive = question.options.iter().map(|option| option.exclusive);
    if question.kind == Kind::One && exclusive.clone().any(|exclusive| exclusive) {
        let message =
            "only one option can be picked anyway: take exclusive away, or make the kind many";
        findings.add("exclusive-in-one", path.as_str(), message);
    }
    if !exclusive.is_sorted() {
        let message =
            "an exclusive option stands before another: move the exclusive ones to the end";
        findings.add("exclusive-not-last", path.as_str(), message);
    }
    let mut next = None;
    for option in &question.options {
        let Some(band) = option.months else { continue };
        let backwards = band.to.is_some_and(|to| to < band.from);
        if backwards || next.is_some_and(|next| next != Some(band.from)) {
            findings.add("band-gap", format!("{path}.options.{}", option.id), "its months do not follow on from the band before: let it start in the month after that one ends");
        }
        next = Some(band.to.map(|to| to.saturating_add(1)));
    }
}

fn look_back<'a>(
    named: &NamedQuestions<'a>,
    question: &'a Question,
    before: &BTreeSet<&str>,
    findings: &mut Findings,
) {
    let asked = question
        .ask_when
        .iter()
        .map(|when| (format!("questions.{}.ask_when", question.id), when));
    let shown = question.options.iter().filter_map(|option| {
        let path = format!("questions.{}.options.{}.show_when", question.id, option.id);
        Some((path, option.show_when.as_ref()?))
    });
    for (path, when) in asked.chain(shown) {
        for later in named.of(when).difference(before) {
            findings.add("looks-ahead", path.as_str(), format!("it looks at \"{later}\", which is not asked before: use earlier questions only, or move this one down"));
        }
    }
}

fn limits(document: &Document, limit: &Limit, findings: &mut Findings) {
    let path = format!("limits.{}", limit.id);
    let Some(question) = document.question(&limit.question) else {
        let message = format!(
            "there is no question \"{}\": name the one whose options are age bands",
            limit.question
        );
        findings.add("unknown-question", path, message);
        return;
    };
    let within = |band: Band| band.to.is_some_and(|to| to <= limit.months);
    for option in &question.options {
        let Some(band) = option.months else { continue };
        if within(band) != limit.within.contains(&option.id) {
            findings.add("limit-band", path.as_str(), format!("{} months and the band \"{}\" disagree: correct the months, the band, or the list within", limit.months, option.id));
        }
        if band.from < limit.months && !within(band) {
            let message = format!(
                "{} months falls inside the band \"{}\": end a band at the limit",
                limit.months, option.id
            );
            findings.add("limit-inside-band", path.as_str(), message);
        }
    }
    for option in &limit.within {
        if !question
            .options
            .iter()
            .any(|known| known.id == *option && known.months.is_some())
        {
            let message = format!(
                "question \"{}\" has no age band \"{option}\": name one it has",
                question.id
            );
            findings.add("unknown-option", path.as_str(), message);
        }
    }
}
