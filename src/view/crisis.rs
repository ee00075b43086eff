//! The help that every screen shows: open, or as one line that always names the three numbers and
//! opens to the rest. It stands above whatever a screen asks a visitor to do: after Back on a
//! question, directly above the first card on a result, above Start on the start page.

use super::{
    ScreenProps,
    element::{Content, all, classed, element, nothing, plain, said, text},
    heading::named_heading,
    lines::paragraphs,
};
use pathway::screen::{Crisis, CrisisLine};
use yew::Html;

pub(super) fn crisis(props: &ScreenProps) -> Html {
    let crisis = &props.screen.crisis;
    if crisis.open {
        block(props, crisis)
    } else {
        line(props, crisis)
    }
}

fn block(props: &ScreenProps, crisis: &Crisis) -> Html {
    const NAMES: &[&str] = &["class", "aria-labelledby", "data-crisis"];
    let title = props.id("crisis");
    let values = vec!["finder-crisis".into(), title.clone(), "open".into()];
    let class = "nhsuk-heading-m finder-crisis__title";
    let content = all([
        named_heading(props, 1, class, title, &crisis.title),
        whole(props, crisis),
    ]);
    element("section", NAMES, values, content)
}

fn line(props: &ScreenProps, crisis: &Crisis) -> Html {
    let folded = all([
        said("summary", "finder-help__label", &crisis.label),
        classed("div", "finder-crisis", whole(props, crisis)),
    ]);
    let content = all([
        classed("details", "finder-help__all", folded),
        classed("ul", "finder-help__line", numbers(crisis, |_| nothing())),
    ]);
    let values = vec!["finder-help".into(), "line".into()];
    element("div", &["class", "data-crisis"], values, content)
}

fn whole(props: &ScreenProps, crisis: &Crisis) -> Html {
    let when = |contact: &CrisisLine| said("span", "finder-crisis__when", &contact.when);
    let guide = vec![props.guide.clone()];
    let guide = element("a", &["href"], guide, text(&crisis.guide));
    let class = "nhsuk-list finder-crisis__contacts";
    all([
        classed("ul", class, numbers(crisis, when)),
        classed("div", "finder-crisis__more", paragraphs(&crisis.more)),
        plain("p", guide),
    ])
}

fn numbers(crisis: &Crisis, beside: fn(&CrisisLine) -> Html) -> Html {
    let mut lines = Content::default();
    for contact in &crisis.contacts {
        let address = format!("tel:{}", contact.tel);
        let values = vec!["finder-crisis__number".into(), address.into()];
        let number = element("a", &["class", "href"], values, text(&contact.name));
        lines.add(plain("li", all([number, beside(contact)])));
    }
    lines.html()
}
