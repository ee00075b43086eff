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
