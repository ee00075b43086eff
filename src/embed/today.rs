//! Today's date, and whether a pathway may be used today.

use pathway::{
    date::Date,
    properties::{Effective, Status},
};

/// Today: the later of the build's day and the device's. A device whose clock is behind must not make an
/// old telephone number look checked (HAZ-002, HAZ-012).
pub(super) fn today(built: Option<&str>, device: &str) -> Option<Date> {
    later(built.and_then(Date::parse), Date::parse(device))
}

fn later(built: Option<Date>, device: Option<Date>) -> Option<Date> {
    built.max(device)
}

/// The reason why a pathway may not be used today, if there is one (HAZ-009).
pub(super) fn out_of_use(
    status: Status,
    effective: Effective,
    today: Option<Date>,
) -> Option<&'static str> {
    if status == Status::Retired {
        return Some("the pathway is retired");
    }
    let today = today?;
    if effective.from.is_some_and(|from| today < from) {
        return Some("the pathway is not in use yet: see its `effective` days");
    }
    if effective.to.is_some_and(|to| to < today) {
        return Some("the pathway is no longer in use: see its `effective` days");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// HAZ-009: a browser or a server may hold an old copy.
    #[test]
    fn a_retired_pathway_or_one_outside_its_days_is_not_used() {
        let day = |month| Date::new(2026, month, 22);
        let always = Effective::default();
        assert_eq!(out_of_use(Status::Draft, always, day(11)), None);
        let autumn = Effective {
            from: day(10),
            to: day(11),
        };
        assert_eq!(out_of_use(Status::Active, autumn, day(10)), None);
        assert_eq!(out_of_use(Status::Active, autumn, day(11)), None);
        assert!(out_of_use(Status::Active, autumn, day(9)).is_some());
        assert!(out_of_use(Status::Active, autumn, day(12)).is_some());
        assert!(out_of_use(Status::Retired, autumn, day(11)).is_some());
        assert!(out_of_use(Status::Retired, always, None).is_some());
    }

    /// HAZ-002, HAZ-009, HAZ-012.
    #[test]
    fn a_clock_behind_the_build_gives_the_day_of_the_build() {
        let (built, device) = (Date::new(2026, 11, 22), Date::new(2001, 1, 1));
        assert_eq!(later(built, device), built);
        assert_eq!(later(device, built), built);
    }

    /// An old copy of the page and a clock that is far ahead look the same: the later day counts.
    #[test]
    fn a_clock_ahead_of_the_build_gives_its_own_day() {
        let (built, device) = (Date::new(2026, 11, 22), Date::new(2038, 1, 20));
        assert_eq!(later(built, device), device);
        let tomorrow = Date::new(2026, 11, 23);
        assert_eq!(later(built, tomorrow), tomorrow);
        let yesterday = Date::new(2026, 11, 21);
        assert_eq!(later(built, yesterday), built);
    }

    #[test]
    fn one_known_day_is_enough() {
        let day = Date::new(2026, 11, 22);
        assert_eq!(later(day, None), day);
        assert_eq!(later(None, day), day);
        assert_eq!(later(None, None), None);
    }
}
