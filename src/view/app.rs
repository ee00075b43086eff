//! The Yew component of the widget. It keeps the visitor's journey in memory until the widget ends.

use super::{
    host_page::{ExportMethod, FocusTarget, HostPage, ScreenPosition},
    screen::{ScreenProps, ScreenView},
};
use pathway::{
    date::Date,
    edition::Edition,
    journey::{Event, Journey},
    screen::{Body, Screen, isolate_numbers, screen},
};
use std::{mem, rc::Rc};
use yew::prelude::*;

/// The properties of the widget: the pathway, the settings and the page around the widget.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The pathway and its words in one language.
    pub edition: Rc<Edition>,
    /// Today's date: the date of the build or of the visitor's device, whichever is later.
    pub today: Option<Date>,
    /// The level of the first heading on each screen, 1 to 4.
    pub heading_level: u8,
    /// The address of the plain guide.
    pub guide: AttrValue,
    /// The prefix of all HTML ids of the widget, so that they differ from other ids on the page.
    pub id_prefix: AttrValue,
    /// True if the widget shows the button "Exit this page".
    pub shows_exit: bool,
    /// The connection with the page around the widget.
    pub page: Rc<dyn HostPage>,
}

/// The properties of a widget never change, and each widget has its own prefix for ids. So two
/// widgets have equal properties only if they have the same prefix.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.id_prefix == other.id_prefix
    }
}

/// A message to the widget, from the visitor or from the browser.
#[derive(Clone, Debug)]
pub enum Message {
    /// An action of the visitor in the journey, such as a pick.
    Event(Event),
    /// The visitor pressed Back or Forward of the browser. The number is the index of the screen to
    /// show.
    Visit(usize),
    /// The browser did not go back in its history, so the widget goes back by itself.
    BackFailed,
    /// The visitor pressed the link from the error summary to the first option of the question.
    FocusField,
    /// The visitor pressed "Exit this page".
    Exit,
    /// The visitor pressed Print, Copy or Save.
    Export(ExportMethod),
    /// The browser has finished an export of the summary. The second value is true if the browser
    /// allowed it.
    Exported(ExportMethod, bool),
}

/// The state of the widget: the journey, its present screen, and what it has reported to the page.
#[derive(Debug)]
pub struct App {
    journey: Journey,
    screen: Rc<Screen>,
    reported: Option<ScreenPosition>,
    focus: Option<FocusTarget>,
    exported: Option<(ExportMethod, bool)>,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        props.page.connect(ctx.link().callback(|message| message));
        let pathway = props.edition.pathway();
        let mut journey = Journey::new(pathway);
        if let Some((kept, index)) = props.page.resume() {
            journey = kept;
            journey.apply(pathway, &Event::Visit(index));
        }
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
                // The browser's history needs a report after each visit, even if the screen stays
                // the same.
                self.reported = None;
                self.apply(ctx, &Event::Visit(index));
            }
            Message::FocusField => {
                page.focus(FocusTarget::Field);
                return false;
            }
            Message::Exit => {
                self.apply(ctx, &Event::Restart);
                // A report of the start page would make the browser go back in its history, and
                // this would stop the exit.
                self.reported = Some(self.screen_position());
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
            id_prefix: props.id_prefix.clone(),
            on_message: ctx.link().callback(|message| message),
            shows_exit: props.shows_exit,
            exported: self.exported,
        };
        html! { <ScreenView ..screen /> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        let page = &ctx.props().page;
        page.reset_form();
        let position = self.screen_position();
        if self.reported != Some(position) {
            self.reported = Some(position);
            // The widget must not move the focus when the page loads. A journey that continues on
            // a new page is no start.
            self.focus = (!first_render || position.index > 0).then_some(FocusTarget::Heading);
            page.report(position);
        }
        if let Some(target) = self.focus.take() {
            page.focus(target);
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let new = Journey::new(props.edition.pathway());
        props
            .page
            .store_journey(mem::replace(&mut self.journey, new));
    }
}

impl App {
    fn apply(&mut self, ctx: &Context<Self>, event: &Event) {
        let props = ctx.props();
        self.journey.apply(props.edition.pathway(), event);
        self.screen = Rc::new(screen(&props.edition, &self.journey, props.today));
        if *event == Event::Continue && self.journey.lacks_an_answer() {
            self.focus = Some(FocusTarget::ErrorSummary);
        }
    }

    fn screen_position(&self) -> ScreenPosition {
        ScreenPosition {
            index: self.screen.index,
            end: matches!(self.screen.body, Body::Result(_)),
        }
    }
}
