//! Replaces the areas of a pathway by the areas of a trust: the options of the question about the
//! area, and the list of areas in texts. Also removes the contacts and lines that only removed areas
//! have.

use super::{
    Merge, replace_names, scenarios,
    teams::{self, Teams},
    visit_option_lists,
};
use crate::{
    authoring::{
        document::{Area, Question, QuestionOption},
        finding::Findings,
    },
    model::{
        id::{ContactId, OptionId, QuestionId, SourceId},
        wording::{Keyed, Text},
        words::{OptionWords, QuestionWords},
    },
};
use alloc::{borrow::ToOwned, collections::BTreeSet, format, string::String, vec::Vec};

pub(super) fn merge(merge: &mut Merge<'_>) {
    if merge.trust.areas.is_empty() {
        return;
    }
    let Some(change) = Change::of(merge) else {
        let message = "the pathway does not say which of its options are areas: list them under local.areas in pathway.json, or take areas out here";
        merge.findings.add("no-areas", "trust.areas", message);
        return;
    };
    change.check_ids(merge);
    // The lists of areas change before the trust's own texts are added, which must stay as they are.
    let named = change.replace_names(merge);
    // New teams are added before old teams are removed, because a new team appears on the cards of
    // the old teams.
    let teams = teams::merge(merge, &change.question, &change.old);
    change.remove_contacts_and_lines(merge, &teams);
    change.replace_options(merge);
    change.update_conditions(merge);
    let first = change.new.first().cloned();
    scenarios::replace_options(merge.document, &change.question, &|old| {
        let gone = change.gone.iter().any(|gone| gone.as_str() == old);
        if gone {
            first.clone()
        } else {
            Some(OptionId::from(old))
        }
    });
    named.check(merge);
    merge.document.local.areas = change.new_areas(merge, &teams);
}

/// The areas of the pathway and the areas of the trust.
struct Change {
    question: QuestionId,
    old: Vec<Area>,
    old_names: Vec<String>,
    new: Vec<OptionId>,
    gone: Vec<OptionId>,
}

impl Change {
    fn of(merge: &Merge<'_>) -> Option<Self> {
        let old = merge.document.local.areas.clone();
        let new = merge.served();
        let gone = old.iter().map(|area| &area.id);
        let gone = gone.filter(|id| !new.contains(id)).cloned().collect();
        let question = merge.area_question()?;
        let words = merge.words.as_ref();
        let words = words.and_then(|words| words.questions.get(&question));
        let name = |area: &Area| words?.options.get(&area.id)?.label.wordings().next();
        let old_names = old.iter().filter_map(name).map(str::to_owned).collect();
        (!old.is_empty()).then_some(Self {
            question,
            old_names,
            old,
            new,
            gone,
        })
    }

    fn is_old(&self, option: &OptionId) -> bool {
        self.old.iter().any(|area| area.id == *option)
    }

    /// Checks that each area of the trust has a unique id. The id must also not be another option
    /// of the question about the area, such as the option for people who live elsewhere.
    fn check_ids(&self, merge: &mut Merge<'_>) {
        let mut questions = merge.document.questions.iter();
        let question = questions.find(|question| question.id == self.question);
        let options = question.into_iter().flat_map(|question| &question.options);
        let taken: BTreeSet<&str> = options
            .filter(|option| !self.is_old(&option.id))
            .map(|option| option.id.as_str())
            .collect();
        let mut seen = BTreeSet::new();
        for area in &merge.trust.areas {
            let path = format!("trust.areas.{}", area.id);
            if taken.contains(area.id.as_str()) {
                merge.findings.add("area-taken", path.as_str(), format!(
                    "\"{}\" is the answer of people who live elsewhere or do not know: give the area another id",
                    area.id
                ));
            }
            if !seen.insert(&area.id) {
                let message = "the area stands here twice: take one of them out";
                merge.findings.add("duplicate-id", path.as_str(), message);
            }
        }
    }

    /// Removes the contacts and lines of the removed areas. A contact or a line stays if a
    /// remaining area also has it.
    fn remove_contacts_and_lines(&self, merge: &mut Merge<'_>, teams: &Teams) {
        let (gone, kept): (Vec<&Area>, Vec<&Area>) = self
            .old
            .iter()
            .partition(|area| self.gone.contains(&area.id));
        let old = self.old.iter();
        let old = old.flat_map(|area| area.team.iter().chain(&area.contacts));
        let kept_contacts: BTreeSet<ContactId> = kept
            .iter()
            .flat_map(|area| teams.of(area).into_iter().chain(area.contacts.clone()))
            .collect();
        let contacts: Vec<ContactId> = old
            .filter(|id| !kept_contacts.contains(*id))
            .cloned()
            .collect();
        let known = merge.document.contacts.iter();
        let outdated: Vec<SourceId> = known
            .filter(|contact| contacts.contains(&contact.id))
            .flat_map(|contact| contact.sources.iter().cloned())
            .collect();
        merge.replace_sources(&outdated);
        contacts.iter().for_each(|id| merge.take_contact(id));
        let kept_lines: Vec<_> = kept.iter().flat_map(|area| &area.lines).collect();
        for lines in gone.iter().flat_map(|area| &area.lines) {
            let kept = kept_lines
                .iter()
                .filter(|kept| kept.outcome == lines.outcome);
            let kept: Vec<_> = kept.flat_map(|kept| &kept.lines).collect();
            for line in lines.lines.iter().filter(|line| !kept.contains(line)) {
                merge.take_line(&lines.outcome, line);
            }
        }
    }

    fn replace_options(&self, merge: &mut Merge<'_>) {
        let mut questions = merge.document.questions.iter_mut();
        if let Some(question) = questions.find(|question| question.id == self.question) {
            self.set_options(question);
        }
        if let Some(words) = &mut merge.words
            && let Some(question) = words.questions.get_mut(&self.question)
        {
            for gone in &self.gone {
                question.options.remove(gone);
            }
            for area in &merge.trust.areas {
                name_option(question, &area.id, &area.name);
            }
        }
    }

    fn set_options(&self, question: &mut Question) {
        let (old, others): (Vec<_>, Vec<_>) = question
            .options
            .drain(..)
            .partition(|option| self.is_old(&option.id));
        let new = self.new.iter().map(|id| {
            let known = old.iter().find(|option| option.id == *id);
            known.cloned().unwrap_or_else(|| QuestionOption {
                id: id.clone(),
                show_when: None,
                exclusive: false,
                private: false,
                months: None,
                variants: Vec::new(),
            })
        });
        question.options = new.chain(others).collect();
    }

    /// Changes each list of options that names areas. A list that contains all old areas gets all
    /// new areas. A list that contains only removed areas is a finding.
    fn update_conditions(&self, merge: &mut Merge<'_>) {
        let findings = &mut merge.findings;
        visit_option_lists::each(merge.document, &mut |path, question, options| {
            if *question == self.question {
                self.update_options(path, options, findings);
            }
        });
    }

    fn update_options(&self, path: &str, options: &mut Vec<OptionId>, findings: &mut Findings) {
        let all = self.old.iter().all(|area| options.contains(&area.id));
        if all {
            options.retain(|option| !self.is_old(option));
            options.splice(0..0, self.new.iter().cloned());
            return;
        }
        let named = options.clone();
        options.retain(|option| !self.gone.contains(option));
        if options.is_empty() {
            let named: Vec<&str> = named.iter().map(OptionId::as_str).collect();
            findings.add("area-alone", path, format!(
                "it hangs on {} alone, which the trust file takes away: in pathway.json, list what belongs to an area under local.areas; or keep the area",
                named.join(", ")
            ));
        }
    }

    /// Replaces the list of old areas in texts by the list of new areas. Returns the texts that name
    /// a removed area on its own.
    fn replace_names(&self, merge: &mut Merge<'_>) -> Named {
        let mut named = Vec::new();
        let areas = &merge.trust.areas;
        let names: Vec<String> = areas.iter().map(|area| area.name.clone()).collect();
        let gone = self.old_names.iter().filter(|name| !names.contains(name));
        let gone: Vec<&String> = gone.collect();
        if let Some(words) = &mut merge.words {
            replace_names::replace_list(words, &self.old_names, &names);
            words.each_text(&mut |path, text| {
                let gone = gone.iter().filter(|name| text.contains(name.as_str()));
                named.extend(gone.map(|name| (path.to_owned(), text.to_owned(), (*name).clone())));
            });
        }
        Named(named)
    }

    fn new_areas(&self, merge: &Merge<'_>, teams: &Teams) -> Vec<Area> {
        let areas = merge.trust.areas.iter().map(|area| {
            let known = self.old.iter().find(|old| old.id == area.id);
            let mut area = known.cloned().unwrap_or_else(|| Area {
                id: area.id.clone(),
                team: None,
                contacts: Vec::new(),
                lines: Vec::new(),
            });
            area.team = teams.of(&area);
            area
        });
        areas.collect()
    }
}

/// Texts that name a removed area, each with its path and the name.
struct Named(Vec<(String, String, String)>);

impl Named {
    /// Checks that none of these texts is left. A text of the trust at the same path may name the
    /// area.
    fn check(self, merge: &mut Merge<'_>) {
        let Some(words) = &merge.words else { return };
        let mut left = BTreeSet::new();
        words.each_text(&mut |path, text| {
            left.insert((path.to_owned(), text.to_owned()));
        });
        for (path, text, name) in self.0 {
            let found = (path, text);
            if left.contains(&found) {
                let (path, _) = found;
                merge.findings.add("area-named", format!("words.{path}"), format!(
                    "it names {name}, which the trust file takes away: in pathway.json, list the line under local.areas; or keep the area"
                ));
            }
        }
    }
}

fn name_option(question: &mut QuestionWords, id: &OptionId, name: &str) {
    let label = Text::One(name.to_owned());
    match question.options.get_mut(id) {
        Some(option) => option.label = label,
        None => question.options.insert(
            id.clone(),
            OptionWords {
                label,
                hint: None,
                answer_text: None,
                variants: Keyed::default(),
            },
        ),
    }
}
