//! A journey → the rules that do not fire on it, each with when it would.

use crate::{
    condition::in_full,
    rules::{last_resort_when, local_when},
    spoken::Spoken,
};
use maud::{Markup, html};
use pathway::{
    evaluate::{End, Replay},
    id::RuleId,
};

pub(super) fn rules(spoken: Spoken<'_>, replay: &Replay) -> Markup {
    let silent = silent(spoken, replay);
    let (overruled, silent): (Vec<_>, Vec<_>) = silent.into_iter().partition(|rule| rule.holds);
    html! {
        @if !overruled.is_empty() {
            section data-rules="overruled" {
                h3 { "Which rules hold, and do not count" }
                p { "A rule that stops the questions fires, and then only such rules count." }
                (list(&overruled))
            }
        }
        details data-rules="silent" {
            summary { (silent.len()) " rules do not fire" }
            (list(&silent))
        }
    }
}

/// A rule that does not fire.
struct Silent<'a> {
    id: &'a RuleId,
    holds: bool,
    when: Markup,
}

fn silent<'a>(spoken: Spoken<'a>, replay: &Replay) -> Vec<Silent<'a>> {
    let pathway = spoken.edition.pathway();
    let document = spoken.document();
    let (fired, ended): (&[usize], bool) = match &replay.end {
        End::Result(routed) => (&routed.rules, true),
        End::Ask { .. } => (&[], false),
    };
    let rules = document.rules.iter().enumerate().map(|(place, rule)| {
        let holds = pathway.holds(&rule.when, &replay.answers);
        let when = html! { div { "When " (in_full(spoken, &rule.when)) } };
        (place, &rule.id, holds, when)
    });
    let (resort, local) = (&document.last_resort, &document.local);
    let count = document.rules.len();
    let last = [
        (count, &resort.id, false, last_resort_when(spoken, resort)),
        (count + 1, &local.id, false, local_when(spoken, local)),
    ];
    // Before the result, a rule that holds is told among those that hold so far.
    rules
        .chain(last)
        .filter(|(place, _, holds, _)| !fired.contains(place) && (ended || !holds))
        .map(|(_, id, holds, when)| Silent { id, holds, when })
        .collect()
}

fn list(rules: &[Silent<'_>]) -> Markup {
    html! { ul { @for rule in rules { li data-rule=(rule.id) { code { (rule.id) } (rule.when) } } } }
}
