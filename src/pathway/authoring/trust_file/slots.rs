//! Fills the slots of a pathway. A slot stands for a contact that only a trust can name. The pathway
//! lists the cards on which this contact appears.

use super::Merge;
use crate::{
    authoring::document::{Condition, Conditional},
    model::id::ContactId,
};

impl Merge<'_> {
    /// Shows a contact on the cards that the pathway lists for it, if its condition and the
    /// argument `area` hold. Returns whether the pathway lists any.
    pub(super) fn fill_slot(&mut self, id: &ContactId, area: Option<&Condition>) -> bool {
        let slots = &mut self.document.local.slots;
        let Some(index) = slots.iter().position(|slot| slot.id == *id) else {
            return false;
        };
        // The contact is now one of the pathway, so it is no longer missing.
        let slot = slots.remove(index);
        for shown in slot.outcomes {
            let mut outcomes = self.document.outcomes.iter_mut();
            let Some(outcome) = outcomes.find(|outcome| outcome.id == shown.outcome) else {
                continue;
            };
            let contact = Conditional {
                id: id.clone(),
                when: both(shown.when, area),
            };
            if shown.first {
                outcome.call.insert(0, contact);
            } else {
                outcome.call.push(contact);
            }
        }
        true
    }
}

/// Joins two conditions to one. Returns `None` if there is none.
fn both(when: Option<Condition>, area: Option<&Condition>) -> Option<Condition> {
    match (when, area) {
        (when, None) => when,
        (None, Some(area)) => Some(area.clone()),
        (Some(when), Some(area)) => Some(Condition::All([when, area.clone()].into())),
    }
}
