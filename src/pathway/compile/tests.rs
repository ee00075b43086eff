//! Conditions → tests in one table, equal ones once.

use super::Compiler;
use crate::{
    document::Condition,
    id::{OptionId, QuestionId},
    outline::{MAX_STEPS, Test, When},
    set::Set,
};
use alloc::{collections::BTreeMap, format, vec::Vec};

#[derive(Default)]
pub(super) struct Table {
    places: BTreeMap<Test, When>,
    tests: Vec<Test>,
    steps: Vec<u32>,
}

impl Table {
    fn place(&mut self, test: Test) -> When {
        let next = When(u32::try_from(self.tests.len()).unwrap_or(u32::MAX));
        let (tests, steps) = (&mut self.tests, &mut self.steps);
        *self.places.entry(test).or_insert_with_key(|test| {
            steps.push(test.steps(steps).unwrap_or(u32::MAX));
            tests.push(test.clone());
            next
        })
    }

    fn takes_too_long(&self, when: When) -> bool {
        let steps = self.steps.get(when.0 as usize);
        steps.is_none_or(|steps| *steps > MAX_STEPS)
    }

    pub(super) fn into_tests(self) -> Vec<Test> {
        self.tests
    }
}

impl Compiler<'_> {
    /// A condition that names what is not there never holds, and is a finding.
    pub(super) fn when(&mut self, condition: &Condition, place: &str) -> When {
        let mut all = |parts: &[Condition]| -> Vec<When> {
            parts.iter().map(|part| self.when(part, place)).collect()
        };
        let test = match condition {
            Condition::All(parts) => Test::All(all(parts)),
            Condition::Any(parts) => Test::Any(all(parts)),
            Condition::Not(part) => Test::Not(self.when(part, place)),
            Condition::Is(question, options) => self.is(question, options, place),
            Condition::Named(name) => {
                if let Some(when) = self.names.when(name) {
                    return when;
                }
                self.findings.add("unknown-condition", place, format!(
                    "no condition \"{name}\" stands before this: define it under conditions, above where it is used"
                ));
                Test::Any(Vec::new())
            }
        };
        let when = self.table.place(test);
        if self.table.takes_too_long(when) {
            self.findings.add(
                "too-complex",
                place,
                format!("written out, it takes more than {MAX_STEPS} steps: say it more simply"),
            );
        }
        when
    }

    pub(super) fn optional(&mut self, when: Option<&Condition>, place: &str) -> Option<When> {
        when.map(|condition| self.when(condition, place))
    }

    fn is(&mut self, question: &QuestionId, options: &[OptionId], place: &str) -> Test {
        let Some(index) = self.names.question(question) else {
            self.findings.add("unknown-question", place, format!(
                "there is no question \"{question}\": name one under questions, or a condition by its name alone"
            ));
            return Test::Any(Vec::new());
        };
        if options.is_empty() {
            self.findings.add(
                "empty-condition",
                place,
                format!("no option of \"{question}\" is named: name at least one"),
            );
        }
        let mut found = Set::EMPTY;
        for option in options {
            match self.names.option(index, option) {
                Some(place) => found = found.or(Set::one(place)),
                None => self.findings.add(
                    "unknown-option",
                    place,
                    format!("question \"{question}\" has no option \"{option}\": name one it has"),
                ),
            }
        }
        Test::Is {
            question: u32::try_from(index).unwrap_or(u32::MAX),
            options: found,
        }
    }
}
