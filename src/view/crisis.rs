//! Draws the help at the top of every screen. The help is either a whole block with all telephone
//! numbers, or one line with three of them that the visitor can open.

use super::{
    ScreenProps,
    heading::label_heading,
    lines::{paragraphs, text},
};
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
    let id = props.id("crisis");
    let class = "nhsuk-heading-m finder-crisis__title";
    html! {
        <section class="finder-crisis" aria-labelledby={id.clone()} data-crisis="open">
            { label_heading(props, 1, class, id, &crisis.title) }
            { content(props, crisis) }
        </section>
    }
}

fn line(props: &ScreenProps, crisis: &Crisis) -> Html {
    html! {
        <div class="finder-help" data-crisis="line">
            <details class="finder-help__all">
                <summary class="finder-help__label">{ &crisis.label }</summary>
                <div class="finder-crisis">{ content(props, crisis) }</div>
            </details>
            <ul class="finder-help__line">
                { for crisis.contacts.iter().map(|contact| html! { <li>{ number(contact) }</li> }) }
            </ul>
        </div>
    }
}

fn content(props: &ScreenProps, crisis: &Crisis) -> Html {
    html! {
        <>
            <ul class="nhsuk-list finder-crisis__contacts">
                { for crisis.contacts.iter().map(|contact| html! {
                    <li>
                        { number(contact) }
                        { " " }
                        <span class="finder-crisis__when">{ text(&contact.when) }</span>
                    </li>
                }) }
            </ul>
            <div class="finder-crisis__more">{ paragraphs(&crisis.more) }</div>
            <p><a href={props.guide.clone()}>{ &crisis.guide }</a></p>
        </>
    }
}

fn number(contact: &CrisisLine) -> Html {
    let href = format!("tel:{}", contact.tel);
    html! { <a class="finder-crisis__number" {href}>{ text(&contact.name) }</a> }
}
