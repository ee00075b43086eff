//! Pathway folders → a line on each whose laws hold for every journey, or everything that does not,
//! each with the shortest journey that shows it.

use crate::{
    check,
    pathway_files::{PathwayFiles, TrustArg},
    today::today,
};
use anyhow::Result;
use pathway::check::{CheckedPathway, LoadedEdition};
use proof::{BigUint, Counterexample, Proof, Violation};
use review::{
    journey_lines,
    numbers::{grouped, share},
    simulate,
};
use std::{
    io::{ErrorKind, Write},
    path::PathBuf,
    process::ExitCode,
};

/// Proves the laws of pathways, for every journey that is possible
///
/// Checks each pathway first. Prints a line on each whose laws all hold. For each other one, prints
/// everything that does not hold or can never happen, with the shortest journey that shows it, the
/// rules that gave its outcomes and their sources; then ends with exit code 1.
#[derive(clap::Args)]
pub struct Args {
    /// Pathway folders, each with pathway.json and words/; without one, the built-in pathway
    folders: Vec<PathBuf>,
    #[command(flatten)]
    over: TrustArg,
    /// Also count the journeys that reach each question, rule and outcome
    #[arg(long)]
    counts: bool,
    /// Also count the journeys that end with each result: many lines
    #[arg(long)]
    results: bool,
    /// The language of the journeys that are shown, by the name of its file in words/
    #[arg(long, default_value = "en-GB")]
    language: String,
}

/// Proves each folder. The exit code is 0 if all hold, and 1 if not.
///
/// # Errors
/// When the output cannot be written.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut text = Vec::new();
    for folder in PathwayFiles::all(&args.folders, &args.over) {
        if !proved(&folder, args, &mut text)? {
            code = ExitCode::FAILURE;
        }
    }
    match out.write_all(&text) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        // Whoever stops reading early still needs the verdict.
        _ => Ok(code),
    }
}

fn proved(folder: &PathwayFiles, args: &Args, out: &mut Vec<u8>) -> Result<bool> {
    let checked = match check::checked(folder, today()) {
        Ok(checked) => checked,
        Err(faults) => {
            writeln!(out, "{faults}")?;
            untried(folder, out)?;
            return Ok(false);
        }
    };
    let edition = match folder.edition(&args.language) {
        Ok(edition) => edition,
        Err(error) => {
            writeln!(out, "{error:#}")?;
            return Ok(false);
        }
    };
    let pathway = edition.pathway();
    let proof = proof::prove(pathway.document());
    for violation in &proof.violations {
        refused(folder, &edition, violation, out)?;
    }
    if proof.violations.is_empty() {
        writeln!(out, "{}{}", summary(pathway, &proof), of_trust(folder))?;
    }
    // Laws hold on any day, and the page itself says of an old number that it is old.
    for line in checked.reviews(folder, today()).1 {
        writeln!(out, "{line}")?;
    }
    if args.counts {
        counts(pathway, out)?;
    }
    if args.results {
        results(pathway, &proof.journeys, out)?;
    }
    Ok(proof.violations.is_empty())
}

/// Where nothing is wrong but that no story reaches a rule or a question: says if none can.
fn untried(folder: &PathwayFiles, out: &mut dyn Write) -> Result<()> {
    let Ok(document) = folder.document() else {
        return Ok(());
    };
    let Err(findings) = pathway::check::pathway(document.clone(), None) else {
        return Ok(());
    };
    if findings
        .iter()
        .all(|finding| finding.kind.starts_with("untried-"))
    {
        for violation in proof::prove(&document).violations {
            found(folder, &violation, out)?;
        }
    }
    Ok(())
}

fn summary(pathway: &CheckedPathway, proof: &Proof) -> String {
    let document = pathway.document();
    let claims: usize = proof.laws.iter().map(|law| law.claims).sum();
    let screens: usize = proof.laws.iter().map(|law| law.screens.len()).sum();
    let mut text = format!(
        "{} {}: {} laws hold for all {} journeys: {claims} claims proved",
        document.id,
        document.version,
        proof.laws.len(),
        grouped(&proof.journeys)
    );
    if screens > 0 {
        text.push_str(&format!("; {screens} about screens are left to tests"));
    }
    text
}

/// Whose pathway was proved, where a trust file was laid over it.
fn of_trust(folder: &PathwayFiles) -> String {
    let trust = folder.trust_path();
    trust.map_or_else(String::new, |path| format!("; with {}", path.display()))
}

fn found(folder: &PathwayFiles, violation: &Violation, out: &mut dyn Write) -> Result<()> {
    let path = folder.pathway_path();
    writeln!(out, "{}: {}", path.display(), violation.finding)?;
    Ok(())
}

fn refused(
    folder: &PathwayFiles,
    edition: &LoadedEdition,
    violation: &Violation,
    out: &mut dyn Write,
) -> Result<()> {
    found(folder, violation, out)?;
    let Some(Counterexample { answers, changed }) = &violation.counterexample else {
        return Ok(());
    };
    writeln!(out, "  The shortest journey that shows it:")?;
    for (number, answers) in [Some(answers), changed.as_ref()]
        .into_iter()
        .flatten()
        .enumerate()
    {
        if number > 0 {
            writeln!(out, "  which becomes:")?;
        }
        let mut lines = journey_lines::journey(edition, answers);
        lines.push(journey_lines::end(edition.pathway(), answers));
        for line in lines {
            write!(out, "{}", line.inset(4))?;
        }
    }
    Ok(())
}

fn counts(pathway: &CheckedPathway, out: &mut dyn Write) -> Result<()> {
    let (counts, document) = (proof::count(pathway), pathway.document());
    let mut line = |what: &str, id: &str, number: &BigUint| {
        let share = share(number, &counts.journeys);
        writeln!(out, "{what:<8}  {:>27}  {share:>8}  {id}", grouped(number))
    };
    for (question, number) in document.questions.iter().zip(&counts.questions) {
        line("question", question.id.as_str(), number)?;
    }
    for (place, number) in counts.rules.iter().enumerate() {
        line("rule", pathway.rule_id(place).as_str(), number)?;
    }
    for (outcome, number) in document.outcomes.iter().zip(&counts.outcomes) {
        line("outcome", outcome.id.as_str(), number)?;
    }
    Ok(())
}

fn results(pathway: &CheckedPathway, all: &BigUint, out: &mut dyn Write) -> Result<()> {
    for (outcomes, number) in proof::results(pathway) {
        let (share, outcomes) = (share(&number, all), simulate::outcomes(pathway, &outcomes));
        writeln!(
            out,
            "{:<8}  {:>27}  {share:>8}  {outcomes}",
            "result",
            grouped(&number)
        )?;
    }
    Ok(())
}
