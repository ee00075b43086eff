//! Text → the id of one thing in a pathway. An id is kebab-case ASCII, so it can stand in an
//! address, an attribute or a diagram without quoting. Whether the thing exists is `check`'s work.

use crate::wire::{Bytes, Carried, Written};
use alloc::{borrow::ToOwned, string::String};
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

/// A name that stands in the bytes.
mod name {
    use super::{Bytes, String, Written, is_id};

    pub(super) fn write(name: &str, to: &mut Written) {
        to.name(name);
    }
    pub(super) fn read(from: &mut Bytes<'_>) -> String {
        let text = from.name();
        if !is_id(text) {
            from.spoil();
        }
        text.into()
    }
}

/// A name that nobody sees.
mod unseen {
    use super::{Bytes, String, Written};

    pub(super) fn write(_: &str, _: &mut Written) {}
    pub(super) fn read(from: &mut Bytes<'_>) -> String {
        from.unseen()
    }
}

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident, $kind:ident;)*) => {$(
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
            const EMPTY: Self = Self(String::new());
            fn write(&self, to: &mut Written) {
                $kind::write(&self.0, to);
            }
            fn fill(&mut self, from: &mut Bytes<'_>) {
                self.0 = $kind::read(from);
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
    PathwayId, name;
    /// Names a question or a note.
    QuestionId, name;
    /// Names an option within its question.
    OptionId, name;
    /// Names a condition.
    ConditionId, name;
    /// Names a rule.
    RuleId, unseen;
    /// Names an outcome.
    OutcomeId, name;
    /// Names a block of text that stands on a result.
    BlockId, name;
    /// Names one line of text within its section.
    LineId, unseen;
    /// Names a contact.
    ContactId, name;
    /// Names a source.
    SourceId, name;
    /// Names a limit.
    LimitId, name;
    /// Names a law.
    LawId, name;
    /// Names a conflict between sources.
    ConflictId, name;
    /// Names a scenario.
    ScenarioId, name;
    /// Names a hazard in the hazard log.
    HazardId, name;
    /// Names a trust.
    TrustId, name;
}
