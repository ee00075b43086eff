//! Continue without an answer → the error summary above the question, and the message beside it.

use super::{
    Message, ScreenProps,
    element::{all, classed, element, plain, said, text},
    heading::heading,
};
use pathway::screen::Mistake;
use yew::prelude::*;

pub(super) fn summary(props: &ScreenProps, mistake: &Mistake) -> Html {
    // In a shadow root a link to an id does not move the focus, and writes into the host's address.
    let onclick = props.on_message.reform(|event: MouseEvent| {
        event.prevent_default();
        Message::Find
    });
    let field = format!("#{}", props.id("option-0"));
    let link = html! { <a href={field} {onclick}>{ text(&mistake.message) }</a> };
    let class = "nhsuk-list nhsuk-error-summary__list";
    let list = classed("ul", class, plain("li", link));
    let content = all([
        heading(
            props,
            0,
            "nhsuk-error-summary__heading",
            text(&mistake.title),
        ),
        classed("div", "nhsuk-error-summary__body", list),
    ]);
    // Within what takes the focus, so that screen readers do not read one over the other.
    let alert = element("div", &["role"], vec!["alert".into()], content);
    const NAMES: &[&str] = &["class", "tabindex", "data-focus"];
    let values = ["nhsuk-error-summary", "-1", "summary"].map(Into::into);
    element("div", NAMES, values.into(), alert)
}

pub(super) fn message(props: &ScreenProps, mistake: &Mistake) -> Html {
    let prefix = format!("{} ", mistake.prefix);
    let content = all([
        said("span", "nhsuk-u-visually-hidden", &prefix),
        text(&mistake.message),
    ]);
    let values = vec!["nhsuk-error-message".into(), props.id("error")];
    element("span", &["class", "id"], values, content)
}
