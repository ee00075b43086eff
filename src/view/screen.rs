//! Draws a screen. Each step of the journey has its own key, so that Yew creates new HTML nodes for
//! it. A page translator wraps texts in elements of its own, so nodes that Yew used again would
//! still show texts of the last step.

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

/// The properties of a screen: its content, the settings, and the callback for the visitor's
/// actions.
#[derive(Clone, Properties)]
pub struct ScreenProps {
    /// The content of the screen.
    pub screen: Rc<Screen>,
    /// The level of the first heading on the screen, 1 to 4.
    #[prop_or(crate::settings::DEFAULT_HEADING_LEVEL)]
    pub heading_level: u8,
    /// The address of the plain guide.
    #[prop_or(AttrValue::Static("plain.html"))]
    pub guide: AttrValue,
    /// The prefix of all HTML ids of the widget, so that they differ from other ids on the page.
    #[prop_or(AttrValue::Static("finder"))]
    pub id_prefix: AttrValue,
    /// The callback that receives the visitor's actions.
    #[prop_or_default]
    pub on_message: Callback<Message>,
    /// True if the screen shows the button "Exit this page".
    #[prop_or_default]
    pub shows_exit: bool,
    /// The last export from this screen. The second value is true if the browser allowed it.
    #[prop_or_default]
    pub exported: Option<(ExportMethod, bool)>,
}

/// Each event of the journey creates a new screen. So two screens are equal only if they are the
/// same object in memory.
impl PartialEq for ScreenProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen)
            && self.exported == other.exported
            && self.id_prefix == other.id_prefix
    }
}

impl ScreenProps {
    /// Returns a click handler that sends the widget an event of the journey.
    pub(super) fn click(&self, event: Event) -> Callback<MouseEvent> {
        self.press(Message::Event(event))
    }

    /// Returns a click handler that sends a message to the widget.
    pub(super) fn press(&self, message: Message) -> Callback<MouseEvent> {
        self.on_message.reform(move |_| message.clone())
    }

    /// Returns a handler for a changed input. It sends the widget an event of the journey.
    pub(super) fn change(&self, event: Event) -> Callback<yew::Event> {
        self.on_message
            .reform(move |_| Message::Event(event.clone()))
    }

    /// Returns an HTML id that is unique on the page. The id names the role of the element and
    /// never its content, because an id can become part of an address.
    pub(super) fn id(&self, name: &str) -> AttrValue {
        AttrValue::from(format!("{}-{name}", self.id_prefix))
    }
}

/// Draws the screen, with its language and direction.
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

/// Returns the summary of a result. The browser's own print button prints this summary instead of
/// the screen.
fn summary_for_print(screen: &Screen) -> Option<&pathway::screen::Summary> {
    match &screen.body {
        Body::Result(_) => screen.summary.as_ref(),
        Body::Start(_) | Body::Question(_) | Body::Summary(_) => None,
    }
}

/// Returns the key of a screen for Yew. Two screens of one journey never have the same key.
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
