//! Measures the memory of a page while a visitor repeats journeys, or while the host page adds and
//! removes the widget again and again. `cargo xtask bench` prints this memory, and a test requires
//! that it does not grow.

use axum::{Router, response::Html, routing::get};
use serde_json::{Value, json};
use tower_http::services::ServeDir;
use webdriver_tests::{engine::Engine, files::dist, page::Page, server::Site};

/// The journeys of the tests. The first journey has ten questions.
const JOURNEYS: &str = include_str!("../journeys/route.jsonl");

/// The memory that a page with the widget uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// The memory of the WebAssembly module in bytes. This memory never shrinks.
    pub wasm_bytes: u64,
    /// The measurements of Chromium after it has freed unused memory. `None` in other engines.
    pub metrics: Option<Metrics>,
}

/// The measurements of Chromium for the process of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metrics {
    pub script_bytes: u64,
    pub nodes: u64,
    pub listeners: u64,
}

/// A page with the widget, for many journeys.
pub struct WidgetPage {
    page: Page,
    answers: Value,
    _site: Site,
}

impl WidgetPage {
    pub async fn open() -> Self {
        let pages = Router::new()
            .route(
                "/heap.html",
                get(|| async { Html(include_str!("pages/heap.html")) }),
            )
            .nest_service("/finder", ServeDir::new(dist()));
        let site = Site::serve(pages).await;
        let address = format!("http://127.0.0.1:{}", site.port);
        let page = Page::at(address, 800, 900).await;
        page.goto("/heap.html").await;
        let journey: Value = serde_json::from_str(JOURNEYS.lines().next().unwrap()).unwrap();
        Self {
            page,
            answers: journey["answers"].clone(),
            _site: site,
        }
    }

    /// Makes this number of whole journeys, each from the start page to the result and back.
    pub async fn walk(&self, times: usize) {
        self.again("walk", times).await;
    }

    /// Adds the widget to the page, uses it, and removes it, this number of times.
    pub async fn add_and_remove(&self, times: usize) {
        self.again("addAndRemove", times).await;
    }

    async fn again(&self, what: &str, times: usize) {
        let script = format!(
            "const done = arguments[1]; {what}(arguments[0]).then(() => done({{}}), (error) => done({{ failed: String(error) }}))"
        );
        // Each journey is a separate call to the page, so that the browser can finish its tasks
        // between two journeys, as it can when a visitor pauses.
        for _ in 0..times {
            let arguments = vec![self.answers.clone()];
            let answer = self.page.client.execute_async(&script, arguments).await;
            assert_eq!(answer.unwrap(), json!({}), "{what}");
        }
    }

    pub async fn memory(&self) -> Memory {
        let bytes = "return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
        let wasm_bytes = self.page.client.execute(bytes, Vec::new()).await;
        let metrics = match self.page.engine() {
            Engine::Chromium => Some(self.metrics().await),
            _ => None,
        };
        Memory {
            wasm_bytes: wasm_bytes.unwrap().as_u64().unwrap(),
            metrics,
        }
    }

    async fn metrics(&self) -> Metrics {
        self.page.ask_tools("Performance.enable", json!({})).await;
        self.page
            .ask_tools("HeapProfiler.collectGarbage", json!({}))
            .await;
        let answer = self
            .page
            .ask_tools("Performance.getMetrics", json!({}))
            .await;
        let metric = |name: &str| {
            let mut metrics = answer["metrics"].as_array().unwrap().iter();
            let metric = metrics
                .find(|metric| metric["name"] == json!(name))
                .unwrap();
            metric["value"].as_u64().unwrap()
        };
        Metrics {
            script_bytes: metric("JSHeapUsedSize"),
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
        }
    }
}
