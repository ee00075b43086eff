//! Finds the journeys whose result shows a picked option in a reason, a certain block, or a way to
//! reach help.

use crate::{diagram::Diagram, model::Model};
use pathway::{
    document::{Block, Condition},
    id::{BlockId, ContactId, LineId, OptionId, QuestionId},
};

impl Model<'_> {
    /// Returns the journeys on which the visitor picks this option, and a reason on the result
    /// names it.
    pub(crate) fn named(&self, question: &QuestionId, option: &OptionId) -> Diagram {
        let local = &self.document().local;
        let rules = self.document().rules.iter().zip(&self.routing.rules);
        let reasons = rules.filter(|(rule, _)| rule.because.contains(question));
        let named = reasons.map(|(rule, gives)| {
            let mut seen = self.present_any(&rule.outcomes);
            if rule.outcomes.iter().any(|id| local.outcomes.contains(id)) {
                seen = seen.or(&self.present(&local.instead));
            }
            gives
                .and(&seen)
                .and(&self.witness(&rule.when, question, option))
        });
        self.space().any(named)
    }

    /// Returns the journeys on which this picked option helps to make a condition true. A picked
    /// option never helps to make a negated condition true.
    fn witness(&self, condition: &Condition, question: &QuestionId, option: &OptionId) -> Diagram {
        match condition {
            Condition::Is(of, options) if of == question && options.contains(option) => {
                self.conditions.picked(question, option)
            }
            Condition::Is(..) | Condition::Not(_) => self.space().never(),
            Condition::Named(name) => {
                let known = self.document().conditions.iter();
                let named = known.filter(|known| known.id == *name).take(1);
                let witness = named.map(|named| self.witness(&named.when, question, option));
                self.space().any(witness)
            }
            Condition::All(parts) | Condition::Any(parts) => {
                let parts = parts.iter();
                let parts = parts.map(|part| self.witness(part, question, option));
                self.space()
                    .any(parts)
                    .and(&self.conditions.holds(condition))
            }
        }
    }

    fn find_block(&self, id: &BlockId) -> Option<&Block> {
        self.document().blocks.iter().find(|block| block.id == *id)
    }

    /// Returns the journeys whose result shows this block with at least one line.
    pub(crate) fn block(&self, id: &BlockId) -> Diagram {
        let Some(block) = self.find_block(id) else {
            return self.space().never();
        };
        let shown = self.conditions.allows(block.when.as_ref());
        let shown = shown.and(&self.conditions.shows_some(&block.lines));
        if block.outcomes.is_empty() {
            return shown;
        }
        shown.and(&self.present_any(&block.outcomes))
    }

    /// Returns the journeys whose result shows this line of this block.
    pub(crate) fn line_of_block(&self, id: &BlockId, line: &LineId) -> Diagram {
        let lines = self
            .find_block(id)
            .into_iter()
            .flat_map(|block| &block.lines);
        let line = lines.filter(|known| known.id == *line).take(1);
        let shown = line.map(|line| self.conditions.allows(line.when.as_ref()));
        self.space().any(shown).and(&self.block(id))
    }

    /// Returns the journeys on which the card of an outcome tells how to reach help: it shows a
    /// telephone number, or one of these lines in its first section.
    pub(crate) fn reachable(&self, outcome: usize, lines: &[LineId]) -> Diagram {
        let Some(outcome) = self.document().outcomes.get(outcome) else {
            return self.space().never();
        };
        let has_phone = |id: &ContactId| {
            let mut contacts = self.document().contacts.iter();
            contacts.any(|contact| contact.id == *id && contact.phone.is_some())
        };
        let roles = outcome.first.iter().filter(|line| lines.contains(&line.id));
        let calls = outcome.call.iter().filter(|call| has_phone(&call.id));
        let roles = roles.map(|line| line.when.as_ref());
        let whens = roles.chain(calls.map(|call| call.when.as_ref()));
        self.space()
            .any(whens.map(|when| self.conditions.allows(when)))
    }
}
