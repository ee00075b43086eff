//! The Yew component of the widget. It keeps the visitor's journey in memory until the widget ends.

use super::{
    host_page::{ExportMethod, FocusTarget, HostPage, Step},
    screen::{ScreenProps, ScreenView},
};
use pathway::{
    date::Date,
    edition::Edition,
    journey::{Event, Journey},
    screen::{Body, Screen, isolate_numbers, screen},
};
use std::rc::Rc;
use yew::prelude::*;

/// The properties of the widget.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The pathway and its words.
    pub edition: Rc<Edition>,
    /// Today's date: the date of the build or of the device, whichever is later.
    pub today: Option<Date>,
    /// The level of a screen's first heading, 1 to 4.
    pub heading_level: u8,
    /// The address of the plain guide.
    pub guide: AttrValue,
    /// The prefix of all ids, so that they differ from other ids on the page.
    pub ids: AttrValue,
    /// True if the widget shows "Exit this page".
    pub exits: bool,
    /// The connection with the page around the widget.
    pub page: Rc<dyn HostPage>,
}

/// The properties of a widget never change, and each widget has its own ids.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.ids == other.ids
    }
}

/// A message to the widget, from the visitor or from the browser.
#[derive(Clone, Debug)]
pub enum Message {
    /// An action of the visitor in the journey.
    Event(Event),
    /// The browser's Back or Forward, with the index of the screen to show.
    Visit(usize),
    /// A browser that did not go back in its history.
    BackFailed,
    /// A press on the link from the error summary to the field.
    FocusField,
    /// A press on "Exit this page".
    Exit,
    /// A press on Print, Copy or Save.
    Export(ExportMethod),
    /// The result of an export: the method, and true if the browser allowed it.
    Exported(ExportMethod, bool),
}

/// The state of the widget.
#[derive(Debug)]
pub struct App {
    journey: Journey,
    screen: Rc<Screen>,
    reported: Option<Step>,
    focus: Option<FocusTarget>,
    exported: Option<(ExportMethod, bool)>,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        props.page.connect(ctx.link().callback(|message| message));
        let journey = Journey::new(props.edition.pathway());
        Self {
            screen: Rc::new(screen(&props.edition, &journey, props.today)),
            journey,
            reported: None,
            focus: None,
            exported: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.exported = None;
        let page = &ctx.props().page;
        match message {
            Message::Event(Event::Back) if page.back() => return false,
            Message::Event(event) => self.apply(ctx, &event),
            Message::BackFailed => self.apply(ctx, &Event::Back),
            Message::Visit(index) => {
                // The history needs a report after each visit, even if the screen stays the same.
                self.reported = None;
                self.apply(ctx, &Event::Visit(index));
            }
            Message::FocusField => {
                page.focus(FocusTarget::Field);
                return false;
            }
            Message::Exit => {
                self.apply(ctx, &Event::Restart);
                // A report of the start page would go back in the history, and this would stop the
                // exit.
                self.reported = Some(self.step());
                page.exit();
            }
            Message::Export(method) => {
                let summary = self.screen.summary.as_ref();
                let text = summary.map(|summary| summary.text()).unwrap_or_default();
                if self.screen.right_to_left {
                    page.export(method, &isolate_numbers(&text));
                } else {
                    page.export(method, &text);
                }
            }
            Message::Exported(method, done) => self.exported = Some((method, done)),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let screen = ScreenProps {
            screen: self.screen.clone(),
            heading_level: props.heading_level,
            guide: props.guide.clone(),
            ids: props.ids.clone(),
            on_message: ctx.link().callback(|message| message),
            exits: props.exits,
            exported: self.exported,
        };
        html! { <ScreenView ..screen /> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        let page = &ctx.props().page;
        page.reset_form();
        let step = self.step();
        if self.reported != Some(step) {
            self.reported = Some(step);
            // The widget must not move the focus when the page loads.
            self.focus = (!first_render).then_some(FocusTarget::Heading);
            page.report(step);
        }
        if let Some(target) = self.focus.take() {
            page.focus(target);
        }
    }
}

impl App {
    fn apply(&mut self, ctx: &Context<Self>, event: &Event) {
        let props = ctx.props();
        self.journey.apply(props.edition.pathway(), event);
        self.screen = Rc::new(screen(&props.edition, &self.journey, props.today));
        if *event == Event::Continue && self.journey.is_missing() {
            self.focus = Some(FocusTarget::ErrorSummary);
        }
    }

    fn step(&self) -> Step {
        Step {
            index: self.screen.index,
            end: matches!(self.screen.body, Body::Result(_)),
        }
    }
}
