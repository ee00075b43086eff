//! Applies a trust file to a pathway: replaces its contacts, areas, ages and names. The changed
//! pathway is then checked and proved again. A trust file that changes laws, rules, emergencies or
//! the help on every screen is a finding.

mod ages;
mod areas;
mod attribution;
mod bands;
mod contacts;
mod format;
mod local_help;
mod name_signs;
mod remove_closed_contacts;
mod remove_service_lines;
mod replace_names;
mod scenarios;
mod slots;
mod teams;
mod visit_option_lists;

pub(crate) use attribution::blamed;
pub use attribution::with_trust_paths;
pub(crate) use bands::mislabelled;
pub use format::{
    LocalNote, Months, SelfReferral, Service, Team, TrustArea, TrustContact, TrustFile,
};

use crate::{
    authoring::{
        document::{Condition, Document, Source},
        finding::{Finding, Findings},
        parse,
        source::ParseError,
    },
    model::{
        id::{ContactId, OptionId, QuestionId, SourceId},
        words::Words,
    },
};
use alloc::{format, vec::Vec};

pub use replace_names::without_names;

/// The id of the source that stands for a trust's own statements about its service.
const SOURCE: &str = "TRUST";

/// The keys that a trust file may contain.
const KEYS: [&str; 13] = [
    "id",
    "pathway",
    "version",
    "language",
    "service",
    "contacts",
    "self_referral",
    "areas",
    "limits",
    "local_notes",
    "scenarios",
    "exit",
    "$schema",
];

/// The keys of `pathway.json` that a trust file must not contain.
const PATHWAY_KEYS: [&str; 16] = [
    "approvers",
    "blocks",
    "conditions",
    "conflicts",
    "crisis",
    "effective",
    "last_resort",
    "laws",
    "local",
    "notes",
    "order",
    "outcomes",
    "questions",
    "rules",
    "sources",
    "status",
];

/// Parses the bytes of a trust file.
///
/// # Errors
/// Returns the position of the first error, and the text that the parser expected there.
pub fn parse(bytes: &[u8]) -> Result<TrustFile, ParseError> {
    parse::json(bytes)
}

/// A pathway and its words, to which a trust file is being applied.
struct Merge<'a> {
    trust: &'a TrustFile,
    document: &'a mut Document,
    words: Option<&'a mut Words>,
    /// The contacts of the teams in the trust file, each with its area.
    teams: Vec<(ContactId, OptionId)>,
    findings: Findings,
}

/// Applies a trust file to a pathway, and to its words if there are any.
///
/// # Errors
/// Returns every conflict between the trust file and the pathway. The pathway is then partly
/// changed and must not be used.
pub fn merge(
    trust: &TrustFile,
    document: &mut Document,
    words: Option<&mut Words>,
) -> Result<(), Vec<Finding>> {
    let mut merge = Merge {
        trust,
        document,
        words,
        teams: Vec::new(),
        findings: Findings::default(),
    };
    merge.check_sizes();
    if !merge.findings.is_empty() {
        // The other checks do not run, because the author must first make the trust file smaller.
        return Err(merge.findings.into_vec());
    }
    merge.check_pathway_and_language();
    merge.check_keys();
    name_signs::check(&mut merge);
    merge.add_source();
    let known = merge.document.contacts.iter();
    let known: Vec<ContactId> = known.map(|contact| contact.id.clone()).collect();
    remove_service_lines::merge(&mut merge);
    // The names are replaced before the texts of the trust are added, which must stay as they are.
    replace_names::merge(&mut merge);
    // The areas of the trust file are applied before its contacts, because an area can have its own
    // team, and a contact can be for one area only.
    areas::merge(&mut merge);
    ages::merge(&mut merge);
    remove_closed_contacts::merge(&mut merge, &known);
    contacts::merge(&mut merge);
    local_help::merge(&mut merge);
    scenarios::merge(&mut merge);
    if trust.exit.is_some() {
        merge.document.exit.clone_from(&trust.exit);
    }
    if merge.findings.is_empty() {
        return Ok(());
    }
    Err(merge.findings.into_vec())
}

/// The maximum number of contacts, areas, age limits or local lines in a trust file.
const ENTRIES: usize = 64;
/// The maximum number of scenarios in a trust file. It is as high as in a pathway, because a trust
/// can replace each scenario.
const SCENARIOS: usize = 400;

impl Merge<'_> {
    fn check_sizes(&mut self) {
        let trust = self.trust;
        let contacts = trust.contacts.iter();
        let outcomes_and_areas =
            contacts.map(|(_, contact)| contact.outcomes.len() + contact.areas.len());
        let lists = [
            ("contacts", trust.contacts.iter().count(), ENTRIES),
            (
                "contacts",
                outcomes_and_areas.max().unwrap_or_default(),
                ENTRIES,
            ),
            ("areas", trust.areas.len(), ENTRIES),
            ("limits", trust.limits.iter().count(), ENTRIES),
            ("local_notes", trust.local_notes.len(), ENTRIES),
            ("scenarios", trust.scenarios.len(), SCENARIOS),
        ];
        for (list, count, most) in lists {
            if count > most {
                self.findings.add(
                    "too-many",
                    format!("trust.{list}"),
                    format!("there are {count}, and {most} are the most: take some out"),
                );
            }
        }
    }

    fn check_pathway_and_language(&mut self) {
        let (trust, document) = (self.trust, &*self.document);
        if trust.pathway != document.id {
            self.findings.add("trust-pathway", "trust.pathway", format!(
                "it belongs to the pathway {}, and this is {}: give the pathway that it belongs to, or correct the id",
                trust.pathway, document.id
            ));
        } else if trust.version != document.version {
            self.findings.add("trust-version", "trust.version", format!(
                "it was written for version {}, and the pathway is at {}: see with `pathway diff` what is new, then write {} here",
                trust.version, document.version, document.version
            ));
        }
        if let Some(words) = &self.words
            && words.language != trust.language
        {
            self.findings.add("trust-language", "trust.language", format!(
                "its texts are in {}, and these words are in {}: write a trust file in {} too, or correct the language",
                trust.language, words.language, words.language
            ));
        }
    }

    fn check_keys(&mut self) {
        for key in self.trust.others.keys() {
            let path = format!("trust.{key}");
            if PATHWAY_KEYS.contains(&key.as_str()) {
                self.findings.add("not-the-trusts", path, format!(
                    "a trust file cannot change {key}: take this out; what is wrong there is put right in the pathway itself, where it is signed and proved for everyone"
                ));
            } else {
                let message = format!(
                    "a trust file has no \"{key}\": take it out, or correct it to one of {}",
                    KEYS.join(", ")
                );
                self.findings.add("unknown-key", path, message);
            }
        }
    }

    fn add_source(&mut self) {
        let known = &mut self.document.sources;
        if !known.iter().any(|source| source.id.as_str() == SOURCE) {
            known.push(Source {
                id: SourceId::from(SOURCE),
                statement: format!(
                    "What the trust “{}” says of its own service.",
                    self.trust.id
                ),
                found_in: "the trust file".into(),
            });
        }
    }

    /// Names the trust as the source wherever an entry has one of these outdated sources, which
    /// describe another service.
    fn replace_sources(&mut self, outdated: &[SourceId]) {
        let document = &mut *self.document;
        let rules = document.rules.iter_mut().map(|rule| &mut rule.sources);
        let outcomes = document.outcomes.iter_mut();
        let questions = document.questions.iter_mut().chain(&mut document.notes);
        let blocks = document.blocks.iter_mut();
        let contacts = document.contacts.iter_mut();
        let lists = rules
            .chain(outcomes.map(|outcome| &mut outcome.sources))
            .chain(questions.map(|question| &mut question.sources))
            .chain(blocks.map(|block| &mut block.sources))
            .chain(contacts.map(|contact| &mut contact.sources))
            .chain([
                &mut document.local.sources,
                &mut document.last_resort.sources,
            ]);
        for sources in lists {
            let before = sources.len();
            sources.retain(|source| !outdated.contains(source));
            if sources.len() < before && !sources.contains(&SourceId::from(SOURCE)) {
                sources.push(SourceId::from(SOURCE));
            }
        }
    }

    /// Returns the question about the area in which the person lives. One of its answers says that
    /// the person lives outside all areas.
    fn area_question(&self) -> Option<QuestionId> {
        let questions = self.document.questions_of(&self.document.local.outside);
        questions.first().map(|id| QuestionId::from(*id))
    }

    /// Returns the condition that the person lives in one of these areas. Returns `None` if the
    /// list is empty, because everyone is then meant. An unknown area is a finding.
    fn living_in(&mut self, areas: &[OptionId], path: &str) -> Option<Condition> {
        let question = self.area_question()?;
        let served: Vec<OptionId> = self.served();
        for area in areas.iter().filter(|area| !served.contains(area)) {
            let served: Vec<&str> = served.iter().map(OptionId::as_str).collect();
            self.findings.add("unknown-area", path, format!(
                "the service is not for an area \"{area}\": name one of {}, or add it under areas",
                served.join(", ")
            ));
        }
        (!areas.is_empty()).then(|| Condition::Is(question, areas.to_vec()))
    }

    /// Returns the ids of the areas that the changed pathway covers.
    fn served(&self) -> Vec<OptionId> {
        if self.trust.areas.is_empty() {
            let areas = self.document.local.areas.iter();
            return areas.map(|area| area.id.clone()).collect();
        }
        let areas = self.trust.areas.iter();
        areas.map(|area| area.id.clone()).collect()
    }
}

fn source() -> Vec<SourceId> {
    [SourceId::from(SOURCE)].into()
}
