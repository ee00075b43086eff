//! Reads a scenario of the built-in pathway, and the words on its screens.

use serde_json::Value;
use std::fs;

/// The id of a scenario with every kind of question. Its answers contain words that no host page
/// contains.
const SCENARIO: &str = "bond-and-mood";

/// A scenario of the built-in pathway, with the words of this pathway.
pub struct Scenario {
    /// The answers of the scenario. Their keys are the ids of the questions.
    pub answers: Value,
    /// The ids of the outcomes to which the scenario leads.
    pub outcomes: Vec<String>,
    words: Value,
}

impl Scenario {
    /// Reads the scenario and its words from the built-in pathway.
    pub fn read() -> Self {
        let pathway = read("pathway.json");
        let scenarios = pathway["scenarios"].as_array().unwrap();
        let scenario = scenarios
            .iter()
            .find(|scenario| scenario["id"] == SCENARIO)
            .unwrap();
        Self {
            answers: scenario["answers"].clone(),
            outcomes: serde_json::from_value(scenario["outcomes"].clone()).unwrap(),
            words: read("words/en-GB.json"),
        }
    }

    /// Returns the text of a question in the wording for this visitor.
    pub fn legend(&self, question: &str) -> &str {
        wording(&self.words["questions"][question]["legend"])
    }

    /// Returns the titles that the card of an outcome can have. A title ends before the part that
    /// depends on the answers.
    pub fn titles(&self, outcome: &str) -> Vec<&str> {
        let titles = self.words["outcomes"][outcome]["title"].as_object();
        let titles = titles.unwrap().values().map(wording);
        titles.filter_map(|title| title.split('{').next()).collect()
    }

    /// Returns pairs of a question's id and the id of an option that is picked in this question.
    fn picked(&self) -> impl Iterator<Item = (&str, &str)> {
        let answers = self.answers.as_object().unwrap();
        answers.iter().flat_map(|(question, answer)| {
            let several = answer.as_array().map(Vec::as_slice);
            let options = several.unwrap_or(std::slice::from_ref(answer));
            options
                .iter()
                .map(move |option| (question.as_str(), option.as_str().unwrap()))
        })
    }

    /// Returns every text and id that would reveal a question, an answer or an outcome of the
    /// scenario. It leaves out ids that are a common word, such as `none`.
    pub fn private_texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for (question, option) in self.picked() {
            let label = &self.words["questions"][question]["options"][option]["label"];
            texts.push(wording(label).to_string());
            texts.push(self.legend(question).to_string());
            texts.extend([question, option].map(str::to_string));
        }
        for outcome in &self.outcomes {
            texts.extend(self.titles(outcome).into_iter().map(str::to_string));
            texts.push(outcome.clone());
        }
        texts.retain(|word| word.contains([' ', '-']));
        texts
    }
}

/// Returns the text for this visitor, from a text that has several wordings.
fn wording(words: &Value) -> &str {
    words.get("person").unwrap_or(words).as_str().unwrap()
}

fn read(name: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/pathways/ppimhs");
    let path = format!("{folder}/{name}");
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_slice(&bytes).unwrap()
}
