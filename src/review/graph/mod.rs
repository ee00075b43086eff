//! A pathway → a graph: which question can come directly after which, where the questions end, and
//! which questions each rule looks at. It draws structure: an edge says what may happen, not that
//! some answers lead there.

mod dot;
mod mermaid;

use pathway::{
    check::CheckedPathway,
    document::{Condition, Document, Kind, Question},
};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a pathway is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Questions, result, outcomes and rules.
    #[default]
    Whole,
    /// The questions and the result.
    Questions,
    /// An outcome, by its place, and the questions that the rules which give it look at.
    Outcome(usize),
}

/// The graph in the language of Graphviz.
#[must_use]
pub fn dot(pathway: &CheckedPathway, part: Part) -> String {
    dot::written(&Graph::of(pathway, part))
}

/// The graph as a Mermaid flowchart.
#[must_use]
pub fn mermaid(pathway: &CheckedPathway, part: Part) -> String {
    mermaid::written(&Graph::of(pathway, part))
}

/// A box in the graph, by the place of its thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Question(usize),
    Result,
    Outcome(usize),
}

/// The graph of a pathway.
struct Graph<'a> {
    pathway: &'a CheckedPathway,
    document: &'a Document,
    part: Part,
    /// From a question to what can come next, in order of trial, with the condition for it.
    next: Vec<(Node, Node, String)>,
    /// From a question to the outcomes that rules give by it, with the rules.
    given: BTreeMap<(Node, Node), Vec<String>>,
}

impl<'a> Graph<'a> {
    fn of(pathway: &'a CheckedPathway, part: Part) -> Self {
        let mut graph = Self {
            pathway,
            document: pathway.document(),
            part,
            next: Vec::new(),
            given: BTreeMap::new(),
        };
        for place in 0..graph.document.questions.len() {
            graph.stops(place);
            graph.follow(place);
        }
        graph.rules();
        graph.cut();
        graph
    }

    /// Leaves the arrows of the part that is drawn.
    fn cut(&mut self) {
        match self.part {
            Part::Whole => {}
            Part::Questions => self.given.clear(),
            Part::Outcome(outcome) => {
                self.next.clear();
                self.given
                    .retain(|(_, to), _| *to == Node::Outcome(outcome));
            }
        }
    }

    /// Whether a box belongs to the part that is drawn.
    fn is_drawn(&self, node: Node) -> bool {
        match self.part {
            Part::Whole => true,
            Part::Questions => !matches!(node, Node::Outcome(_)),
            Part::Outcome(outcome) => {
                node == Node::Outcome(outcome) || self.given.keys().any(|(from, _)| *from == node)
            }
        }
    }

    /// The rules that end the questions right after this one.
    fn stops(&mut self, place: usize) {
        for rule in self.document.rules.iter().filter(|rule| rule.stop) {
            if self.looks_at(&rule.when).contains(&place) {
                let label = format!("{}: stop", rule.when);
                self.next.push((Node::Question(place), Node::Result, label));
            }
        }
    }

    /// The questions that can come directly after this one: all up to the first that is always
    /// asked, or the result.
    fn follow(&mut self, place: usize) {
        let from = Node::Question(place);
        let later = self.document.questions.iter().enumerate().skip(place + 1);
        for (after, question) in later {
            let to = Node::Question(after);
            if let Some(when) = &question.ask_when {
                self.next.push((from, to, when.to_string()));
            } else {
                let label = self.otherwise(place, after);
                self.next.push((from, to, label));
                return;
            }
        }
        let label = self.otherwise(place, self.document.questions.len());
        self.next.push((from, Node::Result, label));
    }

    fn otherwise(&self, place: usize, after: usize) -> String {
        let stopped = self
            .next
            .iter()
            .any(|(from, ..)| *from == Node::Question(place));
        let first = after == place + 1 && !stopped;
        if first { "" } else { "otherwise" }.to_owned()
    }

    fn rules(&mut self) {
        let document = self.document;
        for rule in &document.rules {
            for outcome in &rule.outcomes {
                self.give(&[&rule.when], outcome.as_str(), rule.id.as_str());
            }
        }
        let local = &document.local;
        self.give(
            &[&local.outside, &local.unknown],
            local.instead.as_str(),
            local.id.as_str(),
        );
        for outcome in &document.last_resort.outcomes {
            self.give(&[], outcome.as_str(), document.last_resort.id.as_str());
        }
    }

    /// A rule that gives an outcome: from each question it looks at, or from the result where it
    /// looks at none.
    fn give(&mut self, when: &[&Condition], outcome: &str, rule: &str) {
        let Some(outcome) = self.pathway.outcome(outcome) else {
            return;
        };
        let questions: BTreeSet<usize> = when
            .iter()
            .flat_map(|condition| self.looks_at(condition))
            .collect();
        let nodes: Vec<Node> = if questions.is_empty() {
            vec![Node::Result]
        } else {
            questions.into_iter().map(Node::Question).collect()
        };
        for node in nodes {
            let rules = self
                .given
                .entry((node, Node::Outcome(outcome)))
                .or_default();
            rules.push(rule.to_owned());
        }
    }

    /// The questions a condition looks at, with named conditions written out.
    fn looks_at(&self, condition: &Condition) -> BTreeSet<usize> {
        let mut questions = BTreeSet::new();
        let mut names = BTreeSet::new();
        let mut left = vec![condition];
        while let Some(condition) = left.pop() {
            condition.walk(&mut |part| match part {
                Condition::Is(question, _) => {
                    questions.extend(self.pathway.question(question.as_str()))
                }
                Condition::Named(name) if names.insert(name) => {
                    let known = &self.document.conditions;
                    left.extend(
                        known
                            .iter()
                            .filter(|named| named.id == *name)
                            .map(|named| &named.when),
                    );
                }
                _ => {}
            });
        }
        questions
    }

    /// Every box with what stands in it.
    fn nodes(&self) -> impl Iterator<Item = (Node, String)> {
        let questions = self.document.questions.iter().enumerate();
        let questions = questions.map(|(place, question)| (Node::Question(place), ask(question)));
        let outcomes = self.document.outcomes.iter().enumerate();
        let outcomes = outcomes.map(|(place, outcome)| {
            let label = format!("{}: {}", outcome.id, outcome.urgency.as_str());
            (Node::Outcome(place), label)
        });
        questions
            .chain([(Node::Result, "result".to_owned())])
            .chain(outcomes)
            .filter(|(node, _)| self.is_drawn(*node))
    }

    /// A name that no other box has, of letters, digits and underscores.
    fn name(&self, node: Node) -> String {
        let id = match node {
            Node::Question(place) => self
                .document
                .questions
                .get(place)
                .map(|thing| thing.id.as_str()),
            Node::Outcome(place) => self
                .document
                .outcomes
                .get(place)
                .map(|thing| thing.id.as_str()),
            Node::Result => None,
        };
        let kind = match node {
            Node::Question(_) => "question_",
            Node::Outcome(_) => "outcome_",
            Node::Result => "result",
        };
        format!("{kind}{}", id.unwrap_or_default().replace('-', "_"))
    }
}

fn ask(question: &Question) -> String {
    let kind = match question.kind {
        Kind::One => "one",
        Kind::Many => "many",
    };
    format!("{}: {kind}", question.id)
}
