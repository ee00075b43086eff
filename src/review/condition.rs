//! A condition → a sentence, or a list for each "all of" and "any of" in it.

use crate::spoken::{Names, Spoken};
use maud::{Markup, html};
use pathway::{
    document::{Condition, Shown},
    id::ConditionId,
};

/// When it holds.
pub(crate) fn when(spoken: Spoken<'_>, condition: &Condition) -> Markup {
    match condition {
        Condition::Named(name) => match spoken.names {
            Names::Linked => html! { a href={ "#condition-" (name) } { (name) } },
            Names::Opened(levels) => opened(spoken, name, levels),
        },
        Condition::Is(question, options) => html! {
            (spoken.question(question)) ": "
            @for (place, option) in options.iter().enumerate() {
                @if place > 0 { " or " }
                q { (spoken.option(question, option)) }
            }
        },
        Condition::All(parts) => listed(spoken, "always", "all of these", parts),
        Condition::Any(parts) => listed(spoken, "never", "any of these", parts),
        Condition::Not(part) => html! { strong { "not: " } (when(spoken, part)) },
    }
}

/// The same, and a condition that is a name alone says what that is.
pub(crate) fn in_full(spoken: Spoken<'_>, condition: &Condition) -> Markup {
    let Condition::Named(name) = condition else {
        return when(spoken, condition);
    };
    let (called, below) = match spoken.names {
        Names::Linked => (when(spoken, condition), spoken),
        Names::Opened(levels) => (html! { code { (name) } }, spoken.opening(levels)),
    };
    html! {
        (called)
        @if let Some(named) = named(spoken, name) { ": " (when(below, named)) }
    }
}

/// A name that opens to what it stands for.
fn opened(spoken: Spoken<'_>, name: &ConditionId, levels: u8) -> Markup {
    match named(spoken, name).filter(|_| levels > 0) {
        None => html! { code { (name) } },
        Some(named) => html! {
            details { summary { code { (name) } } (when(spoken.opening(levels), named)) }
        },
    }
}

/// What a name stands for.
fn named<'a>(spoken: Spoken<'a>, name: &ConditionId) -> Option<&'a Condition> {
    let mut named = spoken.document().conditions.iter();
    let named = named.find(|named| named.id == *name)?;
    Some(&named.when)
}

fn listed(spoken: Spoken<'_>, none: &str, many: &str, parts: &[Condition]) -> Markup {
    match parts {
        [] => html! { (none) },
        [part] => when(spoken, part),
        parts => html! {
            (many)
            ul { @for part in parts { li { (when(spoken, part)) } } }
        },
    }
}

/// When a thing is shown.
pub(crate) fn shown<I>(spoken: Spoken<'_>, thing: &Shown<I>) -> Markup {
    html! {
        @if let Some(condition) = &thing.when {
            div.when { "If " (when(spoken, condition)) }
        }
    }
}
