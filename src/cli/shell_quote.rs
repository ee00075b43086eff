//! Writes arguments so that a person can paste them into a shell.

use std::path::Path;

/// Returns whether a shell reads this character as it is.
fn is_plain(sign: char) -> bool {
    sign.is_alphanumeric() || "-_./:,+@%\\".contains(sign)
}

/// Writes a path as one argument.
pub fn argument(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain_text = text
        .chars()
        .all(|sign| is_plain(sign) && (sign != '\\' || cfg!(windows)));
    if is_plain_text && !text.is_empty() && !text.starts_with('-') {
        return text;
    }
    let text = if text.starts_with('-') {
        format!("./{text}")
    } else {
        text
    };
    if cfg!(windows) {
        // A file name on Windows has no double quote.
        return format!("\"{text}\"");
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::argument;
    use std::path::Path;

    #[cfg(unix)]
    #[test]
    fn an_argument_is_one_word_for_a_shell() {
        for (path, written) in [
            ("ours", "ours"),
            ("/srv/www/trusts/ours.json", "/srv/www/trusts/ours.json"),
            ("our pathway", "'our pathway'"),
            ("a'b $(touch pwned)", r"'a'\''b $(touch pwned)'"),
            ("a;b&c|d>e`f`*?", "'a;b&c|d>e`f`*?'"),
            ("a\\b", r"'a\b'"),
            ("-rf", "'./-rf'"),
            ("", "''"),
        ] {
            assert_eq!(argument(Path::new(path)), written);
        }
    }
}
