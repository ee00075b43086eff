//! A whole screen. Every step stands under its own key: page translators wrap text nodes in
//! elements of their own, and a step that reused the nodes of another would show its text.

use super::{
    Keep, Message,
    element::{all, nothing},
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
#[derive(Clone, PartialEq, Properties)]
pub struct ScreenProps {
    /// The screen.
    pub screen: Rc<Screen>,
    /// The level of its heading, 1 to 4.
    #[prop_or(crate::settings::DEFAULT_HEADING_LEVEL)]
    pub heading_level: u8,
    /// The address of the plain guide.
    #[prop_or(AttrValue::Static("plain.html"))]
    pub guide: AttrValue,
    /// What ids within the page begin with.
    #[prop_or(AttrValue::Static("finder"))]
    pub ids: AttrValue,
    /// What the visitor does.
    #[prop_or_default]
    pub on_message: Callback<Message>,
    /// Whether there is a way to leave at once.
    #[prop_or_default]
    pub exits: bool,
    /// What was last done with the summary on screen, and whether the browser let it.
    #[prop_or_default]
    pub kept: Option<(Keep, bool)>,
}

impl ScreenProps {
    /// A click that is an event.
    pub(super) fn click(&self, event: Event) -> Callback<MouseEvent> {
        self.press(Message::Did(event))
    }

    /// A click that is a message.
    pub(super) fn press(&self, message: Message) -> Callback<MouseEvent> {
        self.on_message.reform(move |_| message.clone())
    }

    /// A touch of a field that is an event.
    pub(super) fn change(&self, event: Event) -> Callback<yew::Event> {
        self.on_message.reform(move |_| Message::Did(event.clone()))
    }

    /// An id that no other element of this instance has. It names a place on the page and never
    /// what stands there: ids can end up in addresses.
    pub(super) fn id(&self, name: &str) -> AttrValue {
        AttrValue::from(format!("{}-{name}", self.ids))
    }
}

/// A screen as HTML, alone on a page.
#[component]
pub fn ScreenView(props: &ScreenProps) -> Html {
    screen_html(props)
}

/// A screen as HTML. The widget calls this and not the component: it draws a screen only when there is
/// a new one, so there is nothing to compare.
pub(super) fn screen_html(props: &ScreenProps) -> Html {
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
    // Whoever prints a result with the browser's own button gets the summary too.
    let paper = match &screen.body {
        Body::Result(_) => screen.summary.as_ref(),
        Body::Start(_) | Body::Question(_) | Body::Summary(_) => None,
    };
    let paper = paper.map_or_else(nothing, |text| {
        self::paper(props, text, "finder-paper finder-paper--only")
    });
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
            { all([body, paper]) }
        </div>
    }
}

/// What no other step of a journey is called.
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
