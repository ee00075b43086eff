//! Tests which files a browser loads before the first question.

use webdriver_tests::{files::built, input::Hand, page::Page};

/// A script that returns the time of each request for the script that prints and saves.
const EXPORT_REQUESTS: &str = "performance.getEntriesByType('resource').filter((file) => file.name.endsWith('/keep.js')).map((file) => file.startTime)";

/// `cargo xtask build` applies the size budget to the same files. The script that prints and saves
/// loads later, without an action of the visitor.
///
/// The hazard log lists this test under HAZ-001 and HAZ-017.
#[tokio::test]
async fn the_first_question_needs_these_files_and_no_other() {
    let page = Page::open("").await;
    page.start(Hand::Mouse).await;
    page.until(&format!("{EXPORT_REQUESTS}.length")).await;
    let asked = format!(
        "const end = Math.min(...{EXPORT_REQUESTS});
        const files = performance.getEntriesByType('resource').filter((file) => /\\/app\\/|ppimhs-finder/.test(file.name) && file.startTime < end);
        return files.map((file) => new URL(file.name).pathname.slice(1)).sort()"
    );
    let hashed = [
        "en-GB.edition.bin",
        "ladder.js",
        "ppimhs_finder.js",
        "ppimhs_finder_bg.wasm",
        "widget.css",
    ];
    let mut files: Vec<String> = hashed.into_iter().map(built).collect();
    files.push("ppimhs-finder.js".to_owned());
    files.sort();
    assert_eq!(page.texts(&asked).await, files);
}
