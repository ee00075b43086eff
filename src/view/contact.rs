//! A contact → its name, its number as text and as a link, and what is known about it.

use super::element::{Content, classed, element, nothing, said, text};
use pathway::screen::ContactLine;
use yew::Html;

/// Those of the contacts that are wanted.
pub(super) fn contacts(contacts: &[ContactLine], wanted: fn(&ContactLine) -> bool) -> Html {
    let mut lines = Content::default();
    let mut any = false;
    for one in contacts {
        if wanted(one) {
            lines.add(contact(one));
            any = true;
        }
    }
    if !any {
        return nothing();
    }
    classed("ul", "nhsuk-list finder-contacts", lines.html())
}

fn contact(contact: &ContactLine) -> Html {
    let mut parts = Content::default();
    if contact.phone.as_ref() != Some(&contact.name) {
        parts.add(said("span", "finder-contact__name", &contact.name));
    }
    if let (Some(number), Some(tel)) = (&contact.phone, contact.tel()) {
        parts.add(link(&format!("tel:{tel}"), &contact.call, number));
    }
    if let (Some(number), Some(sms)) = (&contact.text, contact.sms()) {
        parts.add(link(&format!("sms:{sms}"), &contact.send, number));
    }
    if let Some(address) = &contact.web {
        parts.add(web(address));
    }
    if let Some(remark) = &contact.remark {
        parts.add(said("span", "finder-contact__remark", remark));
    }
    if let Some(standing) = &contact.standing {
        parts.add(said("span", "finder-contact__standing", standing));
    }
    let id = contact.id.as_str().to_owned();
    let values = vec!["finder-contact".into(), id.into()];
    element("li", &["class", "data-contact"], values, parts.html())
}

fn link(address: &str, before: &str, number: &str) -> Html {
    let values = vec!["finder-contact__call".into(), address.to_owned().into()];
    let words = text(&format!("{before} {number}"));
    element("a", &["class", "href"], values, words)
}

/// The other site never learns which page the visitor came from.
fn web(address: &str) -> Html {
    let shown = address.strip_prefix("https://").unwrap_or(address);
    let shown = shown.strip_suffix('/').unwrap_or(shown);
    let class = "finder-contact__web";
    let values = vec![class.into(), address.to_owned().into(), "noreferrer".into()];
    element("a", &["class", "href", "rel"], values, text(shown))
}
