//! Reads today's date from the clock of this machine, because the core reads no clock.

use pathway::date::Date;

/// Returns today's date in the time zone of this machine. Returns `None` if the clock shows a year
/// outside the calendar.
pub fn today() -> Option<Date> {
    let today = jiff::Zoned::now().date();
    Date::new(
        u16::try_from(today.year()).ok()?,
        u8::try_from(today.month()).ok()?,
        u8::try_from(today.day()).ok()?,
    )
}

/// Parses a date argument of the form `YYYY-MM-DD`.
pub fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}
