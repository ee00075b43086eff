//! Applies a visitor's events to their journey. Each event changes the answers or the screen, and
//! one replay of the answers gives the new [`Position`]. Back and Change both return the visitor to
//! an earlier question. From there, Continue leads to the first question without an answer, or to
//! the result.

use crate::{
    model::{
        answers::Answers,
        id::{OptionId, QuestionId},
        properties::Kind,
        set::Set,
    },
    runtime::{
        pathway::{Pathway, options_that},
        replay::{End, Replay, evaluate},
    },
};
use alloc::vec::Vec;

/// An action of a visitor on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The visitor presses the start button.
    Start,
    /// The visitor presses an option of the current question.
    Pick(OptionId),
    /// The visitor presses the Continue button.
    Continue,
    /// The visitor goes back to the screen before.
    Back,
    /// The visitor presses the Change button beside the answer to this question.
    Change(QuestionId),
    /// The visitor goes to the screen with this index. If the answers do not lead that far, the
    /// visitor goes to the last screen that they reach. See [`Position::index`].
    Visit(usize),
    /// The visitor opens the summary page from the result.
    OpenSummary,
    /// The visitor presses an option of an optional question on the summary page.
    Note(QuestionId, OptionId),
    /// The visitor removes their answer to an optional question on the summary page.
    Unnote(QuestionId),
    /// The visitor adds the private answers to the summary, or removes them again.
    TogglePrivateAnswers,
    /// The visitor clears every answer and goes back to the start page.
    Restart,
}

/// The answer to a question, and the options that the question showed at that time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Answer {
    picked: Set,
    offered: Set,
}

/// A visitor's journey so far. The answers are only in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    started: bool,
    answers: Vec<Answer>,
    revisited: Option<usize>,
    unsubmitted: Set,
    lacks_an_answer: bool,
    on_summary_page: bool,
    notes: Vec<Set>,
    includes_private_answers: bool,
    position: Position,
}

/// The screen that a visitor sees now, and the replay of their answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The replay of the visitor's answers. If a question shows an option that it did not show when
    /// the visitor answered it, the answer does not count and the question is asked again.
    pub replay: Replay,
    /// The kind of screen that the visitor sees now.
    pub screen: ScreenKind,
    /// The number of screens that come before this screen on the journey. It is 0 on the start
    /// page.
    pub index: usize,
}

/// The kind of screen that a visitor sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenKind {
    /// The start page.
    Start,
    /// The page of one question.
    Question {
        /// The index of the question in the list of the pathway's questions.
        question: usize,
        /// The indexes of the options that the question shows.
        offered: Set,
    },
    /// The page with the result.
    Result,
    /// The summary page.
    Summary,
}

impl Journey {
    /// Makes a journey that has no answers and is at the start page.
    pub fn new(pathway: &Pathway) -> Self {
        Self {
            started: false,
            answers: Vec::new(),
            revisited: None,
            unsubmitted: Set::EMPTY,
            lacks_an_answer: false,
            on_summary_page: false,
            notes: Vec::new(),
            includes_private_answers: false,
            position: Position {
                replay: evaluate(pathway, &Answers::default()),
                screen: ScreenKind::Start,
                index: 0,
            },
        }
    }

    /// Returns the screen that the visitor sees now, with the replay of their answers.
    pub fn position(&self) -> &Position {
        &self.position
    }

    /// Applies an event to the journey. An event that is not possible on the current screen changes
    /// nothing.
    pub fn apply(&mut self, pathway: &Pathway, event: &Event) {
        match event {
            Event::Start => {
                self.started = true;
                self.visit(pathway, 1);
            }
            Event::Pick(option) => self.pick(pathway, option),
            Event::Continue => self.submit(pathway),
            Event::Back => self.visit(pathway, self.position.index.saturating_sub(1)),
            Event::Change(id) => {
                let mut path = self.position.replay.path.iter();
                let question = pathway.question(id.as_str());
                if let Some(step) = path.position(|step| Some(step.question) == question) {
                    self.visit(pathway, step + 1);
                }
            }
            Event::Visit(index) => self.visit(pathway, *index),
            Event::OpenSummary => self.visit(pathway, self.position.index + 1),
            Event::Note(note, option) => self.note(pathway, note, option),
            Event::Unnote(id) => {
                let note = note_index(pathway, id);
                if let Some(picked) = note.and_then(|note| self.notes.get_mut(note)) {
                    *picked = Set::EMPTY;
                }
            }
            Event::TogglePrivateAnswers => {
                self.includes_private_answers = !self.includes_private_answers
            }
            Event::Restart => *self = Self::new(pathway),
        }
    }

    fn replay(&self, pathway: &Pathway) -> Replay {
        let mut answers = Answers::default();
        for (question, answer) in self.answers.iter().enumerate() {
            answers.pick(question, answer.picked);
        }
        loop {
            let replay = evaluate(pathway, &answers);
            let step_with_new_option = replay.path.iter().find(|step| {
                let before = self.answer(step.question).offered;
                !step.offered.without(before).is_empty()
            });
            match step_with_new_option {
                None => return replay,
                Some(step) => answers.pick(step.question, Set::EMPTY),
            }
        }
    }

    /// Returns the options that are picked on the screen. They become an answer when the visitor
    /// presses Continue.
    pub fn unsubmitted_options(&self) -> Set {
        self.unsubmitted
    }

    /// Returns whether the visitor pressed Continue without picking an option.
    pub fn lacks_an_answer(&self) -> bool {
        self.lacks_an_answer
    }

    /// Returns the picked options of an optional question on the summary page. The argument
    /// `offered` contains the options that this question shows.
    pub fn note_answer(&self, note: usize, offered: Set) -> Set {
        let picked = self.notes.get(note).copied().unwrap_or_default();
        picked.and(offered)
    }

    /// Returns whether the visitor has added the private answers to the summary.
    pub fn includes_private_answers(&self) -> bool {
        self.includes_private_answers
    }

    fn answer(&self, question: usize) -> Answer {
        self.answers.get(question).copied().unwrap_or_default()
    }

    fn visit(&mut self, pathway: &Pathway, index: usize) {
        let Replay { path, end, .. } = &self.position.replay;
        let step = index.checked_sub(1).and_then(|before| path.get(before));
        self.started = index > 0;
        self.revisited = step.map(|step| step.question);
        self.on_summary_page = matches!(end, End::Result(_)) && index == path.len() + 2;
        self.arrive(pathway);
    }

    /// Updates the screen and its index, and picks the options of the visitor's earlier answer. If
    /// the question has a new option, an exclusive option such as "none of these" is no longer
    /// picked, because the visitor picked it without knowing the new option.
    fn arrive(&mut self, pathway: &Pathway) {
        (self.position.screen, self.position.index) = self.screen();
        self.lacks_an_answer = false;
        self.unsubmitted = Set::EMPTY;
        let ScreenKind::Question { question, offered } = self.position.screen else {
            return;
        };
        let answer = self.answer(question);
        let mut picked = answer.picked.and(offered);
        if !offered.without(answer.offered).is_empty() {
            let sets = pathway.questions.get(question);
            picked = picked.without(sets.map(|sets| sets.exclusive).unwrap_or_default());
        }
        self.unsubmitted = picked;
    }

    fn screen(&self) -> (ScreenKind, usize) {
        if !self.started {
            return (ScreenKind::Start, 0);
        }
        let Replay { path, end, .. } = &self.position.replay;
        for (step, index) in path.iter().zip(1..) {
            if Some(step.question) == self.revisited {
                let (question, offered) = (step.question, step.offered);
                return (ScreenKind::Question { question, offered }, index);
            }
        }
        let index = path.len() + 1;
        match *end {
            End::Ask { question, offered } => (ScreenKind::Question { question, offered }, index),
            End::Result(_) if self.on_summary_page => (ScreenKind::Summary, index + 1),
            End::Result(_) => (ScreenKind::Result, index),
        }
    }

    fn pick(&mut self, pathway: &Pathway, option: &OptionId) {
        let ScreenKind::Question { question, offered } = self.position.screen else {
            return;
        };
        let option = pathway.option(question, option.as_str());
        let sets = pathway.questions.get(question);
        if let (Some(option), Some(sets)) = (option.filter(|option| offered.has(*option)), sets) {
            self.unsubmitted = toggled(sets.kind, sets.exclusive, self.unsubmitted, option);
        }
    }

    fn submit(&mut self, pathway: &Pathway) {
        let ScreenKind::Question { question, offered } = self.position.screen else {
            return;
        };
        if self.unsubmitted.is_empty() {
            self.lacks_an_answer = true;
            return;
        }
        if question >= self.answers.len() {
            self.answers.resize(question + 1, Answer::default());
        }
        if let Some(answer) = self.answers.get_mut(question) {
            *answer = Answer {
                picked: self.unsubmitted,
                offered,
            };
        }
        self.revisited = None;
        self.position.replay = self.replay(pathway);
        self.arrive(pathway);
    }

    fn note(&mut self, pathway: &Pathway, id: &QuestionId, option: &OptionId) {
        let notes = &pathway.compiled().notes;
        let Some(index) = note_index(pathway, id) else {
            return;
        };
        let Some(note) = notes.get(index) else {
            return;
        };
        let Some(option) = note.options.iter().position(|known| known.id == *option) else {
            return;
        };
        let exclusive = options_that(note, |option| option.exclusive);
        self.notes.resize(notes.len(), Set::EMPTY);
        if let Some(picked) = self.notes.get_mut(index) {
            *picked = toggled(note.kind, exclusive, *picked, option);
        }
    }
}

fn note_index(pathway: &Pathway, id: &QuestionId) -> Option<usize> {
    let mut notes = pathway.compiled().notes.iter();
    notes.position(|note| note.id == *id)
}

/// Returns the picked options after a press on `option`. In a question of the kind `one`, the
/// pressed option replaces all others. In a question of the kind `many`, a press adds or removes
/// the option, and an exclusive option removes all others.
fn toggled(kind: Kind, exclusive: Set, picked: Set, option: usize) -> Set {
    let touched = Set::one(option);
    if kind == Kind::One {
        return touched;
    }
    if picked.has(option) {
        return picked.without(touched);
    }
    if exclusive.has(option) {
        return touched;
    }
    picked.without(exclusive).or(touched)
}
