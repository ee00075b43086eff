//! Tests on random journeys what every screen must show, where no law of the pathway requires it.

use crate::visitors::{ppimhs, seen};
use pathway::screen::{Body, Card, ResultScreen};

fn results(mut look: impl FnMut(&ResultScreen)) {
    let mut looked = 0;
    seen(2_000, |seen| {
        if let Body::Result(result) = &seen.screen.body {
            looked += 1;
            look(result);
        }
    });
    assert!(looked > 1_000, "only {looked} results");
}

fn cards(result: &ResultScreen) -> impl Iterator<Item = &Card> {
    result.cards.iter().chain(&result.also)
}

/// A visitor reads that nothing has been sent, on the result and before the first question.
///
/// The hazard log lists this test under HAZ-020.
#[test]
fn every_result_says_that_nothing_has_been_sent() {
    results(|result| {
        let said = &result.nothing_sent;
        assert!(said.starts_with("Nothing has been sent. You need to call"));
    });
    let edition = ppimhs();
    let points = &edition.words().start.points;
    assert!(
        points
            .iter()
            .any(|point| point.starts_with("Nothing is sent"))
    );
}

/// Each card must help a visitor whom the service turns away.
///
/// The hazard log lists this test under HAZ-003 and HAZ-013.
#[test]
fn every_card_says_what_to_do_if_the_answer_is_no_or_it_gets_worse() {
    results(|result| {
        for card in cards(result) {
            let mut sections = card.sections.iter();
            let found = sections.find(|section| section.name == "turned_away");
            assert!(
                found.is_some_and(|section| !section.lines.is_empty()),
                "{}",
                card.id
            );
        }
    });
}

/// A visitor who is tired of questions needs one press to see every service.
///
/// The hazard log lists this test under HAZ-021.
#[test]
fn every_question_page_links_to_the_plain_guide() {
    let mut looked = 0;
    seen(500, |seen| {
        assert!(!seen.screen.crisis.guide.is_empty());
        if let Body::Question(question) = &seen.screen.body {
            looked += 1;
            assert_eq!(question.guide, "Show me who I can call now");
        }
    });
    assert!(looked > 1_000, "only {looked} questions");
}

/// A person beside the visitor must not read an answer about safety at home.
///
/// The hazard log lists this test under HAZ-007.
#[test]
fn the_card_about_safety_at_home_never_repeats_an_answer() {
    let mut looked = 0;
    results(|result| {
        let mut cards = cards(result);
        let Some(card) = cards.find(|card| card.id.as_str() == "safety-at-home") else {
            return;
        };
        looked += 1;
        for reason in &card.reasons {
            assert!(reason.answers.is_empty(), "{:?}", reason.answers);
            assert_eq!(reason.text, "We show this because of one of your answers.");
        }
    });
    assert!(looked > 50, "only {looked} such cards");
}

/// `check` refuses words that sound like a diagnosis, in any text.
///
/// The hazard log lists this test under HAZ-003 and HAZ-011.
#[test]
fn words_that_sound_like_a_diagnosis_are_refused() {
    let edition = ppimhs();
    let avoid = &edition.words().style.avoid;
    for word in [
        "assessment",
        "triage",
        "score",
        "symptom checker",
        "disorder",
        "eligible",
        "mild",
        "severe",
        "normal",
        "you may have",
    ] {
        assert!(avoid.iter().any(|avoided| avoided == word), "{word}");
    }
}

/// Before the first question, a visitor reads what the widget cannot do.
///
/// The hazard log lists this test under HAZ-003 and HAZ-011.
#[test]
fn the_start_page_says_what_the_tool_is_not() {
    seen(1, |seen| {
        let Body::Start(start) = &seen.screen.body else {
            return;
        };
        let purpose = start.purpose.join(" ");
        for part in [
            "does not say what is wrong",
            "does not decide if you need help",
            "does not replace a doctor",
        ] {
            assert!(purpose.contains(part), "{part}: {purpose}");
        }
        assert!(start.draft.is_some(), "nobody has signed it");
    });
}
