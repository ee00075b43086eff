//! Computes the age from which most people can read an English text. It uses the Flesch–Kincaid
//! grade, the usual formula for health texts, which depends on the length of sentences and words.
//! The reading age is this US school grade plus five years.
//!
//! Labels, headings and lines of a list count as sentences. Names, numbers and abbreviations such
//! as GP count as words, because people have to read them. A number counts as one syllable.

/// The counts of sentences, words and syllables from which the formula calculates the reading age
/// of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The number of sentences in the text.
    pub sentences: u32,
    /// The number of words in the text.
    pub words: u32,
    /// The number of syllables in all words of the text.
    pub syllables: u32,
    /// The number of words in the longest sentence.
    pub longest: u32,
}

impl Counts {
    /// Counts the sentences, words and syllables of several texts together.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts = Self::default();
        for sentence in texts.into_iter().flat_map(sentences) {
            let mut words = 0;
            for word in words_of(sentence) {
                words += 1;
                counts.syllables += syllables(word);
            }
            counts.words += words;
            counts.longest = counts.longest.max(words);
            counts.sentences += u32::from(words > 0);
        }
        counts
    }

    /// Computes the reading age of the text, in years.
    pub fn age(&self) -> f64 {
        let (sentences, words) = (f64::from(self.sentences), f64::from(self.words));
        if self.words == 0 {
            return 0.0;
        }
        0.39 * words / sentences + 11.8 * f64::from(self.syllables) / words - 15.59 + 5.0
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // A colon or a semicolon ends a sentence if a space follows. In "9:30" the colon ends no
    // sentence.
    text.split_inclusive([' ', '\n'])
        .scan(0, |start, word| {
            *start += word.len();
            let word = word.trim_end().trim_end_matches(['”', '"', '’', ')']);
            Some((*start, word.ends_with(['.', '?', '!', ':', ';'])))
        })
        .filter_map(|(end, ends)| (ends || end == text.len()).then_some(end))
        .scan(0, |start, end| {
            let sentence = text.get(*start..end);
            *start = end;
            sentence
        })
}

fn words_of(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|character: char| character.is_whitespace() || matches!(character, '-' | '/' | '–'))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Counts the syllables of a word: its groups of vowels, without a silent "e" at the end.
fn syllables(word: &str) -> u32 {
    let word: Vec<char> = word
        .trim_end_matches(|character: char| !character.is_alphanumeric())
        .trim_end_matches("’s")
        .chars()
        .filter(|character| character.is_ascii_alphabetic())
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    let mut heard = 0;
    let mut before = false;
    for letter in &word {
        let vowel = is_vowel(*letter);
        heard += u32::from(vowel && !before);
        before = vowel;
    }
    let silent = match *word.as_slice() {
        [.., before, 'l', 'e'] => is_vowel(before),
        [.., before, 'e'] => !is_vowel(before),
        [.., before, 'e', 'd'] => !is_vowel(before) && !matches!(before, 't' | 'd'),
        [.., before, 'l', 'e', 's'] => is_vowel(before),
        [.., before, 'e', 's'] => {
            !is_vowel(before) && !matches!(before, 's' | 'x' | 'z' | 'c' | 'g' | 'h')
        }
        _ => false,
    };
    heard.saturating_sub(u32::from(silent)).max(1)
}

/// Returns the middle one of these values in ascending order, or 0 if there is no value.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoken_syllables_are_counted() {
        for (word, heard) in [
            ("call", 1),
            ("baby", 2),
            ("midwife", 2),
            ("surgery", 3),
            ("the", 1),
            ("little", 2),
            ("changed", 1),
            ("wanted", 2),
            ("bottles", 2),
            ("nurses", 2),
            ("services", 3),
            ("thoughts", 1),
            ("emergency", 4),
            ("GP", 1),
            ("999", 1),
            ("baby’s", 2),
        ] {
            assert_eq!(syllables(word), heard, "{word}");
        }
    }

    #[test]
    fn a_text_is_counted_by_sentences_words_and_syllables() {
        let counts = Counts::of(["Call 999 now. Are you safe?", "Talk to a GP"]);
        let expected = Counts {
            sentences: 3,
            words: 10,
            syllables: 10,
            longest: 4,
        };
        assert_eq!(counts, expected);
        assert_eq!(Counts::of(["", "…"]).age(), 0.0);
    }

    #[test]
    fn a_sentence_ends_after_its_closing_quote() {
        assert_eq!(Counts::of(["Say: “I need help.” Then wait."]).sentences, 3);
    }

    /// The expected value was computed by hand: 0.39 · 119/7 + 11.8 · 180/119 − 15.59 + 5.
    #[test]
    fn longer_words_and_sentences_have_a_higher_reading_age() {
        let counts = Counts {
            sentences: 7,
            words: 119,
            syllables: 180,
            longest: 20,
        };
        assert!((counts.age() - 13.889).abs() < 0.001, "{}", counts.age());
        let easy = Counts::of(["You can call a midwife at any time."]);
        let hard =
            Counts::of(["Multidisciplinary practitioners facilitate therapeutic relationships."]);
        assert!(easy.age() < 8.0 && hard.age() > 16.0);
    }
}
