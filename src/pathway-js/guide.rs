//! Writes the plain guide of a page's own pathway files as nodes. `www/element/own-guide.js` creates
//! the elements.

use pathway::{
    check,
    date::Date,
    edition::Edition,
    properties::Urgency,
    screen::{self, Block, Card, ContactLine, Crisis, Guide, Section, TextPart, text_parts},
};
use serde_json::{Value, json};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Returns the plain guide of the files for `compile`, as one JSON value. A node is a text, or a list
/// of a tag, its attributes and its children. `built` and `today` are the dates of the build and of
/// the device as `YYYY-MM-DD`, or empty. `heading_level` is the level of the first heading.
///
/// An edition lacks the wordings of the guide, so this function reads the files again.
///
/// # Errors
/// When the files have findings.
#[wasm_bindgen]
pub fn guide(
    pathway: &[u8],
    words: &[u8],
    trust: Option<Box<[u8]>>,
    built: &str,
    today: &str,
    heading_level: u8,
) -> Result<String, JsError> {
    let edition = check::load_for(trust.as_deref(), pathway, words, None)?;
    let today = Date::parse(built).max(Date::parse(today));
    Ok(nodes(&edition, today, heading_level).to_string())
}

fn nodes(edition: &Edition, today: Option<Date>, level: u8) -> Value {
    let guide = screen::guide(edition, today);
    let back = edition.words().ui.back().wordings().next();
    let back = json!(["button", { "type": "button", "class": "nhsuk-back-link", "data-action": "back" }, back]);
    let heading = json!([
        tag(level),
        { "class": "nhsuk-heading-l", "tabindex": "-1", "data-focus": "heading" },
        guide.heading,
    ]);
    let mut children = vec![
        element("div", "finder-top", vec![back]),
        heading,
        crisis(&guide.crisis, level),
    ];
    let draft = guide.draft.iter();
    children.extend(draft.map(|draft| element("p", "finder-draft", text(draft))));
    children.push(element("p", "nhsuk-body-l finder-lead", text(&guide.lead)));
    children.extend(paragraphs(&guide.purpose));
    children.extend(guide.cards.iter().map(|one| card(one, &guide, level)));
    let blocks = guide.blocks.iter();
    children.extend(blocks.flat_map(|one| block(one, level.saturating_add(1))));
    children.push(element("p", "finder-version", text(&guide.version)));
    let step = json!({
        "class": "finder-step",
        "lang": guide.language,
        "dir": if guide.right_to_left { "rtl" } else { "ltr" },
        "data-screen": "guide",
    });
    with_children("div", step, children)
}

/// Creates the help that every screen shows.
fn crisis(crisis: &Crisis, level: u8) -> Value {
    let title = element(
        &tag(level.saturating_add(1)),
        "nhsuk-heading-m finder-crisis__title",
        text(&crisis.title),
    );
    let contacts = crisis.contacts.iter().map(|line| {
        let number = link(
            "finder-crisis__number",
            &format!("tel:{}", line.tel),
            text(&line.name),
        );
        let when = element("span", "finder-crisis__when", text(&line.when));
        element("li", "", vec![number, " ".into(), when])
    });
    let contacts = element(
        "ul",
        "nhsuk-list finder-crisis__contacts",
        contacts.collect(),
    );
    let more = element("div", "finder-crisis__more", paragraphs(&crisis.more));
    let attributes =
        json!({ "class": "finder-crisis", "aria-label": crisis.title, "data-crisis": "open" });
    with_children("section", attributes, vec![title, contacts, more])
}

/// The section of a card that says who the outcome is for. It comes first.
const WHO: &str = "who";

fn card(card: &Card, guide: &Guide, level: u8) -> Value {
    let below = level.saturating_add(2);
    let title = vec![
        element("span", "finder-soon", text(&card.urgency_text)),
        " ".into(),
        card.title.as_str().into(),
    ];
    let title = element(
        &tag(level.saturating_add(1)),
        "nhsuk-card__heading nhsuk-heading-m",
        title,
    );
    let (who, others): (Vec<&Section>, Vec<&Section>) = card
        .sections
        .iter()
        .partition(|section| section.name == WHO);
    let mut content = Vec::new();
    content.extend(who.iter().flat_map(|section| paragraphs(&section.lines)));
    content.extend(titled(&guide.first_title, &card.first, below));
    content.extend(contacts(&guide.contacts_title, &card.call, below));
    content.extend(card.blocks.iter().flat_map(|one| block(one, below)));
    let sections = others.iter();
    content.extend(sections.flat_map(|section| titled(&section.title, &section.lines, below)));
    content.extend(contacts(&card.helplines_title, &card.helplines, below));
    let content = element("div", "nhsuk-card__content", content);
    let (class, title) = match card.urgency {
        Urgency::Emergency => (
            "nhsuk-card nhsuk-card--care nhsuk-card--care--emergency",
            held(title),
        ),
        Urgency::Today => (
            "nhsuk-card nhsuk-card--care nhsuk-card--care--urgent",
            held(title),
        ),
        Urgency::Soon | Urgency::Routine => ("nhsuk-card", title),
    };
    let attributes = json!({ "class": class, "data-outcome": card.id.as_str() });
    with_children("div", attributes, vec![title, content])
}

/// Puts the heading of a care card into its coloured container.
fn held(title: Value) -> Value {
    element("div", "nhsuk-card__heading-container", vec![title])
}

fn block(block: &Block, level: u8) -> Vec<Value> {
    titled(&block.title, &block.lines, level)
}

/// Creates a heading and lines, or nothing without lines.
fn titled(title: &str, lines: &[String], level: u8) -> Vec<Value> {
    if lines.is_empty() {
        return Vec::new();
    }
    let mut nodes = vec![heading(title, level)];
    if let [_] = lines {
        nodes.extend(paragraphs(lines));
    } else {
        let items = lines.iter().map(|line| element("li", "", text(line)));
        nodes.push(element(
            "ul",
            "nhsuk-list nhsuk-list--bullet",
            items.collect(),
        ));
    }
    nodes
}

fn contacts(title: &str, contacts: &[ContactLine], level: u8) -> Vec<Value> {
    if contacts.is_empty() {
        return Vec::new();
    }
    let items = contacts.iter().map(contact).collect();
    let list = element("ul", "nhsuk-list finder-contacts", items);
    vec![heading(title, level), list]
}

fn contact(contact: &ContactLine) -> Value {
    let mut children = Vec::new();
    let part = |class: &str, line: &String| element("span", class, text(line));
    if contact.phone.as_ref() != Some(&contact.name) {
        children.push(part("finder-contact__name", &contact.name));
    }
    let phone = contact.phone.iter().zip(contact.tel());
    children.extend(phone.map(|(number, tel)| call(&contact.call, number, &format!("tel:{tel}"))));
    let message = contact.text.iter().zip(contact.sms());
    children
        .extend(message.map(|(number, sms)| call(&contact.send, number, &format!("sms:{sms}"))));
    children.extend(contact.web.iter().map(|address| site(address)));
    let remark = contact.remark.iter();
    children.extend(remark.map(|line| part("finder-contact__remark", line)));
    let note = contact.check_note.iter();
    children.extend(note.map(|line| part("finder-contact__standing", line)));
    let attributes = json!({ "class": "finder-contact", "data-contact": contact.id.as_str() });
    with_children("li", attributes, children)
}

fn call(verb: &str, number: &str, address: &str) -> Value {
    let children = vec![format!("{verb} ").into(), digits(number)];
    link("finder-contact__call", address, children)
}

/// Creates a link to another site. The link does not send the address of this page.
fn site(address: &str) -> Value {
    let text = address.strip_prefix("https://").unwrap_or(address);
    let text = text.strip_suffix('/').unwrap_or(text);
    json!(["a", { "class": "finder-contact__web", "href": address, "rel": "noreferrer" }, text])
}

fn link(class: &str, address: &str, children: Vec<Value>) -> Value {
    with_children("a", json!({ "class": class, "href": address }), children)
}

fn heading(title: &str, level: u8) -> Value {
    element(&tag(level), "nhsuk-heading-s", text(title))
}

fn tag(level: u8) -> String {
    format!("h{}", level.clamp(1, 6))
}

fn paragraphs(lines: &[String]) -> Vec<Value> {
    let lines = lines.iter();
    lines.map(|line| element("p", "", text(line))).collect()
}

/// Creates the nodes of a text. Its numbers keep their order on a page that runs from right to left.
fn text(text: &str) -> Vec<Value> {
    let parts = text_parts(text).into_iter();
    parts
        .map(|part| match part {
            TextPart::Words(words) => words.into(),
            TextPart::Number(number) => digits(number),
        })
        .collect()
}

fn digits(number: &str) -> Value {
    json!(["bdi", { "dir": "ltr" }, number])
}

fn element(tag: &str, class: &str, children: Vec<Value>) -> Value {
    let attributes = if class.is_empty() {
        json!({})
    } else {
        json!({ "class": class })
    };
    with_children(tag, attributes, children)
}

fn with_children(tag: &str, attributes: Value, children: Vec<Value>) -> Value {
    let mut node = vec![tag.into(), attributes];
    node.extend(children);
    Value::Array(node)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    /// Returns the guide of the built-in pathway with the example trust file.
    fn example(today: Option<Date>) -> String {
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www");
        let read = |file: &str| fs::read(www.join(file)).unwrap();
        let (pathway, words) = (
            read("pathways/ppimhs/pathway.json"),
            read("pathways/ppimhs/words/en-GB.json"),
        );
        let trust = read("trusts/exampleshire.json");
        let edition = check::load_for(Some(&trust), &pathway, &words, None).unwrap();
        nodes(&edition, today, 2).to_string()
    }

    /// The hazard log lists this test under HAZ-002.
    #[test]
    fn the_guide_has_only_the_numbers_of_its_own_edition() {
        let guide = example(Date::new(2026, 11, 22));
        for own in [
            "01632 960 100",
            "tel:01632960102",
            "tel:999",
            "Little Steps",
            "Exampleshire",
        ] {
            assert!(guide.contains(own), "{own} is not in {guide}");
        }
        for foreign in [
            "0300 555",
            "PPIMHS",
            "Redbridge",
            "Waltham",
            "Havering",
            "Barking",
        ] {
            assert!(!guide.contains(foreign), "{foreign} is in {guide}");
        }
    }

    /// The hazard log lists this test under HAZ-002.
    #[test]
    fn a_number_counts_as_checked_only_on_a_known_day_before_its_next_check() {
        let checked = "Checked on 1 September 2026.";
        assert!(example(Date::new(2026, 11, 22)).contains(checked));
        assert!(!example(Date::new(2028, 1, 1)).contains(checked));
        assert!(!example(None).contains(checked));
    }
}
