//! Describes a contact by its name and its numbers.

use pathway::{check::LoadedEdition, document::Contact, source::printable};

/// Returns the name of a contact, as people read it.
pub fn name(edition: &LoadedEdition, contact: &Contact) -> String {
    let words = edition.words().contacts.get(&contact.id);
    let name = words.and_then(|words| words.name.wordings().next());
    printable(name.unwrap_or(contact.id.as_str()))
}

/// Lists the numbers and addresses of a contact.
pub fn ways_to_reach(contact: &Contact) -> String {
    let text = contact.text.as_ref().map(|number| format!("text {number}"));
    let ways = [contact.phone.clone(), text, contact.web.clone()];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    if ways.is_empty() {
        return "no number or address".to_owned();
    }
    printable(&ways.join(", "))
}
