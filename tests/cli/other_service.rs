//! Tests that no page and no table of a trust speaks of the service of the pathway, or of the areas
//! of this service.

use crate::run::{output, project, run};

/// What only the built-in pathway's own service has.
const FACTS: [&str; 19] = [
    "PPIMHS",
    "Perinatal Parent Infant",
    "Barking",
    "Dagenham",
    "Havering",
    "Redbridge",
    "Waltham",
    "Wood Street",
    "Linford Road",
    "0300 555",
    "0300555",
    "Access and Assessment",
    "9 to 12 sessions",
    "lists this among",
    "lists these among",
    "has also taken",
    "old web page",
    "It may be longer now",
    "59%",
];

fn check(command: &str, text: &str) {
    for fact in FACTS {
        let line = text.lines().find(|line| line.contains(fact));
        assert_eq!(line, None, "{command}: {fact}");
    }
}

fn trust() -> String {
    project("www/trusts/exampleshire.json")
        .display()
        .to_string()
}

#[test]
fn no_page_of_another_trust_speaks_of_the_service_of_the_pathway() {
    for command in ["guide", "crisis", "frame", "words", "contacts", "route"] {
        let ran = run(&[command, "--trust", &trust()], b"{}\n");
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{command}");
        check(command, &ran.out);
    }
}

/// Each result is explained with the sources of its rules.
#[test]
fn no_reason_of_another_trust_comes_from_the_service_of_the_pathway() {
    let mut explained = 0;
    let answers = [
        r#"{"danger":["none"],"who":"birth-parent","stage":["has-child"],"today":["none"],"help-with":["mood","bonding"],"child-age":"up-to-24-months","parent-signs":["detached"],"baby-signs":["avoids-eyes"],"effect":"a-lot","area":"exampleshire"}"#,
        r#"{"danger":["none"],"who":"birth-parent","stage":["pregnant"],"today":["unwanted-thoughts"],"help-with":["mood","bonding"],"effect":"a-little","area":"exampleshire"}"#,
        r#"{"danger":["none"],"who":"other-parent","stage":["has-child"],"today":["none"],"help-with":["bonding","crying-sleep-feeding","development"],"child-age":"25-months-to-under-3","parent-signs":["none"],"baby-signs":["sleep-problems"],"skills":"lost","area":"not-sure"}"#,
        r#"{"danger":["psychosis-signs"]}"#,
    ];
    for answers in answers {
        let out = output(&["explain", "--trust", &trust(), "--answers", answers]);
        check(answers, &out);
        explained += out.lines().count();
    }
    assert!(explained > 40, "{explained} lines");
}
