//! Tests that each action of a visitor leads to the right screen.

use crate::{small_pathway::tiny, visitors::Visitor};
use pathway::{
    date::Date,
    journey::{Event, Journey},
    screen::{Body, QuestionScreen, ResultScreen, screen},
};

impl Visitor<'_> {
    fn question(&self) -> QuestionScreen {
        match self.sees().body {
            Body::Question(question) => *question,
            body => panic!("expected a question, and saw {body:?}"),
        }
    }

    fn asked(&self) -> String {
        self.question().id.unwrap().to_string()
    }

    fn result(&self) -> ResultScreen {
        match self.sees().body {
            Body::Result(result) => *result,
            body => panic!("expected a result, and saw {body:?}"),
        }
    }

    fn outcomes(&self) -> Vec<String> {
        let result = self.result();
        let cards = result.cards.iter().chain(&result.also);
        cards.map(|card| card.id.to_string()).collect()
    }

    fn picked(&self) -> Vec<String> {
        let choices = self.question().choices.into_iter();
        choices
            .filter(|choice| choice.picked)
            .map(|choice| choice.id.to_string())
            .collect()
    }
}

fn to_area(visitor: &mut Visitor<'_>) {
    visitor
        .does(Event::Start)
        .answers(&["none"])
        .answers(&["worker"])
        .answers(&["work", "play"])
        .answers(&["baby"]);
    assert_eq!(visitor.asked(), "area");
}

#[test]
fn nothing_is_picked_until_the_visitor_picks_it() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    visitor.does(Event::Start);
    assert_eq!(visitor.asked(), "danger");
    assert!(visitor.picked().is_empty());
}

#[test]
fn continue_without_an_answer_says_what_to_do_and_stays() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    visitor.does(Event::Start).does(Event::Continue);
    let mistake = visitor.question().validation_error.unwrap();
    assert_eq!(mistake.message, "Choose what is true now");
    visitor.answers(&["none"]);
    assert_eq!(visitor.asked(), "who");
    assert!(visitor.question().validation_error.is_none());
}

#[test]
fn an_exclusive_option_and_the_others_clear_each_other() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    visitor.does(Event::Start);
    visitor
        .does(Event::Pick("fire".into()))
        .does(Event::Pick("flood".into()));
    assert_eq!(visitor.picked(), ["fire", "flood"]);
    visitor.does(Event::Pick("none".into()));
    assert_eq!(visitor.picked(), ["none"]);
    visitor.does(Event::Pick("fire".into()));
    assert_eq!(visitor.picked(), ["fire"]);
    visitor.does(Event::Pick("fire".into()));
    assert!(visitor.picked().is_empty());
}

#[test]
fn back_keeps_the_answer_and_continue_leads_to_the_first_missing_answer() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    to_area(&mut visitor);
    visitor.does(Event::Back).does(Event::Back);
    assert_eq!(visitor.asked(), "needs");
    assert_eq!(visitor.picked(), ["play", "work"]);
    visitor.does(Event::Continue);
    assert_eq!(visitor.asked(), "area");
}

/// The hazard log lists this test under HAZ-016.
#[test]
fn an_answer_to_a_question_that_is_no_longer_asked_does_not_count() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    to_area(&mut visitor);
    visitor.answers(&["here"]);
    assert_eq!(visitor.outcomes(), ["team"]);
    visitor.does(Event::Change("needs".into()));
    visitor.answers(&["nothing"]);
    assert_eq!(visitor.outcomes(), ["doctor"]);
    let asked: Vec<String> = visitor
        .result()
        .answers
        .iter()
        .map(|answer| answer.id.to_string())
        .collect();
    assert_eq!(asked, ["danger", "who", "needs", "area"]);
}

/// The hazard log lists this test under HAZ-016.
#[test]
fn a_question_whose_picked_options_all_disappeared_is_asked_again() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    visitor
        .does(Event::Start)
        .answers(&["none"])
        .answers(&["worker"])
        .answers(&["work"]);
    visitor.does(Event::Change("who".into())).answers(&["me"]);
    assert_eq!(visitor.asked(), "needs");
    assert!(visitor.picked().is_empty());
}

/// The hazard log lists this test under HAZ-016.
#[test]
fn a_question_in_which_an_option_appeared_is_asked_again_without_its_exclusive_option() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    visitor
        .does(Event::Start)
        .answers(&["none"])
        .answers(&["me"])
        .answers(&["nothing"]);
    visitor
        .does(Event::Change("who".into()))
        .answers(&["worker"]);
    assert_eq!(visitor.asked(), "needs");
    assert!(visitor.picked().is_empty());

    let mut visitor = Visitor::new(&edition);
    visitor
        .does(Event::Start)
        .answers(&["none"])
        .answers(&["me"])
        .answers(&["sleep"]);
    visitor
        .does(Event::Change("who".into()))
        .answers(&["worker"]);
    assert_eq!(visitor.asked(), "needs");
    assert_eq!(visitor.picked(), ["sleep"]);
}

/// The hazard log lists this test under HAZ-001 and HAZ-016.
#[test]
fn a_red_flag_added_later_ends_the_questions() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    to_area(&mut visitor);
    visitor
        .answers(&["here"])
        .does(Event::Change("danger".into()));
    visitor.answers(&["fire"]);
    assert_eq!(visitor.outcomes(), ["emergency"]);
    assert_eq!(visitor.result().answers.len(), 1);
}

#[test]
fn a_visit_leads_at_most_to_the_first_missing_answer() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    to_area(&mut visitor);
    for (index, asked) in ["danger", "who", "needs", "age", "area"]
        .into_iter()
        .enumerate()
    {
        visitor.does(Event::Visit(index + 1));
        assert_eq!(visitor.asked(), asked);
        assert_eq!(visitor.sees().index, index + 1);
    }
    visitor.does(Event::Visit(99));
    assert_eq!(visitor.asked(), "area");
    visitor.does(Event::Visit(0));
    assert!(matches!(visitor.sees().body, Body::Start(_)));
    visitor.does(Event::Start);
    assert_eq!(visitor.asked(), "danger");
    assert_eq!(visitor.picked(), ["none"]);
}

/// The hazard log lists this test under HAZ-007.
#[test]
fn start_again_clears_every_answer() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    to_area(&mut visitor);
    visitor.answers(&["here"]).does(Event::Restart);
    assert_eq!(visitor.journey, Journey::new(edition.pathway()));
}

/// The hazard log lists this test under HAZ-011 and HAZ-024.
#[test]
fn each_visitor_reads_their_own_wording() {
    let edition = tiny();
    for (who, legend) in [
        ("me", "What do you need?"),
        ("friend", "What do they need?"),
        ("worker", "What does the family need?"),
    ] {
        let mut visitor = Visitor::new(&edition);
        visitor
            .does(Event::Start)
            .answers(&["none"])
            .answers(&[who]);
        assert_eq!(visitor.question().legend, legend);
    }
}

#[test]
fn labels_hints_and_placeholders_follow_the_answers() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    visitor
        .does(Event::Start)
        .answers(&["none"])
        .answers(&["friend"]);
    let labels: Vec<String> = visitor
        .question()
        .choices
        .iter()
        .map(|choice| choice.label.clone())
        .collect();
    assert_eq!(labels, ["Sleep", "Play with your friend", "None of these"]);
    visitor.answers(&["play"]);
    assert_eq!(visitor.question().choices[0].label, "18 months or younger");
    visitor.answers(&["baby"]).answers(&["here"]);
    let result = visitor.result();
    assert_eq!(result.cards[0].title, "The team for Here");
    assert_eq!(
        result.cards[0].reasons[0].answers,
        ["play with a baby", "18 months or younger"]
    );
    assert_eq!(result.answers[2].answers, ["play with a baby"]);
}

/// Shows a checked contact on several days: the day before its check, the day of its check, the
/// last day before its next check is due, the day when this check is due, and without a date.
///
/// The hazard log lists this test under HAZ-002, HAZ-009 and HAZ-012.
#[test]
fn a_number_counts_as_checked_only_while_its_check_is_in_date() {
    let edition = tiny();
    let mut visitor = Visitor::new(&edition);
    visitor
        .does(Event::Start)
        .answers(&["none"])
        .answers(&["friend"])
        .answers(&["play"]);
    visitor.answers(&["baby"]).answers(&["here"]);
    let standing = |day: Option<&str>| {
        let today = day.map(|day| Date::parse(day).unwrap());
        let Body::Result(result) = screen(&edition, &visitor.journey, today).body else {
            panic!("no result");
        };
        let contact = &result.cards[0].call[0];
        (contact.current, contact.check_note.clone().unwrap())
    };
    let last_checked = (false, "Last checked on 10 January 2026.".to_string());
    let checked = (true, "Checked on 10 January 2026.".to_string());
    // On a day before the last check of a contact, its number does not count as checked.
    let unverified = (false, "Ui unverified".to_string());
    assert_eq!(standing(Some("1970-01-01")), unverified);
    assert_eq!(standing(Some("2026-01-09")), unverified);
    assert_eq!(standing(Some("2026-01-10")), checked);
    assert_eq!(standing(Some("2027-01-09")), checked);
    assert_eq!(standing(Some("2027-01-10")), last_checked);
    assert_eq!(standing(Some("2038-01-19")), last_checked);
    assert_eq!(standing(None), last_checked);
}
