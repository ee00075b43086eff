//! Tests the HTML of the view for errors that a person cannot see on the page.

use super::{ScreenProps, ScreenView};
use pathway::{
    properties::Urgency,
    screen::{
        Body, Card, Choice, ContactLine, Crisis, CrisisLine, Exit, QuestionScreen, Screen,
        ValidationError,
    },
};
use std::rc::Rc;
use yew::{Html, LocalServerRenderer, component, props};

fn screen(body: Body) -> Screen {
    let contact = CrisisLine {
        name: "One Two".into(),
        when: "Any time".into(),
        tel: "12".into(),
    };
    Screen {
        index: 3,
        language: "cy".into(),
        right_to_left: false,
        title: "Title".into(),
        crisis: Crisis {
            open: false,
            title: "Help".into(),
            label: "Help now".into(),
            contacts: vec![contact],
            more: vec!["More".into()],
            guide: "Guide".into(),
        },
        exit: Exit::default(),
        body,
        summary: None,
    }
}

fn choice(id: &str, exclusive: bool) -> Choice {
    Choice {
        id: id.into(),
        label: id.to_uppercase(),
        hint: None,
        exclusive,
        picked: id == "a",
    }
}

fn question(choices: Vec<Choice>) -> QuestionScreen {
    QuestionScreen {
        id: Some("colour".into()),
        legend: "Which?".into(),
        many: true,
        pick_many: "All that fit".into(),
        choices,
        or: "or".into(),
        ..QuestionScreen::default()
    }
}

fn contact(id: &str, current: bool) -> ContactLine {
    ContactLine {
        id: id.into(),
        name: id.into(),
        phone: Some("0800 12".into()),
        text: None,
        web: None,
        remark: None,
        check_note: None,
        current,
        call: "Call".into(),
        send: "Text".into(),
    }
}

fn card(urgency: Urgency) -> Card {
    Card {
        id: "door".into(),
        urgency,
        urgency_text: "Soon:".into(),
        title: "Door".into(),
        first: vec!["Do this.".into(), "Then this.".into()],
        call: vec![contact("checked", true), contact("unchecked", false)],
        blocks: Vec::new(),
        sections: Vec::new(),
        answers_to_say_title: "Also".into(),
        answers_to_say: Vec::new(),
        helplines_title: "Helplines".into(),
        helplines: vec![contact("charity", false)],
        why_title: "Why".into(),
        reasons: Vec::new(),
    }
}

fn properties(screen: Screen, heading_level: u8) -> ScreenProps {
    props!(ScreenProps {
        screen: Rc::new(screen),
        heading_level,
    })
}

async fn draw(body: Body, heading_level: u8) -> String {
    LocalServerRenderer::<ScreenView>::with_props(properties(screen(body), heading_level))
        .hydratable(false)
        .render()
        .await
}

async fn draw_card(urgency: Urgency) -> String {
    #[derive(Clone, PartialEq, yew::Properties)]
    struct Props {
        screen: ScreenProps,
        urgent: bool,
    }
    #[component]
    fn View(props: &Props) -> Html {
        let urgency = if props.urgent {
            Urgency::Today
        } else {
            Urgency::Soon
        };
        super::card::card(&props.screen, &card(urgency))
    }
    let screen = properties(screen(Body::Question(Box::default())), 2);
    let urgent = urgency == Urgency::Today;
    LocalServerRenderer::<View>::with_props(Props { screen, urgent })
        .hydratable(false)
        .render()
        .await
}

fn check_order(html: &str, parts: &[&str]) {
    let mut rest = html;
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            panic!("{part} does not stand where it should, in {html}");
        };
        rest = after;
    }
}

/// The hazard log lists this test under HAZ-015.
#[test]
fn two_steps_never_share_a_key() {
    let key = |body| {
        let mut screen = screen(body);
        let key = super::screen::key(&screen);
        screen.index += 1;
        assert_ne!(key, super::screen::key(&screen));
        key
    };
    let asked = key(Body::Question(Box::new(question(Vec::new()))));
    let mut other = question(Vec::new());
    other.id = Some("size".into());
    assert_ne!(asked, key(Body::Question(Box::new(other))));
}

#[tokio::test]
async fn a_question_page_says_which_question_it_is_and_reads_in_order() {
    let choices = vec![choice("a", false), choice("b", false), choice("none", true)];
    let html = draw(Body::Question(Box::new(question(choices))), 2).await;
    check_order(
        &html,
        &[
            "lang=\"cy\"",
            "data-screen=\"question\"",
            "data-question=\"colour\"",
            "data-action=\"back\"",
            "tel:12",
            "<legend",
            "<h2",
            "All that fit",
            "value=\"a\"",
            "value=\"b\"",
            "value=\"none\"",
            "data-action=\"continue\"",
            "plain.html",
        ],
    );
    assert_eq!(html.matches(" checked").count(), 1, "{html}");
}

#[tokio::test]
async fn one_divider_stands_before_the_exclusive_options() {
    let choices = vec![choice("a", false), choice("none", true), choice("no", true)];
    let html = draw(Body::Question(Box::new(question(choices))), 2).await;
    check_order(&html, &["value=\"a\"", "__divider", "value=\"none\""]);
    assert_eq!(html.matches("__divider").count(), 1, "{html}");
    let only = draw(
        Body::Question(Box::new(question(vec![choice("none", true)]))),
        2,
    )
    .await;
    assert!(!only.contains("__divider"), "{only}");
}

#[tokio::test]
async fn an_error_stands_in_the_summary_and_at_the_field() {
    let mut asked = question(vec![choice("b", false)]);
    asked.validation_error = Some(ValidationError {
        title: "A problem".into(),
        prefix: "Error:".into(),
        message: "Choose one".into(),
    });
    let html = draw(Body::Question(Box::new(asked)), 2).await;
    check_order(
        &html,
        &[
            "role=\"group\"",
            "aria-labelledby=\"finder-mistake\"",
            "aria-describedby=\"finder-mistake-what\"",
            "data-focus=\"summary\"",
            "role=\"alert\"",
            "id=\"finder-mistake\"",
            "id=\"finder-mistake-what\"",
            "#finder-option-0",
        ],
    );
    check_order(
        &html,
        &[
            "aria-describedby=\"finder-hint finder-error\"",
            "id=\"finder-error\"",
        ],
    );
    assert!(html.contains("id=\"finder-option-0\""), "{html}");
    assert_eq!(html.matches("Choose one").count(), 2, "{html}");
}

#[tokio::test]
async fn headings_follow_the_host_s_level() {
    let html = draw(Body::Question(Box::new(question(Vec::new()))), 4).await;
    assert!(html.contains("<h4") && !html.contains("<h2"), "{html}");
}

#[tokio::test]
async fn an_urgent_card_holds_no_charity() {
    let html = draw_card(Urgency::Today).await;
    check_order(
        &html,
        &["nhsuk-card--care--urgent", "</div></div>", "charity"],
    );
}

/// The hazard log lists this test under HAZ-002.
#[tokio::test]
async fn a_checked_number_stands_under_the_first_line_and_others_after_all_lines() {
    let html = draw_card(Urgency::Soon).await;
    check_order(
        &html,
        &[
            "data-outcome=\"door\"",
            "Do this.",
            "data-contact=\"checked\"",
            "tel:080012",
            "Call <bdi dir=\"ltr\">0800 12</bdi>",
            "Then this.",
            "data-contact=\"unchecked\"",
        ],
    );
}
