//! The start page: what the tool does, help for those who cannot wait, how to leave at once, and the
//! way in.

use super::{
    ScreenProps,
    crisis::crisis,
    element::{Content, all, button, classed, nothing, said, text},
    heading::{heading, screen_heading},
    lines::{list, paragraphs},
    top::top,
};
use pathway::{journey::Event, screen::Start};
use yew::Html;

pub(super) fn start(props: &ScreenProps, start: &Start) -> Html {
    let mut purpose = Content::default();
    purpose.add(paragraphs(&start.purpose));
    if let Some(draft) = &start.draft {
        purpose.add(said("p", "finder-draft", draft));
    }
    let begin = props.click(Event::Start);
    let class = "nhsuk-inset-text finder-purpose";
    all([
        top(props, None),
        screen_heading(props, "nhsuk-heading-l", &props.screen.title),
        said("p", "nhsuk-body-l finder-lead", &start.lead),
        crisis(props),
        list(&start.points),
        if props.exits { leave(props) } else { nothing() },
        button("nhsuk-button", "start", &start.start, begin),
        classed("div", class, purpose.html()),
    ])
}

/// How to leave at once: read before anything is asked, so that nobody has to find out in a hurry.
fn leave(props: &ScreenProps) -> Html {
    let exit = &props.screen.exit;
    let content = all([
        heading(props, 1, "nhsuk-heading-s", text(&exit.title)),
        paragraphs(&exit.lines),
    ]);
    classed("div", "finder-leave", content)
}
