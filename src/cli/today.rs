//! The machine's clock → today. The core never asks a clock: this is where it is told.

use pathway::date::Date;

/// Today where this machine stands, unless its clock is beyond all calendars.
pub fn today() -> Option<Date> {
    let today = jiff::Zoned::now().date();
    Date::new(
        u16::try_from(today.year()).ok()?,
        u8::try_from(today.month()).ok()?,
        u8::try_from(today.day()).ok()?,
    )
}

/// `YYYY-MM-DD` as an argument.
///
/// # Errors
/// When it is no day.
pub fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}
