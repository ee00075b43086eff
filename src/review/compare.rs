//! Compares two versions of a pathway exactly: the journeys whose outcomes change, the outcomes
//! before and after the change, and the entries that differ.

mod entries;

use crate::{
    journey_lines,
    number_format::{grouped, share},
    report::{Line, Report, Section},
};
use pathway::{answers::Answers, check::LoadedEdition, id::OutcomeId};
use proof::{BigUint, Diff, OutcomeChange, TooLarge};

/// The largest number of kinds of change that the report describes. It only counts further kinds.
const SHOWN: usize = 20;

/// Compares an old and a new pathway exactly. The report has the number of journeys of each
/// pathway, and the number of journeys whose outcomes change. Then come each kind of change with
/// its shortest journey, the shortest journey that only one pathway has, and the entries and texts
/// that differ.
pub fn compare(old: &LoadedEdition, new: &LoadedEdition) -> Report {
    let mut sections = journeys(old, new).unwrap_or_else(|too_large| {
        let line = Line::new(0, format!("The journeys are not compared: {too_large}."));
        vec![Section::new(versions(old, new), vec![line])]
    });
    sections.extend(entries::entries(old, new));
    Report(sections)
}

/// Writes the part of the report about journeys, which needs the diagrams of the proof. Returns an
/// error if the diagrams are too large.
fn journeys(old: &LoadedEdition, new: &LoadedEdition) -> Result<Vec<Section>, TooLarge> {
    let diff = proof::diff(old.pathway(), new.pathway())?;
    let mut sections = vec![numbers(old, new, &diff)];
    sections.extend(changes(old, new, &diff));
    sections.extend(alone("before", old, diff.only_before.as_ref()));
    sections.extend(alone("after", new, diff.only_after.as_ref()));
    sections.extend(other_difference(old, new, &diff)?);
    Ok(sections)
}

fn versions(old: &LoadedEdition, new: &LoadedEdition) -> String {
    let name = |edition: &LoadedEdition| {
        let document = edition.pathway().document();
        format!("{} {}", document.id, document.version)
    };
    format!("{} → {}", name(old), name(new))
}

fn numbers(old: &LoadedEdition, new: &LoadedEdition, diff: &Diff) -> Section {
    let line =
        |number: &BigUint, text: &str| Line::new(0, format!("{:>27}  {text}", grouped(number)));
    let share = share(&diff.changed, &diff.both);
    let lines = vec![
        line(&diff.before, "journeys before"),
        line(&diff.after, "journeys after"),
        line(&diff.both, "with the same answers in both"),
        line(&diff.changed, &format!("of these end otherwise ({share})")),
    ];
    Section::new(versions(old, new), lines)
}

/// Describes up to [`SHOWN`] kinds of change, and counts the journeys of all further kinds.
fn changes(old: &LoadedEdition, new: &LoadedEdition, diff: &Diff) -> Vec<Section> {
    let shown = diff.changes.iter().take(SHOWN).enumerate();
    let mut sections: Vec<Section> = shown
        .map(|(index, change)| {
            let heading = format!("{}. {}", index + 1, kind(change, &diff.both));
            Section::new(heading, both(old, new, [&change.before, &change.after]))
        })
        .collect();
    if let Some(rest) = diff.changes.get(SHOWN..).filter(|rest| !rest.is_empty()) {
        let journeys: BigUint = rest.iter().map(|change| &change.journeys).sum();
        let (journeys, kinds) = (grouped(&journeys), rest.len());
        let line = format!("and {journeys} journeys in {kinds} more kinds");
        sections.push(Section {
            heading: None,
            lines: vec![Line::new(0, line)],
        });
    }
    sections
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

/// Describes the shortest journey that is possible in only one of the two pathways.
fn alone(name: &str, edition: &LoadedEdition, answers: Option<&Answers>) -> Option<Section> {
    let answers = answers?;
    let mut lines = answered(edition, answers);
    lines.push(end(name, edition, answers));
    let heading = format!("The shortest journey that is possible only {name}:");
    Some(Section::new(heading, lines))
}

/// Describes the shortest journey on which something other than the outcomes differs, such as the
/// rules. Returns `None` if the outcomes of any journey differ.
fn other_difference(
    old: &LoadedEdition,
    new: &LoadedEdition,
    diff: &Diff,
) -> Result<Option<Section>, TooLarge> {
    let alone = diff.only_before.is_some() || diff.only_after.is_some();
    if diff.changed != BigUint::ZERO || alone {
        return Ok(None);
    }
    let Some(answers) = proof::counterexample(old.pathway(), new.pathway())? else {
        return Ok(None);
    };
    let heading = "The shortest journey on which something beside the outcomes is not the same:";
    let lines = both(old, new, [&answers, &answers]);
    Ok(Some(Section::new(heading, lines)))
}

/// Lists the answers of a journey in the old pathway. Then describes its result in the old pathway
/// and its result in the new one.
fn both(old: &LoadedEdition, new: &LoadedEdition, [before, after]: [&Answers; 2]) -> Vec<Line> {
    let mut lines = answered(old, before);
    lines.push(end("before", old, before));
    lines.push(end("after", new, after));
    lines
}

fn answered(edition: &LoadedEdition, answers: &Answers) -> Vec<Line> {
    let lines = journey_lines::journey(edition, answers);
    lines.into_iter().map(|line| line.inset(4)).collect()
}

fn end(name: &str, edition: &LoadedEdition, answers: &Answers) -> Line {
    let end = journey_lines::end(edition.pathway(), answers);
    Line::new(2, name).with(vec![end.inset(2)])
}
