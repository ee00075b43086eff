//! What can be picked → native radios or checkboxes, stacked, with one divider before the options
//! that exclude the others.

use super::{ScreenProps, field::Field};
use pathway::{journey::Event, screen::Choice};
use yew::prelude::*;

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
    let field = Field {
        class: format!("{}__input", look.block).into(),
        id: id.clone(),
        name: props.id(group.name),
        kind: look.input,
        value: choice.id.as_str().to_owned().into(),
        picked: choice.picked,
        hint: choice.hint.as_ref().map(|_| hint.clone()),
        action: None,
    };
    html! {
        <div class={format!("{}__item", look.block)}>
            { field.html(props.on_event.reform(move |_| touched.clone())) }
            <label class={format!("nhsuk-label {}__label", look.block)} for={id}>
                { &choice.label }
            </label>
            { for choice.hint.iter().map(|text| html! {
                <div class={format!("nhsuk-hint {}__hint", look.block)} id={hint.clone()}>{ text }</div>
            }) }
        </div>
    }
}
