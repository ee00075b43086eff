//! Every kind of screen a visitor can reach, drawn without a browser: each question in each wording,
//! with and without a mistake, and each outcome in each wording.

use crate::{journeys::Visitor, laws::Dice, routes::ppimhs};
use pathway::{
    document::Urgency,
    journey::Event,
    screen::{Body, Card, QuestionScreen, ResultScreen, Screen},
};
use ppimhs_finder::view::{ScreenProps, ScreenView};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};
use yew::{Callback, LocalServerRenderer, props};

/// A screen, and the answers that led to it.
struct Seen {
    screen: Screen,
    answers: BTreeMap<String, Vec<String>>,
}

impl Seen {
    fn said(&self, question: &str, option: &str) -> bool {
        self.answers
            .get(question)
            .is_some_and(|picked| picked.iter().any(|id| id == option))
    }

    fn wording(&self) -> &'static str {
        if self.said("who", "family-i-work-with") {
            "professional"
        } else if self.said("who", "someone-i-know") {
            "someone"
        } else {
            "person"
        }
    }

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

    /// Law 20: a loss, and neither a pregnancy, nor a child, nor a baby elsewhere.
    fn loss_only(&self) -> bool {
        self.said("stage", "loss")
            && !["pregnant", "has-child", "baby-elsewhere"]
                .iter()
                .any(|stage| self.said("stage", stage))
    }
}

/// Picks some answer: an exclusive option more often than not, so that journeys go on.
fn picks(question: &QuestionScreen, dice: &mut Dice) -> Vec<String> {
    let ids = |exclusive: bool| -> Vec<String> {
        let choices = question
            .choices
            .iter()
            .filter(|choice| choice.exclusive == exclusive);
        choices.map(|choice| choice.id.to_string()).collect()
    };
    let (alone, others) = (ids(true), ids(false));
    let calm = if question
        .id
        .as_ref()
        .is_some_and(|id| id.as_str() == "danger")
    {
        9
    } else {
        4
    };
    if !alone.is_empty() && dice.below(10) < calm {
        return vec![alone[dice.below(alone.len())].clone()];
    }
    let count = if question.many { dice.below(3) + 1 } else { 1 };
    let picked: BTreeSet<String> = (0..count)
        .map(|_| others[dice.below(others.len())].clone())
        .collect();
    picked.into_iter().collect()
}

/// Every screen of so many random journeys.
fn seen(journeys: usize, mut look: impl FnMut(Seen)) {
    let edition = ppimhs();
    let mut dice = Dice::new();
    for _ in 0..journeys {
        let mut visitor = Visitor::new(&edition);
        let mut answers = BTreeMap::new();
        look(Seen {
            screen: visitor.sees(),
            answers: answers.clone(),
        });
        visitor.does(Event::Start);
        while let Body::Question(question) = visitor.sees().body {
            look(Seen {
                screen: visitor.sees(),
                answers: answers.clone(),
            });
            if dice.below(8) == 0 {
                visitor.does(Event::Continue);
                look(Seen {
                    screen: visitor.sees(),
                    answers: answers.clone(),
                });
            }
            let picked = picks(&question, &mut dice);
            let options: Vec<&str> = picked.iter().map(String::as_str).collect();
            visitor.answers(&options);
            answers.insert(question.id.unwrap().to_string(), picked);
        }
        look(Seen {
            screen: visitor.sees(),
            answers,
        });
    }
}

/// What is new on a screen, so that each kind is drawn once.
fn kinds(seen: &Seen) -> Vec<String> {
    let wording = seen.wording();
    match &seen.screen.body {
        Body::Start(_) => vec!["start".to_string()],
        Body::Question(question) => {
            let id = question.id.as_ref().unwrap();
            vec![format!("{id} {wording} {}", question.mistake.is_some())]
        }
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
        ids: "finder",
        on_event: Callback::noop(),
        on_find: Callback::noop(),
    }))
    .hydratable(false)
    .render()
    .await
}

/// The values of an attribute, in the order of the page.
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
        question.mistake.is_some()
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
            if let Some(standing) = &contact.standing {
                assert!(
                    html.contains(standing.as_str()),
                    "{}: nobody says whether it was checked",
                    contact.id
                );
            }
        }
    }
    // The crisis block stands directly above the first card.
    let (before, after) = html.split_once("data-outcome").unwrap();
    assert!(before.contains("tel:999") && !after.contains("finder-crisis"));
}

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
            Body::Start(_) => assert_eq!(values(&html, "data-action"), ["start"]),
            Body::Question(question) => check_question(question, &html),
            Body::Result(result) => check_result(result, &html),
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

fn cards(result: &ResultScreen) -> impl Iterator<Item = &Card> {
    result.cards.iter().chain(&result.also)
}

/// All texts of a screen that a visitor reads, but for the answers that they gave.
fn texts(screen: &Screen) -> Vec<String> {
    let mut screen = screen.clone();
    if let Body::Result(result) = &mut screen.body {
        result.answers.clear();
    }
    let text = format!("{screen:?}");
    let quoted = text.split('"').skip(1).step_by(2).map(str::to_lowercase);
    // Ids are one word without a space, and nobody reads them.
    quoted.filter(|text| text.contains(' ')).collect()
}

/// Law 20: whoever lost a baby, and has no other, reads nothing of a living one.
#[test]
fn a_loss_is_never_met_with_words_of_a_living_baby() {
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
            // The tool's own name stands on every screen.
            let text = text.replace("find help in pregnancy or after having a baby", "");
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

/// Law 22, and the blocks of the contract: each stands exactly where its condition says.
#[test]
fn every_block_stands_exactly_where_its_condition_says() {
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

/// Law 24, and the first line of an emergency: 999 comes first.
#[test]
fn help_stands_on_every_screen_in_the_same_order() {
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

/// Law 21: what to do first never rests on a number that nobody checked.
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

/// Every urgent outcome is a card, then the next until there are three, and at least one that is
/// not urgent.
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
