//! Draws a radio button or a checkbox.
//!
//! Yew sets `value` and `checked` of an input as JavaScript properties. A session recorder can
//! replace the setters of these properties, and would then learn every answer. So this module sets
//! both as HTML attributes. `src/embed/reset_inputs.rs` resets each input to the state in its
//! attributes.

use super::attribute::{with_attribute, with_class};
use yew::prelude::*;

/// The attributes of a radio button or a checkbox.
pub(super) struct RadioOrCheckboxProps {
    pub class: &'static str,
    pub id: AttrValue,
    /// The HTML name of the input. All radio buttons of a group share one name.
    pub name: AttrValue,
    /// The input type: `radio` or `checkbox`.
    pub kind: &'static str,
    pub value: AttrValue,
    pub checked: bool,
    /// The HTML id of the element with the option's hint.
    pub described_by: Option<AttrValue>,
    pub action: Option<&'static str>,
    pub onchange: Callback<yew::Event>,
}

pub(super) fn radio_or_checkbox(props: RadioOrCheckboxProps) -> Html {
    let input = html! {
        <input
            id={props.id}
            name={props.name}
            type={props.kind}
            autocomplete="off"
            aria-describedby={props.described_by}
            data-action={props.action}
            onchange={props.onchange}
        />
    };
    let input = with_class(props.class, input);
    let input = with_attribute(input, "value", props.value);
    if props.checked {
        with_attribute(input, "checked", "".into())
    } else {
        input
    }
}
