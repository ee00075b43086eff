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
fn the_hash_covers_every_byte_of_both_files() {
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
    let message =
        "line 1, column 1: EOF while parsing an object: mend the JSON here or just before";
    assert_eq!(fault(b"{", &words), format!("pathway.json: {message}"));
    assert_eq!(fault(&pathway, b"{"), format!("words: {message}"));
}
