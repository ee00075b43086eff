//! Draws a contact: its name, its telephone numbers as links, and the date of their last check.

use super::lines;
use pathway::screen::ContactLine;
use yew::prelude::*;

/// Draws a list of the contacts that `filter` selects, or nothing if it selects none.
pub(super) fn contacts(contacts: &[ContactLine], filter: fn(&ContactLine) -> bool) -> Html {
    let mut selected = contacts.iter().filter(|one| filter(one)).peekable();
    html! {
        if selected.peek().is_some() {
            <ul class="nhsuk-list finder-contacts">{ for selected.map(contact) }</ul>
        }
    }
}

fn contact(contact: &ContactLine) -> Html {
    html! {
        <li class="finder-contact" data-contact={contact.id.as_str().to_owned()}>
            if contact.phone.as_ref() != Some(&contact.name) {
                <span class="finder-contact__name">{ lines::text(&contact.name) }</span>
            }
            if let (Some(number), Some(tel)) = (&contact.phone, contact.tel()) {
                { number_link(format!("tel:{tel}"), &contact.call, number) }
            }
            if let (Some(number), Some(sms)) = (&contact.text, contact.sms()) {
                { number_link(format!("sms:{sms}"), &contact.send, number) }
            }
            if let Some(address) = &contact.web {
                { site_link(address) }
            }
            if let Some(remark) = &contact.remark {
                <span class="finder-contact__remark">{ lines::text(remark) }</span>
            }
            if let Some(note) = &contact.check_note {
                <span class="finder-contact__standing">{ note }</span>
            }
        </li>
    }
}

fn number_link(href: String, verb: &str, number: &str) -> Html {
    html! {
        <a class="finder-contact__call" {href}>{ format!("{verb} ") }{ lines::number(number) }</a>
    }
}

/// Draws a link to the site of a service. The browser does not tell that site the address of this
/// page.
fn site_link(address: &str) -> Html {
    let text = address.strip_prefix("https://").unwrap_or(address);
    let text = text.strip_suffix('/').unwrap_or(text);
    html! {
        <a class="finder-contact__web" href={address.to_owned()} rel="noreferrer">{ text }</a>
    }
}
