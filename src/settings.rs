//! The attributes a host page writes on the element → [`Settings`], and a complaint for each that
//! cannot be meant. A page never loses the widget over a typing mistake: what is wrong falls back.

/// The level of the widget's own heading where the host names none.
pub const DEFAULT_HEADING_LEVEL: u8 = 2;

/// What a host page may decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The level of a screen's heading, 1 to 4; the headings below it follow on.
    pub heading_level: u8,
    /// Where "Exit this page" leads; without it there is no such button.
    pub exit: Option<String>,
}

/// Where "Exit this page" leads, where the host names no other page: one that nobody wonders about.
pub const DEFAULT_EXIT: &str = "https://www.bbc.co.uk/weather";

impl Default for Settings {
    fn default() -> Self {
        Self {
            heading_level: DEFAULT_HEADING_LEVEL,
            exit: Some(DEFAULT_EXIT.to_owned()),
        }
    }
}

impl Settings {
    /// What the attributes say, asked for one by one by name, and a line for each that is wrong. `exit`
    /// is where a trust's own file leads, unless an attribute says.
    pub fn read(
        attribute: impl Fn(&str) -> Option<String>,
        exit: Option<&str>,
    ) -> (Self, Vec<String>) {
        let mut settings = Self::default();
        if let Some(exit) = exit.filter(|address| is_address(address)) {
            settings.exit = Some(exit.to_owned());
        }
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
        if let Some(exit) = attribute("exit") {
            match exit.trim() {
                "off" => settings.exit = None,
                address if is_address(address) => settings.exit = Some(address.to_owned()),
                _ => complaints.push(complaint(
                    "exit",
                    &exit,
                    "use an address that begins with https://, or off",
                )),
            }
        }
        (settings, complaints)
    }
}

/// Whether a text can be the address of another page: never a script, never without a lock.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':'))
        && text.chars().all(|c| !c.is_whitespace() && !c.is_control())
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

    fn read(name: &str, value: Option<&str>) -> (Settings, Vec<String>) {
        Settings::read(
            |asked| value.filter(|_| asked == name).map(str::to_owned),
            None,
        )
    }

    fn check(value: Option<&str>, level: u8, complaints: &[&str]) {
        let (settings, found) = read("heading-level", value);
        assert_eq!(settings.heading_level, level);
        assert_eq!(found, complaints);
    }

    #[test]
    fn the_way_out_leads_where_the_host_says_or_nowhere() {
        let exit = |value| read("exit", value).0.exit;
        assert_eq!(exit(None).as_deref(), Some(DEFAULT_EXIT));
        assert_eq!(exit(Some("off")), None);
        let other = "https://www.example.org/news?today";
        assert_eq!(exit(Some(other)).as_deref(), Some(other));
    }

    #[test]
    fn the_way_out_of_a_trusts_file_gives_way_to_the_hosts_alone() {
        let own = "https://www.example.org/trust";
        let exit = |said: Option<&str>| {
            let attribute = |name: &str| said.filter(|_| name == "exit").map(str::to_owned);
            Settings::read(attribute, Some(own)).0.exit
        };
        assert_eq!(exit(None).as_deref(), Some(own));
        assert_eq!(exit(Some("javascript:alert(1)")).as_deref(), Some(own));
        assert_eq!(exit(Some("off")), None);
        let host = "https://www.example.org/host";
        assert_eq!(exit(Some(host)).as_deref(), Some(host));
    }

    #[test]
    fn the_way_out_never_leads_to_a_script_or_nowhere_at_all() {
        for wrong in [
            "",
            "on",
            "http://example.org",
            "javascript:alert(1)",
            "//example.org",
            "https://",
            "https://example",
            "https://example.org/a b",
            "https://user@example.org",
            "https://exa\nmple.org",
        ] {
            let (settings, complaints) = read("exit", Some(wrong));
            assert_eq!(settings.exit.as_deref(), Some(DEFAULT_EXIT), "{wrong}");
            assert_eq!(complaints.len(), 1, "{wrong}");
        }
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
        let (_, complaints) = Settings::read(|_| Some("é".repeat(100_000)), None);
        assert!(complaints.iter().all(|line| line.chars().count() < 120));
    }
}
