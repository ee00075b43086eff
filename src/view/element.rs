//! A tag, attributes and content → an element, where its tag or class is only known as it is drawn.
//! `html!` would lead such a class through Yew's sets of classes, which a visitor would have to load.

use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VTag},
};

/// An element with a value for each name.
pub(super) fn element(
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<AttrValue>,
    content: Html,
) -> Html {
    let values = values
        .into_iter()
        .map(|value| Some(AttributeOrProperty::Attribute(value)));
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic {
        keys: names,
        values: values.collect(),
    });
    element.add_child(content);
    element.into()
}

/// An element of a class.
pub(super) fn classed(tag: &'static str, class: impl Into<AttrValue>, content: Html) -> Html {
    element(tag, &["class"], vec![class.into()], content)
}
