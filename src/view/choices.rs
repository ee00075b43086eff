//! What can be picked → native radios or checkboxes, stacked, with one divider before the options
//! that exclude the others.

use super::{
    ScreenProps,
    element::{classed, element},
    field::Field,
};
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
    let divider = || {
        let class = format!("{}__divider", look.block);
        classed("div", class, html! { group.or.to_owned() })
    };
    let items = group.choices.iter().enumerate().map(|(place, choice)| {
        html! {
            <>
                if divided == Some(place) {
                    { divider() }
                }
                { item(props, &look, group, place, choice) }
            </>
        }
    });
    classed("div", look.block, items.collect())
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
    let label = element(
        "label",
        &["class", "for"],
        vec![format!("nhsuk-label {}__label", look.block).into(), id],
        html! { &choice.label },
    );
    let hint = choice.hint.as_ref().map(|text| {
        let class = format!("nhsuk-hint {}__hint", look.block);
        element(
            "div",
            &["class", "id"],
            vec![class.into(), hint],
            html! { text },
        )
    });
    let content = html! {
        <>
            { field.html(props.on_event.reform(move |_| touched.clone())) }
            { label }
            { for hint }
        </>
    };
    classed("div", format!("{}__item", look.block), content)
}
