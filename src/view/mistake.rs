//! Continue without an answer → the error summary above the question, and the message beside it.

use super::{
    Message, ScreenProps,
    element::{all, classed, element, plain, said, text},
    heading::named_heading,
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
    let (title, what) = (props.id("mistake"), props.id("mistake-what"));
    let values = vec!["nhsuk-list nhsuk-error-summary__list".into(), what.clone()];
    let list = element("ul", &["class", "id"], values, plain("li", link));
    let class = "nhsuk-error-summary__heading";
    let content = all([
        named_heading(props, 0, class, title.clone(), &mistake.title),
        classed("div", "nhsuk-error-summary__body", list),
    ]);
    // Within what takes the focus, so that screen readers do not read one over the other.
    let alert = element("div", &["role"], vec!["alert".into()], content);
    // Some read no alert that came with the focus, and of what has the focus no more than its name and
    // description.
    const NAMES: &[&str] = &[
        "class",
        "role",
        "aria-labelledby",
        "aria-describedby",
        "tabindex",
        "data-focus",
    ];
    let fixed = |value: &'static str| value.into();
    let (class, focus) = (fixed("nhsuk-error-summary"), fixed("summary"));
    let values = vec![class, fixed("group"), title, what, fixed("-1"), focus];
    element("div", NAMES, values, alert)
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
