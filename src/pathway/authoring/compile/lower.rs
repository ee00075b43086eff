//! Each part of a document → its part of a compiled pathway.

use super::Compiler;
use crate::{
    authoring::document::{self, Document},
    model::{
        id::{OutcomeId, QuestionId},
        set::Set,
    },
    runtime::compiled::{
        Block, Conditional, Contact, Crisis, LastResort, Limit, Local, Outcome, Question,
        QuestionOption, Rule, Source, Wordings,
    },
};
use alloc::{format, vec::Vec};

pub(super) fn source(source: &document::Source) -> Source {
    Source {
        id: source.id.clone(),
        statement: source.statement.clone(),
    }
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
    pub(super) fn wordings(&mut self, document: &Document) -> Wordings {
        let wordings = &document.wordings;
        Wordings {
            someone: self.when(&wordings.someone, "wordings.someone"),
            professional: self.when(&wordings.professional, "wordings.professional"),
        }
    }

    /// Questions or notes, which stand in this list.
    pub(super) fn questions(
        &mut self,
        list: &str,
        questions: &[document::Question],
    ) -> Vec<Question> {
        questions
            .iter()
            .map(|question| {
                let place = format!("{list}.{}", question.id);
                Question {
                    id: question.id.clone(),
                    kind: question.kind,
                    ask_when: self.optional(question.ask_when.as_ref(), &place),
                    private: question.private,
                    hints: self.shown(&question.hints, &format!("{place}.hints")),
                    why: self.shown(&question.why, &format!("{place}.why")),
                    options: self.options(&question.options, &place),
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
                let place = format!("{question}.options.{}", option.id);
                QuestionOption {
                    id: option.id.clone(),
                    show_when: self.optional(option.show_when.as_ref(), &place),
                    exclusive: option.exclusive,
                    private: option.private,
                    variants: self.shown(&option.variants, &format!("{place}.variants")),
                }
            })
            .collect()
    }

    /// The same things, each with the place of its test.
    fn shown<I: Clone>(
        &mut self,
        things: &[document::Conditional<I>],
        place: &str,
    ) -> Vec<Conditional<I>> {
        things
            .iter()
            .map(|thing| Conditional {
                id: thing.id.clone(),
                when: self.optional(thing.when.as_ref(), place),
            })
            .collect()
    }

    pub(super) fn rules(&mut self, document: &Document) -> Vec<Rule> {
        let rules = document.rules.iter();
        rules
            .map(|rule| {
                let place = format!("rules.{}", rule.id);
                Rule {
                    id: rule.id.clone(),
                    when: self.when(&rule.when, &place),
                    outcomes: self.outcome_set(&rule.outcomes, &place),
                    stop: rule.stop,
                    because: self.question_set(&rule.because, &format!("{place}.because")),
                    sources: rule.sources.clone(),
                }
            })
            .collect()
    }

    fn question_set(&mut self, ids: &[QuestionId], place: &str) -> Set {
        let mut set = Set::EMPTY;
        for id in ids {
            match self.symbols.question(id) {
                Some(index) => set = set.or(Set::one(index)),
                None => self.findings.add(
                    "unknown-question",
                    place,
                    format!("there is no question \"{id}\": name one under questions"),
                ),
            }
        }
        set
    }

    fn outcome(&mut self, id: &OutcomeId, place: &str) -> Option<usize> {
        let index = self.symbols.outcome(id);
        if index.is_none() {
            self.findings.add(
                "unknown-outcome",
                place,
                format!("there is no outcome \"{id}\": name one under outcomes"),
            );
        }
        index
    }

    fn outcome_set(&mut self, ids: &[OutcomeId], place: &str) -> Set {
        ids.iter()
            .filter_map(|id| self.outcome(id, place))
            .collect()
    }

    fn outcome_place(&mut self, id: &OutcomeId, place: &str) -> Option<u32> {
        u32::try_from(self.outcome(id, place)?).ok()
    }

    pub(super) fn last_resort(&mut self, document: &Document) -> LastResort {
        let resort = &document.last_resort;
        LastResort {
            id: resort.id.clone(),
            beside: self.outcome_set(&resort.beside, "last_resort.beside"),
            outcomes: self.outcome_set(&resort.outcomes, "last_resort.outcomes"),
            sources: resort.sources.clone(),
        }
    }

    pub(super) fn local(&mut self, document: &Document) -> Local {
        let local = &document.local;
        Local {
            id: local.id.clone(),
            outcomes: self.outcome_set(&local.outcomes, "local.outcomes"),
            outside: self.when(&local.outside, "local.outside"),
            unknown: self.when(&local.unknown, "local.unknown"),
            instead: self
                .outcome_place(&local.instead, "local.instead")
                .unwrap_or(u32::MAX),
            sources: local.sources.clone(),
        }
    }

    pub(super) fn order(&mut self, document: &Document) -> Vec<Conditional<u32>> {
        let places = document.order.iter();
        places
            .filter_map(|place| {
                let when = self.optional(place.when.as_ref(), "order");
                let id = self.outcome_place(&place.id, "order")?;
                Some(Conditional { id, when })
            })
            .collect()
    }

    pub(super) fn outcomes(&mut self, document: &Document) -> Vec<Outcome> {
        let outcomes = document.outcomes.iter();
        outcomes
            .map(|outcome| {
                let place = |section: &str| format!("outcomes.{}.{section}", outcome.id);
                Outcome {
                    id: outcome.id.clone(),
                    urgency: outcome.urgency,
                    private: outcome.private,
                    title: self.shown(&outcome.title, &place("title")),
                    first: self.shown(&outcome.first, &place("first")),
                    call: self.shown(&outcome.call, &place("call")),
                    who: self.shown(&outcome.who, &place("who")),
                    say: self.shown(&outcome.say, &place("say")),
                    next: self.shown(&outcome.next, &place("next")),
                    turned_away: self.shown(&outcome.turned_away, &place("turned_away")),
                    helplines: self.shown(&outcome.helplines, &place("helplines")),
                }
            })
            .collect()
    }

    pub(super) fn blocks(&mut self, document: &Document) -> Vec<Block> {
        let blocks = document.blocks.iter();
        blocks
            .map(|block| {
                let place = format!("blocks.{}", block.id);
                Block {
                    id: block.id.clone(),
                    when: self.optional(block.when.as_ref(), &place),
                    outcomes: block.outcomes.clone(),
                    lines: self.shown(&block.lines, &format!("{place}.lines")),
                    folded: block.folded,
                }
            })
            .collect()
    }

    pub(super) fn crisis(&mut self, document: &Document) -> Crisis {
        let crisis = &document.crisis;
        Crisis {
            contacts: crisis.contacts.clone(),
            more: crisis.more.clone(),
            open_when: self.when(&crisis.open_when, "crisis.open_when"),
        }
    }
}
