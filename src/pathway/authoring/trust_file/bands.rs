//! Makes age bands between the moved edges. A new band gets an id and a label from the patterns of
//! the words file. A band that the pathway already has keeps its id and label.

use super::Merge;
use crate::{
    authoring::document::{Band, Question, QuestionOption},
    model::{
        id::{OptionId, QuestionId},
        wording::{Keyed, Text},
        words::{BandWording, BandWords, OptionWords, QuestionWords},
    },
};
use alloc::{format, vec::Vec};

/// An age band between two edges, after the edges have moved.
pub(super) struct NewBand {
    pub(super) id: OptionId,
    pub(super) band: Band,
    /// The pattern of the band's label. `None` if the pathway already has this band and its label.
    pattern: Option<LabelPattern>,
}

/// Makes the age bands that end at these months. Each end has a flag, which decides the label: true
/// for a limit such as "under 3 years", false for a limit such as "18 months or younger".
pub(super) fn bands_between(old: &[(OptionId, Band)], ends: &[(u16, bool)]) -> Vec<NewBand> {
    let mut bands = Vec::new();
    let mut from = 0;
    let mut starts_at_years = false;
    let closed = ends
        .iter()
        .map(|(to, ends_under_years)| (Some(*to), *ends_under_years));
    for (to, ends_under_years) in closed.chain([(None, false)]) {
        let band = Band { from, to };
        let known = old.iter().find(|(_, known)| *known == band);
        let pattern = LabelPattern::of(band, starts_at_years, ends_under_years);
        bands.push(NewBand {
            id: known.map_or_else(|| pattern.id(), |(id, _)| id.clone()),
            band,
            pattern: known.is_none().then_some(pattern),
        });
        from = to.unwrap_or_default().saturating_add(1);
        starts_at_years = ends_under_years;
    }
    bands
}

/// The pattern of an age band's label, with its months or years.
#[derive(Clone, Copy)]
enum LabelPattern {
    First { to: u16 },
    Single { month: u16 },
    Between { from: u16, to: u16 },
    UnderYears { from: u16, years: u16 },
    Last { from: u16 },
    LastInYears { years: u16 },
}

impl LabelPattern {
    /// Chooses the pattern for the label of an age band. The flag `ends_under_years` is
    /// true if the band ends at a limit such as "under 3 years". The flag `starts_at_years` is true
    /// if the band before it ends at such a limit. Whole years from 2 upwards are given in years.
    fn of(band: Band, starts_at_years: bool, ends_under_years: bool) -> Self {
        let years = |month: u16| (month >= 24 && month.is_multiple_of(12)).then_some(month / 12);
        match (band.from, band.to) {
            (from, None) => match years(from).filter(|_| starts_at_years) {
                Some(years) => Self::LastInYears { years },
                None => Self::Last { from },
            },
            (0, Some(to)) => Self::First { to },
            (from, Some(to)) => match years(to.saturating_add(1)).filter(|_| ends_under_years) {
                Some(years) => Self::UnderYears { from, years },
                None if from == to => Self::Single { month: to },
                None => Self::Between { from, to },
            },
        }
    }

    fn id(self) -> OptionId {
        let id = match self {
            Self::First { to } => format!("up-to-{to}-months"),
            Self::Single { month } => format!("{month}-months"),
            Self::Between { from, to } => format!("{from}-to-{to}-months"),
            Self::UnderYears { from, years } => format!("{from}-months-to-under-{years}"),
            Self::Last { from } => format!("{from}-months-or-older"),
            Self::LastInYears { years } => format!("{years}-or-older"),
        };
        OptionId::from(id.as_str())
    }

    fn words(self, words: &BandWords) -> OptionWords {
        let (wording, from, to, years) = match self {
            Self::First { to } => (&words.first, 0, to, 0),
            Self::Single { month } => (&words.single, month, month, 0),
            Self::Between { from, to } => (&words.between, from, to, 0),
            Self::UnderYears { from, years } => (&words.under_years, from, 0, years),
            Self::Last { from } => (&words.last, from, 0, 0),
            Self::LastInYears { years } => (&words.last_in_years, 0, 0, years),
        };
        let BandWording { label, answer_text } = wording;
        let filled = |text: &Text| {
            let mut text = text.clone();
            for wording in text.all_mut() {
                for (name, number) in [("{from}", from), ("{to}", to), ("{years}", years)] {
                    *wording = wording.replace(name, &format!("{number}"));
                }
            }
            text
        };
        OptionWords {
            label: filled(label),
            hint: None,
            answer_text: answer_text.as_ref().map(filled),
            variants: Keyed::default(),
        }
    }
}

/// Lists the age bands of a question whose labels do not name their months, each with the words
/// that it must have. A label may give an age in years or in months.
pub(crate) fn mislabelled<'a>(
    question: &'a Question,
    words: &'a QuestionWords,
    patterns: &'a BandWords,
) -> impl Iterator<Item = (&'a OptionId, OptionWords)> {
    let options = question.options.iter();
    options.filter_map(move |option| {
        let band = option.months?;
        let found = words.options.get(&option.id)?;
        let expected = [(true, true), (true, false), (false, true), (false, false)];
        let mut expected = expected
            .map(|(starts_at_years, ends_under_years)| {
                LabelPattern::of(band, starts_at_years, ends_under_years).words(patterns)
            })
            .into_iter();
        let first = expected.next()?;
        let is_right = |words: &OptionWords| {
            found.label == words.label && found.answer_text == words.answer_text
        };
        let right = is_right(&first) || expected.any(|words| is_right(&words));
        (!right).then_some((&option.id, first))
    })
}

/// Replaces the old age bands of a question and their words by the new bands and their words.
pub(super) fn replace_bands(
    merge: &mut Merge<'_>,
    question: &QuestionId,
    old: &[(OptionId, Band)],
    new: &[NewBand],
) {
    let mut questions = merge.document.questions.iter_mut();
    if let Some(question) = questions.find(|known| known.id == *question) {
        options(&mut question.options, new);
    }
    let Some(words) = &mut merge.words else {
        return;
    };
    let patterns = words.bands.get(question);
    let Some(words) = words.questions.get_mut(question) else {
        return;
    };
    let gone = old
        .iter()
        .filter(|(id, _)| new.iter().all(|band| band.id != *id));
    gone.for_each(|(id, _)| drop(words.options.remove(id)));
    let labelled = new
        .iter()
        .filter_map(|band| Some((&band.id, band.pattern?)));
    for (id, pattern) in labelled {
        let Some(patterns) = patterns else {
            merge.findings.add("no-band-words", "trust.limits", format!(
                "the words do not say how other ages are called: write bands.{question} in the words file"
            ));
            return;
        };
        words.options.insert(id.clone(), pattern.words(patterns));
    }
}

fn options(options: &mut Vec<QuestionOption>, new: &[NewBand]) {
    let first = options.iter().position(|option| option.months.is_some());
    let (old, mut others): (Vec<_>, Vec<_>) = options
        .drain(..)
        .partition(|option| option.months.is_some());
    let covers = |option: &&QuestionOption, month| {
        option
            .months
            .is_some_and(|band| band.from <= month && band.to.is_none_or(|to| month <= to))
    };
    let bands = new.iter().filter_map(|new| {
        let mut option = old
            .iter()
            .find(|option| covers(option, new.band.from))?
            .clone();
        option.id = new.id.clone();
        option.months = Some(new.band);
        Some(option)
    });
    let index = first.unwrap_or_default().min(others.len());
    others.splice(index..index, bands.collect::<Vec<_>>());
    *options = others;
}
