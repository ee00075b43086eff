//! Visits every list of options in a pathway: in its conditions, and in the laws that compare
//! answers.

use crate::{
    authoring::document::{Condition, Document, law::Claim},
    model::id::{OptionId, QuestionId},
};
use alloc::{format, vec, vec::Vec};

/// A function that is called for each list of options, with the path of the list, its question and
/// its options.
type Visit<'a> = dyn FnMut(&str, &QuestionId, &mut Vec<OptionId>) + 'a;

/// Calls `visit` for each list of options in the document.
pub(super) fn each(document: &mut Document, visit: &mut Visit<'_>) {
    document.each_condition_mut(&mut |path, condition| within(condition, path, visit));
    for law in &mut document.laws {
        let path = format!("laws.{}", law.id);
        for claim in &mut law.claims {
            match claim {
                Claim::Changing(claim) => {
                    visit(&path, &claim.question, &mut claim.from);
                    let mut to = vec![claim.to.clone()];
                    visit(&path, &claim.question, &mut to);
                    if let Some(option) = to.into_iter().next() {
                        claim.to = option;
                    }
                }
                Claim::Names(claim) => visit(&path, &claim.question, &mut claim.options),
                _ => {}
            }
        }
    }
}

fn within(condition: &mut Condition, path: &str, visit: &mut Visit<'_>) {
    match condition {
        Condition::Is(question, options) => visit(path, question, options),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter_mut().for_each(|part| within(part, path, visit));
        }
        Condition::Not(part) => within(part, path, visit),
        Condition::Named(_) => {}
    }
}
