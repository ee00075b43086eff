//! A limit on the work of one proof. A pathway within the bounds of `check` can still have diagrams
//! that take all memory, and the proof must then end and say so.

use crate::violation::Violation;
use std::{cell::Cell, fmt};

/// The most pairs of nodes that one operation visits. A diagram never has more nodes than that. The
/// built-in pathway needs 47,000.
pub(crate) const MOST_IN_ONE: usize = 250_000;
/// The most nodes of all operations of a proof. The built-in pathway needs 6.5 million.
const MOST_IN_ALL: usize = 65_000_000;
/// The most nodes in memory at one time, with 12 bytes each.
const MOST_LIVE: usize = 4_000_000;

/// The work that a proof has left. All diagrams of a space share one budget.
#[derive(Debug)]
pub(crate) struct Budget {
    left: Cell<usize>,
    live: Cell<usize>,
    most_live: Cell<usize>,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            left: Cell::new(MOST_IN_ALL),
            live: Cell::new(0),
            most_live: Cell::new(MOST_LIVE),
        }
    }
}

impl Budget {
    /// Takes the work of one operation from the budget.
    pub(crate) fn spend(&self, nodes: usize) {
        self.left.set(self.left.get().saturating_sub(nodes));
    }

    /// Counts the nodes of a diagram that comes into memory.
    pub(crate) fn hold(&self, nodes: usize) {
        self.live.set(self.live.get().saturating_add(nodes));
        if self.live.get() > self.most_live.get() {
            self.end();
        }
    }

    /// Counts the nodes of a diagram that leaves memory.
    pub(crate) fn release(&self, nodes: usize) {
        self.live.set(self.live.get().saturating_sub(nodes));
    }

    /// Leaves only the limit on one operation.
    pub(crate) fn extend(&self) {
        self.left.set(usize::MAX);
        self.most_live.set(usize::MAX);
    }

    /// Leaves nothing, because an operation would take too much.
    pub(crate) fn end(&self) {
        self.left.set(0);
    }

    /// Whether no work is left. No diagram that was drawn afterwards means anything.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// The value, if the work for it was within the budget.
    pub(crate) fn check<T>(&self, value: T) -> Result<T, TooLarge> {
        if self.is_spent() {
            return Err(TooLarge);
        }
        Ok(value)
    }
}

/// A pathway with diagrams that are too large to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

const ADVICE: &str = "it is too large to prove: answers to many options decide together; let rules and conditions compare fewer options with each other, or split the pathway";

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ADVICE)
    }
}

impl std::error::Error for TooLarge {}

impl From<TooLarge> for Violation {
    fn from(_: TooLarge) -> Self {
        Self::new("too-large-to-prove", "rules".to_owned(), ADVICE, None)
    }
}
