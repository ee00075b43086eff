//! Tests the rules for the code: the column *Never* in `src/README.md`, and rules for every file.

use crate::{
    files::text,
    sources::{check_absent, code, files, imports, name, uses},
};
use std::collections::BTreeSet;

#[test]
fn the_core_uses_no_clock_no_page_no_file_and_no_hash_order() {
    let core = files("src/pathway", &[".rs"]);
    check_absent(
        &core,
        &[
            "std::",
            "extern crate std",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "HashMap",
            "HashSet",
            "unsafe",
        ],
    );
    assert!(text("src/pathway/lib.rs").contains("#![no_std]"));
}

#[test]
fn the_core_calls_nothing_that_panics() {
    let core = files("src/pathway", &[".rs"]);
    check_absent(
        &core,
        &[
            ".unwrap()",
            ".expect(",
            "panic!(",
            "unreachable!(",
            "todo!(",
            "unimplemented!(",
        ],
    );
}

/// The modules of the core with tests in the same file. These tests cover cases that no whole
/// pathway reaches one by one. `tests/core` tests everything that a caller of the core can see.
const TESTED_BESIDE: [&str; 3] = [
    "src/pathway/authoring/source/position.rs",
    "src/pathway/authoring/trust_file/ages.rs",
    "src/pathway/model/date.rs",
];

#[test]
fn the_core_has_tests_beside_the_modules_that_are_listed() {
    let mut core = files("src/pathway", &[".rs"]);
    core.retain(|path| text(path).contains("#[cfg(test)]"));
    assert_eq!(core, TESTED_BESIDE);
}

#[test]
fn the_proof_samples_nothing_and_one_module_draws_its_diagrams() {
    let proof = files("src/proof", &[".rs"]);
    check_absent(&proof, &["rand::", "random", "proptest", "evaluate("]);
    let others: Vec<String> = proof
        .into_iter()
        .filter(|path| path != "src/proof/diagram.rs")
        .collect();
    check_absent(&others, &["biodivine_lib_bdd"]);
}

#[test]
fn the_view_uses_no_routing() {
    const ROUTING: [&str; 7] = [
        "answers",
        "answers_json",
        "check",
        "compiled",
        "evaluate",
        "pathway",
        "route",
    ];
    for path in files("src/view", &[".rs"]) {
        let imports = imports(&path, "pathway::");
        for import in imports {
            let module = name(&import);
            assert!(!ROUTING.contains(&module), "{path} uses {module}");
        }
    }
}

/// Returns the paths of all scripts and of the widget's Rust code.
fn program() -> Vec<String> {
    let mut paths = files("www", &[".js"]);
    paths.extend(files("src/view", &[".rs"]));
    paths.extend(files("src/embed", &[".rs"]));
    paths
}

/// A script with clinical words could show advice that no clinical lead has signed.
///
/// The hazard log lists this test under HAZ-017.
#[test]
fn no_clinical_word_is_in_javascript_or_in_the_view() {
    check_absent(
        &program(),
        &[
            "999\"",
            "Samaritans",
            "116 123",
            "midwife",
            "GP ",
            "suicid",
            "baby",
            "health visitor",
            "NHS 111",
            "perinatal mental",
        ],
    );
}

/// The hazard log lists this test under HAZ-007, HAZ-017 and HAZ-025.
#[test]
fn no_answer_can_leave_the_page_or_be_stored() {
    check_absent(
        &program(),
        &[
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "sendBeacon",
            "XMLHttpRequest",
            "WebSocket",
            "WebTransport",
            "EventSource",
            "BroadcastChannel",
            "RTCPeerConnection",
            "new Image",
            "innerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
        ],
    );
}

/// Every request and every message that the program may send: the name of the script, and the code
/// of the call.
///
/// A request has an address and no body. A message to another window has one of the forms in
/// `www/frame/protocol.js`, which contain no answer. The review page sends files to its own worker.
const SENT: [(&str, &str); 16] = [
    ("demo/demo.js", "fetch(new URL(path, folder))"),
    ("element/load-edition.js", "fetch(url)"),
    ("element/own-file.js", "fetch(url, { signal })"),
    ("element/load-files.js", "fetch(url)"),
    (
        "frame/frame-child.js",
        "postMessage(encodeMessage(\"hello\"), \"*\")",
    ),
    (
        "frame/frame-child.js",
        "postMessage(encodeMessage(name, detail), parentOrigin)",
    ),
    (
        "frame/frame-parent.js",
        "postMessage(encodeMessage(\"hello\", readSettings(frame)), origin)",
    ),
    (
        "frame/mount-frame.js",
        "postMessage(encodeMessage(\"exit\"), url.origin)",
    ),
    (
        "pathway-js/ppimhs-reader.js",
        "fetch(urlOf(\"ppimhs_reader_bg.wasm\"))",
    ),
    ("review/files.js", "fetch(path)"),
    ("review/review-offline.js", "fetch(request)"),
    ("review/review-offline.js", "fetch(url, FRESH)"),
    (
        "review/worker-client.js",
        "postMessage([lastNumber, method, argument])",
    ),
    (
        "review/worker.js",
        "fetch(new URL(\"ppimhs_reviewer_bg.wasm\", import.meta.url))",
    ),
    (
        "review/worker.js",
        "postMessage([number, methods[method](argument)])",
    ),
    (
        "review/worker.js",
        "postMessage([number, undefined, String((error && error.message) || error), isFatal(error)])",
    ),
];
/// The only line of a script that names `fetch` and does not call it. It listens to an event of a
/// service worker.
const FETCH_EVENT: (&str, &str) = ("review/review-offline.js", "addEventListener(\"fetch\",");

/// The hazard log lists this test under HAZ-007 and HAZ-017.
#[test]
fn the_program_sends_only_the_requests_and_messages_that_are_listed() {
    let mut found = BTreeSet::new();
    for path in program() {
        let script = path.trim_start_matches("www/");
        for line in code(&path) {
            let is_event = script == FETCH_EVENT.0 && line.contains(FETCH_EVENT.1);
            for sender in ["fetch", "postMessage"].into_iter().filter(|_| !is_event) {
                let calls = uses(&line, sender).map(|start| call(&line[start..]).to_owned());
                found.extend(calls.map(|call| (script.to_owned(), call)));
            }
        }
    }
    let listed = SENT.map(|(script, call)| (script.to_owned(), call.to_owned()));
    assert_eq!(found, BTreeSet::from(listed));
}

/// Returns the function call at the start of this code, up to its closing bracket.
fn call(code: &str) -> &str {
    let mut depth = 0;
    for (index, sign) in code.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 1 => return &code[..=index],
            ')' => depth -= 1,
            _ => {}
        }
    }
    code
}

/// The largest number of lines that a file may have.
const MOST_LINES: usize = 350;

#[test]
fn every_file_has_at_most_350_lines() {
    let paths = [
        files("src", &[".rs", ".js"]),
        files("tests", &[".rs"]),
        files("www", &[".js"]),
    ];
    for path in paths.concat() {
        let lines = text(&path).lines().count();
        assert!(lines <= MOST_LINES, "{path} has {lines} lines: divide it");
    }
}

/// The programs in `tests/bench` and `tests/servers` are no tests. They may wait for a fixed time.
#[test]
fn no_test_is_ignored_and_no_test_sleeps() {
    let mut tests = files("tests", &[".rs"]);
    tests.retain(|path| !path.starts_with("tests/bench/") && !path.starts_with("tests/servers/"));
    let ignored = ["#[", "ignore"].concat();
    let sleeps = [["thread::", "sleep"].concat(), ["time::", "sleep"].concat()];
    check_absent(&tests, &[&sleeps[0], &sleeps[1]]);
    check_absent(&[tests, files("src", &[".rs"])].concat(), &[&ignored]);
}
