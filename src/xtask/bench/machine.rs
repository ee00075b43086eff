//! Says what a measurement was made on, and what else the machine did: a figure without it says
//! nothing to another machine.

use std::fs;
use std::thread;

use serde_json::{Value, json};

/// The machine, when this is asked.
pub struct Machine {
    cores: usize,
    processor: String,
    /// How many programs wanted to run at once, over the last minute, five and fifteen; only Linux tells.
    load: String,
    day: String,
}

impl Machine {
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
                .map_or("of a kind not told", |(_, name)| name)
                .to_owned(),
            load: load.join(" "),
            day: jiff::Zoned::now().date().to_string(),
        }
    }

    /// In a sentence; `after` is the same machine when everything was measured.
    pub fn text(&self, after: &Self) -> String {
        format!(
            "{}, {} cores ({}), load {} before and {} after",
            self.day, self.cores, self.processor, self.load, after.load
        )
    }

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
