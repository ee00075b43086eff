//! Writes exact numbers in a form that people can read.

use proof::BigUint;

/// Writes a number with its digits in groups of three, such as `55,320,931`.
pub fn grouped(number: &BigUint) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    String::from_utf8_lossy(&groups.join(&b',')).into_owned()
}

/// Writes a number of things, such as `1 law` or `26 laws`. `one` is the word for one thing.
pub fn counted(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}

/// Writes the share of `part` in `all` as a percentage with two decimals, rounded towards zero. It
/// writes 100 % only if `part` equals `all`, and 0 % only if `part` is zero.
pub fn share(part: &BigUint, all: &BigUint) -> String {
    let none = BigUint::from(0u32);
    if *part == none || *all == none {
        return "0 %".to_owned();
    }
    let hundredths = part * BigUint::from(10_000u32) / all;
    if hundredths == none {
        return "< 0.01 %".to_owned();
    }
    let (whole, rest) = (&hundredths / 100u32, &hundredths % 100u32);
    format!("{whole}.{:02} %", rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_has_no_plural() {
        assert_eq!(counted(1, "law"), "1 law");
        assert_eq!(counted(0, "law"), "0 laws");
        assert_eq!(counted(26, "law"), "26 laws");
    }

    #[test]
    fn digits_are_in_groups_of_three() {
        for (number, text) in [
            (0u64, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (55_320_931, "55,320,931"),
        ] {
            assert_eq!(grouped(&BigUint::from(number)), text);
        }
    }

    #[test]
    fn a_share_is_never_rounded_to_all_or_nothing() {
        let share = |part: u64, all: u64| share(&BigUint::from(part), &BigUint::from(all));
        assert_eq!(share(0, 7), "0 %");
        assert_eq!(share(7, 7), "100.00 %");
        assert_eq!(share(1_999_999, 2_000_000), "99.99 %");
        assert_eq!(share(1, 2_000_000), "< 0.01 %");
        assert_eq!(share(1, 3), "33.33 %");
        assert_eq!(share(0, 0), "0 %");
    }
}
