//! Makes the screen for an edition and a journey, in the words for this visitor. The view only
//! displays the screen: it adds no word and makes no decision.

mod contact;
mod guide;
mod numbers;
mod question;
mod result;
mod summary;
mod wording;

pub use contact::ContactLine;
pub use guide::{Guide, guide};
pub use numbers::{TextPart, isolate_numbers, text_parts};
pub use question::{Choice, QuestionScreen, ValidationError};
pub use result::{AnswerLine, Block, Card, Reason, ResultScreen, Section, SourceLine};
pub use summary::{Note, PrivateAnswers, Summary, SummaryScreen};

use crate::{
    model::{
        answers::Answers,
        date::Date,
        properties::{Status, Urgency},
        words::Direction,
    },
    runtime::{
        edition::Edition,
        evaluate::{End, RoutingResult},
        journey::{Journey, ScreenKind},
    },
};
use alloc::{boxed::Box, string::String, vec::Vec};
use wording::Wording;

/// Everything that a visitor sees at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The number of screens before this screen.
    pub index: usize,
    /// The language tag, such as `en-GB`.
    pub language: String,
    /// True if the language is written from right to left.
    pub right_to_left: bool,
    /// The tool's title.
    pub title: String,
    /// The help that every screen shows.
    pub crisis: Crisis,
    /// The words of the exit from the page.
    pub exit: Exit,
    /// The content of the screen.
    pub body: Body,
    /// The summary to print, copy or save. `None` before the result.
    pub summary: Option<Summary>,
}

/// The content of a screen, by its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// The start page.
    Start(Start),
    /// One question.
    Question(Box<QuestionScreen>),
    /// The result.
    Result(Box<ResultScreen>),
    /// The page with notes and the summary.
    Summary(Box<SummaryScreen>),
}

/// The words of the exit: how a visitor leaves the page before another person sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exit {
    /// The label of the exit button.
    pub label: String,
    /// The heading of the explanation.
    pub title: String,
    /// The explanation of the exit and its limits.
    pub lines: Vec<String>,
}

/// The help that every screen shows, in the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crisis {
    /// True if the block is open. A closed block is one line that opens.
    pub open: bool,
    /// The heading of the open block.
    pub title: String,
    /// The label of the closed block.
    pub label: String,
    /// The contacts to call.
    pub contacts: Vec<CrisisLine>,
    /// The further lines of the open block.
    pub more: Vec<String>,
    /// The text of the link to the plain guide.
    pub guide: String,
}

/// One contact in the crisis block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisLine {
    /// The number with its name, as people read it.
    pub name: String,
    /// The situations in which to call the number.
    pub when: String,
    /// The number without spaces, for a `tel:` link.
    pub tel: String,
}

/// The start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The purpose of the tool in a sentence.
    pub lead: String,
    /// The facts to know before starting.
    pub points: Vec<String>,
    /// The purpose of the tool, and its limits.
    pub purpose: Vec<String>,
    /// The note that the pathway is a draft, until it is signed.
    pub draft: Option<String>,
    /// The label of the start button.
    pub start: String,
}

/// Makes the screen of a visitor. The argument `today` is the later of the build's date and the
/// device's date. A contact counts as checked only if its next check is after `today`. If `today`
/// is unknown, no contact counts as checked.
pub fn screen(edition: &Edition, journey: &Journey, today: Option<Date>) -> Screen {
    let pathway = edition.pathway();
    let position = journey.position();
    let replay = &position.replay;
    let wording = Wording::new(edition, &replay.answers, today);
    let routed = match &replay.end {
        End::Result(routed) => Some(routed),
        End::Ask { .. } => None,
    };
    let open_when = &pathway.compiled().crisis.open_when;
    let urgent = |routed: &RoutingResult| {
        routed.urgency >= Urgency::Today || pathway.holds(open_when, &replay.answers)
    };
    let (body, open) = match (position.screen, routed) {
        (ScreenKind::Question { question, shown }, _) => {
            let question = question::screen(&wording, journey, question, shown);
            (Body::Question(Box::new(question)), false)
        }
        (ScreenKind::Result, Some(routed)) => {
            let result = result::screen(&wording, &replay.path, routed);
            (Body::Result(Box::new(result)), urgent(routed))
        }
        (ScreenKind::Summary, Some(routed)) => {
            let summary = summary::screen(&wording, journey);
            (Body::Summary(Box::new(summary)), urgent(routed))
        }
        // A journey on its result page always has a result.
        (ScreenKind::Start | ScreenKind::Result | ScreenKind::Summary, _) => {
            (Body::Start(start(edition)), true)
        }
    };
    let kept = matches!(body, Body::Result(_) | Body::Summary(_));
    Screen {
        index: position.index,
        language: edition.words().language.clone(),
        right_to_left: edition.words().direction == Direction::Rtl,
        title: edition.words().title.clone(),
        crisis: crisis(edition, open),
        exit: Exit {
            label: wording.say(wording.ui().exit()),
            title: wording.say(wording.ui().exit_title()),
            lines: Vec::from([
                wording.say(wording.ui().exit_how()),
                wording.say(wording.ui().exit_history()),
            ]),
        },
        body,
        summary: routed
            .filter(|_| kept)
            .map(|routed| summary::summary(&wording, journey, replay, routed)),
    }
}

/// Makes only the crisis block, for a page that is still loading or cannot run.
pub fn crisis(edition: &Edition, open: bool) -> Crisis {
    let compiled = edition.pathway().compiled();
    let words = &edition.words().crisis;
    let contacts = compiled.crisis.contacts.iter().filter_map(|id| {
        let line = words.contacts.get(id)?;
        let contact = compiled.contacts.iter().find(|contact| contact.id == *id)?;
        Some(CrisisLine {
            name: line.name.clone(),
            when: line.when.clone(),
            tel: contact::dialled(contact.phone.as_deref().unwrap_or_default()),
        })
    });
    let more = compiled.crisis.more.iter();
    Crisis {
        open,
        title: words.title.clone(),
        label: words.label.clone(),
        contacts: contacts.collect(),
        more: more
            .filter_map(|line| words.more.get(line).cloned())
            .collect(),
        guide: words.guide.clone(),
    }
}

/// Makes only the start page, for a page that is still loading.
pub fn start(edition: &Edition) -> Start {
    let words = &edition.words().start;
    Start {
        lead: words.lead.clone(),
        points: words.points.clone(),
        purpose: words.purpose.clone(),
        draft: draft(&Wording::new(edition, &Answers::default(), None)),
        start: words.start.clone(),
    }
}

fn draft(wording: &Wording<'_>) -> Option<String> {
    let draft = wording.pathway().compiled().status == Status::Draft;
    draft.then(|| wording.say(wording.ui().draft()))
}
