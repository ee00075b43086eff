//! Reads [`Answers`] from one JSON object. Finds the errors that do not depend on which questions
//! are asked.

use crate::{
    authoring::source::{describe, has_lost_quotes, line_and_column},
    model::{answers::Answers, properties::Kind, set::Set},
    runtime::pathway::Pathway,
};
use alloc::{
    borrow::{Cow, ToOwned},
    format,
    string::String,
    vec::Vec,
};
use core::fmt;
use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

impl Pathway {
    /// Reads answers from one JSON object: the key is the id of a question, and the value is an
    /// option or a list of options. The keys can be in any order.
    ///
    /// # Errors
    /// Returns a sentence about the first error. The text is not an object, an id is unknown, a
    /// list stands where one option is allowed, one option stands where a list is needed, a list is
    /// empty, an option is named twice, or an exclusive option is not alone. An answer to a
    /// question that is not asked is no error here.
    pub fn answers(&self, json: &str) -> Result<Answers, String> {
        if json.len() > MAX_BYTES {
            return Err(format!("the answers are longer than {MAX_BYTES} bytes"));
        }
        // Some editors write a byte order mark before the text.
        let json = json.strip_prefix('\u{FEFF}').unwrap_or(json);
        let raw: RawAnswers<'_> = serde_json::from_str(json).map_err(|error| {
            format!("this is not an object of answers: {}", cause(json, &error))
        })?;
        let mut answers = Answers::default();
        for (id, value) in &raw.0 {
            let question = self
                .question(id)
                .ok_or_else(|| format!("there is no question \"{}\"", start_of(id)))?;
            if !answers.picked(question).is_empty() {
                return Err(format!("question \"{id}\" is answered twice"));
            }
            answers.pick(question, self.options_in_answer(question, id, value)?);
        }
        Ok(answers)
    }

    fn options_in_answer(
        &self,
        question: usize,
        id: &str,
        value: &AnswerValue<'_>,
    ) -> Result<Set, String> {
        let kind = self.questions.get(question).map(|sets| sets.kind);
        let option = |option: &str| {
            self.option(question, option)
                .ok_or_else(|| format!("question \"{id}\" has no option \"{}\"", start_of(option)))
        };
        match (value, kind) {
            (AnswerValue::Text(text), Some(Kind::One)) => option(text).map(Set::one),
            (AnswerValue::Text(_), _) => {
                Err(format!("question \"{id}\" takes a list of option ids"))
            }
            (AnswerValue::List(_), Some(Kind::One)) => {
                Err(format!("question \"{id}\" takes one option id, not a list"))
            }
            (AnswerValue::List(list), _) if list.is_empty() => {
                Err(format!("the list of question \"{id}\" is empty"))
            }
            (AnswerValue::List(list), _) => {
                let mut picked = Set::EMPTY;
                for text in list {
                    let option = Set::one(option(text)?);
                    if !picked.and(option).is_empty() {
                        return Err(format!("question \"{id}\" names \"{text}\" twice"));
                    }
                    picked = picked.or(option);
                }
                self.check_exclusive(question, id, picked)
            }
            (AnswerValue::Other, _) => Err(format!(
                "the answer to question \"{id}\" is neither an option id nor a list of them"
            )),
        }
    }

    fn check_exclusive(&self, question: usize, id: &str, picked: Set) -> Result<Set, String> {
        let exclusive = self.questions.get(question).map(|sets| sets.exclusive);
        let beside = picked.len() > 1 && !picked.and(exclusive.unwrap_or_default()).is_empty();
        if beside {
            return Err(format!(
                "question \"{id}\" has an exclusive option beside another"
            ));
        }
        Ok(picked)
    }
}

/// The maximum length of the JSON object with the answers, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// Describes an error of JSON with its position.
fn cause(json: &str, error: &serde_json::Error) -> String {
    if has_lost_quotes(json) {
        return "it has no double quotes, because a shell takes them away: write the answers into a file, and give this file".to_owned();
    }
    let (at, message) = describe(json, error);
    let (line, column) = line_and_column(json, at);
    format!("{message}, at line {line}, column {column}")
}

fn start_of(text: &str) -> String {
    text.chars().take(crate::model::id::MAX_ID_BYTES).collect()
}

struct RawAnswers<'a>(Vec<(Cow<'a, str>, AnswerValue<'a>)>);

enum AnswerValue<'a> {
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
    Other,
}

impl<'de> Deserialize<'de> for RawAnswers<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = RawAnswers<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of question ids and answers")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawAnswers<'de>, A::Error> {
                let mut entries = Vec::with_capacity(16);
                while let Some(entry) = map.next_entry::<Name<'de>, AnswerValue<'de>>()? {
                    entries.push((entry.0.0, entry.1));
                }
                Ok(RawAnswers(entries))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

/// An id or an option in the JSON text. It is borrowed from the text unless the text has escape
/// sequences.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match AnswerValue::deserialize(deserializer)? {
            AnswerValue::Text(text) => Ok(Self(text)),
            _ => Err(D::Error::custom("expected an option id")),
        }
    }
}

impl<'de> Deserialize<'de> for AnswerValue<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = AnswerValue<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an option id or a list of them")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<AnswerValue<'de>, E> {
                Ok(AnswerValue::Text(Cow::Borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<AnswerValue<'de>, E> {
                Ok(AnswerValue::Text(Cow::Owned(text.into())))
            }
            fn visit_seq<A: SeqAccess<'de>>(
                self,
                mut list: A,
            ) -> Result<AnswerValue<'de>, A::Error> {
                let mut texts = Vec::with_capacity(4);
                while let Some(name) = list.next_element::<Name<'de>>()? {
                    texts.push(name.0);
                }
                Ok(AnswerValue::List(texts))
            }
            fn visit_map<A: MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<AnswerValue<'de>, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(AnswerValue::Other)
            }
            fn visit_bool<E: Error>(self, _: bool) -> Result<AnswerValue<'de>, E> {
                Ok(AnswerValue::Other)
            }
            fn visit_i64<E: Error>(self, _: i64) -> Result<AnswerValue<'de>, E> {
                Ok(AnswerValue::Other)
            }
            fn visit_u64<E: Error>(self, _: u64) -> Result<AnswerValue<'de>, E> {
                Ok(AnswerValue::Other)
            }
            fn visit_f64<E: Error>(self, _: f64) -> Result<AnswerValue<'de>, E> {
                Ok(AnswerValue::Other)
            }
            fn visit_unit<E: Error>(self) -> Result<AnswerValue<'de>, E> {
                Ok(AnswerValue::Other)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
