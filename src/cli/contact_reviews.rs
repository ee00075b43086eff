//! The contacts of a pathway → when each must be checked again, and what to say of those for which it
//! is time.

use jiff::civil;
use pathway::{
    date::Date,
    document::{Contact, Document, Verification},
    finding::Finding,
};

/// How many days before a review is due it is first spoken of, and then again.
pub const AHEAD: [i64; 2] = [60, 30];

/// A contact that was checked, and must be again.
pub struct Review<'a> {
    /// Which.
    pub contact: &'a Contact,
    /// When it was checked.
    pub verified: Option<Date>,
    /// The day by which it must be checked again.
    pub due: Date,
    /// How many days are left; none or fewer, if it is overdue.
    pub left: i64,
}

/// The contacts with a day of review, the next one first.
pub fn reviews(document: &Document, today: Date) -> Vec<Review<'_>> {
    let mut reviews: Vec<Review<'_>> = document
        .contacts
        .iter()
        .filter_map(|contact| {
            let due = contact.review_by?;
            Some(Review {
                contact,
                verified: contact.verified_on,
                due,
                left: days(today, due)?,
            })
        })
        .collect();
    reviews.sort_by_key(|review| (review.due, &review.contact.id));
    reviews
}

/// How many days come before `later`, from `day` on.
fn days(day: Date, later: Date) -> Option<i64> {
    let civil = |date: Date| date.to_string().parse::<civil::Date>().ok();
    let span = civil(day)?.until(civil(later)?).ok()?;
    Some(i64::from(span.get_days()))
}

impl Review<'_> {
    /// Whether its check no longer holds.
    pub fn is_overdue(&self) -> bool {
        self.left <= 0
    }

    /// What to say of it, if it is overdue or will be soon.
    pub fn finding(&self) -> Option<Finding> {
        let (id, due) = (&self.contact.id, self.due.in_words());
        let owner = self
            .contact
            .owner
            .as_deref()
            .unwrap_or("whoever keeps it right");
        let redo =
            format!("let {owner} call or read it, then write the new verified_on and review_by");
        let [first, last] = AHEAD;
        let (kind, message) = match self.left {
            ..=0 => (
                "review-overdue",
                format!("its check held until {due}, and people now read that it is old: {redo}"),
            ),
            left if left <= last => (
                "review-within-30-days",
                format!("its check holds until {due}, {}: {redo}", in_days(left)),
            ),
            left if left <= first => (
                "review-within-60-days",
                format!("its check holds until {due}, {}: {redo}", in_days(left)),
            ),
            _ => return None,
        };
        Some(Finding {
            path: format!("contacts.{id}"),
            kind,
            message,
        })
    }
}

/// `1 day left`, `30 days left`.
pub fn in_days(left: i64) -> String {
    match left {
        1 => "1 day left".to_owned(),
        left => format!("{left} days left"),
    }
}

/// The contacts that nobody has checked, in order; with whether they are for emergencies.
pub fn never_checked(document: &Document) -> impl Iterator<Item = (&Contact, bool)> {
    let contacts = document.contacts.iter();
    contacts
        .filter(|contact| contact.review_by.is_none())
        .map(|contact| (contact, contact.status == Verification::Emergency))
}
