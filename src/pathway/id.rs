//! Text → the id of one thing in a pathway. An id is kebab-case ASCII, so it can stand in an
//! address, an attribute or a diagram without quoting. Whether the thing exists is `check`'s work.

use crate::wire::{Bytes, Carried};
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use core::{borrow::Borrow, fmt};
use serde::{Deserialize, Deserializer, de};

/// The longest id, in bytes.
pub const MAX_ID_BYTES: usize = 48;

/// Says whether `text` may serve as an id: letters, digits and single inner hyphens.
#[must_use]
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

fn carried(from: &mut Bytes<'_>) -> String {
    let text = String::read(from);
    if !is_id(&text) {
        from.spoil();
    }
    text
}

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
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

        impl Carried for $name {
            fn write(&self, to: &mut Vec<u8>) {
                self.0.write(to);
            }
            fn read(from: &mut Bytes<'_>) -> Self {
                Self(carried(from))
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
    /// Names a pathway.
    PathwayId;
    /// Names a question or a note.
    QuestionId;
    /// Names an option within its question.
    OptionId;
    /// Names a condition.
    ConditionId;
    /// Names a rule.
    RuleId;
    /// Names an outcome.
    OutcomeId;
    /// Names a block of text that stands on a result.
    BlockId;
    /// Names one line of text within its section.
    LineId;
    /// Names a contact.
    ContactId;
    /// Names a source.
    SourceId;
    /// Names a limit.
    LimitId;
    /// Names a law.
    LawId;
    /// Names a conflict between sources.
    ConflictId;
    /// Names a scenario.
    ScenarioId;
    /// Names a hazard in the hazard log.
    HazardId;
    /// Names a trust.
    TrustId;
}
