//! The visitors' stories from which `cargo xtask screens` takes pictures. Together they reach every
//! question and every kind of result.

use serde_json::{Value, json};

/// The answers of one visitor, and the choice of the screens to show.
pub struct Story {
    /// The subject of the story, in a few words.
    pub name: &'static str,
    /// The answers of the visitor. Their keys are the ids of the questions. For a question without
    /// an answer, the visitor picks the last option.
    pub answers: Value,
    /// True if the HTML page also shows the questions of this story, each with its validation
    /// error.
    pub questions: bool,
}

fn result(name: &'static str, answers: Value) -> Story {
    Story {
        name,
        answers,
        questions: false,
    }
}

fn whole(name: &'static str, answers: Value) -> Story {
    Story {
        questions: true,
        ..result(name, answers)
    }
}

/// Returns every story, in the order of the HTML page.
pub fn stories() -> Vec<Story> {
    vec![
        whole(
            "A mother who is low and does not feel close to her baby",
            json!({
                "danger": ["none"], "who": "birth-parent", "stage": ["has-child"], "today": ["none"],
                "help-with": ["mood", "bonding"], "child-age": "up-to-12-months", "parent-signs": ["detached"],
                "baby-signs": ["none"], "effect": "a-little", "history": "no", "area": "redbridge"
            }),
        ),
        whole(
            "A midwife, for a mother who is pregnant and has a child who lost skills",
            json!({
                "danger": ["none"], "who": "family-i-work-with", "needs-help": "birth-parent",
                "stage": ["pregnant", "has-child"], "today": ["unwanted-thoughts"],
                "help-with": ["mood", "bonding", "crying-sleep-feeding", "development"], "bonding-with": "both",
                "child-age": "13-to-18-months", "parent-signs": ["anger-at-baby"], "baby-signs": ["avoids-eyes"],
                "effect": "a-lot", "skills": "lost", "area": "not-sure"
            }),
        ),
        whole(
            "After a loss",
            json!({
                "danger": ["none"], "who": "birth-parent", "stage": ["loss"], "today": ["none"],
                "help-with": ["mood"], "effect": "a-lot", "history": "no", "area": "havering"
            }),
        ),
        whole(
            "A mother of an older child, with a birth in the last year",
            json!({
                "danger": ["none"], "who": "birth-parent", "stage": ["has-child"], "today": ["none"],
                "help-with": ["mood"], "child-age": "3-or-older", "effect": "a-little", "recent-birth": "yes",
                "history": "yes", "area": "waltham-forest"
            }),
        ),
        result(
            "Signs of psychosis and a shaken baby",
            json!({"danger": ["harmed-child-or-about-to", "psychosis-signs"]}),
        ),
        result(
            "Someone is being hurt, and has a plan to end their life",
            json!({"danger": ["suicide-plan", "adult-not-safe"]}),
        ),
        result(
            "Thoughts of suicide, not safe at home, and a baby who is unwell",
            json!({
                "danger": ["none"], "who": "birth-parent", "stage": ["has-child"],
                "today": ["suicidal-thoughts", "parent-unwell", "child-unwell"], "help-with": ["mood", "not-safe-at-home"],
                "child-age": "up-to-12-months", "effect": "very-hard", "area": "barking-and-dagenham"
            }),
        ),
        result(
            "A friend asks, and the helper is not sure who needs the help",
            json!({
                "danger": ["rather-not-say"], "who": "someone-i-know", "needs-help": "not-sure", "stage": ["has-child"],
                "today": ["sudden-change"], "help-with": ["bonding"], "child-age": "not-sure", "area": "not-sure"
            }),
        ),
        result(
            "A father who is low",
            json!({
                "danger": ["none"], "who": "other-parent", "stage": ["pregnant"], "today": ["none"],
                "help-with": ["mood"], "effect": "a-lot", "area": "havering"
            }),
        ),
        result(
            "Pregnant, somewhere else",
            json!({
                "danger": ["none"], "who": "birth-parent", "stage": ["pregnant"], "today": ["none"],
                "help-with": ["mood"], "effect": "a-lot", "area": "somewhere-else"
            }),
        ),
        result(
            "A grandparent, for a child of 2 whom it is hard to feel close to",
            json!({
                "danger": ["none"], "who": "carer", "stage": ["has-child"], "today": ["none"], "help-with": ["bonding"],
                "child-age": "19-months-to-under-3", "parent-signs": ["none"], "baby-signs": ["no-interest"],
                "area": "waltham-forest"
            }),
        ),
        result(
            "Crying alone",
            json!({
                "danger": ["none"], "who": "birth-parent", "stage": ["has-child"], "today": ["none"],
                "help-with": ["crying-sleep-feeding"], "child-age": "3-or-older", "parent-signs": ["none"],
                "baby-signs": ["none"], "area": "redbridge"
            }),
        ),
        result(
            "The baby lives with someone else",
            json!({
                "danger": ["none"], "who": "birth-parent", "stage": ["baby-elsewhere"], "today": ["none"],
                "help-with": ["mood"], "effect": "a-little", "history": "no", "area": "redbridge"
            }),
        ),
        result(
            "A health visitor, after a loss in the family",
            json!({
                "danger": ["none"], "who": "family-i-work-with", "needs-help": "other-parent", "stage": ["loss"],
                "today": ["none"], "help-with": ["mood"], "effect": "a-little", "area": "redbridge"
            }),
        ),
        result(
            "A friend, for a mother not safe at home",
            json!({
                "danger": ["none"], "who": "someone-i-know", "needs-help": "birth-parent", "stage": ["planning"],
                "today": ["none"], "help-with": ["not-safe-at-home", "something-else"], "area": "redbridge"
            }),
        ),
    ]
}
