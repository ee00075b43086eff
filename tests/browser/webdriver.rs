//! A browser of one test's own: chromedriver on a free port, a new profile, gone with the test.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// chromedriver while a test runs.
pub struct Driver {
    process: Child,
    port: u16,
}

fn program(variable: &str, usual: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| usual.to_string())
}

impl Driver {
    /// Starts chromedriver and waits until it says where it listens.
    pub fn start() -> Self {
        let name = program("CHROMEDRIVER", "chromedriver");
        let mut process = Command::new(&name)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start ({error}): install chromium-driver, or run cargo xtask test"));
        let said = BufReader::new(process.stdout.take().unwrap());
        let port = said
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                line.strip_suffix('.')?
                    .rsplit_once("on port ")?
                    .1
                    .parse()
                    .ok()
            })
            .unwrap_or_else(|| panic!("{name} never said on which port it listens"));
        Self { process, port }
    }

    /// A window of this size in a browser of its own.
    pub async fn open(&self, width: u32, height: u32) -> Client {
        let arguments = [
            "--headless=new".to_string(),
            "--no-sandbox".to_string(),
            "--disable-gpu".to_string(),
            "--disable-quic".to_string(),
            "--disable-dev-shm-usage".to_string(),
            "--no-first-run".to_string(),
            "--disable-background-networking".to_string(),
            "--disable-component-update".to_string(),
            "--disable-sync".to_string(),
            format!("--window-size={width},{height}"),
        ];
        let options = json!({
            "binary": program("CHROME", "/usr/bin/chromium"),
            "args": arguments,
            "mobileEmulation": {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1.0, "touch": false, "mobile": false}},
        });
        let capabilities = json!({"goog:chromeOptions": options});
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .unwrap()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
