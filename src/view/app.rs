//! An edition → a journey through it, screen by screen. The journey lives here, in memory, and goes
//! with the widget.

use super::screen::{ScreenProps, screen_html};
use pathway::{
    date::Date,
    edition::Edition,
    journey::{Event, Journey, Place},
    screen::{Screen, screen},
};
use std::rc::Rc;
use yew::prelude::*;

/// What the widget needs to run.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The pathway and its words.
    pub edition: Rc<Edition>,
    /// The later of the build's day and the device's.
    pub today: Option<Date>,
    /// The level of a screen's heading, 1 to 4.
    pub heading_level: u8,
    /// The address of the plain guide.
    pub guide: AttrValue,
    /// What ids within the page begin with.
    pub ids: AttrValue,
    /// Whether there is a way to leave at once.
    pub exits: bool,
    /// The page around the widget.
    pub around: Rc<dyn Around>,
}

/// What the widget asks of the page around it.
pub trait Around {
    /// Takes the callback that sends messages to the widget.
    fn connect(&self, widget: Callback<Message>);
    /// Goes back in the browser's history; `false` if that cannot be.
    fn back(&self) -> bool;
    /// A screen is shown that was not shown before.
    fn shown(&self, shown: Shown);
    /// Something on the screen should have the focus.
    fn seek(&self, seek: Seek);
    /// The visitor leaves at once; the answers are forgotten.
    fn exit(&self);
    /// The visitor keeps the summary, which reads like this.
    fn keep(&self, keep: Keep, text: &str);
}

/// Yew renders again when properties differ; an edition is never changed in place.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.edition, &other.edition)
            && self.today == other.today
            && self.heading_level == other.heading_level
            && self.guide == other.guide
            && self.ids == other.ids
            && self.exits == other.exits
    }
}

/// Which screen is shown: all that a host page may learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// How many screens lie before it.
    pub index: usize,
    /// Whether it is a result.
    pub end: bool,
}

/// What should have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seek {
    /// The heading of a new screen.
    Heading,
    /// The error summary.
    Summary,
    /// The first field.
    Field,
}

/// A way to keep the summary. Nothing of it leaves the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// On paper.
    Print,
    /// On the clipboard.
    Copy,
    /// In a file.
    Save,
}

impl Keep {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Print, Self::Copy, Self::Save];

    /// Its name: `print`, `copy` or `save`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Print => "print",
            Self::Copy => "copy",
            Self::Save => "save",
        }
    }
}

/// What happens to the widget.
#[derive(Clone, Debug)]
pub enum Message {
    /// The visitor did something.
    Did(Event),
    /// The browser's history leads to the screen with this index.
    Visit(usize),
    /// The browser's history could not go back after all.
    Return,
    /// The visitor asks for the field that needs an answer.
    Find,
    /// The visitor leaves at once.
    Exit,
    /// The visitor keeps the summary.
    Keep(Keep),
    /// The browser did it, or did not.
    Kept(Keep, bool),
}

/// The widget.
#[derive(Debug)]
pub struct App {
    journey: Journey,
    shown: Option<Shown>,
    seek: Option<Seek>,
    kept: Option<(Keep, bool)>,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props()
            .around
            .connect(ctx.link().callback(|message| message));
        Self {
            journey: Journey::default(),
            shown: None,
            seek: None,
            kept: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.kept = None;
        let event = match message {
            Message::Exit => {
                self.journey = Journey::default();
                // Nobody is told of the start page that takes its place: whoever keeps the browser's
                // history would go back in it, and that would stop the browser from leaving.
                self.shown = Some(Shown {
                    index: 0,
                    end: false,
                });
                ctx.props().around.exit();
                return true;
            }
            Message::Keep(keep) => {
                let text = self.screen(ctx).summary.map(|summary| summary.text());
                ctx.props().around.keep(keep, &text.unwrap_or_default());
                return true;
            }
            Message::Kept(keep, done) => {
                self.kept = Some((keep, done));
                return true;
            }
            Message::Find => {
                ctx.props().around.seek(Seek::Field);
                return false;
            }
            Message::Did(Event::Back) if ctx.props().around.back() => return false,
            Message::Did(event) => event,
            Message::Return => Event::Back,
            Message::Visit(index) => {
                // Whoever keeps the history waits to hear where this led, even if nowhere.
                self.shown = None;
                Event::Visit(index)
            }
        };
        self.journey.apply(ctx.props().edition.pathway(), &event);
        if event == Event::Continue && self.journey.is_missing() {
            self.seek = Some(Seek::Summary);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        screen_html(&ScreenProps {
            screen: Rc::new(self.screen(ctx)),
            heading_level: props.heading_level,
            guide: props.guide.clone(),
            ids: props.ids.clone(),
            on_message: ctx.link().callback(|message| message),
            exits: props.exits,
            kept: self.kept,
        })
    }

    /// Nothing takes the focus when the page loads.
    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        let props = ctx.props();
        let pathway = props.edition.pathway();
        let shown = Shown {
            index: self.journey.index(pathway),
            end: self.journey.place(pathway) == Place::Result,
        };
        if self.shown != Some(shown) {
            self.shown = Some(shown);
            self.seek = (!first_render).then_some(Seek::Heading);
            props.around.shown(shown);
        }
        if let Some(seek) = self.seek.take() {
            props.around.seek(seek);
        }
    }
}

impl App {
    fn screen(&self, ctx: &Context<Self>) -> Screen {
        let props = ctx.props();
        screen(&props.edition, &self.journey, props.today)
    }
}
