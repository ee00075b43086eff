//! What a result may hold that ends the questions. It may not have to wait for anything, so an edition
//! carries this with the questions.

use crate::{
    outline::{Outline, Test, When},
    set::Set,
};
use alloc::{collections::BTreeSet, vec::Vec};

/// Marks it. Rather too much than too little: a text counts unless no such result can hold it.
pub(super) fn mark(outline: &mut Outline) {
    let ends = Ends::of(outline);
    let stopping = || outline.rules.iter().filter(|rule| rule.stop);
    let mut outcomes = stopping().fold(Set::EMPTY, |all, rule| all.or(rule.outcomes));
    let mut sources: BTreeSet<_> = stopping().flat_map(|rule| rule.sources.clone()).collect();
    let local = &mut outline.local;
    local.at_once = !outcomes.and(local.outcomes).is_empty();
    if local.at_once {
        outcomes = outcomes.or(Set::one(local.instead as usize));
        sources.extend(local.sources.clone());
    }
    for (place, question) in (0..).zip(&mut outline.questions) {
        question.at_once = Some(place) <= ends.last;
    }
    let mut ids = BTreeSet::new();
    let mut contacts: BTreeSet<_> = outline.crisis.contacts.iter().cloned().collect();
    for (place, outcome) in outline.outcomes.iter_mut().enumerate() {
        outcome.at_once = outcomes.has(place);
        if outcome.at_once {
            ids.insert(outcome.id.clone());
            let called = outcome.call.iter().chain(&outcome.helplines);
            contacts.extend(called.map(|shown| shown.id.clone()));
        }
    }
    for block in &mut outline.blocks {
        let stands = block.outcomes.is_empty() || block.outcomes.iter().any(|id| ids.contains(id));
        let may = block.when.is_none_or(|when| ends.at(when).can_hold);
        block.at_once = stands && may;
    }
    for contact in &mut outline.contacts {
        contact.at_once = contacts.contains(&contact.id);
    }
    for source in &mut outline.sources {
        source.at_once = sources.contains(&source.id);
    }
}

/// What a test gives where the questions have ended.
#[derive(Clone, Copy)]
struct Known {
    can_hold: bool,
    must_hold: bool,
}

/// What tests give where the questions have ended: any answers up to some question, none after it.
struct Ends {
    /// The last question that can have an answer.
    last: Option<u32>,
    tests: Vec<Known>,
}

impl Ends {
    fn of(outline: &Outline) -> Self {
        let last = last_question(outline);
        let mut ends = Self {
            last,
            tests: Vec::new(),
        };
        for test in &outline.tests.0 {
            let known = ends.known(test);
            ends.tests.push(known);
        }
        ends
    }

    fn known(&self, test: &Test) -> Known {
        match test {
            Test::Is { question, .. } => Known {
                can_hold: Some(*question) <= self.last,
                must_hold: false,
            },
            Test::All(parts) => Known {
                can_hold: parts.iter().all(|part| self.at(*part).can_hold),
                must_hold: parts.iter().all(|part| self.at(*part).must_hold),
            },
            Test::Any(parts) => Known {
                can_hold: parts.iter().any(|part| self.at(*part).can_hold),
                must_hold: parts.iter().any(|part| self.at(*part).must_hold),
            },
            Test::Not(part) => Known {
                can_hold: !self.at(*part).must_hold,
                must_hold: !self.at(*part).can_hold,
            },
        }
    }

    /// Of a test that is not known, either.
    fn at(&self, when: When) -> Known {
        let known = self.tests.get(when.0 as usize).copied();
        known.unwrap_or(Known {
            can_hold: true,
            must_hold: false,
        })
    }
}

/// The last question that a rule which ends the questions asks about.
fn last_question(outline: &Outline) -> Option<u32> {
    let mut last: Vec<Option<u32>> = Vec::new();
    for test in &outline.tests.0 {
        let known = |part: &When| last.get(part.0 as usize).copied().flatten();
        last.push(match test {
            Test::Is { question, .. } => Some(*question),
            Test::All(parts) | Test::Any(parts) => parts.iter().filter_map(known).max(),
            Test::Not(part) => known(part),
        });
    }
    let stopping = outline.rules.iter().filter(|rule| rule.stop);
    let places = stopping.map(|rule| rule.when.0 as usize);
    places.filter_map(|place| *last.get(place)?).max()
}
