//! Explains the result of one person's answers: its reasons, and each single other answer that
//! would change it.

pub(crate) mod changes;

use crate::{
    journey_from_answers, journey_lines, picked_ids,
    report::{Line, Report, Section},
};
use pathway::{
    answers::Answers,
    check::LoadedEdition,
    date::Date,
    journey::Journey,
    reasons::{self, Reason},
    replay::{End, RoutingResult},
    screen::{self, Body, ResultScreen},
};

/// Explains the result of one person's answers. The report lists the answered questions, then the
/// outcomes with their rules and sources, and then each single other answer that would change the
/// outcomes. Returns `None` if the answers do not lead to a result.
pub fn explain(edition: &LoadedEdition, answers: &Answers, today: Option<Date>) -> Option<Report> {
    let pathway = edition.pathway();
    let journey = journey_from_answers::simulate(pathway, answers);
    let screen = screen::screen(edition, &journey, today);
    let (Body::Result(result), End::Result(routed)) = (screen.body, &journey.position().replay.end)
    else {
        return None;
    };
    let answered = journey_lines::answered(pathway, &journey, &result.answers);
    let answered = answered.into_iter().map(|line| line.inset(2)).collect();
    Some(Report(vec![
        Section::new("Asked and answered", answered),
        outcomes(edition, &journey, routed, &result),
        changes::changes(pathway, &journey, routed),
    ]))
}

fn outcomes(
    edition: &LoadedEdition,
    journey: &Journey,
    routed: &RoutingResult,
    result: &ResultScreen,
) -> Section {
    let pathway = edition.pathway();
    let answers = &journey.position().replay.answers;
    let reasons = reasons::reasons(pathway, answers, routed);
    let cards = result.cards.iter().chain(&result.also);
    let lines = cards.zip(&routed.outcomes).map(|(card, outcome)| {
        // A card lists the reasons of its outcome in the order in which `reasons` returns them.
        let reasons = reasons
            .iter()
            .filter(|reason| reason.outcomes.has(*outcome));
        let mut below = vec![Line::new(4, card.title.as_str())];
        let reasons = reasons.zip(&card.reasons);
        below.extend(reasons.map(|(reason, words)| by(edition, reason, &words.text)));
        Line::new(2, format!("{} ({})", card.id, card.urgency.as_str())).with(below)
    });
    let heading = format!("Outcomes in order, urgency {}", routed.urgency.as_str());
    Section::new(heading, lines.collect())
}

/// Describes a rule that gave an outcome: the text of the rule, the answers that made it true, and
/// its sources.
fn by(edition: &LoadedEdition, reason: &Reason, text: &str) -> Line {
    let pathway = edition.pathway();
    let mut below = vec![Line::new(2, text)];
    below.extend(reason.answers.iter().map(|(question, picked)| {
        let options = picked_ids::option_ids(pathway, *question, *picked);
        let question = pathway.question_id(*question);
        Line::new(2, format!("because {question}: {options}"))
    }));
    below.extend(pathway.rule_sources(reason.rule).iter().map(|id| {
        let mut known = pathway.document().sources.iter();
        let source = known.find(|source| source.id == *id);
        let statement = source.map(|source| source.statement.as_str());
        Line::new(2, format!("{id}: {}", statement.unwrap_or_default()))
    }));
    Line::new(2, format!("by rule {}", pathway.rule_id(reason.rule))).with(below)
}
