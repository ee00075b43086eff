//! What can be picked → native radios or checkboxes, stacked, with one divider before the options
//! that exclude the others.

use super::ScreenProps;
use pathway::{journey::Event, screen::Choice};
use std::rc::Rc;
use yew::{prelude::*, virtual_dom::VNode};

/// A group of choices.
pub(super) struct Group<'a> {
    /// What its ids begin with, within the screen.
    pub name: &'a str,
    /// Checkboxes, or radios.
    pub many: bool,
    /// What can be picked.
    pub choices: &'a [Choice],
    /// The word before the exclusive ones.
    pub or: &'a str,
    /// What a touch on one means.
    pub touch: &'a dyn Fn(&Choice) -> Event,
}

/// The class names and the type of one kind of input.
struct Look {
    input: &'static str,
    block: &'static str,
}

const RADIOS: Look = Look {
    input: "radio",
    block: "nhsuk-radios",
};
const CHECKBOXES: Look = Look {
    input: "checkbox",
    block: "nhsuk-checkboxes",
};

pub(super) fn choices(props: &ScreenProps, group: &Group<'_>) -> Html {
    let look = if group.many { CHECKBOXES } else { RADIOS };
    let first_exclusive = group.choices.iter().position(|choice| choice.exclusive);
    let divided = first_exclusive.filter(|place| *place > 0);
    html! {
        <div class={look.block}>
            { for group.choices.iter().enumerate().map(|(place, choice)| html! {
                <>
                    if divided == Some(place) {
                        <div class={format!("{}__divider", look.block)}>{ group.or.to_owned() }</div>
                    }
                    { item(props, &look, group, place, choice) }
                </>
            }) }
        </div>
    }
}

fn item(
    props: &ScreenProps,
    look: &Look,
    group: &Group<'_>,
    place: usize,
    choice: &Choice,
) -> Html {
    let id = props.id(&format!("{}-{place}", group.name));
    let hint = props.id(&format!("{}-{place}-hint", group.name));
    let touched = (group.touch)(choice);
    let input = html! {
        <input
            class={format!("{}__input", look.block)}
            id={id.clone()}
            name={props.id(group.name)}
            type={look.input}
            aria-describedby={choice.hint.as_ref().map(|_| hint.clone())}
            onchange={props.on_event.reform(move |_| touched.clone())}
        />
    };
    html! {
        <div class={format!("{}__item", look.block)}>
            { marked(input, choice.id.as_str(), choice.picked) }
            <label class={format!("nhsuk-label {}__label", look.block)} for={id}>
                { &choice.label }
            </label>
            { for choice.hint.iter().map(|text| html! {
                <div class={format!("nhsuk-hint {}__hint", look.block)} id={hint.clone()}>{ text }</div>
            }) }
        </div>
    }
}

/// A radio or a checkbox with its value and whether it is picked, as attributes: Yew sets these two
/// as properties, and a session recorder on the page that replaced their setters would hear every
/// answer. [`App`](super::App) asks for the form to be set to what its attributes say.
pub(super) fn marked(mut input: Html, value: &str, picked: bool) -> Html {
    if let VNode::VTag(tag) = &mut input {
        let tag = Rc::make_mut(tag);
        tag.add_attribute("value", value.to_owned());
        if picked {
            tag.add_attribute("checked", "");
        }
    }
    input
}
