//! The clock of this machine → today. The core has no clock.

use pathway::date::Date;

/// Today in the time zone of this machine; none, if its clock is outside the calendar.
pub fn today() -> Option<Date> {
    let today = jiff::Zoned::now().date();
    Date::new(
        u16::try_from(today.year()).ok()?,
        u8::try_from(today.month()).ok()?,
        u8::try_from(today.day()).ok()?,
    )
}

/// Parses the argument `YYYY-MM-DD`.
pub fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}
