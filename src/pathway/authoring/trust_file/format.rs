//! The structure of a trust file.

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

/// A trust file: a trust's own service, which replaces parts of a pathway. The changed pathway is
/// checked and proved.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct TrustFile {
    /// The address of the JSON Schema, for editors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The id of the trust, in lower-case letters and hyphens.
    pub id: TrustId,
    /// The id of the pathway that the file changes.
    pub pathway: PathwayId,
    /// The version of the pathway that the file changes.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// The language of the texts, such as `en-GB`. Each language has its own trust file.
    pub language: String,
    /// The name of the service in this trust.
    pub service: Option<Service>,
    /// The contacts by their ids in the pathway. A new id adds a contact.
    #[serde(default)]
    pub contacts: Keyed<ContactId, TrustContact>,
    /// The form with which people refer themselves.
    pub self_referral: Option<SelfReferral>,
    /// The areas of the service, in the order of the options. If the list is empty, the pathway's
    /// areas stay.
    #[serde(default)]
    pub areas: Vec<TrustArea>,
    /// The age limits in whole months, by the ids of the limits in the pathway.
    #[serde(default)]
    pub limits: Keyed<LimitId, Months>,
    /// The lines about local help, under "What happens next".
    #[serde(default)]
    pub local_notes: Vec<LocalNote>,
    /// The scenarios with their expected outcomes in this trust. A scenario replaces the pathway's
    /// scenario with the same id.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// The address that "Exit this page" opens if the host page names none. It starts with
    /// `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub exit: Option<String>,
    /// The unknown keys of the file. Each is a finding.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(flatten)]
    pub(super) others: BTreeMap<String, IgnoredAny>,
}

impl TrustFile {
    /// Returns the trust's own months for a limit. Returns `None` if the trust has none.
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
                // The check of limits refuses such a high age.
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
    /// The name of the service in most texts.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\S(.*\S)?$")))]
    pub name: String,
    /// The full name of the service. If it is absent, the short name is used.
    pub in_full: Option<String>,
}

/// A corrected or added contact. A missing key keeps the pathway's value. A new number or address
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
    /// The name of the person or service that answers.
    pub name: Option<Text>,
    /// The number to call, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub phone: Option<String>,
    /// The number for text messages, in digits and single spaces.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub text: Option<String>,
    /// The web address, which starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: Option<String>,
    /// The hours or the purpose of the contact.
    pub remark: Option<Text>,
    /// The day on which somebody called or read the contact and found it correct.
    pub verified_on: Option<Date>,
    /// The day of the next check. Before this day, the contact is shown as checked.
    pub review_by: Option<Date>,
    /// The person or office that keeps the contact correct, such as the team's office.
    pub owner: Option<String>,
    /// More outcomes that show the contact.
    #[serde(default)]
    pub outcomes: Vec<OutcomeId>,
    /// True if these outcomes show the contact as a helpline.
    #[serde(default)]
    pub helpline: bool,
    /// The areas of the people who see the contact on these outcomes. If the list is empty,
    /// everyone sees it.
    #[serde(default)]
    pub areas: Vec<OptionId>,
}

/// The form for self-referral. Each outcome that shows the service's own contact also shows the
/// form.
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
    /// The address of the form, which starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: String,
    /// The remark to read before filling in the form.
    pub remark: Option<Text>,
    /// The day on which somebody opened the form and found it correct.
    pub verified_on: Option<Date>,
    /// The day by which the form must be checked again.
    pub review_by: Option<Date>,
    /// The person or office that keeps the form correct.
    pub owner: Option<String>,
}

/// An area of the service.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrustArea {
    /// The id of the area, in lower-case letters and hyphens.
    pub id: OptionId,
    /// The name of the area, as people say it.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\S(.*\S)?$")))]
    pub name: String,
    /// The area's own mental health team, which becomes the contact `{id}-team`.
    pub team: Option<TrustContact>,
}

/// A line about local help.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalNote {
    /// The id of the line. If a local line of the pathway has the same id, this text replaces it.
    pub id: LineId,
    /// The outcome that shows the line.
    pub outcome: OutcomeId,
    /// The areas of the people who see the line. If the list is empty, everyone sees it.
    #[serde(default)]
    pub areas: Vec<OptionId>,
    /// The text of the note.
    pub text: Text,
}
