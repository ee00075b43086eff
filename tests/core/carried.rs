//! An edition on its way to a browser: it arrives as it left, or it is refused.

use crate::{
    small::tiny,
    visitors::{Dice, Visitor, ppimhs},
};
use pathway::{
    check,
    edition::{Edition, Foreign},
    journey::Event,
    screen::{Body, screen},
};
use proptest::prelude::*;

/// Where the first part's body starts: after eight bytes that say which form it is, a sum and a length of
/// four each. That of the rest starts after its sum.
const BODY: usize = 16;
const REST: usize = 4;

fn sum(seed: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(seed, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// An edition of these bodies with sums that fit them, as somebody would write it who means harm.
fn with_sums_that_fit(first: &[u8], rest: Option<&[u8]>) -> Vec<u8> {
    let told = sum(0x811c_9dc5, first);
    let length = u32::try_from(first.len()).unwrap();
    let head = [told.to_le_bytes(), length.to_le_bytes()].concat();
    let form = &tiny().encode()[0][..8];
    let rest = rest.map(|rest| [&sum(told, rest).to_le_bytes(), rest].concat());
    [form, &head, first, &rest.unwrap_or_default()].concat()
}

/// Both bodies of the small edition.
fn bodies() -> [Vec<u8>; 2] {
    let [first, rest] = tiny().encode();
    [first[BODY..].to_vec(), rest[REST..].to_vec()]
}

/// Answers whatever is asked with the first option, and looks at every screen.
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

/// HAZ-018.
#[test]
fn an_edition_arrives_as_it_left() {
    for edition in [tiny(), ppimhs()] {
        let bytes = edition.encode();
        let carried = Edition::decode(&bytes.concat()).unwrap();
        assert!(carried.is_whole());
        assert_eq!(carried.encode(), bytes);
        assert_eq!(carried.hash(), edition.hash());
        let mut dice = Dice::new();
        for _ in 0..200 {
            let mut visitor = Visitor::new(&edition);
            visitor.does(Event::Start);
            while let Body::Question(question) = visitor.sees().body {
                let choice = &question.choices[dice.below(question.choices.len())];
                visitor.does(Event::Pick(choice.id.clone()));
                visitor.does(Event::Continue);
                let there = screen(&carried, &visitor.journey, None);
                assert_eq!(there, screen(&edition, &visitor.journey, None));
            }
        }
    }
}

/// The bytes of the small edition, told by the lengths and sums of its parts. When they change for another
/// reason than a change of `tests/pathways/small`, a browser may hold an edition of the old form: raise
/// the number at the end of `FORM` in `edition/mod.rs`, then correct all of them here.
#[test]
fn a_change_of_form_has_a_new_number() {
    let [first, rest] = tiny().encode();
    let sums =
        [&first[8..12], &rest[..REST]].map(|sum| u32::from_le_bytes(sum.try_into().unwrap()));
    let lengths = [first.len(), rest.len()];
    assert_eq!(
        (first[7], lengths, sums),
        (4, [2329, 967], [951_815_770, 3_459_102_942])
    );
}

#[test]
fn another_form_is_refused_and_says_what_to_do() {
    let mut bytes = tiny().encode().concat();
    bytes[7] += 1;
    let refused = Edition::decode(&bytes).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "this is no edition of the form that this widget reads: build both together"
    );
    assert_eq!(
        Edition::decode(b"{\"id\": \"ppimhs\"}").unwrap_err(),
        Foreign
    );
    assert_eq!(Edition::decode(b"").unwrap_err(), Foreign);
}

/// But for a cut between its parts: the first stands alone, and knows that the rest is missing.
///
/// HAZ-008, HAZ-018.
#[test]
fn an_edition_that_was_cut_or_lengthened_is_refused() {
    let [first, rest] = tiny().encode();
    let whole = [first.as_slice(), &rest].concat();
    for length in 0..whole.len() {
        let cut = Edition::decode(&whole[..length]);
        if length == first.len() {
            assert!(cut.is_ok_and(|edition| !edition.is_whole()));
        } else {
            assert!(cut.is_err(), "{length} bytes");
        }
    }
    let [first, rest] = bodies();
    for length in 0..first.len() {
        let fits = with_sums_that_fit(&first[..length], Some(&rest));
        assert!(Edition::decode(&fits).is_err(), "{length} bytes that fit");
    }
    for length in 0..rest.len() {
        let fits = with_sums_that_fit(&first, Some(&rest[..length]));
        assert!(Edition::decode(&fits).is_err(), "{length} bytes that fit");
    }
    let longer = |body: &[u8]| [body, &[0]].concat();
    assert!(Edition::decode(&with_sums_that_fit(&longer(&first), Some(&rest))).is_err());
    assert!(Edition::decode(&with_sums_that_fit(&first, Some(&longer(&rest)))).is_err());
    assert!(Edition::decode(&with_sums_that_fit(&first, Some(&rest))).is_ok());
}

/// HAZ-018.
#[test]
fn parts_of_two_builds_are_refused_together() {
    let (pathway, words) = crate::small::small();
    let words = [words.as_slice(), b"\n"].concat();
    let [other, other_rest] = check::load(&pathway, &words, None).unwrap().encode();
    let [first, rest] = tiny().encode();
    assert_ne!(first, other);
    for parts in [[&first, &other_rest], [&other, &rest]] {
        let mixed = [parts[0].as_slice(), parts[1]].concat();
        assert_eq!(Edition::decode(&mixed).unwrap_err(), Foreign);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_changed_byte_is_refused(at in any::<prop::sample::Index>(), by in 1u8..) {
        let mut bytes = tiny().encode().concat();
        let at = at.index(bytes.len());
        bytes[at] = bytes[at].wrapping_add(by);
        prop_assert_eq!(Edition::decode(&bytes).unwrap_err(), Foreign);
    }

    /// Whoever also mends the sums gets an edition that is refused, or one that runs to its end.
    #[test]
    fn changed_bytes_with_sums_that_fit_never_stop_the_core(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        has_rest in any::<bool>(),
    ) {
        let [mut first, mut rest] = bodies();
        for (at, byte) in changes {
            let at = at.index(first.len() + rest.len());
            match at.checked_sub(first.len()) {
                Some(at) => rest[at] = byte,
                None => first[at] = byte,
            }
        }
        let rest = has_rest.then_some(rest.as_slice());
        if let Ok(edition) = Edition::decode(&with_sums_that_fit(&first, rest)) {
            walk(&edition);
        }
    }

    #[test]
    fn any_bytes_with_sums_that_fit_never_stop_the_core(
        first in proptest::collection::vec(any::<u8>(), 0..400),
        rest in proptest::option::of(proptest::collection::vec(any::<u8>(), 0..400)),
    ) {
        if let Ok(edition) = Edition::decode(&with_sums_that_fit(&first, rest.as_deref())) {
            walk(&edition);
        }
    }
}
