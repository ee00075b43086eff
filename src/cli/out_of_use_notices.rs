//! Writes a notice for a pathway that is not in use, or whose last day of use is near.

use crate::contact_due_dates::{DAYS_AHEAD, days_left};
use pathway::{date::Date, document::Document, finding::Finding, properties::Status};

/// Returns a notice for each reason why visitors do not see the questions, or soon will not. A
/// pathway whose last day is over is a finding of its own.
pub fn notices(document: &Document, today: Date) -> Vec<Finding> {
    let retired = (document.status == Status::Retired).then(|| Finding {
        path: "status".to_owned(),
        kind: "retired",
        message: "it is retired, so people see that the questions cannot open, and the plain guide says that it is out of use: publish the pathway that replaces it, or take the page down".to_owned(),
    });
    let begins = document.effective.from.filter(|from| today < *from);
    let begins = begins.map(|from| Finding {
        path: "effective.from".to_owned(),
        kind: "effective-not-begun",
        message: format!(
            "it is in use from {}, and until then people see that the questions cannot open: publish it on that day, or let the approvers sign an earlier day",
            from.in_words()
        ),
    });
    let ends = document.effective.to.and_then(|to| ends(to, today));
    retired.into_iter().chain(begins).chain(ends).collect()
}

fn ends(to: Date, today: Date) -> Option<Finding> {
    let [first, last] = DAYS_AHEAD;
    // The pathway is still in use on its last day.
    let left = today.days_until(to).saturating_add(1);
    let kind = match left {
        ..=0 => return None,
        left if left <= last => "effective-within-30-days",
        left if left <= first => "effective-within-60-days",
        _ => return None,
    };
    Some(Finding {
        path: "effective.to".to_owned(),
        kind,
        message: format!(
            "its last day of use is {}, {}: let the approvers sign a later day, or publish the pathway that replaces it",
            to.in_words(),
            days_left(left)
        ),
    })
}
