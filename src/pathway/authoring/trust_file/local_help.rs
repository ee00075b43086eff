//! Adds the trust's lines about local help to outcomes that are not urgent. A result shows these
//! lines under "What happens next".

use super::{LocalNote, Merge};
use crate::{
    authoring::document::{Conditional, Outcome},
    model::{
        id::{LineId, OutcomeId},
        properties::Urgency,
        words::OutcomeWords,
    },
};
use alloc::format;

pub(super) fn merge(merge: &mut Merge<'_>) {
    for note in &merge.trust.local_notes {
        merge.note(note);
    }
}

impl Merge<'_> {
    fn note(&mut self, note: &LocalNote) {
        let path = format!("trust.local_notes.{}", note.id);
        let when = self.living_in(&note.areas, &path);
        let local = self.is_local(&note.outcome, &note.id);
        let mut outcomes = self.document.outcomes.iter_mut();
        let Some(outcome) = outcomes.find(|known| known.id == note.outcome) else {
            self.unknown_outcome(&note.outcome, &path);
            return;
        };
        if outcome.urgency >= Urgency::Today {
            self.findings.add("urgent-outcome", path, format!(
                "\"{}\" is urgent, and its words are the same everywhere: put the note on another outcome, or add a contact",
                note.outcome
            ));
            return;
        }
        let taken = outcome
            .sections()
            .any(|(_, lines)| lines.iter().any(|line| line.id == note.id));
        if !taken {
            outcome.next.push(Conditional {
                id: note.id.clone(),
                when,
            });
        } else if !local {
            let message = format!(
                "\"{}\" is a line of the pathway itself: give the note another id",
                note.id
            );
            self.findings.add("line-taken", path, message);
            return;
        }
        self.write(note);
    }

    /// Returns whether the pathway lists this line among the lines of an area.
    fn is_local(&self, outcome: &OutcomeId, line: &LineId) -> bool {
        let lines = self
            .document
            .local
            .areas
            .iter()
            .flat_map(|area| &area.lines);
        let mut lines = lines.filter(|lines| lines.outcome == *outcome);
        lines.any(|lines| lines.lines.contains(line))
    }

    fn write(&mut self, note: &LocalNote) {
        let words = self.words.as_mut();
        let Some(words) = words.and_then(|words| words.outcomes.get_mut(&note.outcome)) else {
            return;
        };
        let known = words
            .each_mut()
            .find(|(_, lines)| lines.contains_key(&note.id));
        if let Some((_, lines)) = known {
            lines.insert(note.id.clone(), note.text.clone());
            return;
        }
        words.next.insert(note.id.clone(), note.text.clone());
    }

    /// Removes a line and its words from all sections of an outcome.
    pub(super) fn take_line(&mut self, outcome: &OutcomeId, line: &LineId) {
        let mut outcomes = self.document.outcomes.iter_mut();
        let found = outcomes.find(|known| known.id == *outcome);
        for (_, lines) in found.into_iter().flat_map(Outcome::sections_mut) {
            lines.retain(|shown| shown.id != *line);
        }
        let words = self.words.as_mut();
        let words = words.and_then(|words| words.outcomes.get_mut(outcome));
        for (_, lines) in words.into_iter().flat_map(OutcomeWords::each_mut) {
            lines.remove(line);
        }
    }
}
