//! Makes age bands between the moved edges. A new band gets an id and a label from the patterns of
//! the words file. A band that the pathway already has keeps its id and label.

use super::Merge;
use crate::{
    authoring::document::{Band, Question, QuestionOption},
    model::{
        id::{OptionId, QuestionId},
        text::{Keyed, Text},
        words::{BandWording, BandWords, OptionWords, QuestionWords},
    },
};
use alloc::{format, vec::Vec};

/// An age band between two edges, after the edges have moved.
pub(super) struct Cut {
    pub(super) id: OptionId,
    pub(super) band: Band,
    /// The pattern of the band's label. `None` if the pathway already has this band and its label.
    shape: Option<Shape>,
}

/// Makes the age bands that end at these months. Each end has a flag, which decides the label: true
/// for a limit such as "under 3 years", false for a limit such as "18 months or younger".
pub(super) fn cut(old: &[(OptionId, Band)], ends: &[(u16, bool)]) -> Vec<Cut> {
    let mut bands = Vec::new();
    let mut from = 0;
    let mut after = false;
    let closed = ends.iter().map(|(to, reached)| (Some(*to), *reached));
    for (to, reached) in closed.chain([(None, false)]) {
        let band = Band { from, to };
        let known = old.iter().find(|(_, known)| *known == band);
        let shape = Shape::of(band, after, reached);
        bands.push(Cut {
            id: known.map_or_else(|| shape.id(), |(id, _)| id.clone()),
            band,
            shape: known.is_none().then_some(shape),
        });
        from = to.unwrap_or_default().saturating_add(1);
        after = reached;
    }
    bands
}

/// The pattern of an age band's label, with its months or years.
#[derive(Clone, Copy)]
enum Shape {
    First { to: u16 },
    Single { month: u16 },
    Between { from: u16, to: u16 },
    UnderYears { from: u16, years: u16 },
    Last { from: u16 },
    LastInYears { years: u16 },
}

impl Shape {
    /// Chooses the pattern for the label of an age band. The flag `reached` is true if the band
    /// ends at a limit such as "under 3 years". The flag `after` is true if the band before it ends
    /// at such a limit. Whole years from 2 upwards are given in years.
    fn of(band: Band, after: bool, reached: bool) -> Self {
        let years = |month: u16| (month >= 24 && month.is_multiple_of(12)).then_some(month / 12);
        match (band.from, band.to) {
            (from, None) => match years(from).filter(|_| after) {
                Some(years) => Self::LastInYears { years },
                None => Self::Last { from },
            },
            (0, Some(to)) => Self::First { to },
            (from, Some(to)) => match years(to.saturating_add(1)).filter(|_| reached) {
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

    fn said(self, words: &BandWords) -> OptionWords {
        let (wording, from, to, years) = match self {
            Self::First { to } => (&words.first, 0, to, 0),
            Self::Single { month } => (&words.single, month, month, 0),
            Self::Between { from, to } => (&words.between, from, to, 0),
            Self::UnderYears { from, years } => (&words.under_years, from, 0, years),
            Self::Last { from } => (&words.last, from, 0, 0),
            Self::LastInYears { years } => (&words.last_in_years, 0, 0, years),
        };
        let BandWording { label, said } = wording;
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
            said: said.as_ref().map(filled),
            variants: Keyed::default(),
        }
    }
}

/// Lists the age bands of a question whose labels do not name their months, each with the words
/// that it must have. A label may give an age in years or in months.
pub(crate) fn misnamed<'a>(
    question: &'a Question,
    words: &'a QuestionWords,
    patterns: &'a BandWords,
) -> impl Iterator<Item = (&'a OptionId, OptionWords)> {
    let options = question.options.iter();
    options.filter_map(move |option| {
        let band = option.months?;
        let found = words.options.get(&option.id)?;
        let ways = [(true, true), (true, false), (false, true), (false, false)];
        let mut ways = ways
            .map(|(after, reached)| Shape::of(band, after, reached).said(patterns))
            .into_iter();
        let first = ways.next()?;
        let is_right = |way: &OptionWords| found.label == way.label && found.said == way.said;
        let right = is_right(&first) || ways.any(|way| is_right(&way));
        (!right).then_some((&option.id, first))
    })
}

/// Replaces the old age bands of a question and their words by the new bands and their words.
pub(super) fn offer(
    merge: &mut Merge<'_>,
    question: &QuestionId,
    old: &[(OptionId, Band)],
    new: &[Cut],
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
    let shaped = new.iter().filter_map(|band| Some((&band.id, band.shape?)));
    for (id, shape) in shaped {
        let Some(patterns) = patterns else {
            merge.findings.add("no-band-words", "trust.limits", format!(
                "the words do not say how other ages are called: write bands.{question} in the words file"
            ));
            return;
        };
        words.options.insert(id.clone(), shape.said(patterns));
    }
}

fn options(options: &mut Vec<QuestionOption>, new: &[Cut]) {
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
