//! Turns each part of a document into the same part of a compiled pathway.

use super::Compiler;
use crate::{
    authoring::document,
    model::{
        id::{OutcomeId, QuestionId},
        outcome_sections::Sections,
        set::Set,
    },
    runtime::compiled::{
        Block, Conditional, Contact, Crisis, LastResort, Limit, Local, Outcome, Question,
        QuestionOption, ReaderConditions, Rule, Source,
    },
};
use alloc::{collections::BTreeSet, format, vec::Vec};

/// Returns the sources that a rule cites. No screen shows the others.
pub(super) fn cited_sources(document: &document::Document) -> Vec<Source> {
    let rules = document.rules.iter().map(|rule| &rule.sources);
    let others = [&document.last_resort.sources, &document.local.sources];
    let cited: BTreeSet<_> = rules.chain(others).flatten().collect();
    let sources = document.sources.iter();
    let sources = sources.filter(|source| cited.contains(&source.id));
    sources
        .map(|source| Source {
            id: source.id.clone(),
            statement: source.statement.clone(),
        })
        .collect()
}

pub(super) fn limit(limit: &document::Limit) -> Limit {
    Limit {
        id: limit.id.clone(),
        months: limit.months,
    }
}

pub(super) fn contact(contact: &document::Contact) -> Contact {
    Contact {
        id: contact.id.clone(),
        status: contact.status,
        phone: contact.phone.clone(),
        text: contact.text.clone(),
        web: contact.web.clone(),
        verified_on: contact.verified_on,
        review_by: contact.review_by,
    }
}

impl Compiler<'_> {
    pub(super) fn wordings(&mut self) -> ReaderConditions {
        let wordings = &self.document.wordings;
        ReaderConditions {
            someone: self.when_or_never(wordings.someone.as_ref(), "wordings.someone"),
            professional: self
                .when_or_never(wordings.professional.as_ref(), "wordings.professional"),
        }
    }

    /// Compiles a list of questions. The argument `list` is the key of this list in the file:
    /// `questions` or `notes`.
    pub(super) fn questions(
        &mut self,
        list: &str,
        questions: &[document::Question],
    ) -> Vec<Question> {
        questions
            .iter()
            .map(|question| {
                let path = format!("{list}.{}", question.id);
                Question {
                    id: question.id.clone(),
                    kind: question.kind,
                    ask_when: self.optional(question.ask_when.as_ref(), &path),
                    private: question.private,
                    hints: self.conditional_entries(&question.hints, &format!("{path}.hints")),
                    why: self.conditional_entries(&question.why, &format!("{path}.why")),
                    options: self.options(&question.options, &path),
                }
            })
            .collect()
    }

    fn options(
        &mut self,
        options: &[document::QuestionOption],
        question: &str,
    ) -> Vec<QuestionOption> {
        options
            .iter()
            .map(|option| {
                let path = format!("{question}.options.{}", option.id);
                QuestionOption {
                    id: option.id.clone(),
                    show_when: self.optional(option.show_when.as_ref(), &path),
                    exclusive: option.exclusive,
                    private: option.private,
                    variants: self
                        .conditional_entries(&option.variants, &format!("{path}.variants")),
                }
            })
            .collect()
    }

    /// Compiles the condition of each text or contact in a list.
    fn conditional_entries<I: Clone>(
        &mut self,
        entries: &[document::Conditional<I>],
        path: &str,
    ) -> Vec<Conditional<I>> {
        entries
            .iter()
            .map(|entry| Conditional {
                id: entry.id.clone(),
                when: self.optional(entry.when.as_ref(), path),
            })
            .collect()
    }

    pub(super) fn rules(&mut self) -> Vec<Rule> {
        let rules = self.document.rules.iter();
        rules
            .map(|rule| {
                let path = format!("rules.{}", rule.id);
                Rule {
                    id: rule.id.clone(),
                    when: self.when(&rule.when, &path),
                    outcomes: self.outcome_set(&rule.outcomes, &path),
                    stop: rule.stop,
                    because: self.question_set(&rule.because, &format!("{path}.because")),
                    sources: rule.sources.clone(),
                }
            })
            .collect()
    }

    pub(super) fn question_index(&self, id: &QuestionId) -> Option<usize> {
        let mut known = self.document.questions.iter();
        known.position(|question| question.id == *id)
    }

    fn question_set(&mut self, ids: &[QuestionId], path: &str) -> Set {
        let mut set = Set::EMPTY;
        for id in ids {
            match self.question_index(id) {
                Some(index) => set = set.or(Set::one(index)),
                None => self.findings.add(
                    "unknown-question",
                    path,
                    format!("there is no question \"{id}\": name one under questions"),
                ),
            }
        }
        set
    }

    fn outcome(&mut self, id: &OutcomeId, path: &str) -> Option<usize> {
        let mut known = self.document.outcomes.iter();
        let index = known.position(|outcome| outcome.id == *id);
        if index.is_none() {
            let known = self.document.outcomes.iter();
            let known: Vec<&str> = known.map(|outcome| outcome.id.as_str()).collect();
            let message = format!(
                "there is no outcome \"{id}\": add it under outcomes, or name one of {}",
                known.join(", ")
            );
            self.findings.add("unknown-outcome", path, message);
        }
        index
    }

    fn outcome_set(&mut self, ids: &[OutcomeId], path: &str) -> Set {
        ids.iter().filter_map(|id| self.outcome(id, path)).collect()
    }

    fn outcome_index(&mut self, id: &OutcomeId, path: &str) -> Option<u32> {
        u32::try_from(self.outcome(id, path)?).ok()
    }

    pub(super) fn last_resort(&mut self) -> LastResort {
        let resort = &self.document.last_resort;
        LastResort {
            id: resort.id.clone(),
            beside: self.outcome_set(&resort.beside, "last_resort.beside"),
            outcomes: self.outcome_set(&resort.outcomes, "last_resort.outcomes"),
            sources: resort.sources.clone(),
        }
    }

    pub(super) fn local(&mut self) -> Local {
        let local = &self.document.local;
        for slot in &local.slots {
            let path = format!("local.slots.{}", slot.id);
            for shown in &slot.outcomes {
                self.outcome(&shown.outcome, &path);
                self.optional(shown.when.as_ref(), &path);
            }
        }
        Local {
            id: local.id.clone(),
            outcomes: self.outcome_set(&local.outcomes, "local.outcomes"),
            outside: self.when(&local.outside, "local.outside"),
            unknown: self.when(&local.unknown, "local.unknown"),
            instead: self
                .outcome_index(&local.instead, "local.instead")
                .unwrap_or(u32::MAX),
            sources: local.sources.clone(),
        }
    }

    pub(super) fn order(&mut self) -> Vec<Conditional<u32>> {
        let entries = self.document.order.iter();
        entries
            .filter_map(|entry| {
                let when = self.optional(entry.when.as_ref(), "order");
                let id = self.outcome_index(&entry.id, "order")?;
                Some(Conditional { id, when })
            })
            .collect()
    }

    pub(super) fn outcomes(&mut self) -> Vec<Outcome> {
        let outcomes = self.document.outcomes.iter();
        outcomes
            .map(|outcome| {
                let path = |section: &str| format!("outcomes.{}.{section}", outcome.id);
                Outcome {
                    id: outcome.id.clone(),
                    urgency: outcome.urgency,
                    private: outcome.private,
                    sections: Sections {
                        title: self.conditional_entries(&outcome.title, &path("title")),
                        first: self.conditional_entries(&outcome.first, &path("first")),
                        who: self.conditional_entries(&outcome.who, &path("who")),
                        say: self.conditional_entries(&outcome.say, &path("say")),
                        next: self.conditional_entries(&outcome.next, &path("next")),
                        turned_away: self
                            .conditional_entries(&outcome.turned_away, &path("turned_away")),
                    },
                    call: self.conditional_entries(&outcome.call, &path("call")),
                    helplines: self.conditional_entries(&outcome.helplines, &path("helplines")),
                }
            })
            .collect()
    }

    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let blocks = self.document.blocks.iter();
        blocks
            .map(|block| {
                let path = format!("blocks.{}", block.id);
                Block {
                    id: block.id.clone(),
                    when: self.optional(block.when.as_ref(), &path),
                    outcomes: block.outcomes.clone(),
                    lines: self.conditional_entries(&block.lines, &format!("{path}.lines")),
                    folded: block.folded,
                }
            })
            .collect()
    }

    pub(super) fn crisis(&mut self) -> Crisis {
        let crisis = &self.document.crisis;
        Crisis {
            contacts: crisis.contacts.clone(),
            more: crisis.more.clone(),
            open_when: self.when_or_never(crisis.open_when.as_ref(), "crisis.open_when"),
        }
    }
}
