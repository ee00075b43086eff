//! The laws that a pathway states → what breaks them, each with the shortest journey that does.

mod changed_answer;
mod whenever;

use crate::{
    diagram::Diagram,
    model::Model,
    violation::{Counterexample, Violation},
};
use pathway::{
    document::law::{Claim, Law, Names, Reaches},
    id::LawId,
};

/// What is known of a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawProof {
    /// The law.
    pub law: LawId,
    /// How many of its claims speak of answers and outcomes: what is proved.
    pub claims: usize,
    /// What its other claims ask of screens, which tests hold.
    pub screens: Vec<String>,
}

impl LawProof {
    pub(crate) fn new(law: &Law) -> Self {
        let screens = law.claims.iter().filter_map(|claim| match claim {
            Claim::Screens(screens) => Some(screens.clone()),
            _ => None,
        });
        let screens: Vec<_> = screens.collect();
        Self {
            law: law.id.clone(),
            claims: law.claims.len() - screens.len(),
            screens,
        }
    }
}

/// What breaks a law.
pub(crate) fn broken(model: &Model<'_>, law: &Law) -> Vec<Violation> {
    let mut check = LawCheck {
        model,
        law,
        place: String::new(),
        found: Vec::new(),
    };
    for (number, claim) in law.claims.iter().enumerate() {
        check.place = format!("laws.{}.claims.{number}", law.id);
        match claim {
            Claim::Whenever(claim) => whenever::look(claim, &mut check),
            Claim::PickingMore(claim) => changed_answer::picking_more(claim, &mut check),
            Claim::Changing(claim) => changed_answer::changing(claim, &mut check),
            Claim::Ignores(claim) => changed_answer::ignores(claim, &mut check),
            Claim::Names(claim) => names(claim, &mut check),
            Claim::MostQuestions(most) => most_questions(*most, &mut check),
            Claim::Reaches(claim) => reaches(claim, &mut check),
            // Tests read the screens.
            Claim::Screens(_) => {}
        }
    }
    check.found
}

/// What was found against one law.
struct LawCheck<'a, 'm> {
    model: &'m Model<'a>,
    law: &'m Law,
    place: String,
    found: Vec<Violation>,
}

impl LawCheck<'_, '_> {
    /// A part of the claim is broken by every complete journey in `by`.
    fn single(&mut self, part: &str, by: &Diagram) {
        if let Some(answers) = self.model.shortest(by) {
            let changed = None;
            self.add(part, Some(Counterexample { answers, changed }));
        }
    }

    fn add(&mut self, part: &str, counterexample: Option<Counterexample>) {
        let message = format!(
            "it is broken at {part}. The law: {} Correct the rules, or the law",
            self.law.statement
        );
        self.found.push(
            Violation::new("broken-law", self.place.clone(), message)
                .with_counterexample(counterexample),
        );
    }

    /// A claim about journeys that cannot happen says nothing: a slip of the pen, most likely.
    fn unless_empty(&mut self, about: &Diagram) {
        if self.model.journeys.complete.and(about).is_never() {
            self.found.push(Violation::new(
                "empty-claim",
                self.place.clone(),
                "no journey can be of the kind it speaks of: correct when it applies, or take the claim out".to_owned(),
            ));
        }
    }
}

fn names(claim: &Names, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    for option in &claim.options {
        let (question, option) = (claim.question.as_str(), option.as_str());
        let silent = model
            .conditions
            .picked(question, option)
            .but_not(&model.named(question, option));
        check.single(&format!("names {question} {option}"), &silent);
    }
}

fn most_questions(most: u16, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let longer = model
        .journeys
        .longer_than(usize::from(most), &model.conditions);
    check.single(&format!("most_questions {most}"), &longer);
}

fn reaches(claim: &Reaches, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let Some(outcome) = model.outcome(claim.outcome.as_str()) else {
        return;
    };
    let silent = model
        .present(claim.outcome.as_str())
        .but_not(&model.reachable(outcome, &claim.lines));
    check.single(&format!("reaches {}", claim.outcome), &silent);
}
