//! A whole screen. Each step has its own key: a page translator wraps texts in elements of its own, and
//! a step that reused the nodes of the one before would show its texts.

use super::{
    ExportMethod, Message,
    question::question,
    result::result,
    start::start,
    summary::{paper, summary},
};
use pathway::{
    id::QuestionId,
    journey::Event,
    screen::{Body, Screen},
};
use std::rc::Rc;
use yew::prelude::*;

/// What a screen needs to be drawn.
#[derive(Clone, Properties)]
pub struct ScreenProps {
    /// The screen.
    pub screen: Rc<Screen>,
    /// The level of its heading, 1 to 4.
    #[prop_or(crate::settings::DEFAULT_HEADING_LEVEL)]
    pub heading_level: u8,
    /// The address of the plain guide.
    #[prop_or(AttrValue::Static("plain.html"))]
    pub guide: AttrValue,
    /// The prefix of the ids within the page.
    #[prop_or(AttrValue::Static("finder"))]
    pub ids: AttrValue,
    /// Takes what the visitor does.
    #[prop_or_default]
    pub on_message: Callback<Message>,
    /// Whether there is a button that leaves at once.
    #[prop_or_default]
    pub exits: bool,
    /// The last export of the summary on screen, and whether the browser allowed it.
    #[prop_or_default]
    pub exported: Option<(ExportMethod, bool)>,
}

/// Each event draws a new screen, so equal screens are one screen.
impl PartialEq for ScreenProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen)
            && self.exported == other.exported
            && self.ids == other.ids
    }
}

impl ScreenProps {
    /// A click that sends an event.
    pub(super) fn click(&self, event: Event) -> Callback<MouseEvent> {
        self.press(Message::Event(event))
    }

    /// A click that sends a message.
    pub(super) fn press(&self, message: Message) -> Callback<MouseEvent> {
        self.on_message.reform(move |_| message.clone())
    }

    /// A change of a field that sends an event.
    pub(super) fn change(&self, event: Event) -> Callback<yew::Event> {
        self.on_message
            .reform(move |_| Message::Event(event.clone()))
    }

    /// An id that only one element on the page has. It names the element's role and never its
    /// content, because ids can end up in addresses.
    pub(super) fn id(&self, name: &str) -> AttrValue {
        AttrValue::from(format!("{}-{name}", self.ids))
    }
}

/// A screen.
#[component]
pub fn ScreenView(props: &ScreenProps) -> Html {
    let screen = &props.screen;
    let (question_id, urgency, body) = match &screen.body {
        Body::Start(body) => (None, None, start(props, body)),
        Body::Question(body) => {
            let id = body.id.as_ref().map(|id| id.as_str().to_owned());
            (id, None, question(props, body))
        }
        Body::Result(body) => (None, Some(body.urgency.as_str()), result(props, body)),
        Body::Summary(body) => (None, None, summary(props, body)),
    };
    html! {
        <div
            key={key(screen)}
            class="finder-step"
            lang={screen.language.clone()}
            dir={if screen.right_to_left { "rtl" } else { "ltr" }}
            data-screen={name(screen)}
            data-question={question_id}
            data-urgency={urgency}
        >
            { body }
            if let Some(summary) = summary_for_print(screen) {
                { paper(props, summary, "finder-paper finder-paper--only") }
            }
        </div>
    }
}

/// The summary that replaces a result on paper when the visitor prints with the browser's own button.
fn summary_for_print(screen: &Screen) -> Option<&pathway::screen::Summary> {
    match &screen.body {
        Body::Result(_) => screen.summary.as_ref(),
        Body::Start(_) | Body::Question(_) | Body::Summary(_) => None,
    }
}

/// A key that no other step of a journey has.
pub(super) fn key(screen: &Screen) -> String {
    let question = match &screen.body {
        Body::Question(body) => body.id.as_ref().map(QuestionId::as_str),
        Body::Start(_) | Body::Result(_) | Body::Summary(_) => None,
    };
    format!(
        "{} {} {}",
        screen.index,
        name(screen),
        question.unwrap_or_default()
    )
}

fn name(screen: &Screen) -> &'static str {
    match screen.body {
        Body::Start(_) => "start",
        Body::Question(_) => "question",
        Body::Result(_) => "result",
        Body::Summary(_) => "summary",
    }
}
