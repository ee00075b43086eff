//! Tests that the laws and scenarios of the built-in pathway notice each small change to its
//! routing. `check` or `prove` must refuse the change, unless every journey stays the same. A
//! pathway with such a change is called a mutant.

mod changes;

use crate::{
    load_pathways::{PPIMHS, ppimhs},
    write_answers::answers_json,
};
use changes::Mutant;
use pathway::{
    check::{self, CheckedPathway},
    document::Document,
};
use proof::{counterexample, prove};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// The ids of changes to the routing that `check` and `prove` accept, although the result of a
/// journey differs. This list may only become shorter.
const SURVIVORS: &str = include_str!("mutants/survivors.txt");

/// The fate of a pathway with one small change to its routing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// `check` refuses the changed pathway, in most cases because of a scenario.
    Check,
    /// `prove` refuses the changed pathway, in most cases because of a law.
    Refused,
    /// The changed pathway has the same questions, outcomes and texts on every journey. Only hints,
    /// labels and contacts may differ.
    Equivalent,
    /// `check` and `prove` accept the changed pathway, although the result of this journey differs.
    Survives(String),
}

fn fate(pathway: &CheckedPathway, document: &Value, mutant: &Mutant) -> Fate {
    let mut changed = document.clone();
    json_patch::patch(&mut changed, &mutant.patch).unwrap();
    let changed: Document = serde_json::from_value(changed).unwrap();
    let Ok(changed) = check::pathway(changed, None) else {
        return Fate::Check;
    };
    if !prove(changed.document()).violations.is_empty() {
        return Fate::Refused;
    }
    match counterexample(pathway, &changed).unwrap() {
        None => Fate::Equivalent,
        Some(answers) => Fate::Survives(answers_json(pathway, &answers).to_string()),
    }
}

/// Returns the fate of each changed pathway. Uses all processor cores at the same time.
fn fates(document: &Value, mutants: &[Mutant]) -> Vec<Fate> {
    let pathway = ppimhs();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutant) = mutants.get(at) else {
                return found;
            };
            found.push((at, fate(&pathway, document, mutant)));
        }
    };
    let mut found: Vec<_> = thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let workers = workers.into_iter();
        workers.flat_map(|worker| worker.join().unwrap()).collect()
    });
    found.sort_unstable();
    found.into_iter().map(|(_, fate)| fate).collect()
}

/// The number of changed pathways for one kind of change, and how many of them have each fate.
#[derive(Default)]
struct Row {
    all: usize,
    checked: usize,
    refused: usize,
    equivalent: usize,
    survive: usize,
}

impl Row {
    fn count(&mut self, fate: &Fate) {
        self.all += 1;
        *match fate {
            Fate::Check => &mut self.checked,
            Fate::Refused => &mut self.refused,
            Fate::Equivalent => &mut self.equivalent,
            Fate::Survives(_) => &mut self.survive,
        } += 1;
    }

    fn print(&self, kind: &str) {
        println!(
            "{kind:<22}{:>6}{:>9}{:>8}{:>12}{:>11}",
            self.all, self.checked, self.refused, self.equivalent, self.survive
        );
    }
}

fn table(mutants: &[Mutant], fates: &[Fate]) -> Row {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let mut sum = Row::default();
    for (mutant, fate) in mutants.iter().zip(fates) {
        rows.entry(mutant.kind).or_default().count(fate);
        sum.count(fate);
    }
    println!("change                   all  checked  proved  equivalent  survivors");
    for (kind, row) in &rows {
        row.print(kind);
    }
    sum.print("all");
    sum
}

/// The hazard log lists this test under HAZ-018.
#[test]
fn a_change_to_the_routing_does_not_go_unnoticed() {
    let document: Value = serde_json::from_slice(&fs::read(PPIMHS).unwrap()).unwrap();
    let mutants = changes::every(&document);
    let ids: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.id.as_str()).collect();
    assert_eq!(ids.len(), mutants.len(), "each mutant has an id of its own");
    let fates = fates(&document, &mutants);
    let sum = table(&mutants, &fates);
    let mut survivors = BTreeSet::new();
    for (mutant, fate) in mutants.iter().zip(&fates) {
        if let Fate::Survives(journey) = fate {
            println!("{} survives: {journey} can tell it apart", mutant.id);
            survivors.insert(mutant.id.as_str());
        }
    }
    let known: BTreeSet<&str> = SURVIVORS.lines().collect();
    let unknown: Vec<_> = survivors.difference(&known).collect();
    assert!(unknown.is_empty(), "nothing notices {unknown:#?}");
    let gone: Vec<_> = known.difference(&survivors).collect();
    assert!(gone.is_empty(), "take out of survivors.txt: {gone:#?}");
    let caught = sum.checked + sum.refused;
    assert!(caught * 100 >= (caught + sum.survive) * 98);
}
