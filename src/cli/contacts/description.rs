//! Describes a contact for people: its name, its numbers and its address.

use pathway::{check::LoadedEdition, document::Contact, source::printable};

/// Returns the name of a contact in the wording for the person who needs help. A contact without
/// words is called by its id.
pub fn name(edition: &LoadedEdition, contact: &Contact) -> String {
    let words = edition.words().contacts.get(&contact.id);
    let name = words.and_then(|words| words.name.wordings().next());
    printable(name.unwrap_or(contact.id.as_str()))
}

/// Lists the phone number, the number for text messages and the web address of a contact.
pub fn ways_to_reach(contact: &Contact) -> String {
    let text = contact.text.as_ref().map(|number| format!("text {number}"));
    let ways = [contact.phone.clone(), text, contact.web.clone()];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    if ways.is_empty() {
        return "no number or address".to_owned();
    }
    printable(&ways.join(", "))
}
