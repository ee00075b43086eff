//! Checks the texts against the style rules of the words file: no text contains a word to avoid or
//! a sentence that is too long.

use crate::{authoring::finding::Findings, model::words::Words};
use alloc::{format, string::String, vec::Vec};

/// The maximum number of entries in the list of words to avoid, and in the list of phrases that may
/// contain such a word.
const PHRASES: usize = 200;

pub(super) fn check(words: &Words, findings: &mut Findings) {
    let style = &words.style;
    for (list, phrases) in [("avoid", &style.avoid), ("allow", &style.allow)] {
        if phrases.len() > PHRASES {
            findings.add(
                "too-many",
                format!("words.style.{list}"),
                format!(
                    "there are {}, and {PHRASES} are the most: take some out",
                    phrases.len()
                ),
            );
            return;
        }
    }
    let allow: Vec<String> = style.allow.iter().map(|phrase| plain(phrase)).collect();
    let avoid: Vec<String> = style.avoid.iter().map(|phrase| plain(phrase)).collect();
    words.each_text(&mut |path, text| {
        if findings.is_full() {
            return;
        }
        let path = format!("words.{path}");
        let mut left = plain(text);
        for phrase in &allow {
            if left.contains(phrase.as_str()) {
                left = left.replace(phrase.as_str(), " ");
            }
        }
        for phrase in avoid.iter().filter(|phrase| left.contains(phrase.as_str())) {
            findings.add(
                "avoid",
                path.as_str(),
                format!("it says \"{}\": say it another way", phrase.trim()),
            );
        }
    });
}

/// Checks that no sentence has too many words.
pub(super) fn sentence_length(words: &Words, findings: &mut Findings) {
    let style = &words.style;
    words.each_text(&mut |path, text| {
        let path = format!("words.{path}");
        let longest = sentences(text).map(|words| (words.len(), words)).max();
        if let Some((count, words)) = longest.filter(|(count, _)| *count > style.sentence_words) {
            let start = words.get(..4).unwrap_or_default().join(" ");
            findings.add("long-sentence", path.as_str(), format!("the sentence that starts \"{start}\" has {count} words, and {} are the most: split it", style.sentence_words));
        }
    });
}

/// Returns a text in a form in which phrases are easy to find: in lower case, with one kind of
/// apostrophe, with one space around each word, and without other punctuation and placeholders.
fn plain(text: &str) -> String {
    let mut plain = String::from(" ");
    let text: String = text
        .split('{')
        .enumerate()
        .map(|(index, part)| match part.split_once('}') {
            Some((_, rest)) if index > 0 => rest,
            _ => part,
        })
        .collect();
    for part in text.split(|character: char| {
        !character.is_alphanumeric() && character != '\'' && character != '’' && character != '&'
    }) {
        if !part.is_empty() {
            plain.extend(
                part.chars()
                    .flat_map(char::to_lowercase)
                    .map(|character| if character == '\'' { '’' } else { character }),
            );
            plain.push(' ');
        }
    }
    plain
}

fn sentences(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.split_inclusive(['.', '?', '!', ':', ';'])
        .map(|sentence| sentence.split_whitespace().collect())
}
