//! Shows the contacts that only a trust can name on the cards that the pathway lists for them.

use super::Merge;
use crate::{authoring::document::Conditional, model::id::ContactId};

impl Merge<'_> {
    /// Shows a contact on the cards that the pathway lists for it. Returns whether the pathway
    /// lists any.
    pub(super) fn fill_slot(&mut self, id: &ContactId) -> bool {
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
                when: shown.when,
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
