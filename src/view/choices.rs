//! Draws the options of a question as radio buttons or checkboxes. A divider stands before the
//! options that exclude all others, such as "None of these".

use super::{
    ScreenProps,
    attribute::with_class,
    radio_or_checkbox::{RadioOrCheckboxProps, radio_or_checkbox},
};
use pathway::{journey::Event, screen::Choice};
use yew::prelude::*;

/// The options that the screen shows as one group, and what a press on an option does.
pub(super) struct ChoicesProps<'a> {
    /// The prefix of the HTML ids of this group's options.
    pub name: &'a str,
    /// True if the visitor can pick several options.
    pub many: bool,
    pub choices: &'a [Choice],
    /// The word on the divider between the options, such as "or".
    pub or: &'a str,
    /// Returns the event of the journey for a press on an option.
    pub on_pick: &'a dyn Fn(&Choice) -> Event,
}

/// The input type and the class names of radio buttons or checkboxes.
struct Style {
    kind: &'static str,
    group: &'static str,
    divider: &'static str,
    item: &'static str,
    input: &'static str,
    label: &'static str,
    hint: &'static str,
}

const RADIOS: Style = Style {
    kind: "radio",
    group: "nhsuk-radios",
    divider: "nhsuk-radios__divider",
    item: "nhsuk-radios__item",
    input: "nhsuk-radios__input",
    label: "nhsuk-label nhsuk-radios__label",
    hint: "nhsuk-hint nhsuk-radios__hint",
};
const CHECKBOXES: Style = Style {
    kind: "checkbox",
    group: "nhsuk-checkboxes",
    divider: "nhsuk-checkboxes__divider",
    item: "nhsuk-checkboxes__item",
    input: "nhsuk-checkboxes__input",
    label: "nhsuk-label nhsuk-checkboxes__label",
    hint: "nhsuk-hint nhsuk-checkboxes__hint",
};

pub(super) fn choices(screen: &ScreenProps, props: &ChoicesProps<'_>) -> Html {
    let style = if props.many { &CHECKBOXES } else { &RADIOS };
    let first_exclusive = props.choices.iter().position(|choice| choice.exclusive);
    let divided = first_exclusive.filter(|index| *index > 0);
    let items = props.choices.iter().enumerate().map(|(index, choice)| {
        html! {
            <>
                if divided == Some(index) {
                    { with_class(style.divider, html! { <div>{ props.or }</div> }) }
                }
                { item(screen, style, props, index, choice) }
            </>
        }
    });
    with_class(style.group, html! { <div>{ for items }</div> })
}

fn item(
    screen: &ScreenProps,
    style: &Style,
    props: &ChoicesProps<'_>,
    index: usize,
    choice: &Choice,
) -> Html {
    let id = screen.id(&format!("{}-{index}", props.name));
    let hint_id = screen.id(&format!("{}-{index}-hint", props.name));
    let item = html! {
        <div>
            { radio_or_checkbox(RadioOrCheckboxProps {
                class: style.input,
                id: id.clone(),
                name: screen.id(props.name),
                kind: style.kind,
                value: choice.id.as_str().to_owned().into(),
                checked: choice.picked,
                described_by: choice.hint.as_ref().map(|_| hint_id.clone()),
                action: None,
                onchange: screen.change((props.on_pick)(choice)),
            }) }
            { with_class(style.label, html! { <label for={id}>{ &choice.label }</label> }) }
            if let Some(hint) = &choice.hint {
                { with_class(style.hint, html! { <div id={hint_id}>{ hint }</div> }) }
            }
        </div>
    };
    with_class(style.item, item)
}
