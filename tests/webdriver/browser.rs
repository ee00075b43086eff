//! Starts browsers for the tests, each with one new window.
//!
//! A browser takes seconds to start. After a test passes, the next test uses the same browser.
//! After a test fails, its browser is closed.

use crate::{driver::Driver, engine::Engine};
use fantoccini::{Client, ClientBuilder, error::NewSessionError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{mem, sync::Mutex, thread};

/// How often a test tries to start a browser whose driver ends before the first command.
const STARTS: usize = 3;

/// The running browsers that no test is using now.
static IDLE: Mutex<Vec<Running>> = Mutex::new(Vec::new());

/// A running browser with its WebDriver server.
struct Running {
    engine: Engine,
    driver: Driver,
    session: String,
}

/// A browser that one test uses.
pub struct Browser {
    /// The connection to the browser.
    pub client: Client,
    running: Option<Running>,
}

impl Browser {
    /// Takes a running browser that no test uses, or starts one. The window gets this inner size in
    /// CSS pixels.
    pub async fn take(engine: Engine, width: u32, height: u32) -> Self {
        let idle = {
            let mut idle = IDLE.lock().unwrap();
            let index = idle.iter().position(|running| running.engine == engine);
            index.map(|index| idle.swap_remove(index))
        };
        let browser = match idle {
            Some(running) => Self::reuse(running).await,
            None => Self::start(engine).await,
        };
        browser.open_window().await;
        browser.resize(width, height).await;
        browser
    }

    async fn start(engine: Engine) -> Self {
        let mut retries = 1..STARTS;
        let (driver, client) = loop {
            let driver = Driver::start(engine).await;
            let error = match Self::connect(engine, &driver).await {
                Ok(client) => break (driver, client),
                Err(error) => error,
            };
            let report = format!("{engine} does not start: {error:?}\n{}", driver.log());
            let has_ended = matches!(
                error,
                NewSessionError::Failed(_) | NewSessionError::FailedC(_) | NewSessionError::Lost(_)
            );
            assert!(has_ended && retries.next().is_some(), "{report}");
            eprintln!("{report}\nStarting {engine} again.");
        };
        client.persist().await.unwrap();
        let session = client.session_id().await.unwrap().unwrap();
        let running = Some(Running {
            engine,
            driver,
            session,
        });
        Self { client, running }
    }

    async fn connect(engine: Engine, driver: &Driver) -> Result<Client, NewSessionError> {
        let capabilities = engine.capabilities();
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&driver.address())
            .await
    }

    async fn reuse(running: Running) -> Self {
        let address = running.driver.address();
        let client =
            Client::with_existing_session(&address, &running.session, HttpConnector::new())
                .await
                .unwrap();
        client.persist().await.unwrap();
        // Firefox reports only now, at the next command, that an earlier test could not reach a
        // page. So the first attempt may fail.
        if client.goto("about:blank").await.is_err() {
            client.goto("about:blank").await.unwrap();
        }
        let running = Some(running);
        Self { client, running }
    }

    /// Returns the engine of this browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.running.as_ref().unwrap().engine
    }

    /// Closes all windows of the browser, and opens a new one that has no history.
    async fn open_window(&self) {
        let old = self.client.windows().await.unwrap();
        if self.engine() == Engine::WebKit {
            self.client.new_window(false).await.unwrap();
        } else {
            // Only a window that a script has opened can be as narrow as a phone.
            let open = "window.open('about:blank', '', 'noopener,width=320,height=640')";
            self.client.execute(open, Vec::new()).await.unwrap();
        }
        let all = self.client.windows().await.unwrap();
        for window in &old {
            self.client.switch_to_window(window.clone()).await.unwrap();
            self.client.close_window().await.unwrap();
        }
        let new = all.into_iter().find(|window| !old.contains(window));
        self.client.switch_to_window(new.unwrap()).await.unwrap();
    }

    /// Sets the inner size of the window in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let frame = self.client.execute(frame, Vec::new()).await.unwrap();
        let frame: [u32; 2] = serde_json::from_value(frame).unwrap();
        self.client
            .set_window_size(width + frame[0], height + frame[1])
            .await
            .unwrap();
        let resized = "const [width, height, done] = arguments;
            (function look() { if (innerWidth === width && innerHeight === height) done(true); else requestAnimationFrame(look); })();";
        let wanted: Vec<Value> = vec![json!(width), json!(height)];
        self.client.execute_async(resized, wanted).await.unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let running = mem::take(&mut self.running);
        if !thread::panicking() {
            IDLE.lock().unwrap().extend(running);
        }
    }
}
