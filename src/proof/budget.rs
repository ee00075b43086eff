//! Limits the work of one proof. Even a pathway that passes the size limits of `check` can have
//! diagrams that use all memory. With these limits, the proof ends with an error instead.

use crate::violation::Violation;
use std::{cell::Cell, fmt};

/// The maximum number of pairs of nodes that one operation on two diagrams visits. It is also the
/// maximum number of nodes of a diagram. The built-in pathway needs 47,000.
pub(crate) const MOST_IN_ONE: usize = 250_000;
/// The maximum number of nodes that all operations of one proof visit together. The built-in
/// pathway needs 6.5 million.
const MOST_IN_ALL: usize = 65_000_000;
/// The maximum number of nodes in memory at the same time. Each node needs 12 bytes.
const MOST_LIVE: usize = 4_000_000;

/// The work that a proof may still do. All diagrams with the same variables share one budget.
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
    /// Subtracts the work of an operation, as a number of nodes, from the budget.
    pub(crate) fn spend(&self, nodes: usize) {
        self.left.set(self.left.get().saturating_sub(nodes));
    }

    /// Counts the nodes of a new diagram as nodes in memory. Too many nodes in memory use up the
    /// budget.
    pub(crate) fn hold(&self, nodes: usize) {
        self.live.set(self.live.get().saturating_add(nodes));
        if self.live.get() > self.most_live.get() {
            self.end();
        }
    }

    /// Counts the nodes of a freed diagram as no longer in memory.
    pub(crate) fn release(&self, nodes: usize) {
        self.live.set(self.live.get().saturating_sub(nodes));
    }

    /// Removes every limit of the budget except the limit on a single operation.
    pub(crate) fn extend(&self) {
        self.left.set(usize::MAX);
        self.most_live.set(usize::MAX);
    }

    /// Uses up the whole budget, because an operation would need too much work.
    pub(crate) fn end(&self) {
        self.left.set(0);
    }

    /// Returns whether the budget is used up. Diagrams that are made after that are wrong.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// Returns the value, or an error if the budget is used up and the value can be wrong.
    pub(crate) fn check<T>(&self, value: T) -> Result<T, TooLarge> {
        if self.is_spent() {
            return Err(TooLarge);
        }
        Ok(value)
    }
}

/// The error for a pathway whose diagrams are too large.
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
