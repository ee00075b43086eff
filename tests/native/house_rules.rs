//! The floor plan's absences: what a room never does.

use crate::files::{folder, text, top};
use std::path::Path;

/// Paths of all files below a folder with one of these endings.
pub fn files(below: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in folder(below) {
        if top().join(&path).is_dir() {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| path.ends_with(ending)) {
            found.push(path);
        }
    }
    found
}

fn check_absent(paths: &[String], words: &[&str]) {
    assert!(!paths.is_empty(), "nothing to look at");
    for path in paths {
        let text = text(path);
        for (number, line) in text.lines().enumerate() {
            for word in words {
                assert!(!line.contains(word), "{path}:{}: {word}", number + 1);
            }
        }
    }
}

#[test]
fn the_core_knows_no_clock_no_page_no_file_and_no_hash_order() {
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
fn the_core_is_free_of_what_may_panic() {
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

/// Its package runs what stands in `tests/core`: a test beside the code would never run.
#[test]
fn the_core_holds_no_test() {
    check_absent(
        &files("src/pathway", &[".rs"]),
        &["#[test]", "#[cfg(test)]"],
    );
}

/// The modules of the core stand in the order of the flow, and each imports only from those before.
#[test]
fn the_core_flows_one_way() {
    let lib = text("src/pathway/lib.rs");
    let order: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "))
        .map(|name| name.trim_end_matches(';'))
        .collect();
    assert!(order.len() > 10);
    for (place, module) in order.iter().enumerate() {
        let later = &order[place + 1..];
        let folder = format!("src/pathway/{module}");
        let paths = if top().join(&folder).is_dir() {
            files(&folder, &[".rs"])
        } else {
            vec![format!("src/pathway/{module}.rs")]
        };
        for path in paths {
            for name in later {
                let imports = imported(&text(&path));
                assert!(
                    !imports.contains(&(*name).to_string()),
                    "{path} imports {name}, which stands after it"
                );
            }
        }
    }
}

/// The core modules a file names after `crate::`, alone or in braces.
fn imported(text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let mut names = Vec::new();
    for part in code.join("\n").split("crate::").skip(1) {
        let Some(list) = part.strip_prefix('{') else {
            names.push(word(part));
            continue;
        };
        let mut depth = 0;
        let mut start = true;
        for (at, sign) in list.char_indices() {
            match sign {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                sign if start && sign.is_alphabetic() => {
                    names.push(word(&list[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
        .collect()
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
fn only_embed_and_the_readers_touch_the_browser() {
    let others: Vec<String> = files("src", &[".rs"])
        .into_iter()
        .filter(|path| {
            !["src/embed/", "src/reader/", "src/review-js/", "src/xtask/"]
                .iter()
                .any(|room| path.starts_with(room))
        })
        .collect();
    check_absent(
        &others,
        &["web_sys::", "js_sys::", "wasm_bindgen::", "gloo::"],
    );
}

#[test]
fn the_view_decides_nothing() {
    let view = files("src/view", &[".rs"]);
    check_absent(
        &view,
        &["evaluate(", "check::load", "Condition", "Answers", "route("],
    );
}

/// Words of the field belong to the words file: a script that holds one could show advice that
/// nobody signed.
///
/// HAZ-017.
#[test]
fn no_clinical_word_stands_in_javascript_or_in_the_view() {
    let mut paths = files("www", &[".js"]);
    paths.extend(files("src/view", &[".rs"]));
    check_absent(
        &paths,
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

/// HAZ-007, HAZ-017, HAZ-025.
#[test]
fn nothing_the_visitor_says_can_leave_or_be_kept() {
    let mut paths = files("www", &[".js"]);
    paths.extend(files("src/view", &[".rs"]));
    paths.extend(files("src/embed", &[".rs"]));
    check_absent(
        &paths,
        &[
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "sendBeacon",
            "XMLHttpRequest",
            "WebSocket",
            "innerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
        ],
    );
}

#[test]
fn files_stay_small_enough_to_read() {
    for path in files("src", &[".rs"]) {
        let lines = text(&path).lines().count();
        assert!(lines <= 600, "{path} has {lines} lines: put up a wall");
    }
}

#[test]
fn one_version_of_wasm_bindgen_and_one_of_gloo() {
    let lock = text("Cargo.lock");
    for name in ["wasm-bindgen", "gloo", "yew", "serde_json", "web-sys"] {
        let found = lock.matches(&format!("name = \"{name}\"\n")).count();
        assert_eq!(found, 1, "{name}");
    }
}

#[test]
fn the_floor_plan_names_every_room() {
    let plan = text("src/README.md");
    for entry in folder("src").into_iter().chain(folder("src/pathway")) {
        let name = Path::new(&entry)
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        if matches!(name.as_str(), "README" | "Cargo" | "lib") {
            continue;
        }
        assert!(
            plan.contains(&name),
            "{entry} does not stand in src/README.md"
        );
    }
}

#[test]
fn nothing_is_ignored_and_nothing_sleeps() {
    let tests = files("tests", &[".rs"]);
    let words = [
        ["#[", "ignore"].concat(),
        ["thread::", "sleep"].concat(),
        ["time::", "sleep"].concat(),
    ];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    check_absent(&tests, &words);
}
