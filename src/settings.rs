//! Reads the settings that a host page chooses with attributes of the element. A wrong value causes
//! a warning in the console and is replaced by the default, so that a typing mistake never removes
//! the widget.

use pathway::web_address::is_web_address;

/// The level of the first heading on each screen, if the host page sets none.
pub const DEFAULT_HEADING_LEVEL: u8 = 2;

/// The settings that a host page chooses with attributes of the element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The level of the first heading on each screen, 1 to 4. The other headings have lower levels.
    pub heading_level: u8,
    /// The address of "Exit this page". With `None` the button is hidden.
    pub exit: Option<String>,
}

/// The address of "Exit this page" if neither the host page nor the trust file sets one. A visit to
/// the weather page draws no attention.
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
    /// Returns the settings, and a warning for each attribute with a wrong value. `attribute`
    /// returns the value of an attribute by its name. `exit` is the address of "Exit this page" in
    /// the trust file; the attribute of the host page overrides it.
    pub fn read(
        attribute: impl Fn(&str) -> Option<String>,
        exit: Option<&str>,
    ) -> (Self, Vec<String>) {
        let mut settings = Self::default();
        if let Some(exit) = exit.filter(|address| is_web_address(address)) {
            settings.exit = Some(exit.to_owned());
        }
        let mut warnings = Vec::new();
        if let Some(level) = attribute("heading-level") {
            match heading_level(&level) {
                Some(level) => settings.heading_level = level,
                None => warnings.push(warning(
                    "heading-level",
                    &level,
                    "use 1, 2, 3 or 4; it is 2 now",
                )),
            }
        }
        if let Some(exit) = attribute("exit") {
            match exit.trim() {
                "off" => settings.exit = None,
                address if is_web_address(address) => settings.exit = Some(address.to_owned()),
                _ => warnings.push(warning(
                    "exit",
                    &exit,
                    "use an address that begins with https://, or off",
                )),
            }
        }
        (settings, warnings)
    }
}

fn heading_level(text: &str) -> Option<u8> {
    let level = text.trim().parse().ok()?;
    (1..=4).contains(&level).then_some(level)
}

/// The maximum number of characters of an attribute's value that a warning repeats.
const MAX_QUOTED_CHARS: usize = 40;

fn warning(name: &str, value: &str, advice: &str) -> String {
    let value: String = value.chars().take(MAX_QUOTED_CHARS).collect();
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

    fn check(value: Option<&str>, level: u8, warnings: &[&str]) {
        let (settings, found) = read("heading-level", value);
        assert_eq!(settings.heading_level, level);
        assert_eq!(found, warnings);
    }

    #[test]
    fn the_host_chooses_the_exit_address_or_no_exit() {
        let exit = |value| read("exit", value).0.exit;
        assert_eq!(exit(None).as_deref(), Some(DEFAULT_EXIT));
        assert_eq!(exit(Some("off")), None);
        let other = "https://www.example.org/news?today";
        assert_eq!(exit(Some(other)).as_deref(), Some(other));
    }

    #[test]
    fn only_a_valid_attribute_overrides_the_exit_of_a_trust_file() {
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
    fn an_exit_that_is_no_https_address_falls_back() {
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
            &format!("https://example.org/{}", "a".repeat(2000)),
            "https://exa\nmple.org",
            "https://a.b:99999/",
            "https://example.org:443/",
            "https://1.2.3.4.5/",
            "https://192.168.0.1/",
            "https://www.example.0x7f/",
            "https://xn--80ak6aa92e.com/",
            "https://www.example.org\\@evil.example/",
            "https://ex\u{430}mple.org/",
            "https://-example.org/",
            "https://example..org/",
        ] {
            let (settings, warnings) = read("exit", Some(wrong));
            assert_eq!(settings.exit.as_deref(), Some(DEFAULT_EXIT), "{wrong}");
            assert_eq!(warnings.len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_host_without_attributes_gets_the_defaults_and_no_warning() {
        check(None, 2, &[]);
    }

    #[test]
    fn heading_levels_one_to_four_are_read() {
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
    fn a_warning_stays_short() {
        let (_, warnings) = Settings::read(|_| Some("é".repeat(100_000)), None);
        assert!(warnings.iter().all(|line| line.chars().count() < 120));
    }
}
