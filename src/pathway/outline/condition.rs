//! Conditions as tests of answers, all in one table: whoever has a condition has the place of its test
//! there. What a test says of answers is the pathway's work.

use crate::{
    set::Set,
    wire::{Bytes, Carried, Written},
};
use alloc::vec::Vec;

/// A condition: the place of its test in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When(pub(crate) u32);

/// A test of answers. Its parts stand before it in the table, so that none can hold itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Test {
    Is { question: u32, options: Set },
    All(Vec<When>),
    Any(Vec<When>),
    Not(When),
}

impl Test {
    /// How many steps it takes, given those of each test before it; none, if it looks elsewhere.
    pub(crate) fn steps(&self, before: &[u32]) -> Option<u32> {
        let parts = match self {
            Self::Is { .. } => &[],
            Self::All(parts) | Self::Any(parts) => parts.as_slice(),
            Self::Not(part) => core::slice::from_ref(part),
        };
        parts.iter().try_fold(1, |sum: u32, part| {
            Some(sum.saturating_add(*before.get(part.0 as usize)?))
        })
    }
}

/// The table of tests. It is carried before everything that looks into it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tests(pub(crate) Vec<Test>);

/// The most steps it may take to pass one test.
pub(crate) const MAX_STEPS: u32 = 20_000;

impl Tests {
    /// Whether each test looks only at questions that exist, of so many, and at tests before it, and
    /// none takes too long.
    pub(super) fn are_whole(&self, questions: usize) -> bool {
        let mut before = Vec::with_capacity(self.0.len());
        self.0.iter().all(|test| {
            let steps = test.steps(&before).filter(|steps| *steps <= MAX_STEPS);
            before.extend(steps);
            let exists =
                !matches!(test, Test::Is { question, .. } if *question as usize >= questions);
            steps.is_some() && exists
        })
    }
}

impl Carried for When {
    const EMPTY: Self = Self(0);
    fn write(&self, to: &mut Written) {
        self.0.write(to);
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        self.0.fill(from);
        if self.0 >= from.tests {
            from.spoil();
        }
    }
}

/// A test may look only at those before it, so that none can hold itself.
impl Carried for Tests {
    const EMPTY: Self = Self(Vec::new());
    fn write(&self, to: &mut Written) {
        self.0.write(to);
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        self.0.fill(from);
    }
}

impl Carried for Test {
    const EMPTY: Self = Self::All(Vec::new());
    fn write(&self, to: &mut Written) {
        match self {
            Self::Is { question, options } => {
                to.byte(0);
                question.write(to);
                options.write(to);
            }
            Self::All(parts) => {
                to.byte(1);
                parts.write(to);
            }
            Self::Any(parts) => {
                to.byte(2);
                parts.write(to);
            }
            Self::Not(part) => {
                to.byte(3);
                part.write(to);
            }
        }
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        let case = from.case(4);
        let (mut question, mut options) = (0, Set::EMPTY);
        let (mut part, mut parts) = (When::EMPTY, Vec::new());
        match case {
            0 => {
                question.fill(from);
                options.fill(from);
            }
            1 | 2 => parts.fill(from),
            _ => part.fill(from),
        }
        *self = match case {
            0 => Self::Is { question, options },
            1 => Self::All(parts),
            2 => Self::Any(parts),
            _ => Self::Not(part),
        };
        from.tests += 1;
    }
}
