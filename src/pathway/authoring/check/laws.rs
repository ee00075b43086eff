//! Checks that each id in the laws of a pathway exists. The crate `proof` checks whether the laws
//! hold.

use crate::{
    authoring::{
        document::{
            Condition, Document,
            law::{Claim, ReachesClaim},
        },
        finding::{Findings, name_one_of},
    },
    model::id::{BlockId, LineId, OptionId, OutcomeId, QuestionId},
};
use alloc::{format, string::String};

pub(super) fn check(document: &Document, findings: &mut Findings) {
    let mut look = Look {
        document,
        path: String::new(),
        findings,
    };
    for law in &document.laws {
        look.path = format!("laws.{}", law.id);
        if law.claims.is_empty() {
            let message = "it claims nothing: add a claim, or take it out";
            look.findings
                .add("law-without-claim", look.path.as_str(), message);
        }
        for claim in &law.claims {
            look.claim(claim);
        }
    }
}

struct Look<'a> {
    document: &'a Document,
    path: String,
    findings: &'a mut Findings,
}

impl Look<'_> {
    fn claim(&mut self, claim: &Claim) {
        match claim {
            Claim::Whenever(claim) => {
                self.condition(claim.when.as_ref());
                for list in [&claim.must, &claim.some, &claim.must_not, &claim.only] {
                    self.outcomes(list);
                }
                self.outcomes(claim.first.as_slice());
                for order in claim.before.iter() {
                    self.outcomes(&order.first);
                    self.outcomes(&order.then);
                }
                for with in claim.exactly_with.iter() {
                    self.outcomes(&with.any_of);
                    self.outcomes(core::slice::from_ref(&with.outcome));
                }
                self.questions(&claim.asks_only);
                for block in claim.shows.iter().chain(&claim.hides) {
                    self.lines(block, &[]);
                }
                for hidden in &claim.hides_lines {
                    self.lines(&hidden.block, &hidden.lines);
                }
                for with in claim.shows_exactly_with.iter() {
                    self.lines(&with.block, &[]);
                    self.outcomes(&with.any_of);
                }
            }
            Claim::PickingMore(claim) => {
                self.questions(&claim.questions);
                self.condition(claim.when.as_ref());
                self.outcomes(&claim.keeps);
            }
            Claim::Changing(claim) => {
                self.options(&claim.question, &claim.from);
                self.options(&claim.question, core::slice::from_ref(&claim.to));
                self.outcomes(&claim.adds_no);
                self.outcomes(&claim.loses_no);
                self.outcomes(claim.same_but.as_deref().unwrap_or_default());
                for with in claim.becomes.iter() {
                    self.outcomes(&with.any_of);
                    self.outcomes(core::slice::from_ref(&with.outcome));
                }
            }
            Claim::Ignores(claim) => {
                self.questions_or_notes(&claim.questions);
                self.questions(&claim.keeping);
                self.outcomes(&claim.outcomes);
            }
            Claim::Names(claim) => self.options(&claim.question, &claim.options),
            Claim::Reaches(claim) => self.first_lines(claim),
            Claim::MostQuestions(_) | Claim::Screens(_) => {}
        }
    }

    fn unknown<'a>(
        &mut self,
        kind: &'static str,
        what: &str,
        id: &str,
        known: impl Iterator<Item = &'a str>,
    ) {
        let message = format!("there is no {what} \"{id}\": {}", name_one_of(known));
        self.findings.add(kind, self.path.as_str(), message);
    }

    fn unknown_outcome(&mut self, id: &OutcomeId) {
        let known = self.document.outcomes.iter();
        let known = known.map(|outcome| outcome.id.as_str());
        self.unknown("unknown-outcome", "outcome", id.as_str(), known);
    }

    fn outcomes(&mut self, ids: &[OutcomeId]) {
        for id in ids {
            if self.document.outcome(id).is_none() {
                self.unknown_outcome(id);
            }
        }
    }

    fn questions(&mut self, ids: &[QuestionId]) {
        for id in ids {
            self.options(id, &[]);
        }
    }

    fn questions_or_notes(&mut self, ids: &[QuestionId]) {
        for id in ids {
            if !self.document.notes.iter().any(|note| note.id == *id) {
                self.options(id, &[]);
            }
        }
    }

    fn lines(&mut self, block: &BlockId, lines: &[LineId]) {
        let Some(found) = self.document.block(block) else {
            let known = self.document.blocks.iter().map(|block| block.id.as_str());
            self.unknown("unknown-block", "block", block.as_str(), known);
            return;
        };
        for line in lines {
            if !found.lines.iter().any(|known| known.id == *line) {
                let known = found.lines.iter().map(|line| line.id.as_str());
                self.unknown("unknown-line", "line", line.as_str(), known);
            }
        }
    }

    fn first_lines(&mut self, claim: &ReachesClaim) {
        let Some(found) = self.document.outcome(&claim.outcome) else {
            self.unknown_outcome(&claim.outcome);
            return;
        };
        for line in &claim.lines {
            if !found.first.iter().any(|known| known.id == *line) {
                let known = found.first.iter().map(|line| line.id.as_str());
                self.unknown("unknown-line", "line", line.as_str(), known);
            }
        }
    }

    fn options(&mut self, question: &QuestionId, options: &[OptionId]) {
        let Some(found) = self.document.question(question) else {
            let known = self.document.questions.iter();
            let known = known.map(|question| question.id.as_str());
            self.unknown("unknown-question", "question", question.as_str(), known);
            return;
        };
        for option in options {
            if !found.options.iter().any(|known| known.id == *option) {
                let known = found.options.iter().map(|option| option.id.as_str());
                self.unknown("unknown-option", "option", option.as_str(), known);
            }
        }
    }

    fn condition(&mut self, condition: Option<&Condition>) {
        let Some(condition) = condition else { return };
        condition.walk(&mut |part| match part {
            Condition::Named(name) => {
                if self.document.condition(name).is_none() {
                    let known = self.document.conditions.iter();
                    let known = known.map(|condition| condition.id.as_str());
                    self.unknown("unknown-condition", "condition", name.as_str(), known);
                }
            }
            Condition::Is(question, options) => self.options(question, options),
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
        });
    }
}
