//! The table of compiled conditions. A condition refers to its parts by their index in the table.
//! The module [`crate::runtime::pathway`] evaluates the conditions.

use crate::model::{
    codec::{Codec, Decoder, Encoder},
    set::Set,
};
use alloc::vec::Vec;

/// The index of a condition in the table of conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConditionIndex(pub(crate) u32);

/// A condition on a visitor's answers. Its parts have lower indexes in the table, so that no
/// condition contains itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CompiledCondition {
    Is { question: u32, options: Set },
    All(Vec<ConditionIndex>),
    Any(Vec<ConditionIndex>),
    Not(ConditionIndex),
}

impl CompiledCondition {
    /// Counts the steps that the evaluation of this condition takes. The list `before` contains the
    /// steps of each earlier condition. Returns `None` if a part of this condition is not earlier.
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

/// The maximum number of steps that the evaluation of one condition may take.
pub(crate) const MAX_STEPS: u32 = 20_000;

/// Returns whether each condition uses only existing questions and earlier conditions, and takes at
/// most [`MAX_STEPS`] steps.
pub(super) fn are_valid(conditions: &[CompiledCondition], questions: usize) -> bool {
    let mut before = Vec::with_capacity(conditions.len());
    conditions.iter().all(|condition| {
        let steps = condition.steps(&before);
        let steps = steps.filter(|steps| *steps <= MAX_STEPS);
        before.extend(steps);
        let is_known = match condition {
            CompiledCondition::Is { question, .. } => (*question as usize) < questions,
            _ => true,
        };
        steps.is_some() && is_known
    })
}

impl Codec for ConditionIndex {
    const EMPTY: Self = Self(0);
    fn encode(&self, encoder: &mut Encoder) {
        self.0.encode(encoder);
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        self.0.decode(decoder);
        if self.0 >= decoder.conditions {
            decoder.fail();
        }
    }
}

/// The decoder accepts only earlier conditions as parts, so that no condition contains itself.
impl Codec for CompiledCondition {
    const EMPTY: Self = Self::All(Vec::new());
    fn encode(&self, encoder: &mut Encoder) {
        match self {
            Self::Is { question, options } => {
                encoder.byte(0);
                question.encode(encoder);
                options.encode(encoder);
            }
            Self::All(parts) => {
                encoder.byte(1);
                parts.encode(encoder);
            }
            Self::Any(parts) => {
                encoder.byte(2);
                parts.encode(encoder);
            }
            Self::Not(part) => {
                encoder.byte(3);
                part.encode(encoder);
            }
        }
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        let case = decoder.variant(4);
        let (mut question, mut options) = (0, Set::EMPTY);
        let (mut part, mut parts) = (ConditionIndex::EMPTY, Vec::new());
        match case {
            0 => {
                question.decode(decoder);
                options.decode(decoder);
            }
            1 | 2 => parts.decode(decoder),
            _ => part.decode(decoder),
        }
        *self = match case {
            0 => Self::Is { question, options },
            1 => Self::All(parts),
            2 => Self::Any(parts),
            _ => Self::Not(part),
        };
        decoder.conditions += 1;
    }
}
