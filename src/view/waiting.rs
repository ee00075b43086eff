//! A result that is still on its way → its page: the help, open, and once it is late a way to wait once
//! more.

use super::{
    Message, ScreenProps,
    crisis::crisis,
    element::{all, button, nothing, plain, text},
    heading::screen_heading,
    top::top,
};
use pathway::screen::Waiting;
use yew::Html;

pub(super) fn waiting(props: &ScreenProps, waiting: &Waiting) -> Html {
    let (mut title, mut line, mut again) = (&waiting.title, &waiting.line, nothing());
    if props.late {
        (title, line) = (&waiting.late_title, &waiting.late);
        let wait = props.press(Message::Again);
        again = button("nhsuk-button", "again", &waiting.try_again, wait);
    }
    all([
        top(props, Some(&waiting.back)),
        screen_heading(props, "nhsuk-heading-l", title),
        plain("p", text(line)),
        crisis(props),
        again,
    ])
}
