//! Turns what test programs print into how many tests passed and failed.

use std::fmt;

/// A count of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Tests that kept their promise.
    pub passed: usize,
    /// Tests that did not, and steps that could not be done.
    pub failed: usize,
}

impl Tally {
    /// Counts one step as one test.
    pub fn count<T, E>(&mut self, step: &Result<T, E>) {
        match step {
            Ok(_) => self.passed += 1,
            Err(_) => self.failed += 1,
        }
    }

    /// Adds what one line of a test program says; most lines say nothing.
    pub fn read(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        self.passed += number_before(result, " passed").unwrap_or(0);
        self.failed += number_before(result, " failed").unwrap_or(0);
    }

    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Whether there were tests, and all of them passed.
    pub fn is_well(self) -> bool {
        self.passed > 0 && self.failed == 0
    }
}

fn number_before(text: &str, word: &str) -> Option<usize> {
    let (before, _) = text.split_once(word)?;
    before.rsplit(' ').next()?.parse().ok()
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], wanted: &str) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        assert_eq!(tally.to_string(), wanted);
    }

    #[test]
    fn every_result_line_is_summed() {
        check(
            &[
                "running 14 tests",
                "test a_test ... ok",
                "test result: ok. 14 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
                "test result: FAILED. 2 passed; 3 failed; 0 ignored; finished in 0.00s",
            ],
            "16 passed, 3 failed",
        );
    }

    #[test]
    fn words_of_a_test_are_not_a_result() {
        check(
            &["the guide says: test result: ok. 1 passed"],
            "0 passed, 0 failed",
        );
        check(&["test result: "], "0 passed, 0 failed");
    }

    #[test]
    fn a_run_without_a_test_is_not_well() {
        assert!(!Tally::default().is_well());
        assert!(
            Tally {
                passed: 1,
                failed: 0
            }
            .is_well()
        );
        assert!(
            !Tally {
                passed: 9,
                failed: 1
            }
            .is_well()
        );
    }
}
