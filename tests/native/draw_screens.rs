//! Draws every kind of screen without a browser. The screens are each question in each wording,
//! with and without a validation error, and each outcome in each wording.

use crate::visitors::{Seen, ppimhs, seen};
use pathway::{
    properties::Urgency,
    screen::{Body, QuestionScreen, ResultScreen, Screen, SummaryScreen},
};
use ppimhs_finder::view::{ScreenProps, ScreenView};
use std::{collections::BTreeSet, rc::Rc};
use yew::{Callback, LocalServerRenderer, props};

impl Seen {
    fn wording(&self) -> &'static str {
        if self.said("who", "family-i-work-with") {
            "professional"
        } else if self.said("who", "someone-i-know") {
            "someone"
        } else {
            "person"
        }
    }
}

/// Returns a name for each kind of content on a screen. The test draws each kind once.
fn kinds(seen: &Seen) -> Vec<String> {
    let wording = seen.wording();
    match &seen.screen.body {
        Body::Start(_) => vec!["start".to_string()],
        Body::Question(question) => {
            let id = question.id.as_ref().unwrap();
            vec![format!(
                "{id} {wording} {}",
                question.validation_error.is_some()
            )]
        }
        Body::Summary(_) => vec![format!("summary {wording}")],
        Body::Result(result) => {
            let cards = result
                .cards
                .iter()
                .map(|card| format!("card {} {wording}", card.id));
            let also = result
                .also
                .iter()
                .map(|card| format!("also {} {wording}", card.id));
            cards.chain(also).collect()
        }
    }
}

async fn html(screen: &Screen) -> String {
    let screen = Rc::new(screen.clone());
    LocalServerRenderer::<ScreenView>::with_props(props!(ScreenProps {
        screen,
        heading_level: 2,
        guide: "plain.html",
        id_prefix: "finder",
        on_message: Callback::noop(),
        shows_exit: true,
        exported: None,
    }))
    .hydratable(false)
    .render()
    .await
}

/// Returns the values of an HTML attribute, in the order of the page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!("{attribute}=\"");
    html.split(start.as_str())
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .collect()
}

fn check_question(question: &QuestionScreen, html: &str) {
    assert_eq!(
        values(html, "data-question"),
        [question.id.as_ref().unwrap().as_str()]
    );
    let ids: Vec<&str> = question
        .choices
        .iter()
        .map(|choice| choice.id.as_str())
        .collect();
    assert_eq!(values(html, " value"), ids, "{html}");
    assert_eq!(
        html.contains("nhsuk-error-summary"),
        question.validation_error.is_some()
    );
    let described = values(html, "aria-describedby").join(" ");
    let known: BTreeSet<&str> = values(html, " id").into_iter().collect();
    for id in described.split_whitespace() {
        assert!(known.contains(id), "nothing has the id {id}: {html}");
    }
    let actions: BTreeSet<&str> = values(html, "data-action").into_iter().collect();
    assert!(
        actions.contains("back") && actions.contains("continue"),
        "{actions:?}"
    );
}

fn check_result(result: &ResultScreen, html: &str) {
    let cards = || result.cards.iter().chain(&result.also);
    let ids: Vec<&str> = cards().map(|card| card.id.as_str()).collect();
    assert_eq!(values(html, "data-outcome"), ids);
    let changes = values(html, "data-action")
        .iter()
        .filter(|action| **action == "change")
        .count();
    assert_eq!(changes, result.answers.len());
    for card in cards() {
        for contact in card.call.iter().chain(&card.helplines) {
            if let (Some(phone), Some(tel)) = (&contact.phone, contact.tel()) {
                assert!(
                    html.contains(&format!("tel:{tel}")),
                    "{phone} cannot be called"
                );
                assert!(html.contains(phone.as_str()), "{phone} cannot be read");
            }
            if let Some(note) = &contact.check_note {
                assert!(
                    html.contains(note.as_str()),
                    "{}: nobody says whether it was checked",
                    contact.id
                );
            }
        }
    }
    // The help is directly above the first card of the result.
    let (before, after) = html.split_once("data-outcome").unwrap();
    assert!(before.contains("tel:999") && !after.contains("finder-crisis"));
}

fn check_summary(summary: &SummaryScreen, html: &str) {
    let notes: Vec<&str> = summary.notes.iter().map(|note| note.id.as_str()).collect();
    assert_eq!(values(html, "data-note"), notes);
    let actions = values(html, "data-action");
    for action in ["back", "print", "copy", "save"] {
        assert!(actions.contains(&action), "{actions:?}");
    }
    let ids = values(html, " id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice: {html}");
}

/// The hazard log lists this test under HAZ-001, HAZ-002, HAZ-005, HAZ-008, HAZ-010, HAZ-015,
/// HAZ-019 and HAZ-024.
#[tokio::test]
async fn every_kind_of_screen_is_drawn_whole() {
    let mut drawn = BTreeSet::new();
    let mut waiting = Vec::new();
    seen(20_000, |seen| {
        let new: Vec<String> = kinds(&seen)
            .into_iter()
            .filter(|kind| !drawn.contains(kind))
            .collect();
        if !new.is_empty() {
            drawn.extend(new);
            waiting.push(seen.screen);
        }
    });
    for screen in &waiting {
        let html = html(screen).await;
        for tel in ["tel:999", "tel:111", "tel:116123"] {
            assert!(html.contains(tel), "{tel} is not on the screen");
        }
        match &screen.body {
            Body::Start(_) => assert_eq!(values(&html, "data-action"), ["exit", "start"]),
            Body::Question(question) => check_question(question, &html),
            Body::Result(result) => check_result(result, &html),
            Body::Summary(summary) => check_summary(summary, &html),
        }
        assert_eq!(html.matches("data-focus=\"heading\"").count(), 1, "{html}");
    }
    let edition = ppimhs();
    let document = edition.pathway().document();
    for question in &document.questions {
        let wordings: &[&str] = match question.id.as_str() {
            "danger" | "who" => &["person"],
            "needs-help" => &["someone", "professional"],
            _ => &["person", "someone", "professional"],
        };
        for wording in wordings {
            for mistake in [true, false] {
                let kind = format!("{} {wording} {mistake}", question.id);
                assert!(drawn.contains(&kind), "{kind} was never reached");
            }
        }
    }
    for wording in ["person", "someone", "professional"] {
        let kind = format!("summary {wording}");
        assert!(drawn.contains(&kind), "{kind} was never reached");
    }
    for outcome in &document.outcomes {
        let wordings: &[&str] = if outcome.urgency == Urgency::Emergency {
            &["person"]
        } else {
            &["person", "someone", "professional"]
        };
        for wording in wordings {
            let kind = format!("card {} {wording}", outcome.id);
            let also = format!("also {} {wording}", outcome.id);
            assert!(
                drawn.contains(&kind) || drawn.contains(&also),
                "{kind} was never reached"
            );
        }
    }
}
