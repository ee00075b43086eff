//! Opens a page with the widget, runs scripts in the page, and waits for conditions.

use crate::{browser::Browser, engine::Engine, server};
use fantoccini::{
    Client,
    elements::{Element, ElementRef},
};
use serde_json::Value;
use std::cell::RefCell;

/// A page with the widget in a browser window.
pub struct Page {
    /// The connection to the browser.
    pub client: Client,
    /// The origin of the site that serves the page.
    pub address: String,
    browser: Browser,
    /// The script that finds the frame to which the test sends its commands. The script runs in the
    /// page around this frame. It is `None` outside a frame.
    pub(crate) frame: RefCell<Option<String>>,
}

/// The script that waits in the page until a condition is true.
const WAIT: &str = include_str!("pages/wait.js");

/// How many pages in a row may unload while a test waits for a condition.
const UNLOADS: usize = 5;

impl Page {
    /// Opens a host page with the element. `attributes` is the HTML of the element's attributes.
    pub async fn open(attributes: &str) -> Self {
        Self::sized(attributes, 800, 900).await
    }

    /// Opens a host page with these attributes of the element. The window has this inner size in
    /// CSS pixels.
    pub async fn sized(attributes: &str, width: u32, height: u32) -> Self {
        Self::with(attributes, "", width, height).await
    }

    /// Opens a host page that loads the widget's files from the address `folder` of [`server`].
    pub async fn from(folder: &str, attributes: &str) -> Self {
        Self::with(attributes, &format!("&folder={folder}"), 800, 900).await
    }

    /// Opens a host page. `more` contains further query parameters for [`server::host`].
    async fn with(attributes: &str, more: &str, width: u32, height: u32) -> Self {
        let site = server::serve().await;
        let page = Self::at(format!("http://127.0.0.1:{}", site.port), width, height).await;
        let attributes = attributes.replace('"', "%22").replace(' ', "%20");
        page.goto(&format!("/host.html?attributes={attributes}{more}"))
            .await;
        page
    }

    /// Opens an empty window of this size in CSS pixels. `address` is the site of the pages that
    /// the test opens in it.
    pub async fn at(address: String, width: u32, height: u32) -> Self {
        let browser = Browser::take(Engine::of_this_run(), width, height).await;
        Self {
            client: browser.client.clone(),
            address,
            browser,
            frame: RefCell::new(None),
        }
    }

    /// Opens a host page on which the widget's shadow root is open, so that axe-core can check its
    /// content.
    pub async fn opened(attributes: &str, width: u32, height: u32) -> Self {
        Self::with(attributes, "&open", width, height).await
    }

    /// Opens this path of the site in the window.
    pub async fn goto(&self, path: &str) {
        let address = format!("{}{path}", self.address);
        self.client.goto(&address).await.unwrap();
    }

    /// Sets the inner size of the window in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.browser.resize(width, height).await;
    }

    /// Returns the engine of the browser that shows the page.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.browser.engine()
    }

    /// Runs a script in the page, and returns its value. In the script, `root` is the widget's
    /// shadow root, and `q` finds an element in it by a CSS selector.
    pub async fn run(&self, script: &str) -> Value {
        let script = format!(
            "const roots = window.roots || []; const root = roots[roots.shown] || roots.filter((one) => one.host.isConnected).pop() || roots[roots.length - 1]; const q = (css) => root.querySelector(css); {script}"
        );
        self.client.execute(&script, Vec::new()).await.unwrap()
    }

    /// Runs a script that returns a list of texts, and returns these texts.
    pub async fn texts(&self, script: &str) -> Vec<String> {
        serde_json::from_value(self.run(script).await).unwrap()
    }

    /// Waits for a promise in the page. Returns its value, or the text of its error.
    pub async fn resolved(&self, promise: &str) -> Value {
        let script = format!(
            "const done = arguments[0]; ({promise}).then(done, (error) => done(String(error)));"
        );
        self.client
            .execute_async(&script, Vec::new())
            .await
            .unwrap()
    }

    /// Waits until a condition is true in the page, and returns the value of the condition.
    /// `pages/wait.js` describes conditions.
    pub async fn until(&self, condition: &str) -> Value {
        let script = WAIT.replace("CONDITION", condition);
        // A page that unloads during the wait never answers. The test then asks the page that
        // follows.
        let mut unloads = 0;
        let found = loop {
            match self.client.execute_async(&script, Vec::new()).await {
                // In Firefox, the answer of a page that unloads can be `null`.
                Ok(Value::Null) if unloads < UNLOADS => unloads += 1,
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

    /// Waits until a script finds an element in the page, and returns this element.
    pub(crate) async fn element(&self, script: &str) -> Element {
        let found = self.until(script).await;
        let id = found.as_object().unwrap().values().next().unwrap();
        let id = id.as_str().unwrap().to_string();
        Element::from_element_id(self.client.clone(), ElementRef::from(id))
    }
}
