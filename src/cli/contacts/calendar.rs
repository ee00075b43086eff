//! Writes a calendar file with the days on which contacts must be checked again. Its format is RFC
//! 5545, which every calendar program reads.

use super::describe::{name, ways_to_reach};
use crate::contact_due_dates::{ContactCheck, DAYS_AHEAD};
use pathway::{check::LoadedEdition, date::Date};

/// The maximum length of a line in the calendar file, in bytes. The end of the line does not count.
const LONGEST: usize = 75;

/// A calendar of the checks of a pathway, or of a trust's contacts.
pub struct Calendar<'a> {
    /// The pathway with its words.
    pub edition: &'a LoadedEdition,
    /// The id of the trust, if there is a trust file.
    pub trust: Option<&'a str>,
    /// The day on which the calendar is written.
    pub today: Date,
}

impl Calendar<'_> {
    /// Writes a calendar with an event for each contact on the day of its next check. Each event has
    /// two reminders, [`DAYS_AHEAD`] days before it.
    pub fn text(&self, checks: &[ContactCheck<'_>]) -> String {
        let mut lines = Lines::default();
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//ppimhs-finder//pathway contacts//EN");
        for check in checks {
            self.event(check, &mut lines);
        }
        lines.add("END", "VCALENDAR");
        lines.0
    }

    fn event(&self, check: &ContactCheck<'_>, lines: &mut Lines) {
        let document = self.edition.pathway().document();
        let contact = check.contact;
        let who = name(self.edition, contact);
        let owner = contact.owner.as_deref().unwrap_or("nobody");
        let of = self.trust.unwrap_or(document.id.as_str());
        // An event with the same UID and a higher SEQUENCE replaces the older event. So the UID has
        // no date, and the day of writing is the SEQUENCE.
        let trust = self.trust.map(|trust| format!("{trust}."));
        let (trust, today) = (trust.unwrap_or_default(), plain(self.today));
        let uid = format!("{}.{trust}{}@ppimhs-finder", document.id, contact.id);
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", &uid);
        lines.add("SEQUENCE", &today);
        lines.add("DTSTAMP", &format!("{today}T000000Z"));
        lines.add("DTSTART;VALUE=DATE", &plain(check.due));
        lines.add("SUMMARY", &escaped(&format!("Check again: {who} ({of})")));
        let checked = contact
            .verified_on
            .map_or_else(|| "never".to_owned(), Date::in_words);
        lines.add("DESCRIPTION", &escaped(&format!(
            "{}\nLast checked: {checked}\nKept right by: {owner}\nCall or read it, then write the new verified_on and review_by of the contact \"{}\".",
            ways_to_reach(contact),
            contact.id
        )));
        lines.add("TRANSP", "TRANSPARENT");
        for days in DAYS_AHEAD {
            lines.add("BEGIN", "VALARM");
            lines.add("ACTION", "DISPLAY");
            lines.add("TRIGGER", &format!("-P{days}D"));
            lines.add(
                "DESCRIPTION",
                &escaped(&format!("In {days} days: check {who} ({of})")),
            );
            lines.add("END", "VALARM");
        }
        lines.add("END", "VEVENT");
    }
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a property of the calendar format. If it is too long for one line, it continues on the
    /// next line after a space.
    fn add(&mut self, name: &str, value: &str) {
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
