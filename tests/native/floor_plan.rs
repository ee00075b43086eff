//! Tests that the floor plan in `src/README.md` names every room and every module of the core. The
//! order and the dependencies of the modules must agree with the floor plan.

use crate::{
    files::{folder, text, top},
    markdown::page,
    sources::{code, files, imports, name, uses},
};
use std::collections::BTreeSet;
use toml::{Table, Value};

/// Returns the names in the first column of the table below this heading of the floor plan.
fn column(heading: &str) -> Vec<String> {
    let rows = page("src/README.md").rows.into_iter();
    let mut rows = rows.skip_while(|row| row.cells[0].text != heading);
    let head = rows.next();
    let head = head.unwrap_or_else(|| panic!("src/README.md has no column {heading}"));
    let rows = rows.take_while(|row| row.heading == head.heading && !row.is_head);
    rows.flat_map(|row| {
        let names = row.cells[0].text.split(", ").map(str::to_owned);
        names.collect::<Vec<_>>()
    })
    .collect()
}

#[test]
fn the_floor_plan_has_one_row_for_each_room_and_no_other() {
    let rooms = folder("src").into_iter().filter_map(|path| {
        let name = path.trim_start_matches("src/").to_owned();
        let is_folder = top().join(&path).is_dir();
        let is_room = is_folder || !["README.md", "lib.rs"].contains(&name.as_str());
        is_room.then(|| if is_folder { format!("{name}/") } else { name })
    });
    let rows = column("Room");
    let named: BTreeSet<String> = rows.iter().cloned().collect();
    assert_eq!(named, rooms.collect(), "rows and rooms");
    assert_eq!(named.len(), rows.len(), "a room has two rows");
}

/// The folder of the core that the floor plan lists as one module, because its files share their
/// types.
const WHOLE: &str = "screen";

/// Returns the modules that a file of the core declares, in the order of the file.
fn declared(path: &str) -> Vec<String> {
    let lines = code(path);
    let declared = lines.iter().filter_map(|line| {
        let line = line.trim_start_matches("pub ");
        let line = line.trim_start_matches("pub(crate) ");
        line.strip_prefix("mod ").map(|rest| name(rest).to_owned())
    });
    declared.collect()
}

/// Returns the path of each module of the core, in the order in which `lib.rs` and the folders
/// declare it.
fn modules() -> Vec<String> {
    let folders = declared("src/pathway/lib.rs").into_iter();
    folders
        .flat_map(|folder| {
            if folder == WHOLE {
                return vec![folder];
            }
            let modules = declared(&format!("src/pathway/{folder}/mod.rs")).into_iter();
            modules.map(|module| format!("{folder}/{module}")).collect()
        })
        .collect()
}

#[test]
fn the_floor_plan_lists_the_modules_of_the_core_in_their_order() {
    assert_eq!(column("Module"), modules());
}

/// Returns true if a path in the code names this module, or an item in this module.
fn is_within(path: &str, module: &str) -> bool {
    let rest = path.strip_prefix(module);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// A module of the core must not import with `super`, because a reader cannot see which folder
/// `super` means.
#[test]
fn a_module_of_the_core_names_its_neighbours_by_their_whole_paths() {
    for module in modules() {
        let path = format!("src/pathway/{module}.rs");
        if top().join(&path).is_file() {
            for import in imports(&path, "super::") {
                let folder = module.split('/').next().unwrap();
                let neighbour = format!("{folder}/{}", name(&import));
                assert!(!modules().contains(&neighbour), "{path}: super::{import}");
            }
        }
    }
}

#[test]
fn each_module_of_the_core_imports_only_from_earlier_modules() {
    let order = modules();
    assert!(order.len() > 2, "{order:?}");
    for (index, module) in order.iter().enumerate() {
        let folder = format!("src/pathway/{module}");
        let mut paths = vec![format!("{folder}.rs")];
        if top().join(&folder).is_dir() {
            paths = files(&folder, &[".rs"]);
        }
        for path in paths {
            for import in imports(&path, "crate::") {
                let before = order[..=index].iter();
                let mut known = before.map(|module| module.replace('/', "::"));
                assert!(
                    known.any(|module| is_within(&import, &module)),
                    "{path} imports {import}, which does not stand before {module}"
                );
            }
        }
    }
}

/// Reads the `Cargo.toml` at this path.
fn manifest(path: &str) -> Table {
    text(path).parse().unwrap()
}

/// Returns the Rust files in `src/` that use one of these crates.
fn users(crates: &[&str]) -> Vec<String> {
    let mut paths = files("src", &[".rs"]);
    paths.retain(|path| {
        let code = code(path);
        let mut lines = code.iter();
        lines.any(|line| crates.iter().any(|name| uses(line, name).next().is_some()))
    });
    paths
}

#[test]
fn gloo_is_a_dependency_of_the_widget_alone_and_only_embed_uses_it() {
    let manifests = [
        files("src", &["Cargo.toml"]),
        files("tests", &["Cargo.toml"]),
    ]
    .concat();
    let manifests = manifests.into_iter().chain(["Cargo.toml".to_owned()]);
    let with_gloo = manifests.filter(|path| {
        let manifest = manifest(path);
        let dependencies = manifest.get("dependencies").and_then(|all| all.as_table());
        dependencies.is_some_and(|all| all.keys().any(|name| name.starts_with("gloo")))
    });
    assert_eq!(with_gloo.collect::<Vec<_>>(), ["Cargo.toml"]);
    let users = users(&["gloo"]);
    assert!(!users.is_empty(), "no file uses gloo");
    for path in users {
        assert!(path.starts_with("src/embed/"), "{path} uses gloo");
    }
}

/// Returns the features that an entry of a `Cargo.toml` lists. The entry is a dependency or a
/// feature.
fn features(entry: Option<&Value>) -> Vec<String> {
    let list = entry.and_then(|entry| match entry {
        Value::Table(entry) => entry.get("features"),
        list => Some(list),
    });
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// Without the feature `authoring`, the core cannot read JSON.
#[test]
fn the_widget_depends_on_the_core_without_authoring() {
    let core = manifest("src/pathway/Cargo.toml");
    let core = core["features"].as_table().unwrap();
    assert!(core.contains_key("authoring"), "the core has the feature");
    let root = manifest("Cargo.toml");
    let given = [
        features(core.get("default")),
        features(root["workspace"]["dependencies"].get("pathway")),
        features(root["dependencies"].get("pathway")),
    ];
    for name in given.concat() {
        assert_ne!(name, "authoring");
        assert!(
            !features(core.get(&name)).contains(&"authoring".to_owned()),
            "{name}"
        );
    }
}

#[test]
fn only_embed_and_the_modules_for_scripts_touch_the_browser() {
    const ROOMS: [&str; 4] = [
        "src/embed/",
        "src/pathway-js/",
        "src/review-js/",
        "src/xtask/",
    ];
    for path in users(&["web_sys", "js_sys", "wasm_bindgen"]) {
        let allowed = ROOMS.iter().any(|room| path.starts_with(room));
        assert!(allowed, "{path} touches the browser");
    }
}

#[test]
fn a_browser_loads_one_version_of_each_crate_that_reaches_it() {
    let lock = text("Cargo.lock");
    for name in ["wasm-bindgen", "gloo", "yew", "serde_json", "web-sys"] {
        let found = lock.matches(&format!("name = \"{name}\"\n")).count();
        assert_eq!(found, 1, "{name}");
    }
}

#[test]
fn wasm_pack_builds_every_crate_that_is_a_module() {
    let build = text("src/xtask/wasm.rs");
    let mut folders = files("src", &["Cargo.toml"]);
    folders.retain(|path| text(path).contains("\"cdylib\""));
    assert_eq!(folders.len(), 3);
    for path in folders {
        let folder = path.trim_end_matches("/Cargo.toml");
        let source = format!("source: \"{folder}\"");
        assert!(build.contains(&source), "the build leaves out {folder}");
    }
    assert!(text("src/xtask/wasm_pack.rs").contains("wasm-pack --quiet build"));
}
