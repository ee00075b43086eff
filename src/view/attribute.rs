//! Sets attributes of elements that `html!` cannot set, or only with much more code.

use std::rc::Rc;
use yew::{prelude::*, virtual_dom::VNode};

/// Returns the element with this attribute.
///
/// The other attributes of the element must not be literals in `html!`. When Yew 0.23 draws HTML
/// without a browser, it leaves out literals of an element that gets another attribute here.
pub(super) fn with_attribute(mut element: Html, name: &'static str, value: AttrValue) -> Html {
    if let VNode::VTag(tag) = &mut element {
        Rc::make_mut(tag).add_attribute(name, value);
    }
    element
}

/// Returns the element with this class. It is for classes that the program chooses.
///
/// For `class={…}` in `html!`, Yew compiles code that splits and joins lists of classes. Without
/// this code, the module is 0.8 KB smaller (brotli).
pub(super) fn with_class(class: &'static str, element: Html) -> Html {
    with_attribute(element, "class", class.into())
}
