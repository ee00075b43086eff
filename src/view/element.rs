//! A tag, attributes and content → an element. Screens are put together by these few functions: `html!`
//! writes out for each element what they do, and a visitor would have to load it.

use super::Message;
use std::rc::Rc;
use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText},
};

/// What stands in an element, one thing after the other. What may be there or not is nothing where it is
/// not: so nothing else moves up into its place, and takes over its node, when a screen is drawn again.
#[derive(Default)]
pub(super) struct Content(Vec<Html>);

impl Content {
    /// One more thing.
    pub fn add(&mut self, thing: Html) {
        self.0.push(thing);
    }

    /// All of it.
    pub fn html(self) -> Html {
        VNode::from(VList::with_children(self.0, None))
    }
}

/// These things, one after the other.
pub(super) fn all<const N: usize>(things: [Html; N]) -> Html {
    Content(things.into()).html()
}

/// A text.
pub(super) fn text(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

/// Nothing, where something could stand.
pub(super) fn nothing() -> Html {
    VNode::default()
}

/// An element with a value for each name.
pub(super) fn element(
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<AttrValue>,
    content: Html,
) -> Html {
    let mut element = VTag::new(tag);
    fill(&mut element, names, values, content);
    element.into()
}

/// An element of a class.
pub(super) fn classed(tag: &'static str, class: &'static str, content: Html) -> Html {
    element(tag, &["class"], vec![class.into()], content)
}

/// An element without attributes.
pub(super) fn plain(tag: &'static str, content: Html) -> Html {
    element(tag, &[], Vec::new(), content)
}

/// An element of a class with a text in it.
pub(super) fn said(tag: &'static str, class: &'static str, words: &str) -> Html {
    classed(tag, class, text(words))
}

/// A button of a class, and what it does.
pub(super) fn button(
    class: &'static str,
    action: &'static str,
    words: &str,
    onclick: Callback<MouseEvent>,
) -> Html {
    const NAMES: &[&str] = &["type", "class", "data-action"];
    let values = vec!["button".into(), class.into(), action.into()];
    pressed(NAMES, values, onclick, text(words))
}

/// A button with a value for each name.
pub(super) fn pressed(
    names: &'static [&'static str],
    values: Vec<AttrValue>,
    onclick: Callback<MouseEvent>,
    content: Html,
) -> Html {
    let mut button = html! { <button {onclick} /> };
    if let VNode::VTag(tag) = &mut button
        && let Some(tag) = Rc::get_mut(tag)
    {
        fill(tag, names, values, content);
    }
    button
}

/// A form with a value for each name. It never reaches the host, which would carry the answers into its
/// address: to submit it is a message, or nothing.
pub(super) fn form(
    names: &'static [&'static str],
    values: Vec<AttrValue>,
    on_message: &Callback<Message>,
    message: Option<Message>,
    content: Html,
) -> Html {
    let on_message = on_message.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        message
            .iter()
            .cloned()
            .for_each(|message| on_message.emit(message));
    });
    let mut form = html! { <form {onsubmit} /> };
    if let VNode::VTag(tag) = &mut form
        && let Some(tag) = Rc::get_mut(tag)
    {
        fill(tag, names, values, content);
    }
    form
}

fn fill(element: &mut VTag, names: &'static [&'static str], values: Vec<AttrValue>, content: Html) {
    let values = values.into_iter();
    element.attributes = Attributes::Dynamic {
        keys: names,
        values: values
            .map(|value| Some(AttributeOrProperty::Attribute(value)))
            .collect(),
    };
    if let Some(children) = element.children_mut() {
        *children = content;
    }
}
