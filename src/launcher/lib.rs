//! Shows that a long step still runs and for how long it has, and knows what `cargo run` adds to the
//! environment.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The time after which a step counts as long.
const LONG: Duration = Duration::from_secs(2);
/// The time between two signs of life on a terminal, where one line changes in place.
const ON_A_TERMINAL: Duration = Duration::from_secs(1);
/// The time between two signs of life in a log, where each is a line of its own.
const IN_A_LOG: Duration = Duration::from_secs(30);

/// Variables that `cargo run` adds for the program it runs.
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

/// True for a variable that `cargo run` adds for the program it runs; a cargo below that program would
/// read the variable as its own setting.
#[must_use]
pub fn is_set_by_cargo_run(name: &str) -> bool {
    SET_BY_CARGO_RUN.contains(&name)
        || name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_BIN_EXE_")
}

/// A running step; dropping it ends its line on the terminal.
pub struct Progress {
    label: String,
    start: Instant,
    stop: Option<Sender<()>>,
    ticker: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to show a step; one shorter than two seconds stays silent.
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
                // The terminal's command to clear the line.
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

    /// Ends the step, and prints how long it took if it was long.
    pub fn finish(mut self) {
        self.end();
        if self.start.elapsed() >= LONG {
            println!("{}: done in {}", self.label, time(self.start.elapsed()));
        }
    }

    fn end(&mut self) {
        drop(self.stop.take());
        if let Some(ticker) = self.ticker.take() {
            // A ticker that panicked leaves an untidy line, and nothing else.
            let _ = ticker.join();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

/// Shows one sign of life; returns the time until the next.
fn show(label: &str, elapsed: Duration, on_a_terminal: bool) -> Duration {
    let mut out = io::stderr().lock();
    // A closed terminal is no reason to stop a step.
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

/// A duration as people say it: `45 s`, `2 min 5 s`.
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
