//! Finds the day by which each contact must be checked again, and writes a notice if this day is
//! near or past.

use pathway::{
    date::Date,
    document::{Contact, Document},
    finding::Finding,
};

/// How many days before the next check of a contact its first and its second notice start.
pub const DAYS_AHEAD: [i64; 2] = [60, 30];

/// A contact, and the day by which somebody must check it again.
pub struct ContactCheck<'a> {
    /// The contact that somebody must check.
    pub contact: &'a Contact,
    /// The day by which somebody must check the contact again.
    pub due: Date,
    /// The number of days from today until the next check of the contact. It is 0 or negative if
    /// the check is overdue.
    pub left: i64,
}

/// Lists the contacts that must be checked again on a certain day. The contact with the earliest
/// day is first.
pub fn checks(document: &Document, today: Date) -> Vec<ContactCheck<'_>> {
    let checks = document.contacts.iter().filter_map(|contact| {
        let due = contact.review_by?;
        let left = today.days_until(due);
        Some(ContactCheck { contact, due, left })
    });
    let mut checks: Vec<ContactCheck<'_>> = checks.collect();
    checks.sort_by_key(|check| (check.due, &check.contact.id));
    checks
}

/// Writes a number of days: `overdue`, `1 day left` or `30 days left`.
pub fn days_left(left: i64) -> String {
    match left {
        ..=0 => "overdue".to_owned(),
        1 => "1 day left".to_owned(),
        left => format!("{left} days left"),
    }
}

impl ContactCheck<'_> {
    /// Returns whether the check of the contact is overdue.
    pub fn is_overdue(&self) -> bool {
        self.left <= 0
    }

    /// Writes how many days are left for the check: `overdue`, `1 day left` or `30 days left`.
    pub fn days_left(&self) -> String {
        days_left(self.left)
    }

    /// Returns a notice if the check is overdue or due within 60 days, and `None` otherwise.
    pub fn notice(&self) -> Option<Finding> {
        let [first, last] = DAYS_AHEAD;
        let kind = match self.left {
            ..=0 => "review-overdue",
            left if left <= last => "review-within-30-days",
            left if left <= first => "review-within-60-days",
            _ => return None,
        };
        let due = self.due.in_words();
        let state = if self.is_overdue() {
            format!("its check held until {due}, and people now read that it is old")
        } else {
            format!("its check holds until {due}, {}", self.days_left())
        };
        let owner = self.contact.owner.as_deref().unwrap_or("its owner");
        let advice =
            format!("let {owner} call or read it, then write the new verified_on and review_by");
        Some(Finding {
            path: format!("contacts.{}", self.contact.id),
            kind,
            message: format!("{state}: {advice}"),
        })
    }
}
