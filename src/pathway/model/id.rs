//! The types of the ids in a pathway. An id contains only lower-case ASCII letters, digits and
//! hyphens, so addresses, attributes and diagrams need no quotes around it. The module `check`
//! finds ids that no entry of the pathway has.

use crate::model::codec::{Codec, Decoder, Encoder};
use alloc::{borrow::ToOwned, string::String};
use core::{borrow::Borrow, fmt};
use serde::{Deserialize, Deserializer, de};

/// The maximum length of an id, in bytes.
pub const MAX_ID_BYTES: usize = 48;

/// Returns whether `text` is a valid id: ASCII letters, digits, and single hyphens between them.
pub fn is_id(text: &str) -> bool {
    text.len() <= MAX_ID_BYTES
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_id(&text) {
        return Ok(text);
    }
    Err(de::Error::custom(format_args!(
        "\"{}\" cannot be an id: use at most {MAX_ID_BYTES} letters and digits, joined by single hyphens",
        text.chars().take(MAX_ID_BYTES).collect::<String>()
    )))
}

/// The codec of ids that an edition contains.
mod encoded {
    use super::{Decoder, Encoder, String, is_id};

    pub(super) fn encode(id: &str, encoder: &mut Encoder) {
        encoder.name(id);
    }
    pub(super) fn decode(decoder: &mut Decoder<'_>) -> String {
        let text = decoder.name();
        if !is_id(text) {
            decoder.fail();
        }
        text.into()
    }
}

/// The codec of ids that an edition leaves out. The decoder generates a short name in their place.
mod generated {
    use super::{Decoder, Encoder, String};

    pub(super) fn encode(_: &str, _: &mut Encoder) {}
    pub(super) fn decode(decoder: &mut Decoder<'_>) -> String {
        decoder.generate_name()
    }
}

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident, $kind:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Codec for $name {
            const EMPTY: Self = Self(String::new());
            fn encode(&self, encoder: &mut Encoder) {
                $kind::encode(&self.0, encoder);
            }
            fn decode(&mut self, decoder: &mut Decoder<'_>) {
                self.0 = $kind::decode(decoder);
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!($($doc),*).trim(),
                    "pattern": "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",
                    "maxLength": MAX_ID_BYTES,
                })
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read(deserializer).map(Self)
            }
        }
    )*};
}

ids! {
    /// The id of a pathway.
    PathwayId, encoded;
    /// The id of a question, also of an optional question on the summary page.
    QuestionId, encoded;
    /// The id of an option, unique within its question.
    OptionId, encoded;
    /// The id of a condition.
    ConditionId, encoded;
    /// The id of a rule.
    RuleId, generated;
    /// The id of an outcome.
    OutcomeId, encoded;
    /// The id of a block: a text that a result shows if its condition holds.
    BlockId, encoded;
    /// The id of a line of text, unique within its block or within its section of an outcome.
    LineId, generated;
    /// The id of a contact.
    ContactId, encoded;
    /// The id of a source.
    SourceId, encoded;
    /// The id of an age limit.
    LimitId, encoded;
    /// The id of a law, such as `L5`.
    LawId, encoded;
    /// The id of a conflict between sources, such as `C5`.
    ConflictId, encoded;
    /// The id of a scenario.
    ScenarioId, encoded;
    /// The id of a hazard in the hazard log, such as `HAZ-001`.
    HazardId, encoded;
    /// The id of an NHS trust.
    TrustId, encoded;
}
