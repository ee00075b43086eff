//! Lists the rules that give no outcome on a journey, each with its condition.

use crate::{rules::when_line, words_by_id::SignOffText};
use maud::{Markup, html};
use pathway::replay::{End, Replay};

pub(super) fn rules(wording: SignOffText<'_>, replay: &Replay) -> Markup {
    let pathway = wording.edition.pathway();
    let rules = &pathway.compiled().rules;
    let (fired, ended): (&[usize], bool) = match &replay.end {
        End::Result(routed) => (&routed.rules, true),
        End::Ask { .. } => (&[], false),
    };
    let holds = |index: &usize| {
        let rule = rules.get(*index);
        rule.is_some_and(|rule| pathway.holds(&rule.when, &replay.answers))
    };
    let unfired = (0..rules.len() + 2).filter(|index| !fired.contains(index));
    let (overruled, unfired): (Vec<usize>, Vec<usize>) = unfired.partition(holds);
    html! {
        // Before the result, the section "so far" already lists the rules that hold.
        @if ended && !overruled.is_empty() {
            section data-rules="overruled" {
                h3 { "Which rules hold, and do not count" }
                p { "A rule that stops the questions fires, and then only such rules count." }
                (list(wording, &overruled))
            }
        }
        details data-rules="silent" {
            summary { (unfired.len()) " rules do not fire" }
            (list(wording, &unfired))
        }
    }
}

fn list(wording: SignOffText<'_>, rules: &[usize]) -> Markup {
    let pathway = wording.edition.pathway();
    html! { ul { @for rule in rules {
        @let id = pathway.rule_id(*rule);
        li data-rule=(id) { code { (id) } (when_line(wording, *rule)) }
    } } }
}
