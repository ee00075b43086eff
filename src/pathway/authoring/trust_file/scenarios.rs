//! Adapts the scenarios of a pathway to the areas and ages of a trust, and adds the trust's own
//! scenarios.

use super::Merge;
use crate::{
    authoring::document::Document,
    model::id::{OptionId, QuestionId},
};
use alloc::{format, vec::Vec};
use serde_json::Value;

pub(super) fn merge(merge: &mut Merge<'_>) {
    for scenario in &merge.trust.scenarios {
        let known = &mut merge.document.scenarios;
        match known.iter_mut().find(|known| known.id == scenario.id) {
            Some(known) => *known = scenario.clone(),
            None => known.push(scenario.clone()),
        }
    }
}

/// Replaces the options that scenarios pick in one question. The function `now` returns the new
/// option for an old one. A scenario whose option has no replacement is removed, because it cannot
/// happen in this trust.
pub(super) fn replace_options(
    document: &mut Document,
    question: &QuestionId,
    now: &dyn Fn(&str) -> Option<OptionId>,
) {
    document.scenarios.retain_mut(|scenario| {
        let Some(answer) = scenario.answers.get_mut(question.as_str()) else {
            return true;
        };
        let before = answer.clone();
        let replaced = if let Value::Array(picked) = answer {
            picked.iter_mut().all(|option| replace_option(option, now))
        } else {
            replace_option(answer, now)
        };
        if replaced && *answer != before {
            let options = options(answer).join(", ");
            scenario
                .story
                .push_str(&format!(" Here with {question}: {options}."));
        }
        replaced
    });
}

fn replace_option(option: &mut Value, now: &dyn Fn(&str) -> Option<OptionId>) -> bool {
    let Some(old) = option.as_str() else {
        // An option that is not text is a finding of the pathway itself.
        return true;
    };
    let Some(new) = now(old) else {
        return false;
    };
    *option = Value::from(new.as_str());
    true
}

fn options(answer: &Value) -> Vec<&str> {
    match answer {
        Value::Array(picked) => picked.iter().filter_map(Value::as_str).collect(),
        option => option.as_str().into_iter().collect(),
    }
}
