//! The build's day and the device's → today, and whether a pathway may be used on it.

use pathway::{
    date::Date,
    document::{Effective, Status},
};

/// HAZ-002, HAZ-012: a device whose clock is behind must not make an old telephone number look checked, so
/// today is never before the day of the build.
pub(super) fn today(built: Option<&str>, device: &str) -> Option<Date> {
    later(built.and_then(Date::parse), Date::parse(device))
}

fn later(built: Option<Date>, device: Option<Date>) -> Option<Date> {
    built.max(device)
}

/// HAZ-009: why a pathway may not be used, if it may not.
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

    /// HAZ-009: an old copy that a browser or a server kept.
    #[test]
    fn a_pathway_that_is_retired_or_outside_its_days_is_not_used() {
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
    fn a_clock_that_is_behind_does_not_turn_back_the_build() {
        let (built, device) = (Date::new(2026, 11, 22), Date::new(2001, 1, 1));
        assert_eq!(later(built, device), built);
        assert_eq!(later(device, built), built);
    }

    /// A page that a browser has kept for years, and a clock far ahead: either way the later day counts.
    #[test]
    fn a_clock_that_is_ahead_is_believed() {
        let (built, device) = (Date::new(2026, 11, 22), Date::new(2038, 1, 20));
        assert_eq!(later(built, device), device);
        let tomorrow = Date::new(2026, 11, 23);
        assert_eq!(later(built, tomorrow), tomorrow);
        let yesterday = Date::new(2026, 11, 21);
        assert_eq!(later(built, yesterday), built);
    }

    #[test]
    fn one_day_that_is_known_is_enough() {
        let day = Date::new(2026, 11, 22);
        assert_eq!(later(day, None), day);
        assert_eq!(later(None, day), day);
        assert_eq!(later(None, None), None);
    }
}
