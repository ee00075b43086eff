//! Finds the violations of a pathway's laws, each with the shortest journey that shows it.

mod changed_answer;
mod law_check;
mod whenever;

use crate::{model::Model, violation::Violation};
use law_check::LawCheck;
use pathway::{
    document::law::{Claim, Law, NamesClaim, ReachesClaim},
    id::LawId,
};

/// The claims of one law after its proof: the number of claims that the proof checked, and the
/// claims that only tests check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawProof {
    /// The id of the law.
    pub law: LawId,
    /// The number of claims about answers and outcomes. The proof checks them.
    pub claims: usize,
    /// The texts of the claims about screens. Tests check them.
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

/// Finds every violation of this law.
pub(crate) fn violations(model: &Model<'_>, law: &Law) -> Vec<Violation> {
    let mut check = LawCheck::new(model, law);
    for (number, claim) in law.claims.iter().enumerate() {
        check.start_claim(number);
        match claim {
            Claim::Whenever(claim) => whenever::check(claim, &mut check),
            Claim::PickingMore(claim) => changed_answer::picking_more(claim, &mut check),
            Claim::Changing(claim) => changed_answer::changing(claim, &mut check),
            Claim::Ignores(claim) => changed_answer::ignores(claim, &mut check),
            Claim::Names(claim) => names(claim, &mut check),
            Claim::MostQuestions(most) => most_questions(*most, &mut check),
            Claim::Reaches(claim) => reaches(claim, &mut check),
            // The proof skips a claim about screens, because tests check it.
            Claim::Screens(_) => {}
        }
    }
    check.found
}

fn names(claim: &NamesClaim, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    for option in &claim.options {
        let picked = model.conditions.picked(&claim.question, option);
        let silent = picked.but_not(&model.named(&claim.question, option));
        check.single(&format!("names {} {option}", claim.question), &silent);
    }
}

fn most_questions(most: u16, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    let longer = model
        .journeys
        .longer_than(usize::from(most), &model.conditions);
    check.single(&format!("most_questions {most}"), &longer);
}

fn reaches(claim: &ReachesClaim, check: &mut LawCheck<'_, '_>) {
    let model = check.model;
    if let Some(outcome) = model.outcome(&claim.outcome) {
        let reachable = model.reachable(outcome, &claim.lines);
        let silent = model.present(&claim.outcome).but_not(&reachable);
        check.single(&format!("reaches {}", claim.outcome), &silent);
    }
}
