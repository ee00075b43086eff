//! Repeats one step of the core with the built-in pathway and the journeys of the tests. There are
//! four steps: read the pathway file, check it, replay every journey, or call `route` for every
//! journey.
//!
//! `bench` counts the instructions of the first three steps with callgrind. The fourth step prints
//! its time as one JSON object for each run.

use pathway::{
    answers::Answers,
    check::{self, CheckedPathway},
    parse,
    replay::{End, evaluate},
    route_json::route,
};
use serde_json::{Value, json};
use std::{env, error::Error, fs, hint::black_box, time::Instant};

const TOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [step, times] = words.as_slice() else {
        return Err("takes a step (parse, check, evaluate or route) and how often".into());
    };
    let times: usize = times.parse()?;
    let file = fs::read(format!("{TOP}/www/pathways/ppimhs/pathway.json"))?;
    match step.as_str() {
        "parse" => {
            for _ in 0..times {
                black_box(parse::document(black_box(&file))?);
            }
        }
        "check" => {
            let document = parse::document(&file)?;
            for _ in 0..times {
                let document = black_box(document.clone());
                black_box(check::pathway(document, None).map_err(|_| "the pathway has findings")?);
            }
        }
        "evaluate" => replay(&checked(&file)?, times)?,
        "route" => answer(&checked(&file)?, times)?,
        _ => return Err(format!("there is no step {step}").into()),
    }
    Ok(())
}

fn checked(file: &[u8]) -> Result<CheckedPathway, Box<dyn Error>> {
    let document = parse::document(file)?;
    Ok(check::pathway(document, None).map_err(|_| "the pathway has findings")?)
}

/// Reads the journeys of the tests: for each journey, the answers as one line of JSON, and the
/// expected outcomes.
fn journeys() -> Result<Vec<(String, Value)>, Box<dyn Error>> {
    let lines = fs::read_to_string(format!("{TOP}/tests/journeys/route.jsonl"))?;
    let mut journeys = Vec::new();
    for line in lines.lines() {
        let journey: Value = serde_json::from_str(line)?;
        let answers = journey.get("answers").ok_or("a journey has no answers")?;
        let outcomes = journey.get("outcomes").ok_or("a journey has no outcomes")?;
        journeys.push((answers.to_string(), outcomes.clone()));
    }
    Ok(journeys)
}

fn replay(pathway: &CheckedPathway, times: usize) -> Result<(), Box<dyn Error>> {
    let journeys = journeys()?;
    let answers = journeys.iter().map(|(line, _)| pathway.answers(line));
    let answers: Vec<Answers> = answers.collect::<Result<_, _>>()?;
    for _ in 0..times {
        for answers in &answers {
            let end = evaluate(black_box(pathway), black_box(answers)).end;
            if !matches!(black_box(end), End::Result(_)) {
                return Err("a journey has no end".into());
            }
        }
    }
    Ok(())
}

/// Checks that `route` gives the expected outcomes for every journey, and measures the time that
/// `route` takes.
fn answer(pathway: &CheckedPathway, times: usize) -> Result<(), Box<dyn Error>> {
    let journeys = journeys()?;
    for (line, wanted) in &journeys {
        let reply: Value = serde_json::from_str(&route(pathway, line))?;
        if reply.get("outcomes") != Some(wanted) {
            return Err(format!("{line} leads to {reply}, and should to {wanted}").into());
        }
    }
    for _ in 0..times {
        let start = Instant::now();
        for (line, _) in &journeys {
            black_box(route(black_box(pathway), black_box(line)));
        }
        let seconds = start.elapsed().as_secs_f64();
        println!(
            "{}",
            json!({"journeys": journeys.len(), "seconds": seconds})
        );
    }
    Ok(())
}
