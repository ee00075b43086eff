//! Shows that a long step is still running, and knows the variables that `cargo run` sets.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A step that takes longer is shown on the terminal.
const LONG: Duration = Duration::from_secs(2);
/// The time between two updates of the line on a terminal.
const ON_A_TERMINAL: Duration = Duration::from_secs(1);
/// The time between two lines in a log file.
const IN_A_LOG: Duration = Duration::from_secs(30);

/// The variables that `cargo run` sets for the program that it starts.
const SET_BY_CARGO_RUN: [&str; 8] = [
    "CARGO",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_LINKS",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
    "RUST_RECURSION_COUNT",
];

/// Returns true for a variable that `cargo run` sets. A second cargo would take such a variable for
/// a setting.
#[must_use]
pub fn is_set_by_cargo_run(name: &str) -> bool {
    SET_BY_CARGO_RUN.contains(&name)
        || name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_BIN_EXE_")
}

/// A running step. Its line on the terminal ends when the value is dropped.
pub struct Progress {
    label: String,
    start: Instant,
    stop: Option<Sender<()>>,
    ticker: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts to show a step. A step of less than two seconds shows nothing.
    #[must_use]
    pub fn start(label: &str) -> Self {
        let (stop, stopped) = mpsc::channel();
        let start = Instant::now();
        let text = label.to_owned();
        let ticker = thread::spawn(move || {
            let on_a_terminal = io::stderr().is_terminal();
            let mut wait = LONG;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                wait = show(&text, start.elapsed(), on_a_terminal);
            }
            if on_a_terminal {
                // This code clears the line on the terminal.
                eprint!("\r\x1b[K");
            }
        });
        Self {
            label: label.to_owned(),
            start,
            stop: Some(stop),
            ticker: Some(ticker),
        }
    }

    /// Ends the step. Prints its duration if it was long.
    pub fn finish(mut self) {
        self.end();
        if self.start.elapsed() >= LONG {
            println!("{}: done in {}", self.label, time(self.start.elapsed()));
        }
    }

    fn end(&mut self) {
        drop(self.stop.take());
        if let Some(ticker) = self.ticker.take() {
            // If the thread panicked, only its line on the terminal remains.
            let _ = ticker.join();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

/// Prints the duration until now. Returns the time until the next line.
fn show(label: &str, elapsed: Duration, on_a_terminal: bool) -> Duration {
    let mut out = io::stderr().lock();
    // The step continues even if the terminal is closed.
    let _ = if on_a_terminal {
        write!(out, "\r\x1b[K{label}: {}", time(elapsed))
    } else {
        writeln!(out, "{label}: {}", time(elapsed))
    };
    let _ = out.flush();
    if on_a_terminal {
        ON_A_TERMINAL
    } else {
        IN_A_LOG
    }
}

/// Formats a duration, such as `45 s` or `2 min 5 s`.
#[must_use]
pub fn time(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, 0..10) => format!("{:.1} s", duration.as_secs_f64()),
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cargo_below_cargo_keeps_the_users_settings_only() {
        assert!(is_set_by_cargo_run("CARGO_MANIFEST_DIR"));
        assert!(is_set_by_cargo_run("CARGO_PKG_NAME"));
        assert!(!is_set_by_cargo_run("CARGO_HOME"));
        assert!(!is_set_by_cargo_run("CARGO_BUILD_JOBS"));
    }

    #[test]
    fn a_time_has_the_unit_that_fits() {
        let of = |seconds| time(Duration::from_secs_f64(seconds));
        assert_eq!(of(0.25), "0.2 s");
        assert_eq!(of(59.0), "59 s");
        assert_eq!(of(125.0), "2 min 5 s");
    }

    #[test]
    fn a_step_ends_when_it_is_finished_or_dropped() {
        Progress::start("finished").finish();
        drop(Progress::start("dropped"));
    }
}
