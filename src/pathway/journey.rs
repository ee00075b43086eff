//! What a visitor does, one event at a time → where they are. The screen they see is derived by
//! replaying their answers, so Back and Change are one operation: a question is visited again, and
//! Continue leads to the first one that still needs an answer, or to the result.

use crate::{
    answers::Answers,
    document::Kind,
    evaluate::{End, Replay, evaluate},
    id::{OptionId, QuestionId},
    pathway::{Pathway, options_that},
    set::Set,
};
use alloc::vec::Vec;

/// What a visitor does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Starts.
    Start,
    /// Touches an option of the question on screen.
    Pick(OptionId),
    /// Presses Continue.
    Continue,
    /// Goes to the screen before.
    Back,
    /// Changes an answer.
    Change(QuestionId),
    /// Goes to the screen with this index, or as far as the answers lead. See [`Journey::index`].
    Visit(usize),
    /// Opens the summary to keep, from the result.
    Keep,
    /// Touches an option of a note on the summary.
    Note(QuestionId, OptionId),
    /// Takes a note out again.
    Unnote(QuestionId),
    /// Adds what is private to the summary, or takes it out again.
    Reveal,
    /// Forgets every answer and goes back to the start.
    Restart,
}

/// An answer, and the options it was picked from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Given {
    picked: Set,
    offered: Set,
}

/// Where a visitor is. It holds their answers, in memory only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    started: bool,
    given: Vec<Given>,
    revisited: Option<usize>,
    draft: Set,
    missing: bool,
    keeping: bool,
    notes: Vec<Set>,
    reveals: bool,
}

/// The screen a visitor is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The start page.
    Start,
    /// A question.
    Question {
        /// Its place in the pathway.
        question: usize,
        /// The options that can be picked.
        shown: Set,
    },
    /// The result.
    Result,
    /// The summary to keep.
    Summary,
}

impl Journey {
    /// The journey after an event. An event that does not fit the screen changes nothing.
    pub fn apply(&mut self, pathway: &Pathway, event: &Event) {
        match event {
            Event::Start => {
                self.started = true;
                self.visit(pathway, 1);
            }
            Event::Pick(option) => self.touch(pathway, option),
            Event::Continue => self.submit(pathway),
            Event::Back => self.visit(pathway, self.index(pathway).saturating_sub(1)),
            Event::Change(id) => {
                let path = self.replay(pathway).path;
                let question = pathway.question(id.as_str());
                if let Some(index) = path.iter().position(|step| Some(step.question) == question) {
                    self.visit(pathway, index + 1);
                }
            }
            Event::Visit(index) => self.visit(pathway, *index),
            Event::Keep => self.visit(pathway, self.index(pathway) + 1),
            Event::Note(note, option) => self.note(pathway, note, option),
            Event::Unnote(note) => {
                if let Some(picked) = note_place(pathway, note).and_then(|n| self.notes.get_mut(n))
                {
                    *picked = Set::EMPTY;
                }
            }
            Event::Reveal => self.reveals = !self.reveals,
            Event::Restart => *self = Self::default(),
        }
    }

    /// The answers replayed: an answer given before an option appeared does not count until the
    /// question is asked again.
    #[must_use]
    pub fn replay(&self, pathway: &Pathway) -> Replay {
        let mut answers = Answers::default();
        for (question, given) in self.given.iter().enumerate() {
            answers.pick(question, given.picked);
        }
        loop {
            let replay = evaluate(pathway, &answers);
            let outgrown = replay.path.iter().find(|step| {
                !step
                    .shown
                    .without(self.given(step.question).offered)
                    .is_empty()
            });
            match outgrown {
                None => return replay,
                Some(step) => answers.pick(step.question, Set::EMPTY),
            }
        }
    }

    /// The screen the visitor is on.
    #[must_use]
    pub fn place(&self, pathway: &Pathway) -> Place {
        if !self.started {
            return Place::Start;
        }
        let replay = self.replay(pathway);
        let revisited = replay
            .path
            .iter()
            .find(|step| Some(step.question) == self.revisited);
        match (revisited, &replay.end) {
            (Some(step), _) => Place::Question {
                question: step.question,
                shown: step.shown,
            },
            (None, End::Ask { question, shown }) => Place::Question {
                question: *question,
                shown: *shown,
            },
            (None, End::Result(_)) if self.keeping => Place::Summary,
            (None, End::Result(_)) => Place::Result,
        }
    }

    /// How many screens lie before this one: 0 on the start page.
    #[must_use]
    pub fn index(&self, pathway: &Pathway) -> usize {
        if !self.started {
            return 0;
        }
        let path = self.replay(pathway).path;
        path.iter()
            .position(|step| Some(step.question) == self.revisited)
            .unwrap_or(path.len() + usize::from(self.keeping))
            + 1
    }

    /// The options picked on screen, before Continue is pressed.
    #[must_use]
    pub fn draft(&self) -> Set {
        self.draft
    }

    /// Whether Continue was pressed without an answer.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.missing
    }

    /// What is noted of the options that a note shows.
    #[must_use]
    pub fn noted(&self, note: usize, shown: Set) -> Set {
        let noted = self.notes.get(note).copied().unwrap_or_default();
        noted.and(shown)
    }

    /// Whether the summary holds what is private.
    #[must_use]
    pub fn reveals(&self) -> bool {
        self.reveals
    }

    fn given(&self, question: usize) -> Given {
        self.given.get(question).copied().unwrap_or_default()
    }

    fn visit(&mut self, pathway: &Pathway, index: usize) {
        let Replay { path, end, .. } = self.replay(pathway);
        self.started = index > 0;
        self.revisited = index
            .checked_sub(1)
            .and_then(|before| path.get(before))
            .map(|step| step.question);
        self.keeping = matches!(end, End::Result(_)) && index == path.len() + 2;
        self.arrive(pathway);
    }

    /// Shows the kept answer of the question on screen. Where an option has appeared since, the
    /// exclusive ones are no longer picked: they were said of fewer options.
    fn arrive(&mut self, pathway: &Pathway) {
        self.missing = false;
        self.draft = Set::EMPTY;
        let Place::Question { question, shown } = self.place(pathway) else {
            return;
        };
        let given = self.given(question);
        let grown = !shown.without(given.offered).is_empty();
        let exclusive = pathway.questions.get(question).map(|asked| asked.exclusive);
        let unsaid = if grown {
            exclusive.unwrap_or_default()
        } else {
            Set::EMPTY
        };
        self.draft = given.picked.and(shown).without(unsaid);
    }

    fn touch(&mut self, pathway: &Pathway, option: &OptionId) {
        let Place::Question { question, shown } = self.place(pathway) else {
            return;
        };
        let option = pathway.option(question, option.as_str());
        if let Some(option) = option.filter(|option| shown.has(*option)) {
            let Some(asked) = pathway.questions.get(question) else {
                return;
            };
            self.draft = toggled(asked.kind, asked.exclusive, self.draft, option);
        }
    }

    fn submit(&mut self, pathway: &Pathway) {
        let Place::Question { question, shown } = self.place(pathway) else {
            return;
        };
        if self.draft.is_empty() {
            self.missing = true;
            return;
        }
        if question >= self.given.len() {
            self.given.resize(question + 1, Given::default());
        }
        if let Some(given) = self.given.get_mut(question) {
            *given = Given {
                picked: self.draft,
                offered: shown,
            };
        }
        self.revisited = None;
        self.arrive(pathway);
    }

    fn note(&mut self, pathway: &Pathway, id: &QuestionId, option: &OptionId) {
        let notes = &pathway.document().notes;
        let Some((place, note)) = note_place(pathway, id).and_then(|n| Some((n, notes.get(n)?)))
        else {
            return;
        };
        let Some(option) = note.options.iter().position(|known| known.id == *option) else {
            return;
        };
        let exclusive = options_that(note, |option| option.exclusive);
        self.notes.resize(notes.len(), Set::EMPTY);
        if let Some(picked) = self.notes.get_mut(place) {
            *picked = toggled(note.kind, exclusive, *picked, option);
        }
    }
}

fn note_place(pathway: &Pathway, id: &QuestionId) -> Option<usize> {
    let mut notes = pathway.document().notes.iter();
    notes.position(|note| note.id == *id)
}

/// What is picked after a touch on `option`: the only one of a `one` question; one more or one less
/// of a `many` question, where an exclusive option and the others push each other out.
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
