//! [`Document`] → [`Pathway`]: every id resolved to an index, every condition to a test over
//! [`Set`]s, so that routing looks nothing up while it runs. Ids that lead nowhere become findings.

use crate::{
    answers::Answers,
    document::{Condition, Document, Kind, Question, QuestionOption, Shown, Urgency},
    finding::Findings,
    id::{OptionId, OutcomeId, QuestionId},
    set::Set,
};
use alloc::{borrow::ToOwned, boxed::Box, collections::BTreeMap, format, string::String, vec::Vec};

/// A condition with its ids resolved.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    Is { question: usize, options: Set },
    Named(usize),
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
}

/// A question with its ids resolved.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) kind: Kind,
    pub(crate) when: Option<Test>,
    pub(crate) always: Set,
    pub(crate) sometimes: Vec<(usize, Test)>,
    pub(crate) exclusive: Set,
    options: BTreeMap<OptionId, usize>,
}

/// A rule with its ids resolved.
#[derive(Clone, Debug)]
pub(crate) struct Routing {
    pub(crate) when: Test,
    pub(crate) outcomes: Set,
    pub(crate) stop: bool,
    pub(crate) because: Set,
}

/// [`crate::document::Local`] with its ids resolved.
#[derive(Clone, Debug)]
pub(crate) struct Nearby {
    pub(crate) outcomes: Set,
    pub(crate) outside: Test,
    pub(crate) unknown: Test,
    pub(crate) instead: usize,
}

/// A pathway that can route. Only [`crate::check`] gives one out, and only without findings.
#[derive(Clone, Debug)]
pub struct Pathway {
    pub(crate) document: Document,
    pub(crate) questions: Vec<Asked>,
    pub(crate) conditions: Vec<Test>,
    pub(crate) rules: Vec<Routing>,
    pub(crate) beside: Set,
    pub(crate) last_resort: Set,
    pub(crate) local: Nearby,
    pub(crate) order: Vec<(usize, Option<Test>)>,
    pub(crate) urgency: Vec<Urgency>,
    index: Index,
}

#[derive(Clone, Debug, Default)]
struct Index {
    questions: BTreeMap<QuestionId, usize>,
    options: Vec<BTreeMap<OptionId, usize>>,
    conditions: BTreeMap<String, usize>,
    outcomes: BTreeMap<OutcomeId, usize>,
}

impl Pathway {
    /// What the pathway says of itself.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The place of a question.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<usize> {
        self.index.questions.get(id).copied()
    }

    /// The place of an option within a question.
    #[must_use]
    pub fn option(&self, question: usize, id: &str) -> Option<usize> {
        self.questions.get(question)?.options.get(id).copied()
    }

    /// The place of an outcome.
    #[must_use]
    pub fn outcome(&self, id: &str) -> Option<usize> {
        self.index.outcomes.get(id).copied()
    }

    /// The most any of these outcomes hurries.
    #[must_use]
    pub fn urgency(&self, outcomes: Set) -> Urgency {
        outcomes
            .iter()
            .filter_map(|outcome| self.urgency.get(outcome).copied())
            .max()
            .unwrap_or(Urgency::Routine)
    }

    /// Whether a condition holds for these answers.
    #[must_use]
    pub fn holds(&self, condition: &Condition, answers: &Answers) -> bool {
        let test = self.index.test(condition, "", &mut Findings::default());
        self.passes(&test, answers)
    }

    /// The things that are shown for these answers, in order.
    pub fn shown<'a, I>(
        &'a self,
        things: &'a [Shown<I>],
        answers: &'a Answers,
    ) -> impl Iterator<Item = &'a I> {
        things
            .iter()
            .filter(|thing| self.allowed(thing.when.as_ref(), answers))
            .map(|thing| &thing.id)
    }

    /// What is left of the answers without what stays off paper unless the person adds it.
    #[must_use]
    pub fn public(&self, answers: &Answers) -> Answers {
        self.with_private(answers, |picked, private| picked.without(private))
    }

    /// The answers of somebody who also said everything that stays off paper.
    #[must_use]
    pub fn exposed(&self, answers: &Answers) -> Answers {
        self.with_private(answers, Set::or)
    }

    fn with_private(&self, answers: &Answers, change: impl Fn(Set, Set) -> Set) -> Answers {
        let mut changed = Answers::default();
        for (place, question) in self.document.questions.iter().enumerate() {
            let private = options_that(question, |option| question.private || option.private);
            changed.pick(place, change(answers.picked(place), private));
        }
        changed
    }

    /// Whether something with an optional condition is shown.
    #[must_use]
    pub fn allowed(&self, when: Option<&Condition>, answers: &Answers) -> bool {
        when.is_none_or(|condition| self.holds(condition, answers))
    }

    /// The options of a question that can be picked after these answers.
    #[must_use]
    pub fn options_shown(&self, question: usize, answers: &Answers) -> Set {
        let Some(asked) = self.questions.get(question) else {
            return Set::EMPTY;
        };
        asked
            .sometimes
            .iter()
            .filter(|(_, test)| self.passes(test, answers))
            .map(|(option, _)| *option)
            .collect::<Set>()
            .or(asked.always)
    }

    pub(crate) fn passes(&self, test: &Test, answers: &Answers) -> bool {
        match test {
            Test::Is { question, options } => !answers.picked(*question).and(*options).is_empty(),
            Test::Named(name) => self
                .conditions
                .get(*name)
                .is_some_and(|test| self.passes(test, answers)),
            Test::All(parts) => parts.iter().all(|part| self.passes(part, answers)),
            Test::Any(parts) => parts.iter().any(|part| self.passes(part, answers)),
            Test::Not(part) => !self.passes(part, answers),
        }
    }

    /// Resolves every id that routing needs; those that lead nowhere become findings.
    pub(crate) fn compile(document: &Document, findings: &mut Findings) -> Self {
        let mut index = Index {
            questions: places(document.questions.iter().map(|question| &question.id)),
            options: document.questions.iter().map(options).collect(),
            conditions: BTreeMap::new(),
            outcomes: places(document.outcomes.iter().map(|outcome| &outcome.id)),
        };
        let conditions = document
            .conditions
            .iter()
            .enumerate()
            .map(|(place, named)| {
                let test = index.test(&named.when, &format!("conditions.{}", named.id), findings);
                index.conditions.insert(named.id.as_str().to_owned(), place);
                test
            })
            .collect();
        // Screens look their conditions up as they are drawn, where one that names nothing would
        // never hold, and nobody would see it.
        document.each_screen_condition(&mut |place, condition| {
            index.test(condition, place, findings);
        });
        Self {
            questions: index.questions(document, findings),
            conditions,
            rules: index.rules(document, findings),
            beside: index.outcomes(&document.last_resort.beside, "last_resort.beside", findings),
            last_resort: index.outcomes(
                &document.last_resort.outcomes,
                "last_resort.outcomes",
                findings,
            ),
            local: index.nearby(document, findings),
            order: index.order(document, findings),
            urgency: document
                .outcomes
                .iter()
                .map(|outcome| outcome.urgency)
                .collect(),
            index,
            document: document.clone(),
        }
    }
}

fn places<'a, I: Clone + Ord + 'a>(ids: impl Iterator<Item = &'a I>) -> BTreeMap<I, usize> {
    ids.cloned()
        .enumerate()
        .map(|(place, id)| (id, place))
        .collect()
}

fn options(question: &Question) -> BTreeMap<OptionId, usize> {
    places(question.options.iter().map(|option| &option.id))
}

/// The options of a question or a note of which this is true.
pub(crate) fn options_that(question: &Question, holds: impl Fn(&QuestionOption) -> bool) -> Set {
    let options = question.options.iter().enumerate();
    options
        .filter(|(_, option)| holds(option))
        .map(|(index, _)| index)
        .collect()
}

impl Index {
    fn test(&self, condition: &Condition, place: &str, findings: &mut Findings) -> Test {
        let mut parts = |parts: &[Condition]| -> Vec<Test> {
            parts
                .iter()
                .map(|part| self.test(part, place, findings))
                .collect()
        };
        match condition {
            Condition::All(all) => Test::All(parts(all)),
            Condition::Any(any) => Test::Any(parts(any)),
            Condition::Not(part) => Test::Not(Box::new(self.test(part, place, findings))),
            Condition::Named(name) => {
                let Some(index) = self.conditions.get(name.as_str()) else {
                    findings.add("unknown-condition", place, format!(
                        "no condition \"{name}\" stands before this: define it under conditions, above where it is used"
                    ));
                    return Test::Any(Vec::new());
                };
                Test::Named(*index)
            }
            Condition::Is(question, options) => self.is(question, options, place, findings),
        }
    }

    fn is(
        &self,
        question: &QuestionId,
        options: &[OptionId],
        place: &str,
        findings: &mut Findings,
    ) -> Test {
        let Some(index) = self.questions.get(question.as_str()) else {
            findings.add("unknown-question", place, format!(
                "there is no question \"{question}\": name one under questions, or a condition by its name alone"
            ));
            return Test::Any(Vec::new());
        };
        if options.is_empty() {
            findings.add(
                "empty-condition",
                place,
                format!("no option of \"{question}\" is named: name at least one"),
            );
        }
        let known = self.options.get(*index);
        let found = options.iter().filter_map(|option| {
            let place_of = known.and_then(|known| known.get(option.as_str()).copied());
            if place_of.is_none() {
                findings.add(
                    "unknown-option",
                    place,
                    format!("question \"{question}\" has no option \"{option}\": name one it has"),
                );
            }
            place_of
        });
        Test::Is {
            question: *index,
            options: found.collect(),
        }
    }

    fn optional(
        &self,
        when: Option<&Condition>,
        place: &str,
        findings: &mut Findings,
    ) -> Option<Test> {
        when.map(|condition| self.test(condition, place, findings))
    }

    fn questions(&self, document: &Document, findings: &mut Findings) -> Vec<Asked> {
        document
            .questions
            .iter()
            .map(|question| {
                let place = format!("questions.{}", question.id);
                let mut always = Set::EMPTY;
                let mut sometimes = Vec::new();
                for (index, option) in question.options.iter().enumerate() {
                    let place = format!("{place}.options.{}", option.id);
                    match self.optional(option.show_when.as_ref(), &place, findings) {
                        None => always = always.or(Set::one(index)),
                        Some(test) => sometimes.push((index, test)),
                    }
                }
                Asked {
                    kind: question.kind,
                    when: self.optional(question.ask_when.as_ref(), &place, findings),
                    always,
                    sometimes,
                    exclusive: options_that(question, |option| option.exclusive),
                    options: options(question),
                }
            })
            .collect()
    }

    fn rules(&self, document: &Document, findings: &mut Findings) -> Vec<Routing> {
        document
            .rules
            .iter()
            .map(|rule| {
                let place = format!("rules.{}", rule.id);
                let because = rule.because.iter().filter_map(|question| {
                    let index = self.questions.get(question.as_str()).copied();
                    if index.is_none() {
                        findings.add(
                            "unknown-question",
                            format!("{place}.because"),
                            format!(
                                "there is no question \"{question}\": name one under questions"
                            ),
                        );
                    }
                    index
                });
                let because = because.collect();
                Routing {
                    when: self.test(&rule.when, &place, findings),
                    outcomes: self.outcomes(&rule.outcomes, &place, findings),
                    stop: rule.stop,
                    because,
                }
            })
            .collect()
    }

    fn outcome(&self, id: &OutcomeId, place: &str, findings: &mut Findings) -> Option<usize> {
        let index = self.outcomes.get(id.as_str()).copied();
        if index.is_none() {
            findings.add(
                "unknown-outcome",
                place,
                format!("there is no outcome \"{id}\": name one under outcomes"),
            );
        }
        index
    }

    fn outcomes(&self, ids: &[OutcomeId], place: &str, findings: &mut Findings) -> Set {
        ids.iter()
            .filter_map(|id| self.outcome(id, place, findings))
            .collect()
    }

    fn nearby(&self, document: &Document, findings: &mut Findings) -> Nearby {
        let local = &document.local;
        Nearby {
            outcomes: self.outcomes(&local.outcomes, "local.outcomes", findings),
            outside: self.test(&local.outside, "local.outside", findings),
            unknown: self.test(&local.unknown, "local.unknown", findings),
            instead: self
                .outcome(&local.instead, "local.instead", findings)
                .unwrap_or(usize::MAX),
        }
    }

    fn order(&self, document: &Document, findings: &mut Findings) -> Vec<(usize, Option<Test>)> {
        document
            .order
            .iter()
            .filter_map(|place| {
                let test = self.optional(place.when.as_ref(), "order", findings);
                Some((self.outcome(&place.id, "order", findings)?, test))
            })
            .collect()
    }
}
