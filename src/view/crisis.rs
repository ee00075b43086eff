//! The help that every screen shows: open, or as one line that always names the three numbers and
//! opens to the rest. It stands above whatever a screen asks a visitor to do: after Back on a
//! question, directly above the first card on a result, above Start on the start page.

use super::{ScreenProps, heading::named_heading, lines::paragraphs};
use pathway::screen::{Crisis, CrisisLine};
use yew::prelude::*;

pub(super) fn crisis(props: &ScreenProps) -> Html {
    let crisis = &props.screen.crisis;
    if crisis.open {
        block(props, crisis)
    } else {
        line(props, crisis)
    }
}

fn block(props: &ScreenProps, crisis: &Crisis) -> Html {
    let title = props.id("crisis");
    html! {
        <section class="finder-crisis" aria-labelledby={title.clone()} data-crisis="open">
            { named_heading(props, 1, "nhsuk-heading-m finder-crisis__title", title, html! { &crisis.title }) }
            { whole(props, crisis) }
        </section>
    }
}

fn line(props: &ScreenProps, crisis: &Crisis) -> Html {
    html! {
        <div class="finder-help" data-crisis="line">
            <details class="finder-help__all">
                <summary class="finder-help__label">{ &crisis.label }</summary>
                <div class="finder-crisis">{ whole(props, crisis) }</div>
            </details>
            <ul class="finder-help__line">
                { for crisis.contacts.iter().map(|contact| html! { <li>{ number(contact) }</li> }) }
            </ul>
        </div>
    }
}

fn whole(props: &ScreenProps, crisis: &Crisis) -> Html {
    let contact = |contact: &CrisisLine| {
        html! {
            <li>
                { number(contact) }
                <span class="finder-crisis__when">{ &contact.when }</span>
            </li>
        }
    };
    html! {
        <>
            <ul class="nhsuk-list finder-crisis__contacts">
                { for crisis.contacts.iter().map(contact) }
            </ul>
            <div class="finder-crisis__more">{ paragraphs(&crisis.more) }</div>
            <p><a href={props.guide.clone()}>{ &crisis.guide }</a></p>
        </>
    }
}

fn number(contact: &CrisisLine) -> Html {
    html! {
        <a class="finder-crisis__number" href={format!("tel:{}", contact.tel)}>{ &contact.name }</a>
    }
}
