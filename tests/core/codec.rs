//! Tests the codec of editions: from the encoded bytes, `decode` returns the same edition, or an
//! error.

use crate::{
    small_pathway::tiny,
    visitors::{Dice, Visitor, ppimhs},
};
use pathway::{
    edition::{DecodeError, Edition},
    journey::Event,
    screen::{Body, screen},
};
use proptest::prelude::*;

/// The index of the first byte of the content in an encoded edition. The 8 bytes of the format and
/// the 4 bytes of the checksum come first.
const CONTENT: usize = 12;

fn checksum(content: &[u8]) -> u32 {
    content.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// Returns the bytes of an edition with this content and a valid checksum, as an attacker could
/// write them.
fn with_valid_checksum(content: &[u8]) -> Vec<u8> {
    let format = &tiny().encode()[..8];
    [format, &checksum(content).to_le_bytes(), content].concat()
}

/// Returns the content of the small pathway's encoded edition.
fn content() -> Vec<u8> {
    tiny().encode()[CONTENT..].to_vec()
}

/// Answers every question of an edition with its first option, and draws every screen.
fn walk(edition: &Edition) {
    let mut visitor = Visitor::new(edition);
    visitor.does(Event::Start);
    for _ in 0..200 {
        let Body::Question(question) = visitor.sees().body else {
            break;
        };
        let Some(choice) = question.choices.first() else {
            break;
        };
        visitor.does(Event::Pick(choice.id.clone()));
        visitor.does(Event::Continue);
    }
    visitor.does(Event::Back);
    visitor.sees();
}

/// The hazard log lists this test under HAZ-018.
#[test]
fn decoding_gives_the_edition_that_was_encoded() {
    for edition in [tiny(), ppimhs()] {
        let bytes = edition.encode();
        let decoded = Edition::decode(&bytes).unwrap();
        assert_eq!(decoded.encode(), bytes);
        assert_eq!(decoded.hash(), edition.hash());
        let mut dice = Dice::new();
        for _ in 0..200 {
            let mut visitor = Visitor::new(&edition);
            visitor.does(Event::Start);
            while let Body::Question(question) = visitor.sees().body {
                let choice = &question.choices[dice.below(question.choices.len())];
                visitor.does(Event::Pick(choice.id.clone()));
                visitor.does(Event::Continue);
                let there = screen(&decoded, &visitor.journey, None);
                assert_eq!(there, screen(&edition, &visitor.journey, None));
            }
        }
    }
}

/// The test compares the format number, the length and the checksum of the small pathway's encoded
/// edition. If they change and `tests/pathways/small` does not, a browser may have cached an
/// edition of the old format. Then raise the number at the end of `FORMAT` in `edition/mod.rs`, and
/// correct the values in this test.
#[test]
fn a_change_of_the_format_has_a_new_number() {
    let bytes = tiny().encode();
    let sum = u32::from_le_bytes(bytes[8..CONTENT].try_into().unwrap());
    assert_eq!((bytes[7], bytes.len(), sum), (6, 3232, 105_868_651));
}

#[test]
fn another_format_is_refused_and_the_error_says_what_to_do() {
    let mut bytes = tiny().encode();
    bytes[7] += 1;
    let refused = Edition::decode(&bytes).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the edition is not of the format that this widget reads: build both together"
    );
    assert_eq!(
        Edition::decode(b"{\"id\": \"ppimhs\"}").unwrap_err(),
        DecodeError
    );
    assert_eq!(Edition::decode(b"").unwrap_err(), DecodeError);
}

/// The hazard log lists this test under HAZ-008 and HAZ-018.
#[test]
fn an_edition_that_was_cut_or_lengthened_is_refused() {
    let bytes = tiny().encode();
    for length in 0..bytes.len() {
        assert!(Edition::decode(&bytes[..length]).is_err(), "{length} bytes");
    }
    let content = content();
    for length in 0..content.len() {
        let cut = with_valid_checksum(&content[..length]);
        assert!(Edition::decode(&cut).is_err(), "{length} bytes");
    }
    let longer = [content.as_slice(), &[0]].concat();
    assert!(Edition::decode(&with_valid_checksum(&longer)).is_err());
    assert!(Edition::decode(&with_valid_checksum(&content)).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_changed_byte_is_refused(index in any::<prop::sample::Index>(), by in 1u8..) {
        let mut bytes = tiny().encode();
        let index = index.index(bytes.len());
        bytes[index] = bytes[index].wrapping_add(by);
        prop_assert_eq!(Edition::decode(&bytes).unwrap_err(), DecodeError);
    }

    /// For changed content with a valid checksum, `decode` returns an error, or an edition in which
    /// every journey ends.
    #[test]
    fn changed_bytes_with_a_valid_checksum_never_stop_the_core(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut content = content();
        for (index, byte) in changes {
            let index = index.index(content.len());
            content[index] = byte;
        }
        if let Ok(edition) = Edition::decode(&with_valid_checksum(&content)) {
            walk(&edition);
        }
    }

    #[test]
    fn any_bytes_with_a_valid_checksum_never_stop_the_core(
        content in proptest::collection::vec(any::<u8>(), 0..800),
    ) {
        if let Ok(edition) = Edition::decode(&with_valid_checksum(&content)) {
            walk(&edition);
        }
    }
}
