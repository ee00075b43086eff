//! A condition → a sentence, or a list for each "all of" and "any of" in it.

use crate::wording::{ConditionStyle, Wording};
use maud::{Markup, html};
use pathway::{
    document::{Condition, Conditional},
    id::ConditionId,
};

/// When it holds.
pub(crate) fn when(wording: Wording<'_>, condition: &Condition) -> Markup {
    match condition {
        Condition::Named(name) => match wording.conditions {
            ConditionStyle::Link => html! { a href={ "#condition-" (name) } { (name) } },
            ConditionStyle::Details(levels) => opened(wording, name, levels),
        },
        Condition::Is(question, options) => html! {
            (wording.question(question)) ": "
            @for (place, option) in options.iter().enumerate() {
                @if place > 0 { " or " }
                q { (wording.option(question, option)) }
            }
        },
        Condition::All(parts) => listed(wording, "always", "all of these", parts),
        Condition::Any(parts) => listed(wording, "never", "any of these", parts),
        Condition::Not(part) => html! { strong { "not: " } (when(wording, part)) },
    }
}

/// The same, and a condition that is a name alone says what that is.
pub(crate) fn in_full(wording: Wording<'_>, condition: &Condition) -> Markup {
    let Condition::Named(name) = condition else {
        return when(wording, condition);
    };
    let (called, below) = match wording.conditions {
        ConditionStyle::Link => (when(wording, condition), wording),
        ConditionStyle::Details(levels) => (html! { code { (name) } }, wording.opening(levels)),
    };
    html! {
        (called)
        @if let Some(named) = named(wording, name) { ": " (when(below, named)) }
    }
}

/// A name that opens to what it stands for.
fn opened(wording: Wording<'_>, name: &ConditionId, levels: u8) -> Markup {
    match named(wording, name).filter(|_| levels > 0) {
        None => html! { code { (name) } },
        Some(named) => html! {
            details { summary { code { (name) } } (when(wording.opening(levels), named)) }
        },
    }
}

/// What a name stands for.
fn named<'a>(wording: Wording<'a>, name: &ConditionId) -> Option<&'a Condition> {
    let mut named = wording.document().conditions.iter();
    let named = named.find(|named| named.id == *name)?;
    Some(&named.when)
}

fn listed(wording: Wording<'_>, none: &str, many: &str, parts: &[Condition]) -> Markup {
    match parts {
        [] => html! { (none) },
        [part] => when(wording, part),
        parts => html! {
            (many)
            ul { @for part in parts { li { (when(wording, part)) } } }
        },
    }
}

/// When a thing is shown.
pub(crate) fn shown<I>(wording: Wording<'_>, thing: &Conditional<I>) -> Markup {
    html! {
        @if let Some(condition) = &thing.when {
            div.when { "If " (when(wording, condition)) }
        }
    }
}
