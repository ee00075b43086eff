//! Tests the Rust modules without the element, in WebAssembly and in plain JavaScript.

use serde_json::{Value, json};
use webdriver_tests::{files::built, page::Page};

/// A script that loads the module at `PATH` and then runs `SCRIPT`. In `SCRIPT`, the function
/// `bytes` loads a file.
const READY: &str = r#"
const done = arguments[arguments.length - 1];
const bytes = (path) => fetch(path).then((response) => response.arrayBuffer()).then((buffer) => new Uint8Array(buffer));
const host = { guide: "plain.html", today: "2026-11-22", attribute: () => null, warn() {}, reportStep() {}, exit() {}, reportPanic() {} };
SETUP
import("/PATH")
  .then((module) => module.default(GIVEN).then(() => module))
  .then(async (module) => { SCRIPT })
  .then((found) => done({ found }), (error) => done({ failed: String(error && error.message || error) }));
"#;

/// Loads the module with this name, runs a script with it, and returns the value of the script. For
/// a plain JavaScript module, the page has no WebAssembly.
async fn with_module(name: &str, script: &str) -> Value {
    let page = Page::open("").await;
    page.until("q('[data-action=start]')").await;
    let twin = name.ends_with("_twin");
    let (setup, given) = if twin {
        ("delete window.WebAssembly;", String::new())
    } else {
        (
            "",
            format!(
                "{{ module_or_path: fetch('/{}') }}",
                built(&format!("{name}_bg.wasm"))
            ),
        )
    };
    let ready = READY.replace("PATH", &built(&format!("{name}.js")));
    let ready = ready.replace("SETUP", setup).replace("GIVEN", &given);
    let script = script.replace("EDITION", &built("en-GB.edition.bin"));
    let ready = ready.replace("SCRIPT", &script);
    let found = page.client.execute_async(&ready, Vec::new()).await.unwrap();
    assert!(found.get("found").is_some(), "{name}: {}", found["failed"]);
    found["found"].clone()
}

/// A script that starts the widget, answers the first question, and waits for the second question.
const TWO_QUESTIONS: &str = r#"
const place = document.createElement("div");
document.body.append(place);
const finder = module.start(place, await bytes("/EDITION"), host);
const frame = () => new Promise((next) => requestAnimationFrame(next));
const press = async (css) => { while (!place.querySelector(css)) await frame(); place.querySelector(css).click(); };
while (!place.querySelector("[data-action=start]")) await frame();
const numbers = place.querySelectorAll("a[href='tel:999'], a[href='tel:111'], a[href='tel:116123']").length;
await press("[data-action=start]");
await press("[data-question=danger] input[value=none]");
await press("[data-action=continue]");
while (!place.querySelector("[data-question=who]")) await frame();
let refused;
try { module.start(document.createElement("div"), new Uint8Array(9), host); } catch (error) { refused = error.message; }
return { numbers, asks: place.querySelector("[data-question]").dataset.question, refused };
"#;

/// The hazard log lists this test under HAZ-008.
#[tokio::test]
async fn the_twin_asks_without_web_assembly() {
    let found = with_module("ppimhs_finder_twin", TWO_QUESTIONS).await;
    assert_eq!(found["numbers"], json!(3));
    assert_eq!(found["asks"], json!("who"));
    let refused = found["refused"].as_str().unwrap();
    assert!(refused.contains("build both together"), "{refused}");
}

const COMPILED: &str = r#"
const made = module.compile(await bytes("/pathways/ppimhs/pathway.json"), await bytes("/pathways/ppimhs/words/en-GB.json"));
const built = await bytes("/EDITION");
return made.length > 0 && made.length === built.length && made.every((byte, at) => byte === built[at]);
"#;

#[tokio::test]
async fn the_reader_makes_the_edition_that_the_build_made() {
    for name in ["ppimhs_reader", "ppimhs_reader_twin"] {
        assert_eq!(with_module(name, COMPILED).await, json!(true), "{name}");
    }
}

const REFUSED: &str = r#"
const words = await bytes("/pathways/ppimhs/words/en-GB.json");
const text = new TextDecoder().decode(await bytes("/pathways/ppimhs/pathway.json"));
const twice = text.replace(/"phone": "[^"]*"/g, "\"phone\": \"one\"");
try { module.compile(new TextEncoder().encode(twice), words); return "ran"; } catch (error) { return error.message; }
"#;

/// The hazard log lists this test under HAZ-018.
#[tokio::test]
async fn a_pathway_with_findings_is_refused_with_all_of_them() {
    let found = with_module("ppimhs_reader", REFUSED).await;
    let findings = found.as_str().unwrap();
    assert!(findings.lines().count() > 3, "{findings}");
    assert!(findings.contains("number-format"), "{findings}");
}

const TRUSTED: &str = r#"
const files = ["/pathways/ppimhs/pathway.json", "/pathways/ppimhs/words/en-GB.json", "/trusts/exampleshire.json"];
const [pathway, words, trust] = await Promise.all(files.map(bytes));
const said = (edition) => new TextDecoder().decode(edition);
const own = said(module.compile(pathway, words, trust));
const broken = new TextEncoder().encode(said(trust).replace("\"limits\"", "\"laws\""));
let refused;
try { module.compile(pathway, words, broken); } catch (error) { refused = error.message; }
return { own: own.includes("01632 960 100"), foreign: own.includes("PPIMHS, to feel"), refused };
"#;

#[tokio::test]
async fn the_reader_lays_a_trusts_file_over_the_pathway() {
    for name in ["ppimhs_reader", "ppimhs_reader_twin"] {
        let found = with_module(name, TRUSTED).await;
        assert_eq!(
            (&found["own"], &found["foreign"]),
            (&json!(true), &json!(false)),
            "{name}"
        );
        let refused = found["refused"].as_str().unwrap();
        assert!(
            refused.starts_with("trust.laws: a trust file cannot change laws"),
            "{refused}"
        );
    }
}

const ROUTED: &str = r#"
const pathway = await fetch("/pathways/ppimhs/pathway.json").then((response) => response.text());
const flagged = "{\"danger\": [\"suicide-plan\"]}";
const router = new module.Router(pathway);
let refused;
try { new module.Router("{"); } catch (error) { refused = JSON.stringify({ error: error.message }); }
return [module.route(pathway, flagged), module.route(pathway, "{}"), module.route("{", "{}"), router.route(flagged), router.route("{}"), refused];
"#;

#[tokio::test]
async fn other_programs_route_answers() {
    for name in ["ppimhs_reader", "ppimhs_reader_twin"] {
        let found = with_module(name, ROUTED).await;
        let replies: Vec<Value> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|reply| serde_json::from_str(reply.as_str().unwrap()).unwrap())
            .collect();
        assert_eq!(replies[0]["outcomes"], json!(["emergency"]), "{name}");
        assert_eq!(replies[1], json!({ "ask": "danger" }), "{name}");
        assert!(replies[2]["error"].as_str().unwrap().contains("line 1"));
        assert_eq!(replies[3..], replies[..3], "{name}: read once");
    }
}

/// A script that loads the module for other programs from its fixed path.
const HANDED_ON: &str = r#"
const done = arguments[arguments.length - 1];
import("/ppimhs-reader.js")
  .then(({ reader }) => reader())
  .then(({ route }) => fetch("/pathways/ppimhs/pathway.json").then((response) => response.text()).then((text) => route(text, "{}")))
  .then(done, (error) => done(String(error)));
"#;

#[tokio::test]
async fn other_programs_load_the_reader_by_its_fixed_name() {
    let page = Page::open("").await;
    let client = &page.client;
    let led = client.execute_async(HANDED_ON, Vec::new()).await.unwrap();
    assert_eq!(led, json!("{\"ask\":\"danger\"}"));
}
