//! A journey → the rules that do not fire on it, each with when it would.

use crate::{
    condition::in_full,
    rules::{last_resort_when, local_when},
    wording::Wording,
};
use maud::{Markup, html};
use pathway::{
    evaluate::{End, Replay},
    id::RuleId,
};

pub(super) fn rules(wording: Wording<'_>, replay: &Replay) -> Markup {
    let silent = silent(wording, replay);
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
struct UnfiredRule<'a> {
    id: &'a RuleId,
    holds: bool,
    when: Markup,
}

fn silent<'a>(wording: Wording<'a>, replay: &Replay) -> Vec<UnfiredRule<'a>> {
    let pathway = wording.edition.pathway();
    let document = wording.document();
    let (fired, ended): (&[usize], bool) = match &replay.end {
        End::Result(routed) => (&routed.rules, true),
        End::Ask { .. } => (&[], false),
    };
    let rules = document.rules.iter().enumerate().map(|(place, rule)| {
        let holds = pathway.holds(&rule.when, &replay.answers);
        let when = html! { div { "When " (in_full(wording, &rule.when)) } };
        (place, &rule.id, holds, when)
    });
    let (resort, local) = (&document.last_resort, &document.local);
    let count = document.rules.len();
    let last = [
        (count, &resort.id, false, last_resort_when(wording, resort)),
        (count + 1, &local.id, false, local_when(wording, local)),
    ];
    // Before the result, a rule that holds is told among those that hold so far.
    rules
        .chain(last)
        .filter(|(place, _, holds, _)| !fired.contains(place) && (ended || !holds))
        .map(|(_, id, holds, when)| UnfiredRule { id, holds, when })
        .collect()
}

fn list(rules: &[UnfiredRule<'_>]) -> Markup {
    html! { ul { @for rule in rules { li data-rule=(rule.id) { code { (rule.id) } (rule.when) } } } }
}
