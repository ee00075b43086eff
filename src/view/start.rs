//! Draws the start page: the help, how to leave quickly, the Start button, and the purpose of the
//! widget.

use super::{
    ScreenProps,
    crisis::crisis,
    heading::{heading, screen_heading},
    lines::{list, paragraphs},
    top_bar::top_bar,
};
use pathway::{journey::Event, screen::Start};
use yew::prelude::*;

pub(super) fn start(props: &ScreenProps, start: &Start) -> Html {
    let exit = &props.screen.exit;
    html! {
        <>
            { top_bar(props, None) }
            { screen_heading(props, "nhsuk-heading-l", &props.screen.title) }
            <p class="nhsuk-body-l finder-lead">{ &start.lead }</p>
            { crisis(props) }
            { list(&start.points) }
            if props.shows_exit {
                <div class="finder-leave">
                    { heading(props, 1, "nhsuk-heading-s", html! { &exit.title }) }
                    { paragraphs(&exit.lines) }
                </div>
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
                if let Some(draft) = &start.draft {
                    <p class="finder-draft">{ draft }</p>
                }
            </div>
        </>
    }
}
