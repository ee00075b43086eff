//! Finds today's date, and decides whether the pathway may be used today.

use pathway::{
    date::Date,
    properties::{Effective, Status},
};

/// Returns today's date: the date of the build or of the visitor's device, whichever is later. A
/// device with a wrong date must not make an old telephone number look recently checked (HAZ-002,
/// HAZ-012).
pub(super) fn today(built: Option<&str>, device: &str) -> Option<Date> {
    later(built.and_then(Date::parse), Date::parse(device))
}

fn later(built: Option<Date>, device: Option<Date>) -> Option<Date> {
    built.max(device)
}

/// Returns the reason why the pathway may not be used today. Returns `None` if it may be used
/// (HAZ-009).
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

    /// A browser or a server may keep an old edition of the pathway. The hazard log lists this test
    /// under HAZ-009.
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

    /// The hazard log lists this test under HAZ-002, HAZ-009 and HAZ-012.
    #[test]
    fn a_clock_behind_the_build_gives_the_day_of_the_build() {
        let (built, device) = (Date::new(2026, 11, 22), Date::new(2001, 1, 1));
        assert_eq!(later(built, device), built);
        assert_eq!(later(device, built), built);
    }

    /// The widget cannot tell an old build from a device whose date is in the future. It uses the
    /// later date.
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
