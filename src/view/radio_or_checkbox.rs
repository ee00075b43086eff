//! Draws a radio button or a checkbox.
//!
//! Yew sets `value` and `checked` of an input as JavaScript properties. A session recorder can
//! replace the setters of these properties, and would then learn every answer. So this module sets
//! both as HTML attributes. `src/embed/reset_form.rs` resets each input to the state in its
//! attributes.

use std::rc::Rc;
use yew::{prelude::*, virtual_dom::VNode};

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
            class={props.class}
            id={props.id}
            name={props.name}
            type={props.kind}
            autocomplete="off"
            aria-describedby={props.described_by}
            data-action={props.action}
            onchange={props.onchange}
        />
    };
    with_answer(input, props.value, props.checked)
}

/// Returns the input with its value and its checked state as HTML attributes.
fn with_answer(mut input: Html, value: AttrValue, checked: bool) -> Html {
    if let VNode::VTag(tag) = &mut input {
        let tag = Rc::make_mut(tag);
        tag.add_attribute("value", value);
        if checked {
            tag.add_attribute("checked", "");
        }
    }
    input
}
