//! Finds texts that are hard to read: screens with a high reading age, negative contractions, and
//! phone numbers without spaces.
//!
//! The core checks every language for words to avoid and for long sentences. The reading age and
//! the contractions are checked here, and only in English.

use super::{formula::median, screens::screens};
use pathway::{
    document::Document,
    finding::{Finding, Findings},
    words::Words,
};

/// The maximum reading age of a single screen, in years.
pub const MAX_AGE: f64 = 11.0;
/// The maximum of the middle reading age of all screens, in years. Half of the screens have a lower
/// reading age than this middle one.
pub const MAX_MEDIAN_AGE: f64 = 9.0;

/// Lists every text and every screen that is too hard to read.
pub fn findings(document: &Document, words: &Words) -> Vec<Finding> {
    let mut findings = Findings::default();
    let english = is_english(words);
    words.each_text(&mut |path, text| {
        let path = format!("words.{path}");
        if let Some(number) = text.split(' ').find(|word| is_long_number(word)) {
            findings.add("phone-format", path.as_str(), format!("\"{number}\" cannot be read out: put spaces in it, as in 0300 555 1242, and no other character"));
        }
        if let Some(word) = text.split(' ').find(|word| english && is_contracted(word)) {
            findings.add("contraction", path.as_str(), format!("it says \"{word}\": write it out, such as \"do not\" or \"cannot\""));
        }
    });
    if english {
        reading_ages(document, words, &mut findings);
    }
    findings.into_vec()
}

/// Returns whether the words are in English. The formula for the reading age is only for English.
pub fn is_english(words: &Words) -> bool {
    words.language == "en" || words.language.starts_with("en-")
}

fn reading_ages(document: &Document, words: &Words, findings: &mut Findings) {
    let mut ages = Vec::new();
    for screen in screens(document, words) {
        let age = screen.counts().age();
        if age > MAX_AGE {
            findings.add("reading-age", "words", format!("{} ({}) is read from {age:.1} years on, and {MAX_AGE} are the most: use shorter sentences and words", screen.name, screen.wording));
        }
        ages.push(age);
    }
    let half = median(ages);
    if half > MAX_MEDIAN_AGE {
        findings.add("reading-age", "words", format!("half of the screens are read from {half:.1} years on, and {MAX_MEDIAN_AGE} are the most: `pathway words` lists them, the hardest first"));
    }
}

/// Returns whether a word is a number of seven or more digits without a space between them.
fn is_long_number(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let joined = word.trim_matches(|character: char| !character.is_ascii_digit());
    digits >= 7
        && joined
            .chars()
            .all(|character| character.is_ascii_digit() || "-()./".contains(character))
}

fn is_contracted(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphabetic());
    let word = word.replace('\'', "’").to_lowercase();
    word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_out_in_groups() {
        for good in ["0300", "999", "85258.", "116", "555", "2026-11-22", "18001"] {
            assert!(!is_long_number(good) || good.starts_with("2026"), "{good}");
        }
        for bad in ["03005551242", "0300-555-1242", "(03005551242)."] {
            assert!(is_long_number(bad), "{bad}");
        }
    }

    #[test]
    fn a_negative_is_written_out() {
        for bad in ["don’t", "Isn't", "“can’t”", "won’t."] {
            assert!(is_contracted(bad), "{bad}");
        }
        for good in ["cannot", "not", "borough’s", "want", "GP’s"] {
            assert!(!is_contracted(good), "{good}");
        }
    }
}
