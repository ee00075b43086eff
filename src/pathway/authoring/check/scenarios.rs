//! Checks that each scenario leads to its expected outcomes. Also checks that the scenarios
//! together use every rule, every question and every outcome.

use crate::{
    authoring::{document::Document, finding::Findings},
    model::id::OutcomeId,
    runtime::{
        pathway::Pathway,
        replay::{End, evaluate},
    },
};
use alloc::{collections::BTreeSet, format, string::ToString, vec::Vec};

pub(super) fn check(document: &Document, pathway: &Pathway, findings: &mut Findings) {
    let mut rules = BTreeSet::new();
    let mut questions = BTreeSet::new();
    for scenario in &document.scenarios {
        let path = format!("scenarios.{}", scenario.id);
        let answers = match pathway.answers(&scenario.answers.to_string()) {
            Ok(answers) => answers,
            Err(error) => {
                let message = format!("{error}: correct the answers");
                findings.add("scenario-answers", path, message);
                continue;
            }
        };
        let replay = evaluate(pathway, &answers);
        questions.extend(replay.path.iter().map(|step| step.question));
        let routed = match replay.end {
            End::Result(routed) if replay.answers == answers => routed,
            End::Result(_) => {
                findings.add("scenario-answers", path, "an answer is to a question that is not asked, or an option that is not shown: take it out");
                continue;
            }
            End::Ask { question, .. } => {
                let id = pathway.question_id(question);
                let message = format!("question \"{id}\" has no answer: add one");
                findings.add("scenario-answers", path, message);
                continue;
            }
        };
        rules.extend(routed.rules.iter().copied());
        let outcomes: Vec<&OutcomeId> = routed
            .outcomes
            .iter()
            .filter_map(|outcome| Some(&document.outcomes.get(*outcome)?.id))
            .collect();
        if !outcomes.iter().copied().eq(&scenario.outcomes) {
            let outcomes: Vec<&str> = outcomes.iter().map(|id| id.as_str()).collect();
            let message = format!(
                "the rules give {}: correct the rules, or the outcomes of the story",
                outcomes.join(", ")
            );
            findings.add("scenario-outcomes", path, message);
        }
    }
    untried(document, pathway, &rules, &questions, findings);
}

fn untried(
    document: &Document,
    pathway: &Pathway,
    rules: &BTreeSet<usize>,
    questions: &BTreeSet<usize>,
    findings: &mut Findings,
) {
    for index in 0..document.rules.len() + 2 {
        if !rules.contains(&index) {
            let message = "no scenario reaches it: write one, or take the rule out";
            let path = format!("rules.{}", pathway.rule_id(index));
            findings.add("untried-rule", path, message);
        }
    }
    for (index, question) in document.questions.iter().enumerate() {
        if !questions.contains(&index) {
            let message = "no scenario asks it: write one, or take the question out";
            let path = format!("questions.{}", question.id);
            findings.add("untried-question", path, message);
        }
    }
}
