//! Opens a page with the widget, runs scripts in it, and waits for conditions.

use crate::{browser::Browser, engine::Engine, server};
use fantoccini::{
    Client,
    elements::{Element, ElementRef},
};
use serde_json::Value;
use std::cell::RefCell;

/// A page with the widget.
pub struct Page {
    /// The connection to the browser.
    pub client: Client,
    /// The origin of the site that serves the page.
    pub address: String,
    browser: Browser,
    /// The script that finds the frame in which the test is. It runs in the page around the frame.
    pub(crate) frame: RefCell<Option<String>>,
}

/// The script that waits for a condition.
const WAIT: &str = include_str!("pages/wait.js");

/// The maximum number of pages in a row that may unload during one wait.
const UNLOADS: usize = 5;

impl Page {
    /// Opens a host page that contains the widget with these attributes.
    pub async fn open(attributes: &str) -> Self {
        Self::sized(attributes, 800, 900).await
    }

    /// Opens a host page in a window of this size, in CSS pixels.
    pub async fn sized(attributes: &str, width: u32, height: u32) -> Self {
        Self::with(attributes, "", width, height).await
    }

    /// Opens a host page that loads the widget from this folder of [`server`].
    pub async fn from(folder: &str, attributes: &str) -> Self {
        Self::with(attributes, &format!("&folder={folder}"), 800, 900).await
    }

    /// Opens a host page with more query parameters for [`server::host`].
    async fn with(attributes: &str, more: &str, width: u32, height: u32) -> Self {
        let site = server::serve().await;
        let page = Self::at(format!("http://127.0.0.1:{}", site.port), width, height).await;
        let attributes = attributes.replace('"', "%22").replace(' ', "%20");
        page.goto(&format!("/host.html?attributes={attributes}{more}"))
            .await;
        page
    }

    /// Opens an empty window of this size, in CSS pixels, for pages at `address`.
    pub async fn at(address: String, width: u32, height: u32) -> Self {
        let browser = Browser::take(Engine::of_this_run(), width, height).await;
        Self {
            client: browser.client.clone(),
            address,
            browser,
            frame: RefCell::new(None),
        }
    }

    /// Opens a host page in which the widget's shadow root is open, so that axe-core can check it.
    pub async fn opened(attributes: &str, width: u32, height: u32) -> Self {
        Self::with(attributes, "&open", width, height).await
    }

    /// Goes to a path of this page's site.
    pub async fn goto(&self, path: &str) {
        let address = format!("{}{path}", self.address);
        self.client.goto(&address).await.unwrap();
    }

    /// Sets the inner size of the window, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.browser.resize(width, height).await;
    }

    /// Returns the engine of the page.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.browser.engine()
    }

    /// Runs a script in the page and returns its value. The script can use `root` and `q` to find
    /// the widget's elements.
    pub async fn run(&self, script: &str) -> Value {
        let script = format!(
            "const roots = window.roots || []; const root = roots[roots.shown === undefined ? roots.length - 1 : roots.shown]; const q = (css) => root.querySelector(css); {script}"
        );
        self.client.execute(&script, Vec::new()).await.unwrap()
    }

    /// Runs a script that returns a list of texts.
    pub async fn texts(&self, script: &str) -> Vec<String> {
        serde_json::from_value(self.run(script).await).unwrap()
    }

    /// Returns the value of a promise in the page, or the text of its error.
    pub async fn resolved(&self, promise: &str) -> Value {
        let script = format!(
            "const done = arguments[0]; ({promise}).then(done, (error) => done(String(error)));"
        );
        self.client
            .execute_async(&script, Vec::new())
            .await
            .unwrap()
    }

    /// Waits until a condition is true in the page, and returns its value. See `pages/wait.js`.
    pub async fn until(&self, condition: &str) -> Value {
        let script = WAIT.replace("CONDITION", condition);
        // A page that unloads during the wait never answers, so the test asks the next page.
        let mut unloads = 0;
        let found = loop {
            match self.client.execute_async(&script, Vec::new()).await {
                Ok(found) => break found,
                Err(error) if unloads < UNLOADS && error.to_string().contains("unload") => {
                    unloads += 1;
                }
                Err(error) => panic!("waiting for {condition}: {error}"),
            }
        };
        assert!(
            found.get("found").is_some(),
            "waited in vain for {condition}; the page says: {}",
            found["failed"]
        );
        found["found"].clone()
    }

    /// Waits until a script finds an element, and returns the element.
    pub(crate) async fn element(&self, script: &str) -> Element {
        let found = self.until(script).await;
        let id = found.as_object().unwrap().values().next().unwrap();
        let id = id.as_str().unwrap().to_string();
        Element::from_element_id(self.client.clone(), ElementRef::from(id))
    }
}
