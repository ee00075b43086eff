//! Describes a contact for people: its name, its numbers and its address. Also describes areas and
//! outcomes by their names and ids.

use pathway::{
    check::LoadedEdition, document::Contact, id::QuestionId, source::printable, wording::Lines,
};

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

/// Lists the areas of the service, each with its id and the id of its team.
pub fn areas(edition: &LoadedEdition) -> Vec<String> {
    let document = edition.pathway().document();
    let asked = document.questions_of(&document.local.outside);
    let question = asked.first().map(|id| QuestionId::from(*id));
    let words = question.and_then(|id| edition.words().questions.get(&id));
    let areas = document.local.areas.iter().map(|area| {
        let words = words.and_then(|words| words.options.get(&area.id));
        let name = words.and_then(|words| words.label.wordings().next());
        let team = area.team.as_ref().map(|team| format!(": {team}"));
        let name = printable(name.unwrap_or(area.id.as_str()));
        format!("{name} ({}){}", area.id, team.unwrap_or_default())
    });
    areas.collect()
}

/// Lists the contacts that only a trust can name, each with its purpose.
pub fn slots(edition: &LoadedEdition) -> Vec<String> {
    let slots = edition.pathway().document().local.slots.iter();
    let slots = slots.map(|slot| format!("{} ({})", printable(&slot.purpose), slot.id));
    slots.collect()
}

/// Lists the outcomes, each with its id and its urgency.
pub fn outcomes(edition: &LoadedEdition) -> Vec<String> {
    let outcomes = edition.pathway().document().outcomes.iter().map(|outcome| {
        let words = edition.words().outcomes.get(&outcome.id);
        let title = words.and_then(|words| first(&words.title));
        let title = printable(title.unwrap_or(outcome.id.as_str()));
        format!("{title} ({}): {}", outcome.id, outcome.urgency.as_str())
    });
    outcomes.collect()
}

fn first(lines: &Lines) -> Option<&str> {
    let (_, text) = lines.iter().next()?;
    text.wordings().next()
}
