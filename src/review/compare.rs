//! Two pathways → exactly which journeys end otherwise, from what to what, and which entries of the
//! two are not the same.

mod entries;

use crate::{
    journey_lines,
    numbers::{grouped, share},
    report::{Line, Report, Section},
};
use pathway::{answers::Answers, check::LoadedEdition, id::OutcomeId};
use proof::{BigUint, Diff, OutcomeChange};

/// How many kinds of change are shown; the rest are counted.
const SHOWN: usize = 20;

/// Compares two pathways exactly: the journeys of each, and how many of those that both know end
/// otherwise; then each kind of change with the shortest journey that shows it, the shortest journey
/// that only one of them knows, and the entries and texts that are not the same.
#[must_use]
pub fn compare(old: &LoadedEdition, new: &LoadedEdition) -> Report {
    let diff = proof::diff(old.pathway(), new.pathway());
    let mut parts = vec![numbers(old, new, &diff)];
    parts.extend(changes(old, new, &diff));
    parts.extend(alone("before", old, diff.only_before.as_ref()));
    parts.extend(alone("after", new, diff.only_after.as_ref()));
    parts.extend(parting(old, new, &diff));
    parts.extend(entries::entries(old, new));
    Report(parts)
}

fn numbers(old: &LoadedEdition, new: &LoadedEdition, diff: &Diff) -> Section {
    let name = |edition: &LoadedEdition| {
        let document = edition.pathway().document();
        format!("{} {}", document.id, document.version)
    };
    let line =
        |number: &BigUint, text: &str| Line::new(0, format!("{:>27}  {text}", grouped(number)));
    let share = share(&diff.changed, &diff.both);
    let lines = vec![
        line(&diff.before, "journeys before"),
        line(&diff.after, "journeys after"),
        line(&diff.both, "with the same answers in both"),
        line(&diff.changed, &format!("of these end otherwise ({share})")),
    ];
    Section::new(format!("{} → {}", name(old), name(new)), lines)
}

/// Each kind of change that is shown, and how many journeys are in the rest.
fn changes(old: &LoadedEdition, new: &LoadedEdition, diff: &Diff) -> Vec<Section> {
    let shown = diff.changes.iter().take(SHOWN).enumerate();
    let mut parts: Vec<Section> = shown
        .map(|(place, change)| {
            let heading = format!("{}. {}", place + 1, kind(change, &diff.both));
            Section::new(heading, both(old, new, [&change.before, &change.after]))
        })
        .collect();
    if let Some(rest) = diff.changes.get(SHOWN..).filter(|rest| !rest.is_empty()) {
        let journeys: BigUint = rest.iter().map(|change| &change.journeys).sum();
        let (journeys, kinds) = (grouped(&journeys), rest.len());
        parts.push(Section {
            heading: None,
            lines: vec![Line::new(
                0,
                format!("and {journeys} journeys in {kinds} more kinds"),
            )],
        });
    }
    parts
}

fn kind(change: &OutcomeChange, all: &BigUint) -> String {
    let list = |ids: &[OutcomeId]| {
        let ids: Vec<&str> = ids.iter().map(OutcomeId::as_str).collect();
        ids.join(", ")
    };
    let what = match (change.goes.as_slice(), change.comes.as_slice()) {
        ([], []) => "the same outcomes in another order".to_owned(),
        (goes, []) => format!("without {}", list(goes)),
        ([], comes) => format!("with {} too", list(comes)),
        (goes, comes) => format!("{} instead of {}", list(comes), list(goes)),
    };
    let (journeys, share) = (grouped(&change.journeys), share(&change.journeys, all));
    format!("{journeys} journeys ({share}): {what}")
}

/// The shortest journey that only one of them knows.
fn alone(name: &str, edition: &LoadedEdition, answers: Option<&Answers>) -> Option<Section> {
    let answers = answers?;
    let mut lines = asked(edition, answers);
    lines.push(end(name, edition, answers));
    let heading = format!("The shortest journey that is possible only {name}:");
    Some(Section::new(heading, lines))
}

/// Where every journey ends as it did: the shortest on which anything else is not the same.
fn parting(old: &LoadedEdition, new: &LoadedEdition, diff: &Diff) -> Option<Section> {
    let alone = diff.only_before.is_some() || diff.only_after.is_some();
    if diff.changed != BigUint::ZERO || alone {
        return None;
    }
    let answers = proof::counterexample(old.pathway(), new.pathway())?;
    let heading = "The shortest journey on which something beside the outcomes is not the same:";
    Some(Section::new(heading, both(old, new, [&answers, &answers])))
}

/// A journey as the old one tells it, and where it led before and leads after.
fn both(old: &LoadedEdition, new: &LoadedEdition, [before, after]: [&Answers; 2]) -> Vec<Line> {
    let mut lines = asked(old, before);
    lines.push(end("before", old, before));
    lines.push(end("after", new, after));
    lines
}

fn asked(edition: &LoadedEdition, answers: &Answers) -> Vec<Line> {
    let lines = journey_lines::journey(edition, answers);
    lines.into_iter().map(|line| line.inset(4)).collect()
}

fn end(name: &str, edition: &LoadedEdition, answers: &Answers) -> Line {
    let end = journey_lines::end(edition.pathway(), answers);
    Line::new(2, name).with(vec![end.inset(2)])
}
