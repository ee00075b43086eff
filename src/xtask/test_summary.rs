//! Counts passed and failed tests from the output of test programs.

use std::fmt;

/// A count of tests and steps.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// Tests and steps that passed.
    pub passed: usize,
    /// Tests and steps that failed.
    pub failed: usize,
}

impl Summary {
    /// Counts one step as one test.
    pub fn count<T, E>(&mut self, step: &Result<T, E>) {
        match step {
            Ok(_) => self.passed += 1,
            Err(_) => self.failed += 1,
        }
    }

    /// Adds the counts of a `test result:` line; other lines count nothing.
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

    /// True if at least one test passed and none failed.
    pub fn is_success(self) -> bool {
        self.passed > 0 && self.failed == 0
    }
}

fn number_before(text: &str, word: &str) -> Option<usize> {
    let (before, _) = text.split_once(word)?;
    before.rsplit(' ').next()?.parse().ok()
}

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], wanted: &str) {
        let mut summary = Summary::default();
        for line in lines {
            summary.read(line);
        }
        assert_eq!(summary.to_string(), wanted);
    }

    #[test]
    fn adds_up_every_result_line() {
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
    fn ignores_text_that_only_mentions_a_result() {
        check(
            &["the guide says: test result: ok. 1 passed"],
            "0 passed, 0 failed",
        );
        check(&["test result: "], "0 passed, 0 failed");
    }

    #[test]
    fn a_run_without_tests_is_no_success() {
        assert!(!Summary::default().is_success());
        let passed = Summary {
            passed: 1,
            failed: 0,
        };
        assert!(passed.is_success());
        let failed = Summary {
            passed: 9,
            failed: 1,
        };
        assert!(!failed.is_success());
    }
}
