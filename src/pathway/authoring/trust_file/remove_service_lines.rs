//! Removes the lines, texts and sources that only speak of the pathway's own service, if the trust
//! has another service. Also removes the lines that a form or an age limit of the trust replaces.

use super::Merge;
use crate::{
    authoring::document::{Document, LimitLines},
    model::{
        id::{LineId, OutcomeId, SourceId},
        words::Words,
    },
};
use alloc::{borrow::ToOwned, collections::BTreeMap, string::String, vec::Vec};
use core::mem;

pub(super) fn merge(merge: &mut Merge<'_>) {
    if merge.trust.self_referral.is_some() {
        for lines in mem::take(&mut merge.document.local.form_lines) {
            merge.take_lines(&lines.outcome, &lines.lines);
        }
    }
    let limits = &merge.trust.limits;
    let (confirmed, others) = mem::take(&mut merge.document.local.limit_lines)
        .into_iter()
        .partition(|lines| limits.contains_key(&lines.limit));
    merge.document.local.limit_lines = others;
    let confirmed: Vec<LimitLines> = confirmed;
    for lines in confirmed {
        merge.take_lines(&lines.outcome, &lines.lines);
    }
    if !merge.is_other_service() {
        return;
    }
    for lines in mem::take(&mut merge.document.local.service_lines) {
        merge.take_lines(&lines.outcome, &lines.lines);
    }
    let sources = mem::take(&mut merge.document.local.service_sources);
    merge.replace_sources(&sources);
    merge.take_sources(&sources);
    if let Some(words) = &mut merge.words {
        replace_texts(words);
    }
}

/// Replaces each text that only the pathway's own service can say. A text with one wording replaces
/// all wordings.
fn replace_texts(words: &mut Words) {
    let others = mem::take(&mut words.other_service);
    let mut wordings: BTreeMap<String, usize> = BTreeMap::new();
    words.each_text_mut(&mut |path, text| {
        let Some(other) = others.get(path) else {
            return;
        };
        let index = wordings.entry(path.to_owned()).or_default();
        let new = other.all().nth(*index).or_else(|| other.all().next());
        *index = index.saturating_add(1);
        if let Some(new) = new {
            new.clone_into(text);
        }
    });
}

impl Merge<'_> {
    /// Removes sources, and each conflict with one of them. The source of an age limit stays, until
    /// the trust gives the months.
    fn take_sources(&mut self, sources: &[SourceId]) {
        let Document {
            sources: known,
            conflicts,
            limits,
            ..
        } = &mut *self.document;
        conflicts.retain(|conflict| !conflict.sources.iter().any(|id| sources.contains(id)));
        let cited: Vec<&SourceId> = limits.iter().flat_map(|limit| &limit.sources).collect();
        known.retain(|source| !sources.contains(&source.id) || cited.contains(&&source.id));
    }

    /// Removes lines and their words from an outcome, and from the lists of lines that another
    /// change would remove.
    fn take_lines(&mut self, outcome: &OutcomeId, lines: &[LineId]) {
        for line in lines {
            self.take_line(outcome, line);
        }
        let local = &mut self.document.local;
        for list in [&mut local.service_lines, &mut local.form_lines] {
            let same = list.iter_mut().filter(|entry| entry.outcome == *outcome);
            same.for_each(|entry| entry.lines.retain(|line| !lines.contains(line)));
        }
    }

    /// Returns whether the service has another name, or serves none of the pathway's areas.
    fn is_other_service(&self) -> bool {
        let words = self.words.as_ref();
        let name = words.and_then(|words| words.names.service.as_ref());
        let service = self.trust.service.as_ref();
        let is_renamed = name
            .zip(service)
            .is_some_and(|(name, service)| *name != service.name);
        let areas = &self.trust.areas;
        let mut old = self.document.local.areas.iter();
        let stays = old.any(|old| areas.iter().any(|area| area.id == old.id));
        is_renamed || !(areas.is_empty() || stays)
    }
}
