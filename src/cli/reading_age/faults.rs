//! Words → what a program can hold against them beside what the core does: screens that are read
//! later in life than most people read, negative contractions, phone numbers nobody can read out.
//!
//! The core holds to the words to avoid and to the length of sentences, in every language. The first
//! two here are about English alone.

use super::{ages, median, screens::screens};
use pathway::{
    document::{Document, words::Words},
    finding::{Finding, Findings},
};

/// The reading age of the hardest screen, at most.
pub const MOST: f64 = 11.0;
/// The reading age of half of the screens, at most.
pub const MEDIAN: f64 = 9.0;

/// Everything that is wrong.
pub fn faults(document: &Document, words: &Words) -> Vec<Finding> {
    let mut findings = Findings::default();
    let english = is_english(words);
    words.each_text(&mut |place, text| {
        let place = format!("words.{place}");
        if let Some(number) = text.split(' ').find(|word| runs_on(word)) {
            findings.add("phone-format", place.as_str(), format!("nobody can read out \"{number}\": put spaces in it, as in 0300 555 1242, and no other sign"));
        }
        if let Some(word) = text.split(' ').find(|word| english && is_contracted(word)) {
            findings.add("contraction", place.as_str(), format!("it says \"{word}\": write it out, such as \"do not\" or \"cannot\""));
        }
    });
    if english {
        reading_ages(document, words, &mut findings);
    }
    findings.into_vec()
}

/// Whether the reading age can be said.
pub fn is_english(words: &Words) -> bool {
    words.language == "en" || words.language.starts_with("en-")
}

fn reading_ages(document: &Document, words: &Words, findings: &mut Findings) {
    let screens = screens(document, words);
    let ages = ages(&screens);
    for (screen, counts) in screens.iter().zip(&ages) {
        let age = counts.age();
        if age > MOST {
            findings.add("reading-age", "words", format!("{} ({}) is read from {age:.1} years on, and {MOST} are the most: use shorter sentences and words", screen.name, screen.wording));
        }
    }
    let half = median(&ages);
    if half > MEDIAN {
        findings.add("reading-age", "words", format!("half of the screens are read from {half:.1} years on, and {MEDIAN} are the most: `pathway words` lists them, the hardest first"));
    }
}

/// Seven digits or more without a space, or held together by other signs.
fn runs_on(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let joined = word.trim_matches(|sign: char| !sign.is_ascii_digit());
    digits >= 7
        && joined
            .chars()
            .all(|sign| sign.is_ascii_digit() || "-()./".contains(sign))
}

fn is_contracted(word: &str) -> bool {
    let word = word.trim_matches(|sign: char| !sign.is_alphabetic());
    let word = word.replace('\'', "’").to_lowercase();
    word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_out_in_groups() {
        for good in ["0300", "999", "85258.", "116", "555", "2026-11-22", "18001"] {
            assert!(!runs_on(good) || good.starts_with("2026"), "{good}");
        }
        for bad in ["03005551242", "0300-555-1242", "(03005551242)."] {
            assert!(runs_on(bad), "{bad}");
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
