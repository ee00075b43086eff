//! Makes the screen of a visitor from an edition and a journey, in the wording for this visitor.
//! The view only displays the screen. It adds no word and makes no decision.

mod contact;
mod guide;
mod phone_numbers;
mod question;
mod result;
mod summary;
mod summary_screen;
mod visitor_text;

pub use contact::ContactLine;
pub use guide::{Guide, guide};
pub use phone_numbers::{TextPart, isolate_numbers, text_parts};
pub use question::{Choice, QuestionScreen, ValidationError};
pub use result::{AnswerLine, Block, Card, Reason, ResultScreen, Section, SourceLine};
pub use summary::Summary;
pub use summary_screen::{Note, PrivateAnswers, SummaryScreen};

use crate::{
    model::{
        answers::Answers,
        date::Date,
        properties::{Status, Urgency},
        words::Direction,
    },
    runtime::{
        edition::Edition,
        journey::{Journey, ScreenKind},
        replay::{End, RoutingResult},
    },
};
use alloc::{boxed::Box, string::String, vec::Vec};
use visitor_text::ReaderText;

/// Everything that a visitor sees at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The number of screens that come before this screen on the journey.
    pub index: usize,
    /// The tag of the screen's language, such as `en-GB`.
    pub language: String,
    /// True if the screen's language is written from right to left.
    pub right_to_left: bool,
    /// The title of the widget.
    pub title: String,
    /// The help that every screen shows: 999, the mental health option of 111, and Samaritans.
    pub crisis: Crisis,
    /// The words of the button with which a visitor leaves the page at once.
    pub exit: Exit,
    /// The main content: the start page, a question, the result or the summary page.
    pub body: Body,
    /// The summary to print, copy or save. Only the result and the summary page have it.
    pub summary: Option<Summary>,
}

/// The main content of a screen, by the kind of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// The start page.
    Start(Start),
    /// The page of one question.
    Question(Box<QuestionScreen>),
    /// The page with the result.
    Result(Box<ResultScreen>),
    /// The summary page: optional questions, and the summary to print, copy or save.
    Summary(Box<SummaryScreen>),
}

/// The words of the exit button, with which a visitor leaves the page before another person sees
/// it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exit {
    /// The label of the exit button.
    pub label: String,
    /// The heading of the text that explains the exit button.
    pub title: String,
    /// The lines that explain what the exit button does, and what it cannot do.
    pub lines: Vec<String>,
}

/// The help that every screen shows in the same order: 999, the mental health option of 111, and
/// Samaritans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crisis {
    /// True if the help is open. Closed help is one line, and a press opens it.
    pub open: bool,
    /// The heading of the help when it is open.
    pub title: String,
    /// The label of the help when it is closed.
    pub label: String,
    /// The contacts of the help, in order.
    pub contacts: Vec<CrisisLine>,
    /// The lines after the contacts, which only the open help shows.
    pub more: Vec<String>,
    /// The text of the link to the plain guide.
    pub guide: String,
}

/// One contact in the help on every screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisLine {
    /// The number with its name, such as "111, mental health option".
    pub name: String,
    /// The situations in which a person should call the number.
    pub when: String,
    /// The phone number without spaces, for a `tel:` link.
    pub tel: String,
}

/// The content of the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The purpose of the widget, in one or two sentences.
    pub lead: String,
    /// The facts to know before the first question, such as "about 2 minutes".
    pub points: Vec<String>,
    /// The lines about the purpose of the widget and its limits.
    pub purpose: Vec<String>,
    /// The sentence which says that the pathway is a draft. `None` if the pathway is signed.
    pub draft: Option<String>,
    /// The label of the start button.
    pub start: String,
}

/// Makes the screen that a visitor sees now. The argument `today` is the date of the build or the
/// date of the device, whichever is later. A contact counts as checked only if its next check is
/// after `today`. If `today` is `None`, no contact counts as checked.
pub fn screen(edition: &Edition, journey: &Journey, today: Option<Date>) -> Screen {
    let pathway = edition.pathway();
    let position = journey.position();
    let replay = &position.replay;
    let wording = ReaderText::new(edition, &replay.answers, today);
    let routed = match &replay.end {
        End::Result(routed) => Some(routed),
        End::Ask { .. } => None,
    };
    let open_when = &pathway.compiled().crisis.open_when;
    let urgent = |routed: &RoutingResult| {
        routed.urgency >= Urgency::Today || pathway.holds(open_when, &replay.answers)
    };
    let (body, open) = match (position.screen, routed) {
        (ScreenKind::Question { question, offered }, _) => {
            let question = question::screen(&wording, journey, question, offered);
            (Body::Question(Box::new(question)), false)
        }
        (ScreenKind::Result, Some(routed)) => {
            let result = result::screen(&wording, &replay.path, routed);
            (Body::Result(Box::new(result)), urgent(routed))
        }
        (ScreenKind::Summary, Some(routed)) => {
            let summary = summary_screen::screen(&wording, journey);
            (Body::Summary(Box::new(summary)), urgent(routed))
        }
        // A journey on its result page or on its summary page always has a result.
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

/// Makes only the help that every screen shows, for a page that is still loading or cannot run.
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

/// Makes only the content of the start page, for a page that is still loading.
pub fn start(edition: &Edition) -> Start {
    let words = &edition.words().start;
    Start {
        lead: words.lead.clone(),
        points: words.points.clone(),
        purpose: words.purpose.clone(),
        draft: draft(&ReaderText::new(edition, &Answers::default(), None)),
        start: words.start.clone(),
    }
}

fn draft(wording: &ReaderText<'_>) -> Option<String> {
    let draft = wording.pathway().compiled().status == Status::Draft;
    draft.then(|| wording.say(wording.ui().draft()))
}
