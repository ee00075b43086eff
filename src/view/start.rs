//! The start page: what the tool does, help for those who cannot wait, and the way in.

use super::{
    ScreenProps,
    crisis::crisis,
    heading::screen_heading,
    lines::{details, list, paragraphs},
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
            <button
                type="button"
                class="nhsuk-button"
                data-action="start"
                onclick={props.click(Event::Start)}
            >
                { &start.start }
            </button>
            if props.exits {
                { details("finder-leave", html! { &props.screen.exit.title }, paragraphs(&props.screen.exit.lines)) }
            }
            <div class="nhsuk-inset-text finder-purpose">
                { paragraphs(&start.purpose) }
                { for start.draft.iter().map(|draft| html! { <p class="finder-draft">{ draft }</p> }) }
            </div>
        </>
    }
}
