//! Calls Chromium's developer tools through its WebDriver server.

use crate::page::Page;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command to Chromium's developer tools.
#[derive(Debug)]
struct Command {
    name: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({"cmd": self.name, "params": self.parameters});
        (Method::POST, Some(body.to_string()))
    }
}

impl Page {
    /// Runs a command of Chromium's developer tools, and returns its result.
    pub async fn ask_tools(&self, name: &'static str, parameters: Value) -> Value {
        let command = Command { name, parameters };
        self.client.issue_cmd(command).await.unwrap()
    }

    /// Sets media features of the page, such as `forced-colors` to `active`.
    pub async fn prefer(&self, settings: &[(&str, &str)]) {
        let settings = settings.iter();
        let features: Vec<Value> = settings
            .map(|(name, value)| json!({"name": name, "value": value}))
            .collect();
        self.ask_tools("Emulation.setEmulatedMedia", json!({"features": features}))
            .await;
    }
}
