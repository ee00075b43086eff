//! The nodes and arrows of the graph of a pathway.

use pathway::{
    check::CheckedPathway,
    document::{Condition, Document, Question},
    properties::Kind,
};
use std::collections::{BTreeMap, BTreeSet};

/// The part of a pathway that a graph shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The whole graph: the questions, the result, the outcomes and the rules.
    #[default]
    Whole,
    /// The part of the graph that has only the questions and the result.
    Questions,
    /// The part of the graph that has only the outcome with this index, and the questions in the
    /// conditions of its rules.
    Outcome(usize),
}

/// A node of the graph: a question or an outcome with its index, or the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    Question(usize),
    Result,
    Outcome(usize),
}

/// The graph of a pathway, or of a part of it.
pub(super) struct Graph<'a> {
    pathway: &'a CheckedPathway,
    pub(super) document: &'a Document,
    part: Part,
    /// The arrows from a question to each node that can come next, each with the condition as its
    /// label. The visitor follows the first arrow whose condition holds.
    pub(super) next_arrows: Vec<(Node, Node, String)>,
    /// The arrows from a question to an outcome, each with the ids of its rules. Such a rule gives
    /// the outcome, and its condition depends on the question.
    pub(super) rule_arrows: BTreeMap<(Node, Node), Vec<String>>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(pathway: &'a CheckedPathway, part: Part) -> Self {
        let mut graph = Self {
            pathway,
            document: pathway.document(),
            part,
            next_arrows: Vec::new(),
            rule_arrows: BTreeMap::new(),
        };
        for index in 0..graph.document.questions.len() {
            graph.add_stops(index);
            graph.add_next(index);
        }
        graph.add_rules();
        graph.cut();
        graph
    }

    /// Removes the arrows that do not belong to the chosen part of the graph.
    fn cut(&mut self) {
        match self.part {
            Part::Whole => {}
            Part::Questions => self.rule_arrows.clear(),
            Part::Outcome(outcome) => {
                self.next_arrows.clear();
                self.rule_arrows
                    .retain(|(_, to), _| *to == Node::Outcome(outcome));
            }
        }
    }

    /// Returns whether a node belongs to the chosen part of the graph.
    fn is_in_part(&self, node: Node) -> bool {
        match self.part {
            Part::Whole => true,
            Part::Questions => !matches!(node, Node::Outcome(_)),
            Part::Outcome(outcome) => {
                node == Node::Outcome(outcome)
                    || self.rule_arrows.keys().any(|(from, _)| *from == node)
            }
        }
    }

    /// Adds an arrow from this question to the result for each rule that can end the questions
    /// there.
    fn add_stops(&mut self, index: usize) {
        for rule in self.document.rules.iter().filter(|rule| rule.stop) {
            if self.questions_in(&rule.when).contains(&index) {
                let label = format!("{}: stop", rule.when);
                self.next_arrows
                    .push((Node::Question(index), Node::Result, label));
            }
        }
    }

    /// Adds an arrow from this question to each node that can come directly after it: the later
    /// questions up to the first one without a condition. Without such a question, the last arrow
    /// leads to the result.
    fn add_next(&mut self, index: usize) {
        let from = Node::Question(index);
        let later = self.document.questions.iter().enumerate().skip(index + 1);
        for (after, question) in later {
            let to = Node::Question(after);
            if let Some(when) = &question.ask_when {
                self.next_arrows.push((from, to, when.to_string()));
            } else {
                let label = self.otherwise(index, after);
                self.next_arrows.push((from, to, label));
                return;
            }
        }
        let label = self.otherwise(index, self.document.questions.len());
        self.next_arrows.push((from, Node::Result, label));
    }

    fn otherwise(&self, index: usize, after: usize) -> String {
        let mut arrows = self.next_arrows.iter();
        let stopped = arrows.any(|(from, ..)| *from == Node::Question(index));
        let first = after == index + 1 && !stopped;
        if first { "" } else { "otherwise" }.to_owned()
    }

    fn add_rules(&mut self) {
        let document = self.document;
        for rule in &document.rules {
            for outcome in &rule.outcomes {
                self.add_rule(&[&rule.when], outcome.as_str(), rule.id.as_str());
            }
        }
        let local = &document.local;
        self.add_rule(
            &[&local.outside, &local.unknown],
            local.instead.as_str(),
            local.id.as_str(),
        );
        for outcome in &document.last_resort.outcomes {
            self.add_rule(&[], outcome.as_str(), document.last_resort.id.as_str());
        }
    }

    /// Adds the arrows of a rule that gives this outcome. They start at each question in the
    /// conditions of the rule. If there is no such question, one arrow starts at the result.
    fn add_rule(&mut self, when: &[&Condition], outcome: &str, rule: &str) {
        let Some(outcome) = self.pathway.outcome(outcome) else {
            return;
        };
        let questions: BTreeSet<usize> = when
            .iter()
            .flat_map(|condition| self.questions_in(condition))
            .collect();
        let nodes: Vec<Node> = if questions.is_empty() {
            vec![Node::Result]
        } else {
            questions.into_iter().map(Node::Question).collect()
        };
        for node in nodes {
            let arrow = (node, Node::Outcome(outcome));
            self.rule_arrows
                .entry(arrow)
                .or_default()
                .push(rule.to_owned());
        }
    }

    /// Returns the indexes of the questions that a condition uses, directly or through named
    /// conditions.
    fn questions_in(&self, condition: &Condition) -> BTreeSet<usize> {
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

    /// Returns every node of the chosen part, with its label.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (Node, String)> {
        let questions = self.document.questions.iter().enumerate();
        let questions = questions.map(|(index, question)| (Node::Question(index), label(question)));
        let outcomes = self.document.outcomes.iter().enumerate();
        let outcomes = outcomes.map(|(index, outcome)| {
            let label = format!("{}: {}", outcome.id, outcome.urgency.as_str());
            (Node::Outcome(index), label)
        });
        questions
            .chain([(Node::Result, "result".to_owned())])
            .chain(outcomes)
            .filter(|(node, _)| self.is_in_part(*node))
    }

    /// Returns a unique name for the node, which has only letters, digits and underscores.
    pub(super) fn name(&self, node: Node) -> String {
        let (questions, outcomes) = (&self.document.questions, &self.document.outcomes);
        let (kind, id) = match node {
            Node::Question(index) => ("question_", questions.get(index).map(|one| one.id.as_str())),
            Node::Outcome(index) => ("outcome_", outcomes.get(index).map(|one| one.id.as_str())),
            Node::Result => ("result", None),
        };
        format!("{kind}{}", id.unwrap_or_default().replace('-', "_"))
    }
}

fn label(question: &Question) -> String {
    let kind = match question.kind {
        Kind::One => "one",
        Kind::Many => "many",
    };
    format!("{}: {kind}", question.id)
}
