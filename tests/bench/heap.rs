//! A page with the widget, walked through and taken out again and again → what memory it keeps. For
//! the table of `cargo xtask bench`, and for the test that it does not grow.

use axum::{Router, response::Html, routing::get};
use serde_json::{Value, json};
use tower_http::services::ServeDir;
use webdriver_tests::{engine::Engine, files::dist, page::Page, server::Site};

/// The first of them has ten questions.
const JOURNEYS: &str = include_str!("../journeys/route.jsonl");

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Memory of the module: it never shrinks, so what it once needed can be seen.
    pub wasm_bytes: u64,
    /// What only Chromium tells, once its garbage is collected.
    pub told: Option<Told>,
}

/// What Chromium tells of a page's process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub script_bytes: u64,
    pub nodes: u64,
    pub listeners: u64,
}

/// A page with the widget.
pub struct Used {
    page: Page,
    answers: Value,
    _site: Site,
}

impl Used {
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

    /// Whole journeys, each from the start page to the result and back.
    pub async fn walk(&self, times: usize) {
        self.again("walk", times).await;
    }

    /// The widget is put on the page, used, and taken away.
    pub async fn come_and_go(&self, times: usize) {
        self.again("comeAndGo", times).await;
    }

    async fn again(&self, what: &str, times: usize) {
        let script = format!(
            "const done = arguments[1]; {what}(arguments[0]).then(() => done({{}}), (error) => done({{ failed: String(error) }}))"
        );
        // One at a time: a visitor does not begin again in the very moment of an end.
        for _ in 0..times {
            let given = vec![self.answers.clone()];
            let answer = self.page.client.execute_async(&script, given).await;
            assert_eq!(answer.unwrap(), json!({}), "{what}");
        }
    }

    pub async fn kept(&self) -> Kept {
        let bytes = "return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
        let wasm_bytes = self.page.client.execute(bytes, Vec::new()).await;
        let told = match self.page.engine() {
            Engine::Chromium => Some(self.told().await),
            _ => None,
        };
        Kept {
            wasm_bytes: wasm_bytes.unwrap().as_u64().unwrap(),
            told,
        }
    }

    async fn told(&self) -> Told {
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
        Told {
            script_bytes: metric("JSHeapUsedSize"),
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
        }
    }
}
