//! Proves the laws of pathways. Writes one line about each pathway whose laws hold for every
//! journey, and every violation of the other pathways with its shortest journey.

use crate::{
    check,
    pathway_files::{PathwayFiles, PathwaysArgs},
    today::today,
};
use anyhow::Result;
use pathway::{
    check::{CheckedPathway, LoadedEdition},
    source::printable,
};
use proof::{BigUint, Counterexample, Proof, Violation};
use review::{
    journey_lines,
    number_format::{counted, grouped, share},
    picked_ids,
};
use std::{io::Write, process::ExitCode};

/// Proves the laws of pathways, for every possible journey
///
/// Checks each pathway first. Prints one line about each pathway whose laws all hold. For each
/// other pathway, prints every violated law and every part that no journey can reach. Below each of
/// them is the shortest journey that shows the violation, with the rules that gave its outcomes and
/// their sources. Then the command ends with exit code 1.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pathways: PathwaysArgs,
    /// Also print how many journeys reach each question, rule and outcome
    #[arg(long)]
    counts: bool,
    /// Also print how many journeys end with each possible result: many lines
    #[arg(long)]
    results: bool,
    /// The language of the printed journeys, as the name of its words file without .json
    #[arg(long, default_value = "en-GB")]
    language: String,
}

/// Proves the laws of each pathway folder. Returns exit code 0 if all laws hold, and exit code 1
/// otherwise.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<ExitCode> {
    let mut sound = true;
    let mut text = Vec::new();
    for files in args.pathways.files() {
        sound &= prove(&files, args, &mut text)?;
    }
    check::write_verdict(out, &text, sound)
}

/// Proves the laws of one pathway folder, and returns whether all of them hold.
fn prove(files: &PathwayFiles, args: &Args, out: &mut dyn Write) -> Result<bool> {
    let report = match check::check(files, today()) {
        Ok(report) => report,
        Err(lines) => {
            write!(out, "{lines}")?;
            unreachable_parts(files, out)?;
            return Ok(false);
        }
    };
    let edition = match files.edition(&args.language) {
        Ok(edition) => edition,
        Err(error) => {
            writeln!(out, "{}", printable(&format!("{error:#}")))?;
            return Ok(false);
        }
    };
    let pathway = edition.pathway();
    let proof = proof::prove(pathway.document());
    for violation in &proof.violations {
        write_violation(files, violation, out)?;
        write_journeys(&edition, violation, out)?;
    }
    if proof.violations.is_empty() {
        let trust = files.trust_path();
        let trust = trust.map(|path| format!("; with {}", printable(&path.display().to_string())));
        writeln!(
            out,
            "{}{}",
            summary(pathway, &proof),
            trust.unwrap_or_default()
        )?;
    }
    // Overdue contacts do not affect the proof. A result marks an overdue number itself, so the
    // laws hold on any day.
    write!(out, "{}", report.contact_notices(files, today()).1)?;
    // The proof of a pathway that is too large counts no journey.
    let is_counted = proof.journeys != BigUint::ZERO;
    if args.counts && is_counted {
        write_counts(pathway, out)?;
    }
    if args.results && is_counted {
        for (outcomes, number) in proof::results(pathway)? {
            let outcomes = picked_ids::outcome_ids(pathway, &outcomes);
            write_count("result", &outcomes, &number, &proof.journeys, out)?;
        }
    }
    Ok(proof.violations.is_empty())
}

/// Lists the rules and questions that no journey can reach. It does this only if the scenarios do
/// not cover every part of the pathway and the check finds nothing else.
fn unreachable_parts(files: &PathwayFiles, out: &mut dyn Write) -> Result<()> {
    let Ok(document) = files.document() else {
        return Ok(());
    };
    let Err(findings) = pathway::check::pathway(document.clone(), None) else {
        return Ok(());
    };
    let mut kinds = findings.iter().map(|finding| finding.kind);
    if kinds.all(|kind| kind.starts_with("untried-")) {
        for violation in proof::prove(&document).violations {
            write_violation(files, &violation, out)?;
        }
    }
    Ok(())
}

fn summary(pathway: &CheckedPathway, proof: &Proof) -> String {
    let document = pathway.document();
    let laws = proof.laws.len();
    let claims: usize = proof.laws.iter().map(|law| law.claims).sum();
    let screens: usize = proof.laws.iter().map(|law| law.screens.len()).sum();
    let mut text = format!(
        "{} {}: {} {} for all {} journeys: {} proved",
        document.id,
        document.version,
        counted(laws, "law"),
        if laws == 1 { "holds" } else { "hold" },
        grouped(&proof.journeys),
        counted(claims, "claim")
    );
    if screens > 0 {
        text.push_str(&format!("; {screens} about screens are left to tests"));
    }
    text
}

fn write_violation(files: &PathwayFiles, violation: &Violation, out: &mut dyn Write) -> Result<()> {
    let path = files.pathway_path().display().to_string();
    writeln!(out, "{}: {}", printable(&path), violation.finding)?;
    Ok(())
}

/// Writes the shortest journey that shows a violation. For a law about a changed answer, also
/// writes the journey after the change.
fn write_journeys(
    edition: &LoadedEdition,
    violation: &Violation,
    out: &mut dyn Write,
) -> Result<()> {
    let Some(Counterexample { answers, changed }) = &violation.counterexample else {
        return Ok(());
    };
    let changed = changed.iter().map(|answers| ("which becomes:", answers));
    let journeys = [("The shortest journey that shows it:", answers)];
    for (heading, answers) in journeys.into_iter().chain(changed) {
        writeln!(out, "  {heading}")?;
        let mut lines = journey_lines::journey(edition, answers);
        lines.push(journey_lines::end(edition.pathway(), answers));
        for line in lines {
            write!(out, "{}", line.inset(4))?;
        }
    }
    Ok(())
}

fn write_counts(pathway: &CheckedPathway, out: &mut dyn Write) -> Result<()> {
    let (counts, document) = (proof::count(pathway)?, pathway.document());
    let all = &counts.journeys;
    for (question, number) in document.questions.iter().zip(&counts.questions) {
        write_count("question", question.id.as_str(), number, all, out)?;
    }
    for (rule, number) in counts.rules.iter().enumerate() {
        write_count("rule", pathway.rule_id(rule).as_str(), number, all, out)?;
    }
    for (outcome, number) in document.outcomes.iter().zip(&counts.outcomes) {
        write_count("outcome", outcome.id.as_str(), number, all, out)?;
    }
    Ok(())
}

fn write_count(
    kind: &str,
    name: &str,
    number: &BigUint,
    all: &BigUint,
    out: &mut dyn Write,
) -> Result<()> {
    let (number, share) = (grouped(number), share(number, all));
    writeln!(out, "{kind:<8}  {number:>27}  {share:>8}  {name}")?;
    Ok(())
}
