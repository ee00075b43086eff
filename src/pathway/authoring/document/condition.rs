//! The conditions of a document. A condition has one of the forms below and no other, so that the
//! proof can decide statements about it.
//!
//! `"name"` · `{"question": "option"}` · `{"question": ["option", "option"]}` · `{"all": […]}` ·
//! `{"any": […]}` · `{"not": …}`

use crate::model::id::{ConditionId, OptionId, QuestionId};
use alloc::{boxed::Box, format, string::String, vec, vec::Vec};
use core::fmt;
use serde::{
    Deserialize, Deserializer,
    de::{self, IntoDeserializer, MapAccess, SeqAccess, Visitor},
};

/// A statement about answers that is true or false. An `Is` statement about a question without an
/// answer is false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// True if the condition with this name is true.
    Named(ConditionId),
    /// True if at least one of these options of the question is picked.
    Is(QuestionId, Vec<OptionId>),
    /// True if every condition in the list is true, or if the list is empty.
    All(Vec<Condition>),
    /// True if at least one condition in the list is true. False if the list is empty.
    Any(Vec<Condition>),
    /// True if the condition inside is false.
    Not(Box<Condition>),
}

impl Condition {
    /// Calls `visit` for this condition and for each condition inside it. The outer condition comes
    /// before the conditions inside it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Not(part) => part.walk(visit),
            Self::Named(_) | Self::Is(..) => {}
        }
    }
}

fn joined<T: fmt::Display>(parts: &[T], word: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            write!(f, " {word} ")?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}

/// Writes the condition for people, with ids: `pregnant and not (stage is loss)`.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => write!(f, "{name}"),
            Self::Is(question, options) => {
                write!(f, "{question} is ")?;
                joined(options, "or", f)
            }
            Self::All(parts) if parts.is_empty() => f.write_str("always"),
            Self::Any(parts) if parts.is_empty() => f.write_str("never"),
            Self::All(parts) => joined(&grouped(parts), "and", f),
            Self::Any(parts) => joined(&grouped(parts), "or", f),
            Self::Not(part) => match **part {
                Self::Named(_) => write!(f, "not {part}"),
                _ => write!(f, "not ({part})"),
            },
        }
    }
}

fn grouped(parts: &[Condition]) -> Vec<String> {
    let bare = parts.len() == 1;
    parts
        .iter()
        .map(|part| match part {
            Condition::Named(_) | Condition::Not(_) => format!("{part}"),
            _ if bare => format!("{part}"),
            _ => format!("({part})"),
        })
        .collect()
}

/// A list of values. The JSON file can also contain a single value in place of a list.
pub(crate) struct OneOrMany<T>(Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(core::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = OneOrMany<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an option id or a list of them")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(OneOrMany(vec![T::deserialize(text.into_deserializer())?]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut parts = Vec::new();
                while let Some(part) = list.next_element()? {
                    parts.push(part);
                }
                Ok(OneOrMany(parts))
            }
        }
        deserializer.deserialize_any(Reader(core::marker::PhantomData))
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Condition;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "a condition: a name, {\"all\": […]}, {\"any\": […]}, {\"not\": …} or {\"question\": \"option\"}",
                )
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Condition, E> {
                ConditionId::deserialize(name.into_deserializer()).map(Condition::Named)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Condition, A::Error> {
                let Some(key) = map.next_key::<String>()? else {
                    return Err(de::Error::custom("a condition cannot be empty"));
                };
                let condition = match key.as_str() {
                    "all" => Condition::All(map.next_value()?),
                    "any" => Condition::Any(map.next_value()?),
                    "not" => Condition::Not(map.next_value()?),
                    question => {
                        let OneOrMany(options) = map.next_value()?;
                        let question = de::value::StrDeserializer::<A::Error>::new(question);
                        Condition::Is(QuestionId::deserialize(question)?, options)
                    }
                };
                match map.next_key::<String>()? {
                    None => Ok(condition),
                    Some(extra) => Err(de::Error::custom(format!(
                        "a condition has one key, and \"{extra}\" is a second: join the two with \"all\" or \"any\""
                    ))),
                }
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A text or a contact that is shown always, or only if a condition holds. The file contains its id
/// alone, or `{"id": …, "when": …}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditional<I> {
    /// The id of the text or of the contact.
    pub id: I,
    /// The condition for showing the text or contact. `None` means that it is always shown.
    pub when: Option<Condition>,
}

impl<'de, I: Deserialize<'de>> Deserialize<'de> for Conditional<I> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Full<I> {
            id: I,
            when: Option<Condition>,
        }
        struct Reader<I>(core::marker::PhantomData<I>);
        impl<'de, I: Deserialize<'de>> Visitor<'de> for Reader<I> {
            type Value = Conditional<I>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id, or {\"id\": …, \"when\": …}")
            }
            fn visit_str<E: de::Error>(self, id: &str) -> Result<Self::Value, E> {
                Ok(Conditional {
                    id: I::deserialize(id.into_deserializer())?,
                    when: None,
                })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let Full { id, when } =
                    Full::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(Conditional { id, when })
            }
        }
        deserializer.deserialize_any(Reader(core::marker::PhantomData))
    }
}
