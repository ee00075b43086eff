//! Counts the tests that passed and failed.

use std::fmt::{self, Display};

/// The number of tests that passed, and the number of tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TestCounts {
    pub passed: usize,
    pub failed: usize,
}

impl TestCounts {
    /// Counts a step as one test, and prints its error if it failed.
    pub fn count<T, E: Display>(&mut self, step: &str, done: &Result<T, E>) {
        match done {
            Ok(_) => self.passed += 1,
            Err(error) => {
                eprintln!("error: {step}: {error:#}");
                self.failed += 1;
            }
        }
    }

    /// Adds the counts in a line of cargo's output that begins with `test result:`. Other lines
    /// have no effect.
    pub fn read(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        let number_before = |word| {
            let (before, _) = result.split_once(word)?;
            before.rsplit(' ').next()?.parse().ok()
        };
        self.passed += number_before(" passed").unwrap_or(0);
        self.failed += number_before(" failed").unwrap_or(0);
    }

    /// Adds the counts of another run to this one.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Returns true if at least one test passed and no test failed.
    pub fn is_success(self) -> bool {
        self.passed > 0 && self.failed == 0
    }
}

impl Display for TestCounts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_every_result_line_and_ignores_text_that_only_mentions_one() {
        let mut counts = TestCounts::default();
        for line in [
            "running 14 tests",
            "test result: ok. 14 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; finished in 0.00s",
            "the guide says: test result: ok. 1 passed",
            "test result: ",
        ] {
            counts.read(line);
        }
        assert_eq!(counts.to_string(), "16 passed, 3 failed");
    }

    #[test]
    fn a_run_without_tests_is_no_success() {
        let success = |passed, failed| TestCounts { passed, failed }.is_success();
        assert!(success(1, 0));
        assert!(!success(0, 0));
        assert!(!success(9, 1));
    }
}
