//! Tests the version, the hash and the other facts that a checked pathway gives about itself, and
//! the texts of its errors.

use crate::small_pathway::{small, tiny};
use pathway::check::{self, LoadError};
use sha2::{Digest, Sha256};

fn hash(pathway: &[u8], words: &[u8]) -> String {
    let edition = check::load(pathway, words, None).unwrap();
    edition.hash().to_string()
}

/// The hazard log lists this test under HAZ-009 and HAZ-018.
#[test]
fn the_hash_covers_both_files() {
    let (pathway, words) = small();
    let signed = hash(&pathway, &words);
    let digest = Sha256::digest([pathway.as_slice(), &words].concat());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(signed, digest);
    assert_eq!(signed, tiny().hash());

    let spaced = |file: &[u8]| [file, b"\n"].concat();
    assert_ne!(hash(&spaced(&pathway), &words), signed);
    assert_ne!(hash(&pathway, &spaced(&words)), signed);
}

/// An editor or git changes line ends and the mark without a change of the content.
#[test]
fn the_hash_is_the_same_for_any_line_ends_and_with_a_mark() {
    let (pathway, words) = small();
    let signed = hash(&pathway, &words);
    let with_ends = |bytes: &[u8], end: &str| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        text.replace('\n', end).into_bytes()
    };
    let marked = |bytes: &[u8]| [b"\xEF\xBB\xBF", bytes].concat();
    assert_eq!(hash(&with_ends(&pathway, "\r\n"), &words), signed);
    assert_eq!(hash(&pathway, &with_ends(&words, "\r\n")), signed);
    assert_eq!(hash(&marked(&pathway), &words), signed);
    let both = marked(&with_ends(&words, "\r\n"));
    assert_eq!(hash(&pathway, &both), signed);
    assert_ne!(hash(&with_ends(&pathway, " "), &words), signed);
    let number = String::from_utf8(pathway).unwrap();
    let number = number.replace("01632 960 001", "01632 960 009");
    assert_ne!(hash(number.as_bytes(), &words), signed);
}

#[test]
fn each_finding_reads_as_one_line() {
    let (pathway, words) = small();
    let pathway = String::from_utf8(pathway).unwrap();
    let pathway = pathway.replace("\"phone\": \"116 123\"", "\"phone\": \"one\"");
    let fault = check::load(pathway.as_bytes(), &words, None).unwrap_err();
    assert!(matches!(&fault, LoadError::Findings(findings) if findings.len() == 2));
    assert_eq!(
        fault.to_string(),
        "contacts.samaritans: \"one\" is not written as a number: use digits in groups with single spaces (number-format)\n\
         crisis.contacts: the crisis block shows 999, 111 and 116 123, in that order: restore it (crisis-numbers)"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let (pathway, words) = small();
    let fault = |pathway: &[u8], words: &[u8]| {
        let fault = check::load(pathway, words, None).unwrap_err();
        fault.to_string()
    };
    let message = "line 1, column 1: the file ends too early: restore what is cut off, or write the closing brackets";
    assert_eq!(fault(b"{", &words), format!("pathway.json: {message}"));
    assert_eq!(fault(&pathway, b"{"), format!("words: {message}"));
}
