//! Finds the outcomes for one line of answers in JSON, and returns one line of JSON: the outcomes,
//! the question that still needs an answer, or an error. Other programs rely on this format.

use crate::{
    model::{answers::Answers, set::Set},
    runtime::{
        pathway::Pathway,
        replay::{End, Replay, RoutingResult, evaluate},
    },
};
use alloc::{borrow::ToOwned, format, string::String};
use serde::{Serialize, Serializer, ser::SerializeMap};

pub use crate::authoring::answers_json::MAX_BYTES;

/// Finds the outcomes for the answers in `line`, which is one JSON object. Returns one JSON object
/// without a line break:
///
/// - `{"outcomes":[…],"urgency":"…","rules":[…]}` for a complete journey,
/// - `{"ask":"question-id"}` while an answer is missing,
/// - `{"error":"…"}` for invalid answers.
pub fn route(pathway: &Pathway, line: &str) -> String {
    let reply = match pathway.answers(line) {
        Ok(answers) => reply(pathway, &answers),
        Err(error) => Reply::Error(error),
    };
    written(pathway, &reply)
}

/// Returns the reply to a line that is not valid UTF-8, in the format of [`route`].
pub fn unreadable() -> String {
    r#"{"error":"this line is not UTF-8"}"#.to_owned()
}

enum Reply {
    RoutingResult(RoutingResult),
    Ask(usize),
    Error(String),
}

fn reply(pathway: &Pathway, answers: &Answers) -> Reply {
    let replay = evaluate(pathway, answers);
    if let Some(question) = first_hidden(&replay, answers) {
        return Reply::Error(format!(
            "question \"{}\" does not show one of these options after these answers",
            pathway.question_id(question)
        ));
    }
    let routed = match replay.end {
        End::Ask { question, .. } => return Reply::Ask(question),
        End::Result(routed) => routed,
    };
    let asked: Set = replay.path.iter().map(|step| step.question).collect();
    match answers.answered().find(|question| !asked.has(*question)) {
        None => Reply::RoutingResult(routed),
        Some(question) => Reply::Error(format!(
            "question \"{}\" is not asked after these answers",
            pathway.question_id(question)
        )),
    }
}

/// Returns the index of the first question whose picked options include one that the question does
/// not show.
fn first_hidden(replay: &Replay, answers: &Answers) -> Option<usize> {
    let path = replay.path.iter().map(|step| (step.question, step.offered));
    let next = match replay.end {
        End::Ask { question, offered } => Some((question, offered)),
        End::Result(_) => None,
    };
    path.chain(next)
        .find(|(question, offered)| !answers.picked(*question).without(*offered).is_empty())
        .map(|(question, _)| question)
}

struct Line<'a>(&'a Pathway, &'a Reply);

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(pathway, reply) = self;
        let compiled = pathway.compiled();
        let mut map = serializer.serialize_map(None)?;
        match reply {
            Reply::Error(error) => map.serialize_entry("error", error)?,
            Reply::Ask(question) => map.serialize_entry("ask", pathway.question_id(*question))?,
            Reply::RoutingResult(routed) => {
                map.serialize_entry(
                    "outcomes",
                    &Ids(|| {
                        routed.outcomes.iter().filter_map(|outcome| {
                            Some(compiled.outcomes.get(*outcome)?.id.as_str())
                        })
                    }),
                )?;
                map.serialize_entry("urgency", routed.urgency.as_str())?;
                map.serialize_entry(
                    "rules",
                    &Ids(|| {
                        routed
                            .rules
                            .iter()
                            .map(|rule| pathway.rule_id(*rule).as_str())
                    }),
                )?;
            }
        }
        map.end()
    }
}

/// A list of ids that is written as a JSON list of texts.
struct Ids<F>(F);

impl<'a, I: Iterator<Item = &'a str>, F: Fn() -> I> Serialize for Ids<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

fn written(pathway: &Pathway, reply: &Reply) -> String {
    serde_json::to_string(&Line(pathway, reply))
        .unwrap_or_else(|error| format!("{{\"error\":\"{error}\"}}"))
}
