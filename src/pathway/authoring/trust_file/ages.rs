//! Replaces the age limits of a pathway with the limits of a trust. Each limit is at the edge
//! between two age bands, and a new limit moves this edge. New bands are then made between all
//! edges. A condition that listed an old band now lists every new band between the moved edges of
//! the old one.

use super::{
    Merge, Months,
    bands::{NewBand, bands_between, replace_bands},
    scenarios, source, visit_option_lists,
};
use crate::{
    authoring::document::{Band, Document, Limit},
    model::id::{LimitId, OptionId, QuestionId},
};
use alloc::{collections::BTreeSet, format, string::String, vec::Vec};
use core::{mem, ops::RangeInclusive};

/// The lowest and the highest age limit that a trust may have, in months.
const MONTHS: RangeInclusive<u16> = 2..=216;

pub(super) fn merge(merge: &mut Merge<'_>) {
    let trust = merge.trust;
    let limits = trust.limits.iter();
    let questions: Vec<Option<QuestionId>> = limits
        .map(|(id, months)| question_of(merge, id, *months))
        .collect();
    let questions: Option<BTreeSet<QuestionId>> = questions.into_iter().collect();
    // If one limit is impossible, no limit changes, because findings about the other limits would
    // be misleading.
    for question in questions.into_iter().flatten() {
        if let Some(ages) = Ages::of(merge, &question) {
            ages.apply_limits(merge);
        }
    }
}

/// Returns the question whose options are the age bands of this limit.
fn question_of(merge: &mut Merge<'_>, id: &LimitId, Months(months): Months) -> Option<QuestionId> {
    let limits = &merge.document.limits;
    let path = format!("trust.limits.{id}");
    let Some(limit) = limits.iter().find(|limit| limit.id == *id) else {
        let known: Vec<&str> = limits.iter().map(|limit| limit.id.as_str()).collect();
        let message = match known.as_slice() {
            [] => "the pathway has no limits: take limits out".into(),
            known => format!(
                "the pathway has no limit \"{id}\": name one of {}",
                known.join(", ")
            ),
        };
        merge.findings.add("unknown-limit", path, message);
        return None;
    };
    if !MONTHS.contains(&months) {
        let message = format!(
            "a limit cannot be at {months} months: choose {} to {}",
            MONTHS.start(),
            MONTHS.end()
        );
        merge.findings.add("limit-months", path, message);
        return None;
    }
    Some(limit.question.clone())
}

/// The edge between two age bands.
struct Edge {
    /// The last month of the age band before the edge, in the pathway.
    old: u16,
    /// The last month of the age band before the edge, after the trust file has moved the edge.
    new: u16,
    /// The ids of the age limits at this edge between two age bands.
    limits: Vec<LimitId>,
    /// True if the limits at this edge are of the kind "under 3 years". False if they are of the
    /// kind "18 months or younger".
    is_under: bool,
}

/// The age bands of a question, and the edges between them.
struct Ages {
    question: QuestionId,
    old: Vec<(OptionId, Band)>,
    edges: Vec<Edge>,
}

/// A range of ages, as the indexes of the edges where it starts and ends. `None` means that the
/// range has no limit at this end.
type AgeRange = (Option<usize>, Option<usize>);

impl Ages {
    fn of(merge: &mut Merge<'_>, id: &QuestionId) -> Option<Self> {
        let mut questions = merge.document.questions.iter();
        let question = questions.find(|question| question.id == *id)?;
        let options = question.options.iter();
        let old: Vec<(OptionId, Band)> = options
            .filter_map(|option| Some((option.id.clone(), option.months?)))
            .collect();
        let ends = old.iter().filter_map(|(_, band)| band.to);
        let limits: Vec<Limit> = merge.document.limits.clone();
        let mut edges = Vec::new();
        for old in ends {
            let here = limits.iter().filter(|limit| {
                limit.question == *id
                    && (limit.months == old || limit.months == old.saturating_add(1))
            });
            edges.push(edge(merge, old, here)?);
        }
        let ages = Self {
            question: id.clone(),
            old,
            edges,
        };
        let fits = ages.no_list_is_empty(merge) && ages.no_limits_clash(merge);
        fits.then_some(ages)
    }

    /// Checks that no two limits are at the same age with different meanings. "36 months or
    /// younger" and "under 36 months" cannot both be limits of one question.
    fn no_limits_clash(&self, merge: &mut Merge<'_>) -> bool {
        let (under, up_to): (Vec<&Edge>, Vec<&Edge>) =
            self.edges.iter().partition(|edge| edge.is_under);
        let clash = up_to.iter().find_map(|edge| {
            let mut under = under.iter();
            let other = under.find(|other| other.new.checked_add(1) == Some(edge.new))?;
            Some((edge.limits.first()?, other.limits.first()?, edge.new))
        });
        let Some((limit, other, months)) = clash else {
            return true;
        };
        let own = if merge.trust.months(limit).is_some() {
            limit
        } else {
            other
        };
        merge.findings.add("limits-at-one-age", format!("trust.limits.{own}"), format!(
            "\"{limit}\" counts {months} months and younger, and \"{other}\" counts those under {months} months: choose other months for one of the two"
        ));
        false
    }

    fn apply_limits(&self, merge: &mut Merge<'_>) {
        let mut ends: Vec<(u16, bool)> = self
            .edges
            .iter()
            .map(|edge| (edge.new, edge.is_under))
            .collect();
        // If two limits have the same edge, the limit with `is_under` decides the label of the band.
        ends.sort_unstable_by_key(|(end, is_under)| (*end, !is_under));
        ends.dedup_by_key(|(end, _)| *end);
        let bands = bands_between(&self.old, &ends);
        let mut outdated = Vec::new();
        for limit in &mut merge.document.limits {
            if let Some(months) = merge.trust.months(&limit.id)
                && limit.question == self.question
                && limit.months != months
            {
                limit.months = months;
                outdated.extend(mem::replace(&mut limit.sources, source()));
            }
        }
        merge.replace_sources(&outdated);
        visit_option_lists::each(merge.document, &mut |_, question, options| {
            if *question == self.question {
                *options = self.moved(options, &bands);
            }
        });
        for limit in &mut merge.document.limits {
            if limit.question == self.question {
                limit.within = self.moved(&limit.within, &bands);
            }
        }
        scenarios::replace_options(merge.document, &self.question, &|old| {
            let Some((_, band)) = self.old.iter().find(|(id, _)| id.as_str() == old) else {
                return Some(OptionId::from(old));
            };
            let side = self
                .edges
                .iter()
                .map(|edge| band.to.is_some_and(|to| to <= edge.old));
            let side: Vec<bool> = side.collect();
            let same = |band: &Band| {
                let now = self
                    .edges
                    .iter()
                    .map(|edge| band.to.is_some_and(|to| to <= edge.new));
                now.eq(side.iter().copied())
            };
            let mut bands = bands.iter();
            bands.find(|new| same(&new.band)).map(|new| new.id.clone())
        });
        replace_bands(merge, &self.question, &self.old, &bands);
    }

    /// Returns the ranges of ages that a list of options covers.
    fn ranges(&self, options: &[OptionId]) -> Vec<AgeRange> {
        let mut ranges: Vec<AgeRange> = Vec::new();
        let mut before = false;
        for (index, (id, _)) in self.old.iter().enumerate() {
            let listed = options.contains(id);
            let end = (index < self.edges.len()).then_some(index);
            match ranges.last_mut() {
                Some(range) if listed && before => range.1 = end,
                _ if listed => ranges.push((index.checked_sub(1), end)),
                _ => {}
            }
            before = listed;
        }
        ranges
    }

    fn start(&self, range: AgeRange) -> u16 {
        let edge = range.0.and_then(|edge| self.edges.get(edge));
        edge.map_or(0, |edge| edge.new.saturating_add(1))
    }

    fn end(&self, range: AgeRange) -> Option<u16> {
        Some(self.edges.get(range.1?)?.new)
    }

    /// Returns the new age bands that cover the same ranges as a list of options, followed by the
    /// options of the list that are not ages.
    fn moved(&self, options: &[OptionId], bands: &[NewBand]) -> Vec<OptionId> {
        let ranges = self.ranges(options);
        let within = |band: &Band| {
            ranges.iter().any(|range| {
                let end = self.end(*range);
                self.start(*range) <= band.from
                    && end.is_none_or(|end| band.to.is_some_and(|to| to <= end))
            })
        };
        let ages = bands
            .iter()
            .filter(|new| within(&new.band))
            .map(|new| &new.id);
        let others = options
            .iter()
            .filter(|id| !self.old.iter().any(|(old, _)| old == *id));
        ages.chain(others).cloned().collect()
    }

    /// Checks that each list of age bands in a condition still contains an age. A condition with an
    /// empty list could never hold.
    fn no_list_is_empty(&self, merge: &mut Merge<'_>) -> bool {
        let mut ranges: BTreeSet<AgeRange> = BTreeSet::new();
        let mut document: Document = merge.document.clone();
        visit_option_lists::each(&mut document, &mut |_, question, options| {
            if *question == self.question {
                ranges.extend(self.ranges(options));
            }
        });
        let empty = |range: &AgeRange| self.end(*range).is_some_and(|end| end < self.start(*range));
        let crowded: BTreeSet<usize> = ranges
            .iter()
            .filter(|range| empty(range))
            .flat_map(|range| [range.0, range.1])
            .flatten()
            .collect();
        for index in &crowded {
            let Some(edge) = self.edges.get(*index) else {
                continue;
            };
            let moved = edge
                .limits
                .iter()
                .filter(|id| merge.trust.limits.contains_key(*id));
            for limit in moved {
                let months = merge.trust.months(limit).unwrap_or_default();
                let message = format!(
                    "{months} months leaves no age between this limit and the next: choose {}",
                    self.room(*index, &ranges)
                );
                let path = format!("trust.limits.{limit}");
                merge.findings.add("limit-leaves-no-age", path, message);
            }
        }
        crowded.is_empty()
    }

    /// Writes the range of months that the trust could give to the age limits at this edge, if no
    /// other edge moves.
    fn room(&self, index: usize, ranges: &BTreeSet<AgeRange>) -> String {
        let new = |edge: Option<usize>| Some(self.edges.get(edge?)?.new);
        let step = self
            .edges
            .get(index)
            .map_or(0, |edge| u16::from(edge.is_under));
        let starts = ranges.iter().filter(|range| range.1 == Some(index));
        let lowest = starts
            .filter_map(|range| Some(new(range.0)?.saturating_add(1)))
            .max();
        let ends = ranges.iter().filter(|range| range.0 == Some(index));
        let highest = ends.filter_map(|range| new(range.1)?.checked_sub(1)).min();
        let lowest = lowest.map_or(*MONTHS.start(), |month| month.saturating_add(step));
        let highest = highest.map_or(*MONTHS.end(), |month| month.saturating_add(step));
        if lowest > highest {
            return "other months for the limits on both sides of it".into();
        }
        format!("{lowest} to {highest} months, or move the other limit too")
    }
}

/// Makes an edge between two age bands of the pathway. The trust file gives its age in months. Two
/// limits at one edge with different ages are a finding.
fn edge<'a>(
    merge: &mut Merge<'_>,
    old: u16,
    here: impl Iterator<Item = &'a Limit>,
) -> Option<Edge> {
    let mut edge = Edge {
        old,
        new: old,
        limits: Vec::new(),
        is_under: false,
    };
    for limit in here {
        let is_under = limit.months > old;
        let months = merge.trust.months(&limit.id).unwrap_or(limit.months);
        let new = if is_under {
            months.saturating_sub(1)
        } else {
            months
        };
        if let Some(other) = edge.limits.first()
            && new != edge.new
        {
            merge.findings.add("limits-at-one-age", format!("trust.limits.{}", limit.id), format!(
                "in the pathway \"{}\" and \"{other}\" are one age, and nothing says which of the two a rule means: give both the same months, or part them in pathway.json",
                limit.id
            ));
            return None;
        }
        edge.new = new;
        edge.is_under |= is_under;
        edge.limits.push(limit.id.clone());
    }
    Some(edge)
}

#[cfg(test)]
mod tests;
