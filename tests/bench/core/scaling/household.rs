//! Generates a pathway that asks the same three questions about each person of a household. Its
//! questions, rules, laws and scenarios grow with the number of people. Its outcomes stay the same,
//! and every law holds.
//!
//! In `household.json` and `person.json`, `#` stands for the number of a person. A list repeats
//! each text with `*` for every person.

use serde::Deserialize;
use serde_json::{Error, Map, Value, json};

/// The numbers of people in the households that are measured.
pub const PEOPLE: [usize; 5] = [1, 2, 4, 8, 16];
/// The number of people in a household that has more questions than `check` allows.
pub const TOO_MANY: usize = 32;
/// The largest number of questions about one person in a journey.
const QUESTIONS: usize = 3;

/// The questions, rules and other parts of a pathway for one person of the household.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    /// The question about red flags. The pathway asks it about every person before any other
    /// question.
    red_flags: Value,
    questions: Vec<Value>,
    limits: Vec<Value>,
    conditions: Vec<Value>,
    rules: Vec<Value>,
    blocks: Vec<Value>,
    laws: Vec<Value>,
    /// The answers for a person whose first answer ends the journey.
    flagged: Story,
    /// The answers for a person without any need: `calm` to the first question, and `quiet` to the
    /// other questions.
    calm: Answers,
    quiet: Answers,
    scenarios: Vec<Story>,
}

type Answers = Map<String, Value>;

/// The answers for one person, and the outcomes to which they lead. A question that has no answer
/// here gets its answer from `calm` or `quiet`, the answers for a person without any need.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    id: String,
    story: String,
    answers: Answers,
    outcomes: Vec<String>,
}

/// Returns `pathway.json` for a household of this number of people.
///
/// # Errors
/// When `household.json` or `person.json` is not valid.
pub fn household(people: usize) -> Result<String, Error> {
    let text = include_str!("person.json");
    let persons = (1..=people).map(|number| serde_json::from_str(&numbered(text, number)));
    let persons = persons.collect::<Result<Vec<Person>, Error>>()?;
    let each = |list: fn(&Person) -> &Vec<Value>| persons.iter().flat_map(list).cloned();
    let mut whole: Map<String, Value> = serde_json::from_str(include_str!("household.json"))?;
    let mut put = |key: &str, before: Vec<Value>| {
        let list = whole.entry(key).or_insert_with(|| json!([]));
        let shared = list.as_array_mut().map(std::mem::take);
        *list = before
            .into_iter()
            .chain(shared.unwrap_or_default())
            .collect();
    };
    let red_flags = persons.iter().map(|person| person.red_flags.clone());
    let rest = each(|person| &person.questions);
    put("questions", red_flags.chain(rest).collect());
    put("limits", each(|person| &person.limits).collect());
    put("conditions", each(|person| &person.conditions).collect());
    put("rules", each(|person| &person.rules).collect());
    put("blocks", each(|person| &person.blocks).collect());
    let length = json!({
        "id": "length",
        "statement": "The questions come to an end.",
        "claims": [{ "most_questions": QUESTIONS * people }],
    });
    put(
        "laws",
        each(|person| &person.laws).chain([length]).collect(),
    );
    put("scenarios", scenarios(&persons));
    let mut whole = Value::Object(whole);
    everyone(&mut whole, people);
    serde_json::to_string(&whole)
}

fn numbered(text: &str, person: usize) -> String {
    text.replace('#', &person.to_string())
}

fn scenarios(persons: &[Person]) -> Vec<Value> {
    let mut nothing_told = Answers::new();
    for person in persons {
        nothing_told.extend(person.calm.clone());
        nothing_told.extend(person.quiet.clone());
    }
    let mut scenarios = Vec::new();
    for (place, person) in persons.iter().enumerate() {
        let before = persons.iter().take(place);
        let before = before.flat_map(|other| other.calm.clone());
        scenarios.push(told(before.collect(), &person.flagged));
        let stories = person.scenarios.iter();
        scenarios.extend(stories.map(|story| told(nothing_told.clone(), story)));
    }
    scenarios
}

fn told(mut answers: Answers, story: &Story) -> Value {
    answers.extend(story.answers.clone());
    json!({
        "id": story.id,
        "story": story.story,
        "answers": answers,
        "outcomes": story.outcomes,
    })
}

fn everyone(value: &mut Value, people: usize) {
    match value {
        Value::Array(list) => {
            let each = |entry: Value| match entry {
                Value::String(text) if text.contains('*') => (1..=people)
                    .map(|number| text.replace('*', &number.to_string()).into())
                    .collect(),
                other => vec![other],
            };
            *list = std::mem::take(list).into_iter().flat_map(each).collect();
            list.iter_mut().for_each(|entry| everyone(entry, people));
        }
        Value::Object(map) => map.values_mut().for_each(|entry| everyone(entry, people)),
        _ => {}
    }
}
