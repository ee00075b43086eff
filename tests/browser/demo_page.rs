//! Tests the demo page for web editors, and the plain guide.

use fantoccini::Locator;
use serde_json::{Value, json};
use std::process::Command;
use webdriver_tests::{
    files::{dist, top},
    page::Page,
};

const PAGES: [&str; 2] = ["index.html", "plain.html"];

/// Opens a page of `dist/` in a window of this width in pixels.
async fn open(path: &str, width: u32) -> Page {
    let page = Page::sized("", width, 900).await;
    let address = format!("{}/{path}", page.address);
    page.client.goto(&address).await.unwrap();
    page
}

/// Runs a script in a page that contains no widget.
async fn run(page: &Page, script: &str) -> Value {
    page.client.execute(script, Vec::new()).await.unwrap()
}

#[test]
fn an_html_checker_finds_nothing_in_any_page_that_ships() {
    let checked = Command::new("node")
        .arg(top().join("node_modules/html-validate/bin/html-validate.mjs"))
        .arg("--config")
        .arg(top().join("tests/browser/html-validate.json"))
        .arg(dist())
        .output()
        .unwrap();
    let report =
        String::from_utf8_lossy(&checked.stdout) + String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "{report}");
}

/// A script that loads axe-core into the page and returns the errors that it finds.
const AXE: &str = "new Promise((done) => {
  const script = document.createElement('script');
  script.onload = done;
  script.src = '/axe.js';
  document.head.append(script);
})
  .then(() => axe.run(document, { resultTypes: ['violations'] }))
  .then((found) => found.violations.map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.html).join(' | ')))";

/// A script that shows the plain guide inside another page of the same origin. The guide itself
/// allows no script.
const GUIDE: &str = "fetch('/plain.html').then((answer) => answer.text()).then((text) => {
  const page = new DOMParser().parseFromString(text, 'text/html');
  page.querySelector('meta[http-equiv]').remove();
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
})";

#[tokio::test]
async fn an_accessibility_checker_finds_nothing_on_either_page() {
    for width in [320, 1280] {
        let page = open("index.html", width).await;
        assert_eq!(page.resolved(AXE).await, json!([]), "index.html at {width}");
        page.resolved(GUIDE).await;
        assert_eq!(
            run(
                &page,
                "return document.querySelectorAll('article').length > 10"
            )
            .await,
            true
        );
        assert_eq!(page.resolved(AXE).await, json!([]), "plain.html at {width}");
    }
}

#[tokio::test]
async fn at_320_pixels_neither_page_scrolls_sideways() {
    for path in PAGES {
        let page = open(path, 320).await;
        let over =
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(run(&page, over).await, json!(0), "{path}");
    }
}

#[tokio::test]
async fn the_snippets_hold_the_address_of_the_folder_they_came_with() {
    let page = open("index.html", 1280).await;
    let folder = format!("{}/", page.address);
    let snippets = "const written = (page) => [...page.querySelectorAll('pre code')].filter((code) => !['snippet-pinned', 'snippet-try'].includes(code.id)).map((code) => code.textContent);
const done = arguments[0];
fetch('/index.html').then((answer) => answer.text()).then((text) => {
  const raw = written(new DOMParser().parseFromString(text, 'text/html'));
  done([raw, written(document)]);
});";
    let found = page
        .client
        .execute_async(snippets, Vec::new())
        .await
        .unwrap();
    let [raw, filled]: [Vec<String>; 2] = serde_json::from_value(found).unwrap();
    assert!(raw.len() > 5 && raw.iter().all(|snippet| snippet.contains("https://HOST")));
    for (raw, filled) in raw.iter().zip(filled) {
        let expected = raw
            .replace("https://HOST/finder/", &folder)
            .replace("https://HOST", &page.address);
        assert_eq!(filled, expected);
    }
}

/// A script that loads the script of the pinned snippet with its own checksum and with a wrong one.
const PINNED: &str = "new Promise((done) => {
  const snippet = document.getElementById('snippet-pinned');
  (function look() {
    if (!snippet.textContent || !snippet.checkVisibility()) return requestAnimationFrame(look);
    const { src, integrity, crossOrigin } = new DOMParser().parseFromString(snippet.textContent, 'text/html').scripts[0];
    const load = (integrity, index) => new Promise((next) => {
      const script = document.createElement('script');
      const parts = { type: 'module', src: src + '?' + index, crossOrigin, integrity, onload: () => next('runs'), onerror: () => next('refused') };
      document.head.append(Object.assign(script, parts));
    });
    Promise.all([integrity, 'sha384-' + 'A'.repeat(64)].map(load)).then(done);
  })();
})";

/// The hazard log lists this test under HAZ-009.
#[tokio::test]
async fn the_pinned_snippet_accepts_only_the_script_of_this_build() {
    let page = open("index.html", 1280).await;
    assert_eq!(page.resolved(PINNED).await, json!(["runs", "refused"]));
}

#[tokio::test]
async fn copy_puts_exactly_the_snippet_on_the_clipboard() {
    let page = open("index.html", 1280).await;
    run(&page, "const field = document.createElement('textarea'); field.id = 'pasted'; document.body.append(field);").await;
    for snippet in ["snippet-a", "snippet-b", "snippet-c", "snippet-try"] {
        let button = format!("[data-copies={snippet}]");
        let button = page.client.find(Locator::Css(&button)).await.unwrap();
        button.click().await.unwrap();
        let status = format!(
            "new Promise((done) => {{ const status = document.querySelector('[data-copies={snippet}] ~ [role=status]'); (function look() {{ if (status.textContent) done(status.textContent); else requestAnimationFrame(look); }})(); }})"
        );
        assert_eq!(page.resolved(&status).await, "Copied.", "{snippet}");
        let field = page.client.find(Locator::Css("#pasted")).await.unwrap();
        field.clear().await.unwrap();
        field.send_keys("\u{e009}v\u{e000}").await.unwrap();
        let both = format!(
            "return [document.getElementById('pasted').value, document.getElementById('{snippet}').textContent]"
        );
        let [pasted, written]: [String; 2] =
            serde_json::from_value(run(&page, &both).await).unwrap();
        assert_eq!(pasted, written, "{snippet}");
    }
}

/// Chooses a setting on the demo page as a visitor does, and waits for the widget in the preview.
async fn choose(page: &Page, name: &str, value: &str) -> Value {
    let script = format!(
        "new Promise((done) => {{
  const preview = document.getElementById('preview');
  preview.addEventListener('ppimhs-finder-ready', (event) => {{
    const finder = event.target;
    done([preview.children.length, finder.getAttributeNames().map((name) => [name, finder.getAttribute(name)]), document.getElementById('snippet-try').textContent]);
  }}, {{ once: true }});
  const control = document.getElementById('try-form').elements[{}];
  control.value = {};
  control.dispatchEvent(new Event('change', {{ bubbles: true }}));
}})",
        json!(name),
        json!(value)
    );
    page.resolved(&script).await
}

#[tokio::test]
async fn a_setting_rebuilds_the_preview_and_the_snippet() {
    let page = open("index.html", 1280).await;
    let written = run(
        &page,
        "return document.getElementById('snippet-b').textContent",
    )
    .await;
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    for (name, value) in [
        ("heading-level", "4"),
        ("mode", "shadow"),
        ("exit", "off"),
        ("lang", "en-GB"),
    ] {
        attributes.push((name, value));
        let shown: String = attributes
            .iter()
            .map(|(name, value)| format!(" {name}=\"{value}\""))
            .collect();
        let snippet = written
            .as_str()
            .unwrap()
            .replace("<ppimhs-finder>", &format!("<ppimhs-finder{shown}>"));
        assert_eq!(
            choose(&page, name, value).await,
            json!([1, attributes, snippet]),
            "{name}"
        );
    }
    attributes.remove(0);
    let seen = choose(&page, "heading-level", "").await;
    assert_eq!(seen[1], json!(attributes));
}

#[tokio::test]
async fn a_setting_is_escaped_in_the_snippet() {
    let page = open("index.html", 1280).await;
    let seen = choose(&page, "exit", "\"><b onclick=\"1\">&").await;
    let opened = seen[2].as_str().unwrap();
    assert!(
        opened.starts_with("<ppimhs-finder exit=\"&quot;>&lt;b onclick=&quot;1&quot;>&amp;\"><a "),
        "{opened}"
    );
}
