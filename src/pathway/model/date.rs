//! Calendar dates, written as `YYYY-MM-DD`. The core reads no clock: its caller passes today's
//! date.

use crate::model::codec::{Codec, Decoder, Encoder};
use alloc::{format, string::String};
use core::fmt;
use serde::{Deserialize, Deserializer, de};

/// A day in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Makes a date from a year, a month (1 to 12) and a day (1 to 31). Returns `None` if the
    /// calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let days = days_in(year, month)?;
        (1..=days)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    /// Counts the days from this date to the date `other`. The result is negative if `other` is
    /// earlier.
    pub fn days_until(self, other: Self) -> i64 {
        other.number() - self.number()
    }

    /// Returns the same day some years later, or 28 February if that year has no 29 February.
    #[cfg(feature = "authoring")]
    pub(crate) fn years_later(self, years: u16) -> Option<Self> {
        let year = self.year.checked_add(years)?;
        Self::new(year, self.month, self.day).or_else(|| Self::new(year, 2, 28))
    }

    /// Returns the number of days from the start of the calendar to this date.
    fn number(self) -> i64 {
        let before = i64::from(self.year) - 1;
        let leap_days = before / 4 - before / 100 + before / 400;
        let months = (1..self.month).filter_map(|month| days_in(self.year, month));
        let days: i64 = months.map(i64::from).sum();
        before * 365 + leap_days + days + i64::from(self.day)
    }

    /// Parses a date in the form `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, length: usize| {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let small = |part| digits(part, 2).and_then(|number| u8::try_from(number).ok());
        Self::new(digits(year, 4)?, small(month)?, small(day)?)
    }

    /// Writes the date in words, such as `5 October 2026`.
    pub fn in_words(self) -> String {
        let month = MONTHS
            .get(usize::from(self.month).saturating_sub(1))
            .unwrap_or(&"");
        format!("{} {month} {}", self.day, self.year)
    }
}

/// Returns the number of days in a month. Returns `None` if the month does not exist.
fn days_in(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    Some(match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Codec for Date {
    const EMPTY: Self = Self {
        year: 1,
        month: 1,
        day: 1,
    };
    fn encode(&self, encoder: &mut Encoder) {
        self.year.encode(encoder);
        self.month.encode(encoder);
        self.day.encode(encoder);
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        self.year.decode(decoder);
        self.month.decode(decoder);
        self.day.decode(decoder);
        if Self::new(self.year, self.month, self.day).is_none() {
            decoder.fail();
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            de::Error::custom(format_args!(
                "\"{text}\" is not a date: write it as YYYY-MM-DD"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_count_leap_years_and_go_back() {
        for (from, to, days) in [
            ("2026-11-30", "2026-11-30", 0),
            ("2026-11-30", "2027-03-01", 91),
            ("2028-02-28", "2028-03-01", 2),
            ("2100-02-28", "2100-03-01", 1),
            ("2000-01-01", "2001-01-01", 366),
            ("2027-01-01", "2026-12-31", -1),
        ] {
            let between = Date::parse(from).zip(Date::parse(to));
            let between = between.map(|(from, to)| from.days_until(to));
            assert_eq!(between, Some(days), "{from} {to}");
        }
    }
}
