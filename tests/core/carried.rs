//! An edition on its way to a browser: it arrives as it left, or it is refused.

use crate::{
    small::tiny,
    visitors::{Dice, Visitor, ppimhs},
};
use pathway::{
    edition::{Edition, Foreign},
    journey::Event,
    screen::{Body, screen},
};
use proptest::prelude::*;

/// Where the body starts: after eight bytes that say which form it is, and a sum of four.
const BODY: usize = 12;

/// The same bytes with a sum that fits them, as somebody would write it who means harm.
fn with_a_sum_that_fits(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = bytes[BODY..].iter().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    bytes[8..BODY].copy_from_slice(&sum.to_le_bytes());
    bytes
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
        let carried = Edition::decode(&bytes).unwrap();
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

/// The bytes of the small edition, told by their length and their sum. When they change for another
/// reason than a change of `tests/pathways/small`, a browser may hold an edition of the old form: raise
/// the number at the end of `FORM` in `edition.rs`, then correct all three here.
#[test]
fn a_change_of_form_has_a_new_number() {
    let bytes = tiny().encode();
    let sum = u32::from_le_bytes(bytes[8..BODY].try_into().unwrap());
    assert_eq!((bytes[7], bytes.len(), sum), (3, 3610, 4_088_676_141));
}

#[test]
fn another_form_is_refused_and_says_what_to_do() {
    let mut bytes = tiny().encode();
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

/// HAZ-008, HAZ-018.
#[test]
fn an_edition_that_was_cut_or_lengthened_is_refused() {
    let whole = tiny().encode();
    for length in 0..whole.len() {
        assert!(Edition::decode(&whole[..length]).is_err(), "{length} bytes");
        if length > BODY {
            let fits = with_a_sum_that_fits(whole[..length].to_vec());
            assert!(Edition::decode(&fits).is_err(), "{length} bytes that fit");
        }
    }
    let longer = with_a_sum_that_fits([whole, vec![0]].concat());
    assert!(Edition::decode(&longer).is_err());
}

/// Texts are looked up by their ids: out of order, some would not be found and stay unsaid.
#[test]
fn an_edition_whose_texts_are_out_of_order_is_refused() {
    let mut bytes = tiny().encode();
    let (first, other) = (b"\0doctor\0", b"\0zoctor\0");
    let place = bytes.windows(first.len()).rposition(|part| part == first);
    let place = place.unwrap();
    bytes[place..place + other.len()].copy_from_slice(other);
    let refused = Edition::decode(&with_a_sum_that_fits(bytes));
    assert_eq!(refused.unwrap_err(), Foreign);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_changed_byte_is_refused(at in any::<prop::sample::Index>(), by in 1u8..) {
        let mut bytes = tiny().encode();
        let at = at.index(bytes.len());
        bytes[at] = bytes[at].wrapping_add(by);
        prop_assert_eq!(Edition::decode(&bytes).unwrap_err(), Foreign);
    }

    /// Whoever also mends the sum gets an edition that is refused, or one that runs to its end.
    #[test]
    fn changed_bytes_with_a_sum_that_fits_never_stop_the_core(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)
    ) {
        let mut bytes = tiny().encode();
        for (at, byte) in changes {
            let at = BODY + at.index(bytes.len() - BODY);
            bytes[at] = byte;
        }
        if let Ok(edition) = Edition::decode(&with_a_sum_that_fits(bytes)) {
            walk(&edition);
        }
    }

    #[test]
    fn any_bytes_with_a_sum_that_fits_never_stop_the_core(body in proptest::collection::vec(any::<u8>(), 0..400)) {
        let form = &tiny().encode()[..BODY];
        if let Ok(edition) = Edition::decode(&with_a_sum_that_fits([form, &body].concat())) {
            walk(&edition);
        }
    }
}
