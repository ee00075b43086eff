//! Adds the team of each area to the cards that show every old team. A team can have several areas.

use super::{Merge, TrustArea, TrustContact};
use crate::{
    authoring::document::{Area, Condition, Conditional},
    model::id::{ContactId, OptionId, QuestionId},
};
use alloc::{collections::BTreeMap, format, vec::Vec};

/// The team of each area of a trust.
pub(super) struct Teams(BTreeMap<OptionId, ContactId>);

impl Teams {
    /// Returns the team of an area: the team in the trust file, or else the pathway's own.
    pub(super) fn of(&self, area: &Area) -> Option<ContactId> {
        self.0.get(&area.id).or(area.team.as_ref()).cloned()
    }
}

/// The cards of a pathway that show the team of every area.
struct Cards<'a> {
    question: &'a QuestionId,
    old: &'a [Area],
    /// An area whose team is on the cards.
    pattern: &'a Area,
}

/// Adds the teams of a trust file. A served area without a team is a finding, because its card
/// would have no number to call.
pub(super) fn merge(merge: &mut Merge<'_>, question: &QuestionId, old: &[Area]) -> Teams {
    let trust = merge.trust;
    let mut teams = Teams(BTreeMap::new());
    let Some(pattern) = old.iter().find(|area| area.team.is_some()) else {
        for area in trust.areas.iter().filter(|area| area.team.is_some()) {
            let message = "the pathway shows no team of an area, so this team would stand nowhere: write it under contacts, with its outcomes and areas";
            let path = format!("trust.areas.{}.team", area.id);
            merge.findings.add("team-nowhere", path, message);
        }
        return teams;
    };
    let cards = Cards {
        question,
        old,
        pattern,
    };
    for area in &trust.areas {
        if let Some(team) = &area.team {
            let id = id_of(area, old);
            let areas = areas_of(merge, area, &mut teams, &id);
            cards.add(merge, area, &id, &areas, &team.contact());
        }
    }
    for area in &trust.areas {
        let kept = old
            .iter()
            .any(|old| old.id == area.id && old.team.is_some());
        if !kept && !teams.0.contains_key(&area.id) {
            match cards.contact(merge, area) {
                Some(contact) => drop(teams.0.insert(area.id.clone(), contact)),
                None => merge.findings.add("area-without-team", format!("trust.areas.{}", area.id), format!(
                    "people in {} would be sent to a team that they cannot reach: write the area's team here, or list \"{}\" under areas in the team of another area",
                    area.name, area.id
                )),
            }
        }
    }
    teams
}

/// Returns the contact of an area's own team.
pub(super) fn id_of(area: &TrustArea, old: &[Area]) -> ContactId {
    let old = old.iter().find(|old| old.id == area.id);
    let own = old.and_then(|old| old.team.clone());
    own.unwrap_or_else(|| ContactId::from(format!("{}-team", area.id).as_str()))
}

/// Returns the areas of a team: its own, and those that it lists. An area with two teams is a
/// finding.
fn areas_of(
    merge: &mut Merge<'_>,
    area: &TrustArea,
    teams: &mut Teams,
    id: &ContactId,
) -> Vec<OptionId> {
    let path = format!("trust.areas.{}.team", area.id);
    let listed = area.team.iter().flat_map(|team| &team.areas);
    let listed: Vec<OptionId> = listed.filter(|other| **other != area.id).cloned().collect();
    merge.living_in(&listed, &path);
    let mut areas = Vec::from([area.id.clone()]);
    areas.extend(listed);
    for served in &areas {
        let mut others = merge.trust.areas.iter();
        let has_own =
            *served != area.id && others.any(|other| other.id == *served && other.team.is_some());
        if teams.0.insert(served.clone(), id.clone()).is_some() || has_own {
            let message = format!("\"{served}\" has two teams: leave it to one of them");
            merge.findings.add("two-teams", path.as_str(), message);
        }
    }
    areas
}

impl Cards<'_> {
    /// Adds a team to the cards for its areas, with the same kind of condition as the old teams.
    fn add(
        &self,
        merge: &mut Merge<'_>,
        area: &TrustArea,
        id: &ContactId,
        areas: &[OptionId],
        team: &TrustContact,
    ) {
        let path = format!("trust.areas.{}.team", area.id);
        merge.teams.push((id.clone(), area.id.clone()));
        let old = self.old.iter().find(|old| old.team.as_ref() == Some(id));
        let pattern = old.unwrap_or(self.pattern);
        for outcome in &mut merge.document.outcomes {
            if !self.shows_teams(&outcome.call) {
                continue;
            }
            let mut shown = outcome.call.iter_mut();
            let Some(shown) = shown.find(|shown| Some(&shown.id) == pattern.team.as_ref()) else {
                continue;
            };
            let when = shown.when.clone();
            let when = when.map(|when| self.for_areas(when, &pattern.id, areas));
            if old.is_some() {
                shown.when = when;
            } else {
                outcome.call.push(Conditional {
                    id: id.clone(),
                    when,
                });
            }
        }
        if old.is_some() {
            merge.correct(id, team, &path);
        } else {
            merge.add(id, team, &path);
        }
    }

    /// Returns the trust's own contact on a card with teams, for people in this area.
    fn contact(&self, merge: &Merge<'_>, area: &TrustArea) -> Option<ContactId> {
        let outcomes = merge.document.outcomes.iter();
        let cards = outcomes.filter(|outcome| self.shows_teams(&outcome.call));
        let cards: Vec<_> = cards.map(|outcome| &outcome.id).collect();
        let mut contacts = merge.trust.contacts.iter();
        let found = contacts.find(|(_, contact)| {
            let everyone = contact.areas.is_empty();
            contact
                .outcomes
                .iter()
                .any(|outcome| cards.contains(&outcome))
                && (everyone || contact.areas.contains(&area.id))
                && !contact.helpline
        });
        found.map(|(id, _)| id.clone())
    }

    /// Returns whether a card shows the team of every old area.
    fn shows_teams(&self, call: &[Conditional<ContactId>]) -> bool {
        let mut teams = self.old.iter().filter_map(|area| area.team.as_ref());
        teams.all(|team| call.iter().any(|shown| shown.id == *team))
    }

    /// Returns a copy of a condition in which the areas `new` replace the area `old`.
    fn for_areas(&self, when: Condition, old: &OptionId, new: &[OptionId]) -> Condition {
        let parts = |parts: Vec<Condition>| {
            let parts = parts.into_iter();
            parts.map(|part| self.for_areas(part, old, new)).collect()
        };
        match when {
            Condition::Is(question, options)
                if question == *self.question && options == [old.clone()] =>
            {
                Condition::Is(question, new.to_vec())
            }
            Condition::All(all) => Condition::All(parts(all)),
            Condition::Any(any) => Condition::Any(parts(any)),
            Condition::Not(part) => Condition::Not(self.for_areas(*part, old, new).into()),
            other => other,
        }
    }
}
