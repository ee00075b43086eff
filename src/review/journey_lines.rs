//! Writes a journey as lines of text: its questions and answers, with ids and in the visitor's
//! words, and its result with the rules that gave it.

use crate::{journey_from_answers, picked_ids, report::Line};
use pathway::{
    answers::Answers,
    check::{CheckedPathway, LoadedEdition},
    journey::Journey,
    replay::End,
    screen::{self, AnswerLine, Body},
};

/// Writes the answered questions of a journey. Each has a line with ids, and below it a line in the
/// visitor's words. The argument `words` is the list of answers from the result page.
pub fn answered(pathway: &CheckedPathway, journey: &Journey, words: &[AnswerLine]) -> Vec<Line> {
    let path = journey.position().replay.path.iter().zip(words);
    path.map(|(step, line)| {
        let picked = picked_ids::option_ids(pathway, step.question, step.picked);
        let answers: Vec<String> = line
            .answers
            .iter()
            .map(|text| format!("“{text}”"))
            .collect();
        let words = format!("{} {}", line.question, answers.join(" "));
        Line::new(0, format!("{}: {picked}", line.id)).with(vec![Line::new(4, words)])
    })
    .collect()
}

/// Writes the answered questions of a complete journey. Returns no line if these answers do not
/// lead to a result.
pub fn journey(edition: &LoadedEdition, answers: &Answers) -> Vec<Line> {
    let pathway = edition.pathway();
    let journey = journey_from_answers::simulate(pathway, answers);
    match screen::screen(edition, &journey, None).body {
        Body::Result(result) => answered(pathway, &journey, &result.answers),
        Body::Start(_) | Body::Question(_) | Body::Summary(_) => Vec::new(),
    }
}

/// Writes a line with the outcomes of these answers. Below it is a line for each rule that gave
/// outcomes, with its sources.
pub fn end(pathway: &CheckedPathway, answers: &Answers) -> Line {
    let journey = journey_from_answers::simulate(pathway, answers);
    let routed = match &journey.position().replay.end {
        End::Result(routed) => routed,
        End::Ask { question, .. } => {
            let question = pathway.question_id(*question);
            return Line::new(0, format!("→ {question} is asked next"));
        }
    };
    let outcomes = picked_ids::outcome_ids(pathway, &routed.outcomes);
    let rules = routed.rules.iter().map(|rule| {
        let sources = pathway.rule_sources(*rule).iter();
        let sources: Vec<&str> = sources.map(|source| source.as_str()).collect();
        let rule = pathway.rule_id(*rule);
        Line::new(4, format!("by {rule} ({})", sources.join(", ")))
    });
    Line::new(0, format!("→ {outcomes}")).with(rules.collect())
}
