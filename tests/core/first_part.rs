//! The first part of an edition alone: what a visitor sees before the rest is there, and where they wait.

use crate::{
    small::tiny,
    visitors::{Dice, Visitor, ppimhs},
};
use pathway::{
    check::Loaded,
    document::Urgency,
    edition::Edition,
    journey::Event,
    screen::{Body, Screen, screen},
};

/// A pathway with and without its rest.
struct Both {
    whole: Loaded,
    first: Edition,
}

impl Both {
    fn of(whole: Loaded) -> Self {
        let first = Edition::decode(&whole.encode()[0]).unwrap();
        assert!(!first.is_whole());
        Self { whole, first }
    }

    /// What a visitor sees, with and without the rest.
    fn seen(&self, visitor: &Visitor<'_>) -> [Screen; 2] {
        [&*self.whole, &self.first].map(|edition| screen(edition, &visitor.journey, None))
    }
}

fn numbers(screen: &Screen) -> Vec<&str> {
    let contacts = screen.crisis.contacts.iter();
    contacts.map(|contact| contact.tel.as_str()).collect()
}

/// The same screen to the letter, its paper too; or one that waits, with all the help open.
fn check(both: &Both, visitor: &Visitor<'_>, ended: bool) {
    let [whole, first] = both.seen(visitor);
    let waits = match whole.body {
        Body::Start(_) | Body::Question(_) => false,
        Body::Result(_) => !ended,
        Body::Summary(_) => true,
        Body::Waiting(_) => panic!("a whole edition waits for nothing"),
    };
    if !waits {
        assert_eq!(first, whole);
        return;
    }
    let Body::Waiting(waiting) = &first.body else {
        panic!("half a result: {first:?}");
    };
    for said in [
        &waiting.title,
        &waiting.line,
        &waiting.late_title,
        &waiting.late,
        &waiting.try_again,
        &waiting.back,
    ] {
        assert!(!said.is_empty(), "{waiting:?}");
    }
    assert!(first.crisis.open && first.summary.is_none());
    assert_eq!(numbers(&first), ["999", "111", "116123"]);
    assert_eq!(first.crisis.contacts, whole.crisis.contacts);
    assert_eq!(first.crisis.more, whole.crisis.more);
}

/// Whether the questions ended because of a rule that ends them.
fn ended(edition: &Edition, visitor: &Visitor<'_>) -> bool {
    let pathway = edition.pathway();
    let replay = visitor.journey.replay(pathway);
    let rules = pathway.document().rules.iter();
    let mut stopping = rules.filter(|rule| rule.stop);
    stopping.any(|rule| pathway.holds(&rule.when, &replay.answers))
}

fn is_emergency(screen: &Screen) -> bool {
    matches!(&screen.body, Body::Result(result) if result.urgency == Urgency::Emergency)
}

/// Every set of red flags that somebody may tick, as the first answer and as a changed one.
///
/// HAZ-001.
#[test]
fn every_emergency_is_whole_before_the_rest_of_the_pathway_is_there() {
    let both = Both::of(ppimhs());
    let mut visitor = Visitor::new(&both.whole);
    visitor.does(Event::Start);
    let Body::Question(danger) = visitor.sees().body else {
        panic!("nothing is asked");
    };
    let flags: Vec<_> = danger
        .choices
        .iter()
        .filter(|flag| !flag.exclusive)
        .collect();
    assert_eq!(flags.len(), 7);
    for ticked in 1_u32..1 << flags.len() {
        let ticked: Vec<&str> = flags
            .iter()
            .enumerate()
            .filter(|(place, _)| ticked & (1 << place) != 0)
            .map(|(_, flag)| flag.id.as_str())
            .collect();
        let mut visitor = Visitor::new(&both.whole);
        visitor.does(Event::Start).answers(&ticked);
        assert!(is_emergency(&both.seen(&visitor)[1]), "{ticked:?}");
        check(&both, &visitor, true);
        visitor.does(Event::Keep);
        check(&both, &visitor, true);

        let mut later = Visitor::new(&both.whole);
        later.does(Event::Start).answers(&["none"]);
        for answer in ["birth-parent", "pregnant", "none"] {
            later.answers(&[answer]);
        }
        later.does(Event::Change("danger".into()));
        later.does(Event::Pick("none".into()));
        later.answers(&ticked);
        assert!(is_emergency(&both.seen(&later)[1]), "{ticked:?}");
        check(&both, &later, true);
    }
}

/// HAZ-008.
#[test]
fn a_result_is_whole_or_waits_beside_the_help_and_questions_never_wait() {
    for whole in [tiny(), ppimhs()] {
        let both = Both::of(whole);
        let mut dice = Dice::new();
        let (mut waited, mut told) = (0, 0);
        for _ in 0..300 {
            let mut visitor = Visitor::new(&both.whole);
            check(&both, &visitor, false);
            visitor.does(Event::Start);
            while let Body::Question(question) = visitor.sees().body {
                check(&both, &visitor, false);
                visitor.does(Event::Continue);
                check(&both, &visitor, false);
                for _ in 0..=dice.below(3) {
                    let choice = &question.choices[dice.below(question.choices.len())];
                    visitor.does(Event::Pick(choice.id.clone()));
                }
                let picked = &question.choices[0];
                if visitor.journey.draft().is_empty() {
                    visitor.does(Event::Pick(picked.id.clone()));
                }
                visitor.does(Event::Continue);
            }
            let ended = ended(&both.whole, &visitor);
            check(&both, &visitor, ended);
            if ended {
                told += 1;
            } else {
                waited += 1;
            }
            visitor.does(Event::Keep);
            check(&both, &visitor, ended);
        }
        assert!(waited > 10 && told > 10, "{waited} waited, {told} did not");
    }
}

/// With the rest, the same journey goes on: nobody has to start again.
#[test]
fn whoever_waited_sees_the_result_once_the_rest_is_there() {
    let both = Both::of(ppimhs());
    let mut visitor = Visitor::new(&both.first);
    visitor.does(Event::Start).answers(&["none"]);
    while let Body::Question(question) = visitor.sees().body {
        let last = question.choices.last().unwrap();
        visitor.answers(&[last.id.as_str()]);
    }
    assert!(matches!(visitor.sees().body, Body::Waiting(_)));
    let [whole, _] = both.seen(&visitor);
    assert!(matches!(whole.body, Body::Result(_)));
}
