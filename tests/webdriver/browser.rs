//! A browser with one fresh window. Starting one takes seconds, so the browser that a test gave back
//! serves the next test; a browser whose test failed serves nobody.

use crate::{driver::Driver, engine::Engine};
use fantoccini::{Client, ClientBuilder, error::NewSessionError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{mem, sync::Mutex, thread};

/// How often a browser is started whose driver is gone before it was asked for anything: that says
/// nothing of what is tested.
const STARTS: usize = 3;

/// Browsers that wait for a test.
static IDLE: Mutex<Vec<Running>> = Mutex::new(Vec::new());

/// A browser that runs.
struct Running {
    engine: Engine,
    driver: Driver,
    session: String,
}

/// A browser in one test's hands.
pub struct Browser {
    /// What speaks to it.
    pub client: Client,
    running: Option<Running>,
}

impl Browser {
    /// A browser whose one window has an inside of this many pixels.
    pub async fn take(engine: Engine, width: u32, height: u32) -> Self {
        let idle = {
            let mut idle = IDLE.lock().unwrap();
            let place = idle.iter().position(|running| running.engine == engine);
            place.map(|place| idle.swap_remove(place))
        };
        let browser = match idle {
            Some(running) => Self::again(running).await,
            None => Self::start(engine).await,
        };
        browser.open_window().await;
        browser.resize(width, height).await;
        browser
    }

    async fn start(engine: Engine) -> Self {
        let mut again = 1..STARTS;
        let (driver, client) = loop {
            let driver = Driver::start(engine);
            let error = match Self::connect(engine, &driver).await {
                Ok(client) => break (driver, client),
                Err(error) => error,
            };
            let words = format!("{engine} does not start: {error:?}\n{}", driver.words());
            let is_gone = matches!(
                error,
                NewSessionError::Failed(_) | NewSessionError::FailedC(_) | NewSessionError::Lost(_)
            );
            assert!(is_gone && again.next().is_some(), "{words}");
            eprintln!("{words}\nIt is started once more.");
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

    async fn again(running: Running) -> Self {
        let address = running.driver.address();
        let client =
            Client::with_existing_session(&address, &running.session, HttpConnector::new())
                .await
                .unwrap();
        client.persist().await.unwrap();
        client.goto("about:blank").await.unwrap();
        let running = Some(running);
        Self { client, running }
    }

    /// The engine of this browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.running.as_ref().unwrap().engine
    }

    /// A new window without a history, instead of those that are there.
    async fn open_window(&self) {
        let old = self.client.windows().await.unwrap();
        if self.engine() == Engine::WebKit {
            self.client.new_window(false).await.unwrap();
        } else {
            // Only a window that a script opens may be as narrow as a phone.
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

    /// Gives the window an inside of this many pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let frame = self.client.execute(frame, Vec::new()).await.unwrap();
        let frame: [u32; 2] = serde_json::from_value(frame).unwrap();
        self.client
            .set_window_size(width + frame[0], height + frame[1])
            .await
            .unwrap();
        let is = "const [width, height, done] = arguments;
            (function look() { if (innerWidth === width && innerHeight === height) done(true); else requestAnimationFrame(look); })();";
        let wanted: Vec<Value> = vec![json!(width), json!(height)];
        self.client.execute_async(is, wanted).await.unwrap();
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
