//! Checks what the element does if one of its files is held, refused, empty, cut or replaced by a
//! web page on its way: the questions run by another way, or the help shows with a link that works.

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{Response, StatusCode, header},
    middleware::{self, Next},
    response::Html,
    routing::get,
};
use serde_json::json;
use std::{
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use tower_http::services::{ServeDir, ServeFile};
use webdriver_tests::{
    files::dist,
    input::Hand,
    page::Page,
    server::{Site, recorded},
};

/// What happens to a file on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Damage {
    /// The server never sends the file.
    Held,
    /// The answer has this status and a short text.
    Status(u16),
    /// The answer is a web page with status 200.
    WebPage,
    /// The answer is a web page that begins with a byte order mark.
    MarkedWebPage,
    /// The answer is empty, with this status.
    Empty(u16),
    /// The second half of the file is missing.
    Half,
    /// The last byte of the file is missing.
    LastByteMissing,
    /// One byte of the file is another one.
    OneByteChanged,
    /// Each end of a line has two bytes, as after an upload in text mode.
    LineEnds,
    /// Each byte above 127 has become two bytes, as after a change of the encoding.
    Encoded,
}

impl Damage {
    /// Returns the answer in place of a file of this type with these bytes.
    async fn answer(self, kind: &str, bytes: Bytes) -> Response<Body> {
        let with = |status: u16, kind: &str, body: Vec<u8>| {
            Response::builder()
                .status(StatusCode::from_u16(status).unwrap())
                .header(header::CONTENT_TYPE, kind)
                .body(Body::from(body))
                .unwrap()
        };
        let page = "<!doctype html><title>Sign in</title><h1>Sign in to the guest network</h1>";
        let file = |bytes: Vec<u8>| with(200, kind, bytes);
        match self {
            Self::Held => pending().await,
            Self::Status(status) => with(status, "text/plain", b"no".to_vec()),
            Self::WebPage => with(200, "text/html", page.as_bytes().to_vec()),
            Self::MarkedWebPage => {
                with(200, "text/html", format!("\u{feff}\r\n{page}").into_bytes())
            }
            Self::Empty(status) => with(status, kind, Vec::new()),
            Self::Half => file(bytes[..bytes.len() / 2].to_vec()),
            Self::LastByteMissing => file(bytes[..bytes.len() - 1].to_vec()),
            Self::OneByteChanged => {
                let mut bytes = bytes.to_vec();
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                file(bytes)
            }
            Self::LineEnds => file(bytes.iter().flat_map(|byte| line_end(*byte)).collect()),
            Self::Encoded => {
                let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
                file(text.into_bytes())
            }
        }
    }
}

fn line_end(byte: u8) -> Vec<u8> {
    if byte == b'\n' {
        b"\r\n".to_vec()
    } else {
        vec![byte]
    }
}

/// The ends of the paths of the files that a server damages.
type Names = &'static [&'static str];

/// A page with the widget, whose server damages some files until the network is well again.
struct Network {
    page: Page,
    is_damaged: Arc<AtomicBool>,
    _site: Site,
}

impl Network {
    /// Opens a page with this HTML in its body. The server damages each file whose path and query
    /// end in one of the names.
    async fn open(html: &str, names: Names, damage: Damage) -> Self {
        let is_damaged = Arc::new(AtomicBool::new(true));
        let state = is_damaged.clone();
        let change = move |request: Request, next: Next| {
            let asked = request.uri().to_string();
            let is_damaged = state.load(Ordering::Relaxed);
            async move {
                let reply = next.run(request).await;
                if !is_damaged || !names.iter().any(|name| asked.ends_with(name)) {
                    return reply;
                }
                let kind = reply.headers()[header::CONTENT_TYPE].clone();
                let bytes = to_bytes(reply.into_body(), usize::MAX).await.unwrap();
                damage.answer(kind.to_str().unwrap(), bytes).await
            }
        };
        let page = recorded(&format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page of a trust</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>A page of a trust</h1>{html}<script>{NUMBERS}</script></body></html>"
        ));
        let pages = Router::new()
            .route("/", get(async move || Html(page)))
            .route_service(
                "/moved/ppimhs-finder.js",
                ServeFile::new(dist().join("ppimhs-finder.js")),
            )
            .nest_service("/finder", ServeDir::new(dist()))
            .layer(middleware::from_fn(change));
        let site = Site::serve(pages).await;
        let page = Page::at(format!("http://127.0.0.1:{}", site.port), 800, 900).await;
        page.goto("/").await;
        Self {
            page,
            is_damaged,
            _site: site,
        }
    }

    /// Waits for this fallback level, and checks that the numbers were readable in time.
    async fn until_level(&self, level: u8, what: &str) {
        let found = self.page.until("q('[data-rung]').dataset.rung").await;
        assert_eq!(found, json!(level.to_string()), "{what}");
        self.page.until("'numbersAfter' in window").await;
        let late = self.page.run("return window.numbersAfter").await;
        assert!(late.as_f64().unwrap() <= 1500.0, "{what}: {late} ms");
    }

    /// Waits until the console holds a line with these words.
    async fn until_console(&self, words: &str) {
        self.page
            .until(&format!(
                "window.seen.console.some((line) => line.includes({}))",
                json!(words)
            ))
            .await;
    }
}

const SNIPPET: &str = "<ppimhs-finder><a href=\"/finder/plain.html\">Find help in pregnancy or after having a baby</a></ppimhs-finder><script type=\"module\" src=\"/finder/ppimhs-finder.js\"></script>";

/// A script that measures the time from the arrival of the widget's first script until 999 is
/// visible.
const NUMBERS: &str = "(function look() {
  const script = performance.getEntriesByType('resource').find((file) => file.name.endsWith('.js') && !file.name.endsWith('recorder.js'));
  const link = window.roots.length && window.roots[0].querySelector('a[href=\"tel:999\"]');
  if (script && link && link.getClientRects().length) window.numbersAfter = performance.now() - script.responseEnd;
  else setTimeout(look, 20);
})();";

/// Checks that the questions run on this level with each damage, and that the console names the
/// cause.
async fn runs(names: Names, level: u8, damages: &[(Damage, &str)]) {
    for (damage, words) in damages {
        let network = Network::open(SNIPPET, names, *damage).await;
        let what = format!("{names:?} {damage:?}");
        network.until_level(level, &what).await;
        network.until_console(words).await;
        network.page.start(Hand::Mouse).await;
        assert_eq!(network.page.question().await, "danger", "{what}");
    }
}

/// These tests wait until the element gives up a file that the server never sends.
/// In Firefox, a page has not loaded before each of its scripts has come.
#[tokio::test]
async fn a_script_that_the_server_holds_comes_by_another_way() {
    let files: [(Names, u8); 2] = [(&["/ladder.js"], 1), (&["/ppimhs_finder.js"], 2)];
    for (names, level) in files {
        let network = Network::open(SNIPPET, names, Damage::Held).await;
        network.until_level(level, names[0]).await;
        network.page.start(Hand::Mouse).await;
    }
}

mod every_engine {
    use super::*;

    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn an_edition_that_is_damaged_comes_as_text() {
        let damages = [
            (Damage::WebPage, "a web page: "),
            (Damage::MarkedWebPage, "a web page: "),
            (Damage::Empty(200), "empty: "),
            (Damage::Empty(204), "empty: "),
            (Damage::Half, "changed: "),
            (Damage::LastByteMissing, "changed: "),
            (Damage::OneByteChanged, "changed: "),
            (Damage::LineEnds, "changed: "),
            (Damage::Encoded, "changed: "),
            (Damage::Status(404), "not found: "),
            (Damage::Status(403), "refused: "),
            (Damage::Status(503), "refused: "),
        ];
        runs(&["en-GB.edition.bin"], 1, &damages).await;
    }

    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn a_module_that_is_damaged_comes_as_plain_javascript() {
        let damages = [
            (Damage::WebPage, "changed: "),
            (Damage::Empty(200), "changed: "),
            (Damage::Half, "changed: "),
            (Damage::LineEnds, "changed: "),
            (Damage::Status(403), "refused: "),
            (Damage::Status(404), "not found: "),
        ];
        runs(&["ppimhs_finder_bg.wasm"], 2, &damages).await;
    }

    /// The script with the fallbacks comes at a second address. In place of the script that runs the
    /// WebAssembly, the plain JavaScript runs.
    ///
    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn a_script_that_is_damaged_comes_by_another_way() {
        for (name, level) in [(&["/ladder.js"], 1), (&["/ppimhs_finder.js"], 2)] {
            for damage in [
                Damage::WebPage,
                Damage::Empty(200),
                Damage::Half,
                Damage::Status(503),
            ] {
                let network = Network::open(SNIPPET, name, damage).await;
                network
                    .until_level(level, &format!("{name:?} {damage:?}"))
                    .await;
                network.page.start(Hand::Mouse).await;
            }
        }
    }

    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn a_stylesheet_that_is_damaged_leaves_questions_without_looks() {
        for damage in [
            Damage::WebPage,
            Damage::Empty(200),
            Damage::Status(403),
            Damage::Held,
        ] {
            let network = Network::open(SNIPPET, &["/widget.css"], damage).await;
            network.until_level(1, &format!("{damage:?}")).await;
            network.page.start(Hand::Mouse).await;
        }
    }

    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn an_element_that_is_put_back_asks_again() {
        let forms = &["en-GB.edition.bin", "en-GB.edition.txt"];
        for damage in [Damage::WebPage, Damage::Empty(200), Damage::Half] {
            let network = Network::open(SNIPPET, forms, damage).await;
            network.until_level(4, &format!("{damage:?}")).await;
            network.page.until_failed().await;
            network.is_damaged.store(false, Ordering::Relaxed);
            network
                .page
                .run("const element = document.querySelector('ppimhs-finder'); element.remove(); setTimeout(() => document.body.append(element), 300); return true")
                .await;
            network.page.start(Hand::Mouse).await;
        }
    }

    /// A cache plug-in may copy the first script to another folder. The host's own link stays right.
    ///
    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn a_script_in_another_folder_leads_to_the_host_s_own_link() {
        let link = "href=\"/finder/plain.html?from=host\">Find help</a>";
        for html in [
            format!("<ppimhs-finder><a {link}</ppimhs-finder>"),
            format!("<ppimhs-finder mode=\"frame\"><a {link}</ppimhs-finder>"),
            format!("<ppimhs-finder><p>Text <a {link}</p></ppimhs-finder>"),
        ] {
            let script = "<script type=\"module\" src=\"/moved/ppimhs-finder.js\"></script>";
            let network = Network::open(&format!("{html}{script}"), &[], Damage::Held).await;
            network.until_level(4, &html).await;
            network.until_console("is app/ beside this script?").await;
            let href = "return q('.finder-crisis > p a').getAttribute('href').replace(location.origin, '')";
            assert_eq!(
                network.page.run(href).await,
                json!("/finder/plain.html?from=host")
            );
        }
    }

    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn a_file_that_the_server_holds_comes_by_another_way() {
        let files: [(Names, u8); 2] =
            [(&["en-GB.edition.bin"], 1), (&["ppimhs_finder_bg.wasm"], 2)];
        for (names, level) in files {
            let network = Network::open(SNIPPET, names, Damage::Held).await;
            network.until_level(level, names[0]).await;
            network.until_console("late: ").await;
            network.page.start(Hand::Mouse).await;
        }
    }
}
