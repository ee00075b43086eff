//! Measures how long `check` and `prove` take for pathways of growing size, and how much memory
//! they need. Prints one JSON object for each measurement. Each measurement has a process of its
//! own, so that none starts with the memory of another.

mod household;

use household::{PEOPLE, TOO_MANY, household};
use pathway::{
    check::{self, CheckedPathway},
    parse,
};
use proof::prove;
use serde_json::{Value, json};
use std::{
    env,
    error::Error,
    fs,
    process::{Command, Stdio},
    time::Instant,
};

const BUILT_IN: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../www/pathways/ppimhs/pathway.json"
);
const STEPS: [&str; 2] = ["check", "prove"];
const RUNS: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.as_slice() {
        [] => all(),
        [step, people] => {
            println!("{}", measured(step, people.parse()?)?);
            Ok(())
        }
        _ => Err(
            "takes no arguments, or a step and how many people: 0 is the built-in pathway".into(),
        ),
    }
}

/// Runs every measurement. The first measurement is of the built-in pathway.
fn all() -> Result<(), Box<dyn Error>> {
    for people in [0].into_iter().chain(PEOPLE) {
        for step in STEPS {
            for _ in 0..RUNS {
                let mut one = Command::new(env::current_exe()?);
                one.args([step, &people.to_string()]).stdin(Stdio::null());
                if !one.status()?.success() {
                    return Err(format!("`{step} {people}` could not be measured").into());
                }
            }
        }
    }
    let refused = checked(&household(TOO_MANY)?);
    let violation = refused
        .err()
        .ok_or("a pathway beyond all bounds is checked")?;
    println!(
        "{}",
        json!({"pathway": "household", "times": TOO_MANY, "refused": violation.to_string()})
    );
    Ok(())
}

fn measured(step: &str, people: usize) -> Result<Value, Box<dyn Error>> {
    let text = match people {
        0 => fs::read_to_string(BUILT_IN)?,
        people => household(people)?,
    };
    let start = Instant::now();
    let pathway = checked(&text)?;
    let mut seconds = start.elapsed().as_secs_f64();
    let mut journeys = None;
    if step == "prove" {
        let start = Instant::now();
        let proof = prove(pathway.document());
        seconds = start.elapsed().as_secs_f64();
        if let Some(violation) = proof.violations.first() {
            return Err(format!("not proved: {}", violation.finding).into());
        }
        journeys = Some(proof.journeys.to_string());
    }
    let document = pathway.document();
    Ok(json!({
        "pathway": document.id.as_str(),
        "times": (people > 0).then_some(people),
        "step": step,
        "questions": document.questions.len(),
        "rules": document.rules.len(),
        "laws": document.laws.len(),
        "journeys": journeys,
        "seconds": seconds,
        "peak_kib": peak_kib(),
    }))
}

fn checked(text: &str) -> Result<CheckedPathway, Box<dyn Error>> {
    let document = parse::document(text.as_bytes())?;
    check::pathway(document, None).map_err(|findings| {
        let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
        findings.join("\n").into()
    })
}

/// Returns the highest amount of memory that this process has used, in KiB. Returns `None` on a
/// system other than Linux.
fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
