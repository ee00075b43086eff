//! Tests `pathway init`, with which a new service begins.

use crate::run::{output, project, run};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Returns the path of a folder that is not there.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("init")
        .join(name);
    drop(fs::remove_dir_all(&folder));
    folder
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn ids(list: &Value) -> Vec<String> {
    let entries = list.as_array().unwrap().iter();
    entries
        .map(|entry| entry["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_new_pathway_is_proved_as_it_stands() {
    let folder = fresh("infant-feeding");
    let path = folder.to_str().unwrap();
    let said = output(&["init", path]);
    assert!(
        said.contains("pathway check ") && said.contains("README.md"),
        "{said}"
    );
    let checked = output(&["check", path]);
    assert!(
        checked.starts_with("infant-feeding 0.1.0 (draft): 3 questions"),
        "{checked}"
    );
    assert!(checked.contains(" scenarios, 1 law; "), "{checked}");
    assert_eq!(checked.lines().count(), 1, "{checked}");
    let proved = output(&["prove", path]);
    assert!(proved.contains("1 law holds for all "), "{proved}");
    assert!(proved.contains(": 1 claim proved"), "{proved}");
    let table = output(&["table", path]);
    assert!(
        table.contains("| the rules above give nothing |"),
        "{table}"
    );
    for command in [
        "guide", "table", "graph", "sign-off", "words", "contacts", "crisis", "frame",
    ] {
        let text = output(&[command, path]);
        for foreign in ["PPIMHS", "Redbridge", "pregnan", "your-service"] {
            assert!(!text.contains(foreign), "{command}: {foreign}");
        }
    }
    let routed = run(&["route", path], br#"{"danger":["in-danger"]}"#);
    assert!(
        routed.out.contains(r#""outcomes":["emergency"]"#),
        "{}",
        routed.out
    );
}

/// The buttons and the help of a new pathway are those of the built-in one.
#[test]
fn a_new_pathway_has_every_button_and_the_help() {
    let folder = fresh("a-service");
    output(&["init", folder.to_str().unwrap()]);
    let new = read(&folder.join("words/en-GB.json"));
    let built_in = read(&project("www/pathways/ppimhs/words/en-GB.json"));
    for key in ["ui", "crisis"] {
        assert_eq!(new[key], built_in[key], "{key}");
    }
}

/// The README beside the files names every key and every id in them.
#[test]
fn the_readme_explains_each_key_and_names_each_id() {
    let folder = fresh("explained");
    output(&["init", folder.to_str().unwrap()]);
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    let (pathway, words) = (
        read(&folder.join("pathway.json")),
        read(&folder.join("words/en-GB.json")),
    );
    let outside = ["pathway", "language", "direction"];
    let keys =
        |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    let keys = keys(&pathway).into_iter().chain(keys(&words));
    let schema: Value =
        serde_json::from_slice(&fs::read(project("www/schemas/pathway.schema.json")).unwrap())
            .unwrap();
    let schema = schema["properties"].as_object().unwrap().keys();
    let keys = keys.chain(schema.filter(|key| *key != "$schema").cloned());
    let areas = ids(&pathway["local"]["areas"]);
    let named = ["contacts", "outcomes"].map(|list| ids(&pathway[list]));
    for name in keys.chain(areas).chain(named.into_iter().flatten()) {
        if !outside.contains(&name.as_str()) {
            assert!(readme.contains(&format!("`{name}`")), "{name}");
        }
    }
    assert!(readme.starts_with("# The pathway explained\n"), "{readme}");
}

#[test]
fn a_name_that_cannot_be_an_id_is_refused_with_an_example() {
    for name in [
        "Infant Feeding",
        "infant_feeding",
        "-feeding",
        "feeding.json",
        "fütterung",
        "..",
    ] {
        let folder = fresh("names");
        let path = folder.join(name);
        let ran = run(&["init", path.to_str().unwrap()], b"");
        assert_eq!(ran.code, Some(1), "{name}");
        assert!(
            ran.err.contains("such as infant-feeding"),
            "{name}: {}",
            ran.err
        );
        assert!(!folder.exists(), "{name}");
    }
}

#[test]
fn a_folder_that_is_there_stays_as_it_is() {
    let folder = fresh("mine");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("pathway.json"), "mine").unwrap();
    let file = fresh("a-file");
    fs::write(&file, "mine").unwrap();
    for path in [&folder, &file] {
        let ran = run(&["init", path.to_str().unwrap()], b"");
        assert_eq!(ran.code, Some(1));
        assert!(ran.err.contains("is there already"), "{}", ran.err);
    }
    assert_eq!(fs::read(folder.join("pathway.json")).unwrap(), b"mine");
    assert_eq!(fs::read(file).unwrap(), b"mine");
}

/// An author may leave out each of these keys while there is nothing to write.
#[test]
fn a_key_with_an_empty_meaning_may_be_left_out() {
    let folder = fresh("shorter");
    let path = folder.to_str().unwrap();
    output(&["init", path]);
    let file = folder.join("pathway.json");
    let mut pathway = read(&file);
    for key in [
        "effective",
        "conflicts",
        "limits",
        "wordings",
        "notes",
        "blocks",
        "exit",
    ] {
        assert!(pathway.get(key).is_none(), "{key}");
    }
    assert!(pathway["crisis"].get("open_when").is_none());
    pathway.as_object_mut().unwrap().remove("laws");
    pathway["rules"][0]["when"] = json!({ "danger": "in-danger" });
    pathway.as_object_mut().unwrap().remove("conditions");
    fs::write(&file, pathway.to_string()).unwrap();
    for command in ["check", "prove"] {
        let out = output(&[command, path]);
        assert!(out.contains("laws: there is no law"), "{command}: {out}");
        assert!(out.contains("(no-law)"), "{command}: {out}");
    }
    assert!(!output(&["check"]).contains("no-law"));
}

/// The trust of a new pathway writes its own file for it.
#[test]
fn a_new_pathway_takes_a_trust_file() {
    let folder = fresh("with-trust");
    let path = folder.to_str().unwrap();
    output(&["init", path]);
    let trust = fresh("trust.json");
    let file = json!({
        "id": "northmoor", "pathway": "with-trust", "version": "0.1.0", "language": "en-GB",
        "contacts": { "team": { "name": "Moor team", "phone": "01632 960 105" } },
        "areas": [{ "id": "moor", "name": "The moor" }],
    });
    fs::write(&trust, file.to_string()).unwrap();
    let trust = trust.to_str().unwrap();
    output(&["prove", path, "--trust", trust]);
    let guide = output(&["guide", path, "--trust", trust]);
    assert!(guide.contains("01632 960 105") && guide.contains("Moor team"));
}

/// An author who writes files by hand reads about all missing keys in one run.
#[test]
fn every_missing_key_is_told_at_once() {
    let folder = fresh("missing");
    let path = folder.to_str().unwrap();
    output(&["init", path]);
    let file = folder.join("pathway.json");
    let mut pathway = read(&file);
    let take = |value: &mut Value, key: &str| drop(value.as_object_mut().unwrap().remove(key));
    take(&mut pathway, "order");
    take(&mut pathway, "sources");
    take(&mut pathway["crisis"], "contacts");
    take(&mut pathway["outcomes"][1], "title");
    take(&mut pathway["questions"][0]["options"][1], "id");
    fs::write(&file, serde_json::to_string_pretty(&pathway).unwrap()).unwrap();
    let words = folder.join("words/en-GB.json");
    let mut text = read(&words);
    take(&mut text["ui"], "back");
    take(&mut text["ui"], "print");
    take(&mut text["questions"]["area"], "legend");
    fs::write(&words, serde_json::to_string_pretty(&text).unwrap()).unwrap();
    let ran = run(&["check", path], b"");
    assert_eq!(ran.code, Some(1));
    for (place, key) in [
        ("line 1, column 1: ", "order"),
        ("line 1, column 1: ", "sources"),
        (", in crisis: ", "contacts"),
        (", in outcomes[1]: ", "title"),
        (", in questions[0].options[1]: ", "id"),
        (", in ui: ", "back"),
        (", in ui: ", "print"),
        (", in questions.area: ", "legend"),
    ] {
        let told = format!("{place}the key \"{key}\" is missing: write it (cannot-be-read)");
        assert!(ran.out.contains(&told), "{told}: {}", ran.out);
    }
    assert_eq!(ran.out.lines().count(), 8, "{}", ran.out);
}

/// Returns the first block of JSON on the page "A service of your own".
fn law_of_the_page() -> Value {
    let page = fs::read_to_string(project("docs/own-service.md")).unwrap();
    let (_, rest) = page.split_once("```json\n").unwrap();
    serde_json::from_str(rest.split_once("```").unwrap().0).unwrap()
}

/// The page "A service of your own", step by step: a number, an option that leads to help today, and
/// the law about it.
#[test]
fn the_steps_of_the_page_lead_to_a_pathway_that_is_proved() {
    let folder = fresh("steps");
    let path = folder.to_str().unwrap();
    let page = fs::read_to_string(project("docs/own-service.md")).unwrap();
    let commands = page
        .lines()
        .filter_map(|line| line.strip_prefix("cargo run -q --bin pathway -- "));
    let commands = commands.map(|line| line.replace("www/pathways/infant-feeding", path));
    let sheet = fresh("sign.html");
    let commands: Vec<String> = commands
        .map(|line| line.replace("sign.html", sheet.to_str().unwrap()))
        .collect();
    assert!(commands.len() > 5, "{commands:?}");
    for command in commands {
        output(&command.split(' ').collect::<Vec<_>>());
    }
    let (pathway_file, words_file) = (folder.join("pathway.json"), folder.join("words/en-GB.json"));
    let (mut pathway, mut words) = (read(&pathway_file), read(&words_file));
    let list = |value: &mut Value, entry: Value| value.as_array_mut().unwrap().push(entry);
    let mut contacts = pathway["contacts"].as_array_mut().unwrap().iter_mut();
    let team = contacts.find(|contact| contact["id"] == "team").unwrap();
    team["phone"] = json!("01632 960001");
    drop(team.as_object_mut().unwrap().remove("remark"));
    words["contacts"]["team"] = json!({ "name": "The feeding team" });
    list(
        &mut pathway["questions"][1]["options"],
        json!({ "id": "not-feeding" }),
    );
    words["questions"]["help-with"]["options"]["not-feeding"] =
        json!({ "label": "My baby does not feed" });
    list(
        &mut pathway["outcomes"],
        json!({
            "id": "urgent-help", "urgency": "today", "title": ["call"], "first": ["call"],
            "call": ["111-mental-health"], "turned_away": ["again"], "sources": ["SAFETY"],
        }),
    );
    words["outcomes"]["urgent-help"] = json!({
        "title": { "call": "Call 111 today" },
        "first": { "call": "Call 111 now." },
        "turned_away": { "again": "If it gets worse, call 999." },
    });
    pathway["order"]
        .as_array_mut()
        .unwrap()
        .insert(1, json!("urgent-help"));
    list(
        &mut pathway["rules"],
        json!({
            "id": "not-feeding", "when": { "help-with": "not-feeding" }, "outcomes": ["urgent-help"],
            "because": ["help-with"], "sources": ["SAFETY"],
        }),
    );
    words["rules"]["not-feeding"] = json!("A baby who does not feed needs help today.");
    list(
        &mut pathway["scenarios"],
        json!({
            "id": "not-feeding", "story": "A baby does not feed.",
            "answers": { "danger": ["none"], "help-with": "not-feeding", "area": "our-area" },
            "outcomes": ["urgent-help"],
        }),
    );
    list(&mut pathway["laws"], law_of_the_page());
    fs::write(&pathway_file, pathway.to_string()).unwrap();
    fs::write(&words_file, words.to_string()).unwrap();
    let proved = output(&["prove", path]);
    assert!(proved.contains("2 laws hold for all "), "{proved}");
}
