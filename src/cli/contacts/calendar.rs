//! Writes a calendar file with the days on which contacts must be checked again. Its format is RFC
//! 5545, which every calendar program reads.

use super::description::{name, ways_to_reach};
use crate::contact_checks::{ContactCheck, DAYS_AHEAD};
use pathway::{check::LoadedEdition, date::Date};

/// The maximum length of a line in the calendar file, in bytes. The end of the line does not count.
const LONGEST: usize = 75;

/// Writes a calendar with an event for each contact on the day of its next check. Each event has
/// two reminders, [`DAYS_AHEAD`] days before it.
pub fn text(edition: &LoadedEdition, checks: &[ContactCheck<'_>], today: Date) -> String {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//ppimhs-finder//pathway contacts//EN");
    for check in checks {
        calendar.event(edition, check, today);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

#[derive(Default)]
struct Calendar(String);

impl Calendar {
    fn event(&mut self, edition: &LoadedEdition, check: &ContactCheck<'_>, today: Date) {
        let document = edition.pathway().document();
        let contact = check.contact;
        let who = name(edition, contact);
        let owner = contact.owner.as_deref().unwrap_or("nobody");
        self.line("BEGIN", "VEVENT");
        self.line(
            "UID",
            &format!("{}.{}.{}@ppimhs-finder", document.id, contact.id, check.due),
        );
        self.line("DTSTAMP", &format!("{}T000000Z", plain(today)));
        self.line("DTSTART;VALUE=DATE", &plain(check.due));
        self.line("SUMMARY", &escaped(&format!("Check again: {who}")));
        let checked = contact
            .verified_on
            .map_or_else(|| "never".to_owned(), Date::in_words);
        self.line("DESCRIPTION", &escaped(&format!(
            "{}\nLast checked: {checked}\nKept right by: {owner}\nCall or read it, then write the new verified_on and review_by of the contact \"{}\".",
            ways_to_reach(contact),
            contact.id
        )));
        self.line("TRANSP", "TRANSPARENT");
        for days in DAYS_AHEAD {
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

    /// Adds a property of the calendar format. If it is too long for one line, it continues on the
    /// next line after a space.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in format!("{name}:{value}").chars() {
            if length + character.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Writes a date in the form of the calendar format, such as `20261122`.
fn plain(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}
