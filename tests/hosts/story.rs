//! The journey that is walked on every page: a story of the built-in pathway, the words that a visitor
//! reads on the way, and what would give them away.

use serde_json::Value;
use std::fs;

/// Long enough to meet every kind of question, and its answers could mean nobody else.
const STORY: &str = "bond-and-mood";

/// A story and its words.
pub struct Story {
    /// What is answered, by question.
    pub answers: Value,
    /// The outcomes that the pathway promises.
    pub outcomes: Vec<String>,
    words: Value,
}

impl Story {
    /// Reads the story from the pathway that ships.
    pub fn read() -> Self {
        let pathway = read("pathway.json");
        let stories = pathway["scenarios"].as_array().unwrap();
        let story = stories.iter().find(|story| story["id"] == STORY).unwrap();
        Self {
            answers: story["answers"].clone(),
            outcomes: serde_json::from_value(story["outcomes"].clone()).unwrap(),
            words: read("words/en-GB.json"),
        }
    }

    /// What a question asks, as this visitor reads it.
    pub fn legend(&self, question: &str) -> &str {
        wording(&self.words["questions"][question]["legend"])
    }

    /// How an outcome's name may begin, as this visitor reads it; the rest hangs on the answers.
    pub fn titles(&self, outcome: &str) -> Vec<&str> {
        let titles = self.words["outcomes"][outcome]["title"].as_object();
        let titles = titles.unwrap().values().map(wording);
        titles.filter_map(|title| title.split('{').next()).collect()
    }

    /// The options that are picked, each after its question.
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

    /// Every word and id that would tell somebody what was asked, answered or advised. Ids of one
    /// plain word, such as `none`, stand in any page.
    pub fn telling(&self) -> Vec<String> {
        let mut telling = Vec::new();
        for (question, option) in self.picked() {
            let label = &self.words["questions"][question]["options"][option]["label"];
            telling.push(wording(label).to_string());
            telling.push(self.legend(question).to_string());
            telling.extend([question, option].map(str::to_string));
        }
        for outcome in &self.outcomes {
            telling.extend(self.titles(outcome).into_iter().map(str::to_string));
            telling.push(outcome.clone());
        }
        telling.retain(|word| word.contains([' ', '-']));
        telling
    }
}

/// The words of a person who asks for themselves.
fn wording(words: &Value) -> &str {
    words.get("person").unwrap_or(words).as_str().unwrap()
}

fn read(name: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/pathways/ppimhs");
    let path = format!("{folder}/{name}");
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_slice(&bytes).unwrap()
}
