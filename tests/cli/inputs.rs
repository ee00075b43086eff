//! Tests files and answers as shells, editors and file managers leave them.

use crate::run::{Copy, output, project, run};
use serde_json::Value;
use std::{fs, path::Path};

fn broken(name: &str) -> Vec<u8> {
    fs::read(project("tests/broken-files").join(name)).unwrap()
}

fn in_utf_16(text: &str, mark: &[u8]) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [mark, &units].concat()
}

const DANGER: &str = r#"{"danger":["psychosis-signs"]}"#;

/// An emergency must not become an error because an editor wrote a mark.
#[test]
fn a_byte_order_mark_changes_no_reply() {
    let plain = run(&["route"], format!("{DANGER}\n{DANGER}\n").as_bytes()).out;
    assert!(plain.contains("\"emergency\""), "{plain}");
    let marked = format!("\u{feff}{DANGER}");
    for input in [
        broken("route-bom.jsonl"),
        format!("{marked}\n{DANGER}").into_bytes(),
        format!("{marked}\r\n{marked}\r\n").into_bytes(),
        format!("{DANGER}\n{marked}\n").into_bytes(),
    ] {
        assert_eq!(run(&["route"], &input).out, plain);
    }
    let explained = output(&["explain", "--answers", DANGER]);
    for input in [marked.clone(), format!("{marked}\r\n")] {
        let ran = run(&["explain", "--answers", "-"], input.as_bytes());
        assert_eq!((ran.code, ran.out), (Some(0), explained.clone()));
    }
    assert_eq!(output(&["explain", "--answers", &marked]), explained);
}

#[test]
fn answers_in_utf_16_are_refused_once() {
    let line = format!("{DANGER}\r\n");
    for input in [
        broken("route-utf16le.jsonl"),
        in_utf_16(&line.repeat(3), b"\xFF\xFE"),
        in_utf_16(&line, b""),
        [
            b"\xFE\xFF".to_vec(),
            line.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ]
        .concat(),
    ] {
        for arguments in [&["route"][..], &["explain"], &["explain", "--answers", "-"]] {
            let ran = run(arguments, &input);
            assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{arguments:?}");
            assert_eq!(ran.err.matches("UTF-16").count(), 1, "{}", ran.err);
            assert!(ran.err.contains("save it as UTF-8"), "{}", ran.err);
        }
    }
}

#[test]
fn answers_can_come_from_a_file() {
    let folder = Copy::new("answers_file");
    let file = folder.0.join("my answers.json");
    for text in [DANGER.to_owned(), format!("\u{feff}{DANGER}\r\n")] {
        fs::write(&file, text).unwrap();
        let explained = output(&["explain", "--answers", file.to_str().unwrap()]);
        assert_eq!(explained, output(&["explain", "--answers", DANGER]));
    }
    let ran = run(&["explain", "--answers", "nowhere.json"], b"");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("there is no file nowhere.json"),
        "{}",
        ran.err
    );
}

/// PowerShell and cmd pass the answers without their double quotes, or in several parts.
#[test]
fn answers_whose_quotes_a_shell_took_say_what_to_do() {
    for arguments in [
        &["--answers", "{danger:[none],who:carer}"][..],
        &["--answers", "'{danger:[none],who:carer}'"],
        &["--answers", "'{danger:[none],", "who:carer}'"],
        &["--answers", "{danger:", "[none]}"],
        &["--answers", "{danger:", "[none],", "who:", "carer}"],
        &["--answers", "{\\danger\\:[\\none\\]}"],
    ] {
        let ran = run(&[&["explain"], arguments].concat(), b"");
        assert_ne!(ran.code, Some(0), "{arguments:?}");
        assert!(
            ran.err.contains("--answers FILE"),
            "{arguments:?}: {}",
            ran.err
        );
    }
    let reply = run(&["route"], b"{danger:[none]}\n").out;
    assert!(reply.contains("a shell takes them away"), "{reply}");
    for (answers, cause) in [
        ("{“danger”:[“none”]}", "“ is not the quote of JSON"),
        ("'{\"danger\":[\"none\"]}'", "' is not the quote of JSON"),
        (
            "{\"danger\":[\"none\"],}",
            "a comma stands before a closing bracket",
        ),
        ("{\"danger\":[\"none\"]", "the file ends too early"),
    ] {
        let ran = run(&["explain", "--answers", answers], b"");
        assert!(ran.err.contains(cause), "{answers}: {}", ran.err);
    }
}

/// Each example of `pathway explain` in `docs/` works when a person pastes it into a shell.
#[test]
fn the_examples_in_the_documents_run() {
    let mut seen = 0;
    for page in [
        "README.md",
        "docs/clinical-lead.md",
        "docs/pathway-author.md",
        "docs/safety/incidents-and-changes.md",
    ] {
        let text = fs::read_to_string(project(page)).unwrap();
        for line in text.lines().filter(|line| line.contains("-- explain")) {
            let (_, arguments) = line.split_once("-- ").unwrap();
            let arguments = arguments.split('#').next().unwrap();
            let arguments: Vec<&str> = arguments.split_whitespace().collect();
            let path = project(arguments[2]);
            let ran = run(&["explain", "--answers", path.to_str().unwrap()], b"");
            assert_eq!(
                (ran.code, ran.err.as_str()),
                (Some(0), ""),
                "{page}: {line}"
            );
            assert!(!line.contains(['\'', '"', '…']), "{page}: {line}");
            seen += 1;
        }
    }
    assert_eq!(seen, 4);
}

#[test]
fn files_that_begin_with_a_dot_are_no_words() {
    let copy = Copy::new("dot_files");
    let folder = copy.0.join("words");
    fs::write(folder.join("._en-GB.json"), broken("appledouble-words.bin")).unwrap();
    fs::write(folder.join(".en-GB.json.swp"), "x").unwrap();
    fs::write(folder.join(".json"), "x").unwrap();
    fs::write(folder.join(".cy.json"), "{").unwrap();
    fs::write(folder.join(".DS_Store"), "x").unwrap();
    assert_eq!(output(&["check", copy.path()]), output(&["check"]));
    fs::copy(folder.join("en-GB.json"), folder.join("en-GB copy.json")).unwrap();
    let ran = run(&["check", copy.path()], b"");
    assert!(
        ran.out.contains("en-GB.json is there already"),
        "{}",
        ran.out
    );
}

#[test]
fn a_file_takes_the_output_of_every_command_that_writes_a_page_or_a_table() {
    let folder = Copy::new("output_file");
    for arguments in [
        &["sign-off"][..],
        &["guide"],
        &["table"],
        &["table", "--format", "csv"],
        &["graph"],
        &["diff", folder.path(), folder.path()],
        &["frame"],
        &["crisis"],
        &["schema", "trust"],
        &["words"],
        &["explain", "--answers", DANGER],
    ] {
        let file = folder.0.join("out put");
        let with_file = [arguments, &["--output", file.to_str().unwrap()]].concat();
        assert_eq!(output(&with_file), "", "{arguments:?}");
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(text, output(arguments), "{arguments:?}");
        fs::remove_file(&file).unwrap();
    }
    let file = folder.0.join("en-GB.edition.bin");
    assert_eq!(output(&["edition", "--output", file.to_str().unwrap()]), "");
    assert!(fs::metadata(file).unwrap().len() > 10_000);
}

#[test]
fn a_command_that_fails_leaves_the_file_as_it_was() {
    let copy = Copy::new("output_kept");
    let file = copy.0.join("sign.html");
    fs::write(&file, "signed").unwrap();
    fs::write(copy.0.join("pathway.json"), "{").unwrap();
    let ran = run(
        &["sign-off", copy.path(), "--output", file.to_str().unwrap()],
        b"",
    );
    assert_eq!(ran.code, Some(1));
    assert_eq!(fs::read_to_string(&file).unwrap(), "signed");
    let nowhere = copy.0.join("nowhere/sign.html");
    let ran = run(&["guide", "--output", nowhere.to_str().unwrap()], b"");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("nowhere/sign.html"), "{}", ran.err);
}

#[test]
fn route_takes_a_folder_as_the_other_commands_do() {
    let copy = Copy::new("route_folder");
    let ran = run(&["route", copy.path()], b"{}\n");
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "{\"ask\":\"danger\"}\n")
    );
    let answers = copy.0.join("answers.jsonl");
    fs::write(&answers, "{}\n").unwrap();
    let ran = run(&["route", answers.to_str().unwrap()], b"");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("give the answers on standard input"),
        "{}",
        ran.err
    );
}

#[test]
fn every_help_page_names_the_exit_codes() {
    for command in [
        "check", "prove", "route", "explain", "sign-off", "table", "contacts",
    ] {
        let help = output(&[command, "--help"]);
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            help.contains("Exit codes: 0 if the command did its work"),
            "{help}"
        );
        assert!(help.contains("2 if the arguments are wrong"), "{help}");
    }
    assert!(output(&["--help"]).contains("Exit codes: 0"));
}

#[test]
fn the_built_in_pathway_is_named_by_a_plain_path() {
    let ran = run(&["check", "--trust", "nowhere.json"], b"");
    assert!(!ran.out.contains(".."), "{}", ran.out);
    let trust = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plain_path.json");
    let example = fs::read_to_string(project("www/trusts/exampleshire.json")).unwrap();
    let mut example: Value = serde_json::from_str(&example).unwrap();
    example["contacts"]["ppimhs"]["phone"] = "x".into();
    fs::write(&trust, example.to_string()).unwrap();
    let ran = run(&["table", "--trust", trust.to_str().unwrap()], b"");
    assert!(
        ran.err.contains("www/pathways/ppimhs has findings"),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains("/../"), "{}", ran.err);
}
