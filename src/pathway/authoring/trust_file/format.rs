//! The form of a trust file as it is read.

use crate::{
    authoring::document::Scenario,
    model::{
        date::Date,
        id::{ContactId, LimitId, LineId, OptionId, OutcomeId, PathwayId, TrustId},
        text::{Keyed, Text},
    },
};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::fmt;
use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny, Visitor},
};

/// A trust file: a trust's own service, laid over a pathway. The merged pathway is checked and
/// proved.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct TrustFile {
    /// Where the JSON Schema is, for editors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The trust's name, in small letters and hyphens.
    pub id: TrustId,
    /// The pathway it belongs to.
    pub pathway: PathwayId,
    /// The version of the pathway it was written for.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// The language of its texts, such as `en-GB`. Another language is another trust file.
    pub language: String,
    /// The name of the service in this trust.
    pub service: Option<Service>,
    /// Contacts by their id in the pathway. An id that the pathway does not have adds a contact.
    #[serde(default)]
    pub contacts: Keyed<ContactId, TrustContact>,
    /// The form with which people refer themselves.
    pub self_referral: Option<SelfReferral>,
    /// The areas of the service, in the order of the options; the pathway's areas, if absent.
    #[serde(default)]
    pub areas: Vec<TrustArea>,
    /// Age limits in whole months, by the limit's id in the pathway.
    #[serde(default)]
    pub limits: Keyed<LimitId, Months>,
    /// Lines about local help, under "What happens next".
    #[serde(default)]
    pub local_notes: Vec<LocalNote>,
    /// Scenarios with their expected outcomes in this trust. A scenario with the id of one of the
    /// pathway replaces it.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// Where "Exit this page" leads, unless the page says; starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub exit: Option<String>,
    /// Unknown keys of the file; each is a finding.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(flatten)]
    pub(super) others: BTreeMap<String, IgnoredAny>,
}

impl TrustFile {
    /// The months of a limit, where the trust has its own.
    pub(super) fn months(&self, limit: &LimitId) -> Option<u16> {
        self.limits.get(limit).map(|months| months.0)
    }
}

/// An age in whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months(pub u16);

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Months;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an age in whole months, such as 24")
            }
            fn visit_u64<E: de::Error>(self, months: u64) -> Result<Months, E> {
                // The check of limits refuses an age this high.
                Ok(Months(u16::try_from(months).unwrap_or(u16::MAX)))
            }
        }
        deserializer.deserialize_u64(Reader)
    }
}

/// The names of the service.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The name that most texts use.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\S(.*\S)?$")))]
    pub name: String,
    /// The whole name; the short one, if absent.
    pub in_full: Option<String>,
}

/// A contact, corrected or added. Missing keys keep the pathway's values. A new number or address
/// counts as checked only with `verified_on`, `review_by` and `owner`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("dependentRequired" = {
        "verified_on": ["review_by", "owner"],
        "review_by": ["verified_on"],
    }))
)]
#[serde(deny_unknown_fields)]
pub struct TrustContact {
    /// Who answers.
    pub name: Option<Text>,
    /// The number to call, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub phone: Option<String>,
    /// The number to text, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub text: Option<String>,
    /// A web address that starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: Option<String>,
    /// The hours or the purpose of the contact.
    pub remark: Option<Text>,
    /// The day somebody called or read it, and it was right.
    pub verified_on: Option<Date>,
    /// The day of the next review; before it, the contact is shown as checked.
    pub review_by: Option<Date>,
    /// Who keeps it right, such as the team's office.
    pub owner: Option<String>,
    /// The outcomes that show it too.
    #[serde(default)]
    pub outcomes: Vec<OutcomeId>,
    /// Whether those show it under the helplines.
    #[serde(default)]
    pub helpline: bool,
    /// Whether those show it to people in these areas alone.
    #[serde(default)]
    pub areas: Vec<OptionId>,
}

/// The form for self-referral. Each outcome that shows the service's own contact shows the form
/// too.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("dependentRequired" = {
        "verified_on": ["review_by", "owner"],
        "review_by": ["verified_on"],
    }))
)]
#[serde(deny_unknown_fields)]
pub struct SelfReferral {
    /// The name of the form.
    pub name: Text,
    /// Its address, which starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: String,
    /// A remark to read before filling it in.
    pub remark: Option<Text>,
    /// The day somebody opened it, and it was right.
    pub verified_on: Option<Date>,
    /// The day by which it must be checked again.
    pub review_by: Option<Date>,
    /// Who keeps it right.
    pub owner: Option<String>,
}

/// An area that the service is for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrustArea {
    /// Its name in small letters and hyphens.
    pub id: OptionId,
    /// Its name as people say it.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\S(.*\S)?$")))]
    pub name: String,
    /// Its own mental health team, which becomes the contact `{id}-team`.
    pub team: Option<TrustContact>,
}

/// A line about local help.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalNote {
    /// Its name. That of a local line of the pathway puts this text in its path.
    pub id: LineId,
    /// The outcome it stands on.
    pub outcome: OutcomeId,
    /// Shown to people in these areas alone; to everyone, if absent.
    #[serde(default)]
    pub areas: Vec<OptionId>,
    /// The text of the note.
    pub text: Text,
}
