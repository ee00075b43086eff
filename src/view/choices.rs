//! What can be picked → native radios or checkboxes, stacked, with one divider before the options
//! that exclude the others.

use super::{
    ScreenProps,
    element::{Content, all, classed, element, nothing, said, text},
    field::Field,
};
use pathway::{journey::Event, screen::Choice};
use yew::Html;

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
    divider: &'static str,
    item: &'static str,
    field: &'static str,
    label: &'static str,
    hint: &'static str,
}

const RADIOS: Look = Look {
    input: "radio",
    block: "nhsuk-radios",
    divider: "nhsuk-radios__divider",
    item: "nhsuk-radios__item",
    field: "nhsuk-radios__input",
    label: "nhsuk-label nhsuk-radios__label",
    hint: "nhsuk-hint nhsuk-radios__hint",
};
const CHECKBOXES: Look = Look {
    input: "checkbox",
    block: "nhsuk-checkboxes",
    divider: "nhsuk-checkboxes__divider",
    item: "nhsuk-checkboxes__item",
    field: "nhsuk-checkboxes__input",
    label: "nhsuk-label nhsuk-checkboxes__label",
    hint: "nhsuk-hint nhsuk-checkboxes__hint",
};

pub(super) fn choices(props: &ScreenProps, group: &Group<'_>) -> Html {
    let look = if group.many { &CHECKBOXES } else { &RADIOS };
    let first_exclusive = group.choices.iter().position(|choice| choice.exclusive);
    let divided = first_exclusive.filter(|place| *place > 0);
    let mut items = Content::default();
    for (place, choice) in group.choices.iter().enumerate() {
        if divided == Some(place) {
            items.add(said("div", look.divider, group.or));
        }
        items.add(item(props, look, group, place, choice));
    }
    classed("div", look.block, items.html())
}

fn item(
    props: &ScreenProps,
    look: &Look,
    group: &Group<'_>,
    place: usize,
    choice: &Choice,
) -> Html {
    let id = props.id(&format!("{}-{place}", group.name));
    let hint_id = props.id(&format!("{}-{place}-hint", group.name));
    let mut hint = nothing();
    if let Some(words) = &choice.hint {
        let values = vec![look.hint.into(), hint_id.clone()];
        hint = element("div", &["class", "id"], values, text(words));
    }
    let field = Field {
        class: look.field,
        id: id.clone(),
        name: props.id(group.name),
        kind: look.input,
        value: choice.id.as_str().to_owned().into(),
        picked: choice.picked,
        hint: choice.hint.as_ref().map(|_| hint_id),
        action: None,
    };
    let label = vec![look.label.into(), id];
    let label = element("label", &["class", "for"], label, text(&choice.label));
    let content = all([field.html(props.change((group.touch)(choice))), label, hint]);
    classed("div", look.item, content)
}
