//! A contact → its name, its number as text and as a link, and what is known about it.

use pathway::screen::ContactLine;
use yew::prelude::*;

pub(super) fn contacts<'a>(contacts: impl Iterator<Item = &'a ContactLine>) -> Html {
    let mut contacts = contacts.peekable();
    if contacts.peek().is_none() {
        return Html::default();
    }
    html! { <ul class="nhsuk-list finder-contacts">{ for contacts.map(contact) }</ul> }
}

fn contact(contact: &ContactLine) -> Html {
    let call = contact.phone.as_ref().zip(contact.tel());
    let send = contact.text.as_ref().zip(contact.sms());
    html! {
        <li class="finder-contact" data-contact={contact.id.as_str().to_owned()}>
            if contact.phone.as_ref() != Some(&contact.name) {
                <span class="finder-contact__name">{ &contact.name }</span>
            }
            { for call.map(|(number, tel)| link(format!("tel:{tel}"), &contact.call, number)) }
            { for send.map(|(number, sms)| link(format!("sms:{sms}"), &contact.send, number)) }
            { for contact.web.as_deref().map(web) }
            { for contact.remark.iter().map(|remark| html! {
                <span class="finder-contact__remark">{ remark }</span>
            }) }
            { for contact.standing.iter().map(|standing| html! {
                <span class="finder-contact__standing">{ standing }</span>
            }) }
        </li>
    }
}

fn link(href: String, before: &str, number: &str) -> Html {
    html! { <a class="finder-contact__call" {href}>{ format!("{before} {number}") }</a> }
}

/// The other site never learns which page the visitor came from.
fn web(address: &str) -> Html {
    let shown = address.strip_prefix("https://").unwrap_or(address);
    let shown = shown.strip_suffix('/').unwrap_or(shown);
    html! {
        <a class="finder-contact__web" href={address.to_owned()} rel="noreferrer">{ shown.to_owned() }</a>
    }
}
