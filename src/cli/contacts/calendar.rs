//! Days of review → a calendar in the form of RFC 5545, which every calendar program reads.

use super::{name, reached};
use crate::contact_reviews::{AHEAD, Review};
use pathway::{check::LoadedEdition, date::Date};

/// The longest line, in bytes, without its end.
const LONGEST: usize = 75;

/// An event of a day for each review, with a reminder for each of the days it is spoken of.
pub fn text(edition: &LoadedEdition, reviews: &[Review<'_>], today: Date) -> String {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//ppimhs-finder//pathway contacts//EN");
    for review in reviews {
        calendar.event(edition, review, today);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

#[derive(Default)]
struct Calendar(String);

impl Calendar {
    fn event(&mut self, edition: &LoadedEdition, review: &Review<'_>, today: Date) {
        let document = edition.pathway().document();
        let contact = review.contact;
        let who = name(edition, &contact.id);
        let owner = contact.owner.as_deref().unwrap_or("nobody");
        self.line("BEGIN", "VEVENT");
        self.line(
            "UID",
            &format!(
                "{}.{}.{}@ppimhs-finder",
                document.id, contact.id, review.due
            ),
        );
        self.line("DTSTAMP", &format!("{}T000000Z", plain(today)));
        self.line("DTSTART;VALUE=DATE", &plain(review.due));
        self.line("SUMMARY", &escaped(&format!("Check again: {who}")));
        let checked = review
            .verified
            .map_or_else(|| "never".to_owned(), Date::in_words);
        self.line("DESCRIPTION", &escaped(&format!(
            "{}\nLast checked: {checked}\nKept right by: {owner}\nCall or read it, then write the new verified_on and review_by of the contact \"{}\".",
            reached(contact),
            contact.id
        )));
        self.line("TRANSP", "TRANSPARENT");
        for days in AHEAD {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.line("TRIGGER", &format!("-P{days}D"));
            self.line(
                "DESCRIPTION",
                &escaped(&format!("In {days} days: check {who}")),
            );
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// A property. A long line goes on in the next, which then starts with a space.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for sign in format!("{name}:{value}").chars() {
            if length + sign.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(sign);
            length += sign.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// `20261122`.
fn plain(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => escaped.extend(['\\', sign]),
            '\n' => escaped.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}
