//! Draws a radio button or a checkbox.
//!
//! Yew sets `value` and `checked` of an input as properties. A session recorder that replaces the
//! setters of these properties would learn every answer. So this module sets both as attributes, and
//! `src/embed/reset_form.rs` resets the form to its attributes.

use std::rc::Rc;
use yew::{prelude::*, virtual_dom::VNode};

/// The attributes of a field.
pub(super) struct FieldProps {
    pub class: &'static str,
    pub id: AttrValue,
    /// The name that all radio buttons of a group share.
    pub name: AttrValue,
    /// The input type: `radio` or `checkbox`.
    pub kind: &'static str,
    pub value: AttrValue,
    pub checked: bool,
    /// The id of the element with the hint.
    pub described_by: Option<AttrValue>,
    pub action: Option<&'static str>,
    pub onchange: Callback<yew::Event>,
}

pub(super) fn field(props: FieldProps) -> Html {
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

/// Returns the input with its value and state as attributes.
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
