//! Writes a condition of a pathway as a sentence. Each "all of these" and "any of these" in it has
//! a list of conditions.

use crate::words_by_id::{ConditionStyle, SignOffText};
use maud::{Markup, html};
use pathway::{document::Condition, id::ConditionId};

/// Writes a condition. The names of other conditions in it become links or `details` elements.
pub(crate) fn when(wording: SignOffText<'_>, condition: &Condition) -> Markup {
    match condition {
        Condition::Named(name) => match wording.conditions {
            ConditionStyle::Link => html! { a href={ "#condition-" (name) } { (name) } },
            ConditionStyle::Details(depth) => details(wording, name, depth),
        },
        Condition::Is(question, options) => html! {
            (wording.question(question)) ": "
            @for (index, option) in options.iter().enumerate() {
                @if index > 0 { " or " }
                q { (wording.option(question, option)) }
            }
        },
        Condition::All(parts) => list(wording, "always", "all of these", parts),
        Condition::Any(parts) => list(wording, "never", "any of these", parts),
        Condition::Not(part) => html! { strong { "not: " } (when(wording, part)) },
    }
}

/// Writes a condition. If it is only the name of another condition, writes this other condition
/// after the name.
pub(crate) fn in_full(wording: SignOffText<'_>, condition: &Condition) -> Markup {
    let Condition::Named(name) = condition else {
        return when(wording, condition);
    };
    let (title, inside) = match wording.conditions {
        ConditionStyle::Link => (when(wording, condition), wording),
        ConditionStyle::Details(depth) => {
            (html! { code { (name) } }, wording.inside_details(depth))
        }
    };
    html! {
        (title)
        @if let Some(named) = named(wording, name) { ": " (when(inside, named)) }
    }
}

/// Writes the line "If …" with the condition of a text. Writes nothing if the text has no
/// condition.
pub(crate) fn if_line(wording: SignOffText<'_>, condition: Option<&Condition>) -> Markup {
    html! { @if let Some(condition) = condition { div.when { "If " (when(wording, condition)) } } }
}

/// Writes the name of a condition as a `details` element. The reader opens the element to see the
/// condition.
fn details(wording: SignOffText<'_>, name: &ConditionId, depth: u8) -> Markup {
    match named(wording, name).filter(|_| depth > 0) {
        None => html! { code { (name) } },
        Some(named) => html! {
            details { summary { code { (name) } } (when(wording.inside_details(depth), named)) }
        },
    }
}

/// Returns the condition that has this name. Returns `None` if no condition has it.
fn named<'a>(wording: SignOffText<'a>, name: &ConditionId) -> Option<&'a Condition> {
    let mut conditions = wording.document().conditions.iter();
    let named = conditions.find(|named| named.id == *name)?;
    Some(&named.when)
}

fn list(wording: SignOffText<'_>, none: &str, many: &str, parts: &[Condition]) -> Markup {
    match parts {
        [] => html! { (none) },
        [part] => when(wording, part),
        parts => html! {
            (many)
            ul { @for part in parts { li { (when(wording, part)) } } }
        },
    }
}
