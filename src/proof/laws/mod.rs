//! The laws that a pathway states → what breaks them, each with the shortest journey that does.

mod pairs;
mod whenever;

use crate::{
    diagram::Diagram,
    model::Model,
    refusal::{Example, Refusal},
};
use pathway::{
    document::law::{Claim, Law, Names, Reaches},
    id::LawId,
};

/// What is known of a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// The law.
    pub law: LawId,
    /// How many of its claims speak of answers and outcomes: what is proved.
    pub claims: usize,
    /// What its other claims ask of screens, which tests hold.
    pub screens: Vec<String>,
}

impl Proved {
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
pub(crate) fn broken(model: &Model<'_>, law: &Law) -> Vec<Refusal> {
    let mut breaches = Breaches {
        model,
        law,
        place: String::new(),
        found: Vec::new(),
    };
    for (number, claim) in law.claims.iter().enumerate() {
        breaches.place = format!("laws.{}.claims.{number}", law.id);
        match claim {
            Claim::Whenever(claim) => whenever::look(claim, &mut breaches),
            Claim::PickingMore(claim) => pairs::picking_more(claim, &mut breaches),
            Claim::Changing(claim) => pairs::changing(claim, &mut breaches),
            Claim::Ignores(claim) => pairs::ignores(claim, &mut breaches),
            Claim::Names(claim) => names(claim, &mut breaches),
            Claim::MostQuestions(most) => most_questions(*most, &mut breaches),
            Claim::Reaches(claim) => reaches(claim, &mut breaches),
            // Tests read the screens.
            Claim::Screens(_) => {}
        }
    }
    breaches.found
}

/// What was found against one law.
struct Breaches<'a, 'm> {
    model: &'m Model<'a>,
    law: &'m Law,
    place: String,
    found: Vec<Refusal>,
}

impl Breaches<'_, '_> {
    /// A part of the claim is broken by every complete journey in `by`.
    fn single(&mut self, part: &str, by: &Diagram) {
        if let Some(answers) = self.model.shortest(by) {
            let changed = None;
            self.add(part, Some(Example { answers, changed }));
        }
    }

    fn add(&mut self, part: &str, example: Option<Example>) {
        let message = format!(
            "it is broken at {part}. The law: {} Correct the rules, or the law",
            self.law.statement
        );
        self.found
            .push(Refusal::new("broken-law", self.place.clone(), message).shown_by(example));
    }

    /// A claim about journeys that cannot happen says nothing: a slip of the pen, most likely.
    fn unless_empty(&mut self, about: &Diagram) {
        if self.model.journeys.complete.and(about).is_never() {
            self.found.push(Refusal::new(
                "empty-claim",
                self.place.clone(),
                "no journey can be of the kind it speaks of: correct when it applies, or take the claim out".to_owned(),
            ));
        }
    }
}

fn names(claim: &Names, breaches: &mut Breaches<'_, '_>) {
    let model = breaches.model;
    for option in &claim.options {
        let (question, option) = (claim.question.as_str(), option.as_str());
        let silent = model
            .conditions
            .picked(question, option)
            .but_not(&model.named(question, option));
        breaches.single(&format!("names {question} {option}"), &silent);
    }
}

fn most_questions(most: u16, breaches: &mut Breaches<'_, '_>) {
    let model = breaches.model;
    let longer = model
        .journeys
        .longer_than(usize::from(most), &model.conditions);
    breaches.single(&format!("most_questions {most}"), &longer);
}

fn reaches(claim: &Reaches, breaches: &mut Breaches<'_, '_>) {
    let model = breaches.model;
    let Some(outcome) = model.outcome(claim.outcome.as_str()) else {
        return;
    };
    let silent = model
        .present(claim.outcome.as_str())
        .but_not(&model.reachable(outcome, &claim.lines));
    breaches.single(&format!("reaches {}", claim.outcome), &silent);
}
