//! The attributes a host page writes on the element → [`Settings`], and a complaint for each that
//! cannot be meant. A page never loses the widget over a typing mistake: what is wrong falls back.

/// The level of the widget's own heading where the host names none.
pub const DEFAULT_HEADING_LEVEL: u8 = 2;

/// What a host page may decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The level of a screen's heading, 1 to 4; the headings below it follow on.
    pub heading_level: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            heading_level: DEFAULT_HEADING_LEVEL,
        }
    }
}

impl Settings {
    /// What the attributes say, asked for one by one by name, and a line for each that is wrong.
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> (Self, Vec<String>) {
        let mut settings = Self::default();
        let mut complaints = Vec::new();
        if let Some(level) = attribute("heading-level") {
            match heading_level(&level) {
                Some(level) => settings.heading_level = level,
                None => complaints.push(complaint(
                    "heading-level",
                    &level,
                    "use 1, 2, 3 or 4; it is 2 now",
                )),
            }
        }
        (settings, complaints)
    }
}

fn heading_level(text: &str) -> Option<u8> {
    let level = text.trim().parse().ok()?;
    (1..=4).contains(&level).then_some(level)
}

/// Hosts write what they like into an attribute; a log line stays short.
const MAX_SHOWN_CHARS: usize = 40;

fn complaint(name: &str, value: &str, advice: &str) -> String {
    let value: String = value.chars().take(MAX_SHOWN_CHARS).collect();
    format!("{name}=\"{value}\" is not known: {advice}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: Option<&str>, level: u8, complaints: &[&str]) {
        let (settings, found) = Settings::read(|name| {
            assert_eq!(name, "heading-level");
            value.map(str::to_owned)
        });
        assert_eq!(settings.heading_level, level);
        assert_eq!(found, complaints);
    }

    #[test]
    fn a_host_without_attributes_gets_the_defaults_and_no_complaint() {
        check(None, 2, &[]);
    }

    #[test]
    fn heading_levels_one_to_four_are_kept() {
        check(Some("1"), 1, &[]);
        check(Some(" 4 "), 4, &[]);
    }

    #[test]
    fn a_wrong_heading_level_falls_back_with_one_line() {
        let line = "heading-level=\"5\" is not known: use 1, 2, 3 or 4; it is 2 now";
        check(Some("5"), 2, &[line]);
        for wrong in ["0", "", "h2", "-1", "2.0", "999999999999"] {
            let line = line.replace("\"5\"", &format!("\"{wrong}\""));
            check(Some(wrong), 2, &[&line]);
        }
    }

    #[test]
    fn a_complaint_stays_short() {
        let (_, complaints) = Settings::read(|_| Some("é".repeat(100_000)));
        assert!(complaints.iter().all(|line| line.chars().count() < 120));
    }
}
