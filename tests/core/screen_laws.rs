//! Tests on random journeys the laws of the pathway that speak about screens, and which blocks, cards
//! and help a screen shows.

use crate::visitors::{Seen, ppimhs, seen};
use pathway::{
    document::law::Claim,
    properties::Urgency,
    screen::{Body, Card, ResultScreen, Screen},
};
use std::collections::BTreeSet;

impl Seen {
    fn red_flag(&self) -> bool {
        self.answers.get("danger").is_some_and(|picked| {
            !picked
                .iter()
                .any(|id| id == "none" || id == "rather-not-say")
        })
    }

    fn may_have_child(&self) -> bool {
        self.said("stage", "has-child") || self.said("stage", "rather-not-say")
    }

    /// Returns true if the visitor has had a loss, and is not pregnant, has no child and has no
    /// baby elsewhere. Law 20 is about these visitors.
    fn loss_only(&self) -> bool {
        self.said("stage", "loss")
            && !["pregnant", "has-child", "baby-elsewhere"]
                .iter()
                .any(|stage| self.said("stage", stage))
    }
}

fn cards(result: &ResultScreen) -> impl Iterator<Item = &Card> {
    result.cards.iter().chain(&result.also)
}

/// Returns all texts on a screen, without the visitor's own answers.
fn texts(screen: &Screen) -> Vec<String> {
    let mut screen = screen.clone();
    if let Body::Result(result) = &mut screen.body {
        result.answers.clear();
    }
    if let Some(summary) = &mut screen.summary {
        summary.sections.retain(|section| section.name != "answers");
    }
    let text = format!("{screen:?}");
    let quoted = text.split('"').skip(1).step_by(2).map(str::to_lowercase);
    // Only a text with a space counts. A text without a space may be an id, which no visitor reads.
    quoted.filter(|text| text.contains(' ')).collect()
}

/// Tests law 20: a visitor who has had a loss, and has no other baby, reads no words about a living
/// baby.
///
/// The hazard log lists this test under HAZ-014.
#[test]
fn after_a_loss_no_text_is_about_a_living_baby() {
    let words = [
        "your baby",
        "my baby",
        "their baby",
        "your child",
        "my child",
        "the child",
        "a child",
        "health visitor",
        "the cot",
        "in the cot",
        "breastfe",
        "parents and babies",
        "crying",
        "baby sleeps",
    ];
    let mut looked = 0;
    seen(4_000, |seen| {
        if !seen.loss_only() || seen.red_flag() {
            return;
        }
        looked += 1;
        for text in texts(&seen.screen) {
            // The test ignores two phrases: the name of the widget, and "as a child", which is
            // about the parent.
            let text = text
                .replace("find help in pregnancy or after having a baby", "")
                .replace("as a child, ", "");
            for word in words {
                assert!(
                    !text.contains(word),
                    "after a loss: {text}\n{:?}",
                    seen.answers
                );
            }
        }
    });
    assert!(looked > 200, "only {looked} screens after a loss");
}

fn blocks(result: &ResultScreen) -> BTreeSet<String> {
    let own = result.blocks.iter();
    own.chain(cards(result).flat_map(|card| &card.blocks))
        .map(|block| block.id.to_string())
        .collect()
}

/// Tests law 22 and the promise about blocks: a result shows a block exactly if the condition of
/// the block holds.
///
/// The hazard log lists this test under HAZ-003, HAZ-015, HAZ-022, HAZ-023 and HAZ-025.
#[test]
fn a_result_shows_a_block_exactly_if_its_condition_holds() {
    seen(4_000, |seen| {
        let Body::Result(result) = &seen.screen.body else {
            return;
        };
        let blocks = blocks(result);
        let scary =
            seen.said("today", "unwanted-thoughts") || seen.said("parent-signs", "scary-thoughts");
        let harm = seen.said("today", "not-sure-might-harm");
        let has = |id: &str| blocks.contains(id);
        assert_eq!(
            has("about-scary-thoughts"),
            scary && !harm && !seen.red_flag(),
            "{:?}",
            seen.answers
        );
        let strained = harm
            || ["anger-at-baby", "cannot-cope", "scary-thoughts"]
                .iter()
                .any(|sign| seen.said("parent-signs", sign))
            || seen.said("help-with", "crying-sleep-feeding");
        assert_eq!(
            has("safe-right-now"),
            strained && seen.may_have_child(),
            "{:?}",
            seen.answers
        );
        assert_eq!(
            has("tonight"),
            result.urgency < Urgency::Today,
            "{:?}",
            seen.answers
        );
        let medicine = cards(result).any(|card| {
            [
                "ppimhs-pregnancy",
                "borough-mental-health-team",
                "usual-care-team",
            ]
            .contains(&card.id.as_str())
        });
        assert_eq!(has("medicine"), medicine, "{:?}", seen.answers);
        assert!(has("if-this-is-you"), "{:?}", seen.answers);
        for (flag, block) in [
            ("overdose-or-injury", "self-harm"),
            ("suicide-plan", "self-harm"),
            ("psychosis-signs", "psychosis"),
            ("harmed-child-or-about-to", "harm"),
            ("child-collapsed", "child"),
            ("child-not-safe", "attacked"),
            ("adult-not-safe", "attacked"),
        ] {
            if seen.said("danger", flag) {
                assert!(
                    blocks.iter().any(|id| id.contains(block)),
                    "{flag}: {blocks:?}"
                );
            }
        }
    });
}

/// Tests law 24: every screen shows the help in the same order. An emergency result begins with
/// 999.
///
/// The hazard log lists this test under HAZ-001, HAZ-006, HAZ-008, HAZ-010 and HAZ-021.
#[test]
fn every_screen_shows_the_help_in_the_same_order() {
    let mut emergencies = 0;
    seen(1_500, |seen| {
        let names: Vec<&str> = seen
            .screen
            .crisis
            .contacts
            .iter()
            .map(|line| line.tel.as_str())
            .collect();
        assert_eq!(names, ["999", "111", "116123"]);
        let Body::Result(result) = &seen.screen.body else {
            return;
        };
        let unsaid = seen.said("danger", "rather-not-say") || seen.said("today", "rather-not-say");
        assert_eq!(
            seen.screen.crisis.open,
            unsaid || result.urgency >= Urgency::Today
        );
        if seen.red_flag() {
            emergencies += 1;
            assert!(result.title.contains("999"), "{}", result.title);
            assert_eq!(result.cards[0].id.as_str(), "emergency");
            assert!(
                result.cards[0].first[0].contains("999"),
                "{:?}",
                result.cards[0].first
            );
            assert_eq!(result.cards[0].call[0].phone.as_deref(), Some("999"));
        }
    });
    assert!(emergencies > 50);
}

/// Tests law 21: the first instruction on a card does not depend on an unchecked number.
///
/// The hazard log lists this test under HAZ-002, HAZ-012 and HAZ-020.
#[test]
fn no_card_leads_with_an_unchecked_number() {
    seen(2_000, |seen| {
        let Body::Result(result) = &seen.screen.body else {
            return;
        };
        for card in cards(result) {
            let unchecked = card.call.iter().filter(|contact| !contact.current);
            for number in unchecked.filter_map(|contact| contact.phone.as_deref()) {
                assert!(
                    !card.first[0].contains(number),
                    "{}: {}",
                    card.id,
                    card.first[0]
                );
            }
            let sorted = card.call.iter().map(|contact| !contact.current);
            assert!(sorted.is_sorted(), "{}", card.id);
            let human = card.first.join(" ").to_lowercase();
            let someone = [
                "999",
                "111",
                "gp",
                "midwife",
                "health visitor",
                "school nurse",
                "team",
                "police",
                "a&e",
            ];
            assert!(
                someone.iter().any(|word| human.contains(word)),
                "{}: {human}",
                card.id
            );
        }
    });
}

/// Every urgent outcome is a card. Other outcomes follow until there are three cards, and at least
/// one card is not urgent.
///
/// The hazard log lists this test under HAZ-006 and HAZ-013.
#[test]
fn cards_come_first_and_nothing_is_dropped() {
    seen(2_000, |seen| {
        let Body::Result(result) = &seen.screen.body else {
            return;
        };
        let urgent = |card: &Card| card.urgency >= Urgency::Today;
        assert!(!result.also.iter().any(urgent));
        if result.cards[0].urgency == Urgency::Emergency {
            return;
        }
        assert!(!result.cards.iter().all(urgent), "{:?}", seen.answers);
        assert!(result.also.is_empty() || result.cards.len() >= 3);
    });
}

/// Tests law 4: if a law lists a line as one that names whom to turn to, this line names a person,
/// in every wording.
///
/// The hazard log lists this test under HAZ-013.
#[test]
fn every_line_on_whom_to_turn_to_names_a_person() {
    const NAMED: [&str; 7] = [
        "GP",
        "midwife",
        "health visitor",
        "school nurse",
        "111",
        "999",
        "mental health team",
    ];
    let edition = ppimhs();
    let document = edition.pathway().document();
    let claims = document.laws.iter().flat_map(|law| &law.claims);
    let mut outcomes = BTreeSet::new();
    for claim in claims {
        let Claim::Reaches(claim) = claim else {
            continue;
        };
        outcomes.insert(&claim.outcome);
        let words = edition.words().outcomes.get(&claim.outcome).unwrap();
        for line in &claim.lines {
            for text in words.first.get(line).unwrap().all() {
                let named = NAMED.iter().any(|name| text.contains(name));
                assert!(named, "{}.{line}: {text}", claim.outcome);
            }
        }
    }
    assert_eq!(outcomes.len(), document.outcomes.len());
}
