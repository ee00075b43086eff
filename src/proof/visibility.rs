//! A pathway → on which journeys a result tells something: a picked option named in a reason, a
//! block, a line that says whom to turn to.

use crate::{diagram::Diagram, model::Model};
use pathway::document::Condition;
use pathway::id::{BlockId, LineId};

impl Model<'_> {
    /// When the option is picked, and a reason of an outcome on the result names it.
    pub(crate) fn named(&self, question: &str, option: &str) -> Diagram {
        let document = self.document();
        let instead = self.present(document.local.instead.as_str());
        let reasons = document.rules.iter().zip(&self.routing.rules);
        let reasons = reasons
            .filter(|(rule, _)| rule.because.iter().any(|id| id.as_str() == question))
            .map(|(rule, counts)| {
                let there = rule.outcomes.iter().map(|id| self.present(id.as_str()));
                let carried = rule
                    .outcomes
                    .iter()
                    .any(|outcome| document.local.outcomes.contains(outcome));
                let carried = carried.then(|| instead.clone());
                let seen = self.space().any(there.chain(carried).collect::<Vec<_>>());
                counts
                    .and(&seen)
                    .and(&self.witness(&rule.when, question, option))
            });
        self.space().any(reasons.collect::<Vec<_>>())
    }

    /// When the option is among what makes a condition hold. A negation holds by what was not said.
    fn witness(&self, condition: &Condition, question: &str, option: &str) -> Diagram {
        match condition {
            Condition::Is(of, options)
                if of.as_str() == question
                    && options.iter().any(|known| known.as_str() == option) =>
            {
                self.conditions.picked(question, option)
            }
            Condition::Is(..) | Condition::Not(_) => self.space().never(),
            Condition::Named(name) => {
                let mut known = self.document().conditions.iter();
                known.find(|known| known.id == *name).map_or_else(
                    || self.space().never(),
                    |known| self.witness(&known.when, question, option),
                )
            }
            Condition::All(parts) | Condition::Any(parts) => {
                let parts = parts
                    .iter()
                    .map(|part| self.witness(part, question, option));
                let some = self.space().any(parts.collect::<Vec<_>>());
                some.and(&self.conditions.holds(condition))
            }
        }
    }

    /// When a block stands on the result, with at least one line.
    pub(crate) fn block(&self, id: &BlockId) -> Diagram {
        let mut known = self.document().blocks.iter();
        let Some(block) = known.find(|block| block.id == *id) else {
            return self.space().never();
        };
        let place = if block.outcomes.is_empty() {
            self.space().always()
        } else {
            let cards = block.outcomes.iter().map(|id| self.present(id.as_str()));
            self.space().any(cards.collect::<Vec<_>>())
        };
        self.conditions
            .allows(block.when.as_ref())
            .and(&place)
            .and(&self.conditions.shows_some(&block.lines))
    }

    /// When a block stands on the result with this line.
    pub(crate) fn line_of_block(&self, id: &BlockId, line: &LineId) -> Diagram {
        let blocks = self.document().blocks.iter();
        let mut lines = blocks
            .filter(|block| block.id == *id)
            .flat_map(|block| &block.lines);
        let found = lines.find(|known| known.id == *line);
        found.map_or_else(
            || self.space().never(),
            |line| {
                self.block(id)
                    .and(&self.conditions.allows(line.when.as_ref()))
            },
        )
    }

    /// When an outcome's card shows one of these lines of what to do first, or a telephone number.
    pub(crate) fn reachable(&self, outcome: usize, lines: &[LineId]) -> Diagram {
        let Some(outcome) = self.document().outcomes.get(outcome) else {
            return self.space().never();
        };
        let roles = outcome.first.iter().filter(|line| lines.contains(&line.id));
        let contacts = &self.document().contacts;
        let calls = outcome.call.iter().filter(|shown| {
            let mut known = contacts.iter();
            known.any(|known| known.id == shown.id && known.phone.is_some())
        });
        let whens = roles
            .map(|line| line.when.as_ref())
            .chain(calls.map(|call| call.when.as_ref()));
        let shown = whens.map(|when| self.conditions.allows(when));
        self.space().any(shown.collect::<Vec<_>>())
    }
}
