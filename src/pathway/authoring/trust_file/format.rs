//! The structure of a trust file, as a trust writes it.

use crate::{
    authoring::document::Scenario,
    model::{
        date::Date,
        id::{ContactId, LimitId, LineId, OptionId, OutcomeId, PathwayId, TrustId},
        wording::{Keyed, Text},
    },
};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::fmt;
use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny, Visitor},
};

/// A trust file: the contacts, areas, ages and names of a trust's own service, which replace those
/// of a pathway. The changed pathway is checked and proved again.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct TrustFile {
    /// The address of the JSON Schema of this file. An editor uses the schema to find errors.
    #[serde(default, rename = "$schema")]
    pub schema: Option<String>,
    /// The id of the trust, in lower-case letters and hyphens.
    pub id: TrustId,
    /// The id of the pathway that the trust file changes.
    pub pathway: PathwayId,
    /// The version of the pathway that the trust file changes.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d+\.\d+\.\d+$")))]
    pub version: String,
    /// The language of the texts in this file, such as `en-GB`. Each language has its own trust
    /// file.
    pub language: String,
    /// The names of the service in this trust.
    pub service: Option<Service>,
    /// The contacts, by their ids. An entry with the id of a contact in the pathway corrects this
    /// contact. An entry with a new id adds a contact.
    #[serde(default)]
    pub contacts: Keyed<ContactId, TrustContact>,
    /// The web form with which people refer themselves.
    pub self_referral: Option<SelfReferral>,
    /// The areas that the service covers, in the order of the options. If the list is empty, the
    /// areas of the pathway stay.
    #[serde(default)]
    pub areas: Vec<TrustArea>,
    /// The age limits in whole months, by their ids in the pathway.
    #[serde(default)]
    pub limits: Keyed<LimitId, Months>,
    /// The lines about local help. A result shows them under "What happens next".
    #[serde(default)]
    pub local_notes: Vec<LocalNote>,
    /// The scenarios, with the outcomes that they must give in this trust. A scenario replaces the
    /// scenario of the pathway that has the same id.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// The address that the button "Exit this page" opens if the host page names none. It starts
    /// with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub exit: Option<String>,
    /// The keys of the file that a trust file cannot have. Each of them is a finding.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(flatten)]
    pub(super) others: BTreeMap<String, IgnoredAny>,
}

impl TrustFile {
    /// Returns the months that this file gives for an age limit. Returns `None` if the file does
    /// not name this limit.
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
                // A number that is too high for the type becomes the highest possible age, which
                // the check of the limits refuses.
                Ok(Months(u16::try_from(months).unwrap_or(u16::MAX)))
            }
        }
        deserializer.deserialize_u64(Reader)
    }
}

/// The names of the service in this trust.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The name of the service in most texts.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\S(.*\S)?$")))]
    pub name: String,
    /// The full name of the service. If it is absent, the short name is used instead.
    pub in_full: Option<String>,
}

/// A contact that the trust corrects, adds or closes. A missing key keeps the value of the pathway.
/// A new number or address counts as checked only with `verified_on`, `review_by` and `owner`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend(
        "dependentRequired" = {
            "verified_on": ["review_by", "owner"],
            "review_by": ["verified_on"],
        },
        "if" = { "properties": { "closed": { "const": true } }, "required": ["closed"] },
        "then" = { "maxProperties": 1 }
    ))
)]
#[serde(
    deny_unknown_fields,
    expecting = "an object in { }, such as {\"phone\": \"01632 960 001\"}, or {\"closed\": true} for a contact that has closed"
)]
pub struct TrustContact {
    /// True if the contact has closed, so that no page shows it. Such an entry has no other key.
    #[serde(default)]
    pub closed: bool,
    /// The name of the person or service that answers the contact.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub name: Option<Text>,
    /// The phone number, in digits and single spaces.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "String", transform = without_default, extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub phone: Option<String>,
    /// The number for text messages, in digits and single spaces.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "String", transform = without_default, extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub text: Option<String>,
    /// The web address, which starts with `https://`.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "String", transform = without_default, extend("pattern" = r"^https://\S+$")))]
    pub web: Option<String>,
    /// The opening hours of the contact, or another remark about it.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub remark: Option<Text>,
    /// The day on which somebody called the number or opened the page, and found it correct.
    pub verified_on: Option<Date>,
    /// The day by which somebody must check the contact again, at most 24 months later. Before this
    /// day, the contact is shown as checked.
    pub review_by: Option<Date>,
    /// The person or office that keeps the number and the address correct, such as the team's
    /// office.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"\S")))]
    pub owner: Option<String>,
    /// The further outcomes whose cards show the contact.
    #[serde(default)]
    pub outcomes: Vec<OutcomeId>,
    /// True if the cards of these further outcomes show the contact among their helplines.
    #[serde(default)]
    pub helpline: bool,
    /// The areas in which a person must live to see the contact on the cards of these further
    /// outcomes, or on the cards that the pathway lists for this contact. If the list is empty,
    /// everyone sees it.
    #[serde(default)]
    pub areas: Vec<OptionId>,
}

/// The web form with which people refer themselves. Each outcome that shows the contact of the
/// service also shows this form.
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
    /// The name of the self-referral form, as people read it.
    pub name: Text,
    /// The address of the self-referral form, which starts with `https://`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^https://\S+$")))]
    pub web: String,
    /// A remark that people read before they fill in the self-referral form.
    pub remark: Option<Text>,
    /// The day on which somebody opened the self-referral form and found it correct.
    pub verified_on: Option<Date>,
    /// The day by which somebody must check the self-referral form again, at most 24 months later.
    pub review_by: Option<Date>,
    /// The person or office that keeps the address of the self-referral form correct.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"\S")))]
    pub owner: Option<String>,
}

/// An area that the service covers.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrustArea {
    /// The id of the area, in lower-case letters and hyphens.
    pub id: OptionId,
    /// The name of the area, as people say it.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\S(.*\S)?$")))]
    pub name: String,
    /// The mental health team of this area. It becomes the contact `{id}-team`. An area without a
    /// team needs the team of another area, which lists this area under its `areas`.
    pub team: Option<Team>,
}

/// The mental health team of an area, or of several areas. A missing key keeps the pathway's value
/// of a team that the area has already.
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
pub struct Team {
    /// The name of the team.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub name: Option<Text>,
    /// The phone number, in digits and single spaces.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "String", transform = without_default, extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub phone: Option<String>,
    /// The number for text messages, in digits and single spaces.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "String", transform = without_default, extend("pattern" = r"^[0-9]+( [0-9]+)*$")))]
    pub text: Option<String>,
    /// The web address, which starts with `https://`.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "String", transform = without_default, extend("pattern" = r"^https://\S+$")))]
    pub web: Option<String>,
    /// The opening hours of the team, or another remark about it.
    #[serde(default, deserialize_with = "value")]
    #[cfg_attr(feature = "schema", schemars(with = "Text"))]
    pub remark: Option<Text>,
    /// The day on which somebody called the team and found the entry correct.
    pub verified_on: Option<Date>,
    /// The day by which somebody must check the team again, at most 24 months later.
    pub review_by: Option<Date>,
    /// The person or office that keeps the number and the address of the team correct.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"\S")))]
    pub owner: Option<String>,
    /// The other areas of the same team.
    #[serde(default)]
    pub areas: Vec<OptionId>,
}

impl Team {
    /// Returns the team as a contact.
    pub(super) fn contact(&self) -> TrustContact {
        TrustContact {
            name: self.name.clone(),
            phone: self.phone.clone(),
            text: self.text.clone(),
            web: self.web.clone(),
            remark: self.remark.clone(),
            verified_on: self.verified_on,
            review_by: self.review_by,
            owner: self.owner.clone(),
            ..TrustContact::default()
        }
    }
}

/// Reads a value of a contact. The value `null` would keep the pathway's value, and an author who
/// writes it wants to take the value away.
fn value<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let value: Option<T> = Option::deserialize(deserializer)?;
    let advice = "null takes nothing away: write \"closed\": true as the only key of a contact that has closed, or take this key out";
    value.map(Some).ok_or_else(|| de::Error::custom(advice))
}

/// A line about local help, which the trust adds to an outcome.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalNote {
    /// The id of the line. If the pathway has a line about an area with the same id, this text
    /// replaces it.
    pub id: LineId,
    /// The outcome whose card shows the line.
    pub outcome: OutcomeId,
    /// The areas in which a person must live to see the line. If the list is empty, everyone sees
    /// it.
    #[serde(default)]
    pub areas: Vec<OptionId>,
    /// The text of the line.
    pub text: Text,
}

/// Removes the default of a key that has no value if it is absent. The default would be `null`,
/// which the schema refuses.
#[cfg(feature = "schema")]
fn without_default(schema: &mut schemars::Schema) {
    schema.remove("default");
}
