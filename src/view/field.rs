//! A radio or a checkbox, its value and whether it is picked as attributes: Yew sets these two as
//! properties, and a session recorder on the page that replaced their setters would hear every
//! answer. `www/element/fields.js` sets a form to what its attributes say.

use std::rc::Rc;
use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VNode},
};

const NAMES: [&str; 9] = [
    "class",
    "id",
    "name",
    "type",
    "value",
    "checked",
    "autocomplete",
    "aria-describedby",
    "data-action",
];

/// What is to be known of a field.
pub(super) struct Field {
    pub class: &'static str,
    pub id: AttrValue,
    /// What the radios of one group share.
    pub name: AttrValue,
    pub kind: &'static str,
    pub value: AttrValue,
    pub picked: bool,
    /// The id of what describes it.
    pub hint: Option<AttrValue>,
    pub action: Option<AttrValue>,
}

impl Field {
    pub fn html(self, onchange: Callback<yew::Event>) -> Html {
        let said = [
            Some(self.class.into()),
            Some(self.id),
            Some(self.name),
            Some(self.kind.into()),
            Some(self.value),
            self.picked.then(|| "".into()),
            Some("off".into()),
            self.hint,
            self.action,
        ];
        let mut input = html! { <input {onchange} /> };
        if let VNode::VTag(tag) = &mut input
            && let Some(tag) = Rc::get_mut(tag)
        {
            tag.attributes = Attributes::Dynamic {
                keys: &NAMES,
                values: Box::new(said.map(|text| text.map(AttributeOrProperty::Attribute))),
            };
        }
        input
    }
}
