//! Describes the machine of a measurement and the other work that it does. Two measurements cannot
//! be compared without these facts.

use std::fs;
use std::thread;

use serde_json::{Value, json};

/// The processor, its cores, the load and the day of a measurement.
pub struct Machine {
    cores: usize,
    processor: String,
    /// How many processes used the processor in the last 1, 5 and 15 minutes, as the system counts
    /// them. The text is empty on a system without `/proc`.
    load: String,
    day: String,
}

impl Machine {
    /// Reads the processor, the number of its cores, the load and the day, for this machine at this
    /// moment.
    pub fn now() -> Self {
        let text = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let processors = text("/proc/cpuinfo");
        let mut lines = processors.lines();
        let model = lines.find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        let load = text("/proc/loadavg");
        let load: Vec<&str> = load.split_whitespace().take(3).collect();
        Self {
            cores: thread::available_parallelism().map_or(1, usize::from),
            processor: model
                .map_or("of an unknown kind", |(_, name)| name)
                .to_owned(),
            load: load.join(" "),
            day: jiff::Zoned::now().date().to_string(),
        }
    }

    /// Returns a sentence about the machine. `after` holds the same facts at the end of the
    /// measurement.
    pub fn text(&self, after: &Self) -> String {
        format!(
            "{}, {} cores ({}), load {} before and {} after",
            self.day, self.cores, self.processor, self.load, after.load
        )
    }

    /// Returns the facts about the machine as JSON. `after` holds the same facts at the end of the
    /// measurement.
    pub fn json(&self, after: &Self) -> Value {
        json!({
            "day": self.day,
            "cores": self.cores,
            "processor": self.processor,
            "load_before": self.load,
            "load_after": after.load,
        })
    }
}
