//! The start page: what the tool does, help for those who cannot wait, how to leave at once, and the
//! way in.

use super::{
    ScreenProps,
    crisis::crisis,
    heading::{heading, screen_heading},
    lines::{list, paragraphs},
    top::top,
};
use pathway::{journey::Event, screen::Start};
use yew::prelude::*;

pub(super) fn start(props: &ScreenProps, start: &Start) -> Html {
    html! {
        <>
            { top(props, None) }
            { screen_heading(props, "nhsuk-heading-l", &props.screen.title) }
            <p class="nhsuk-body-l finder-lead">{ &start.lead }</p>
            { crisis(props) }
            { list(&start.points) }
            if props.exits {
                { leave(props) }
            }
            <button
                type="button"
                class="nhsuk-button"
                data-action="start"
                onclick={props.click(Event::Start)}
            >
                { &start.start }
            </button>
            <div class="nhsuk-inset-text finder-purpose">
                { paragraphs(&start.purpose) }
                { for start.draft.iter().map(|draft| html! { <p class="finder-draft">{ draft }</p> }) }
            </div>
        </>
    }
}

/// How to leave at once: read before anything is asked, so that nobody has to find out in a hurry.
fn leave(props: &ScreenProps) -> Html {
    let exit = &props.screen.exit;
    html! {
        <div class="finder-leave">
            { heading(props, 1, "nhsuk-heading-s", html! { &exit.title }) }
            { paragraphs(&exit.lines) }
        </div>
    }
}
