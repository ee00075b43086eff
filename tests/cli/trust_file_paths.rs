//! Tests trust files from a pipe, behind links, and with names that a shell divides.

use crate::run::{Copy, output, project, run, tool};
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

fn example() -> Vec<u8> {
    fs::read(project("www/trusts/exampleshire.json")).unwrap()
}

/// Returns the example with a wrong number.
fn wrong() -> String {
    let mut trust: Value = serde_json::from_slice(&example()).unwrap();
    trust["contacts"]["ppimhs"]["phone"] = json!("phone us");
    trust.to_string()
}

#[test]
fn a_trust_file_can_come_from_standard_input() {
    let path = project("www/trusts/exampleshire.json");
    let path = path.to_str().unwrap();
    for command in [
        &["check"][..],
        &["guide"],
        &["table"],
        &["contacts", "--on", "2026-11-22"],
        &["diff"],
    ] {
        let ran = run(&[command, &["--trust", "-"]].concat(), &example());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{command:?}");
        assert_eq!(
            ran.out,
            output(&[command, &["--trust", path]].concat()),
            "{command:?}"
        );
    }
    for command in [&["prove"][..], &["sign-off"]] {
        let ran = run(&[command, &["--trust", "-"]].concat(), &example());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{command:?}");
    }
    let copy = Copy::new("two_pathways");
    let ran = run(
        &["check", copy.path(), copy.path(), "--trust", "-"],
        &example(),
    );
    assert_eq!(
        (ran.code, ran.out.lines().count()),
        (Some(0), 2),
        "{}",
        ran.out
    );
    for command in [&["route"][..], &["explain"]] {
        let ran = run(&[command, &["--trust", "-"]].concat(), &example());
        assert_eq!(ran.code, Some(1));
        assert!(
            ran.err.contains("standard input has the answers"),
            "{}",
            ran.err
        );
    }
}

#[cfg(unix)]
#[test]
fn a_trust_file_can_come_from_a_pipe() {
    let path = project("www/trusts/exampleshire.json");
    let pipe = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trust.pipe");
    drop(fs::remove_file(&pipe));
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    for command in ["check", "prove"] {
        let running = tool(&[command, "--trust", pipe.to_str().unwrap()])
            .spawn()
            .unwrap();
        fs::write(&pipe, example()).unwrap();
        let ended = running.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{ended:?}");
    }
    let ended = Command::new("sh")
        .args(["-c", "cat \"$1\" | \"$0\" check --trust /dev/stdin"])
        .args([Path::new(env!("CARGO_BIN_EXE_pathway")), &path])
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(0), "{ended:?}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_named_as_a_link() {
    use std::os::unix::fs::symlink;
    let copy = Copy::new("links");
    let link = |name: &str, to: &str| {
        let link = copy.0.join(name);
        symlink(to, &link).unwrap();
        link.display().to_string()
    };
    let (itself, gone) = (
        link("loop.json", "loop.json"),
        link("gone.json", "nowhere.json"),
    );
    let (a, _) = (link("a", "b"), link("b", "a"));
    for (arguments, told) in [
        (
            &["check", "--trust", &itself][..],
            "is a link that leads to no file",
        ),
        (
            &["check", "--trust", &gone],
            "is a link, and the file that it names is not there",
        ),
        (&["check", &a], "is a link that leads to no folder"),
        (
            &["check", &gone],
            "is a link, and the folder that it names is not there",
        ),
        (
            &["check", "--trust", copy.path()],
            "is a folder: give the trust file",
        ),
        (
            &["check", copy.0.join("pathway.json").to_str().unwrap()],
            "is a file: give the folder",
        ),
    ] {
        let ran = run(arguments, b"");
        assert_eq!(ran.code, Some(1));
        assert!(ran.out.contains(told), "{arguments:?}: {}", ran.out);
    }
    fs::remove_file(copy.0.join("pathway.json")).unwrap();
    symlink("pathway.json", copy.0.join("pathway.json")).unwrap();
    let ran = run(&["check", copy.path()], b"");
    assert!(
        ran.out.contains("is a link that leads to no file"),
        "{}",
        ran.out
    );
}

/// The suggestion in a refusal can be pasted into a shell.
#[cfg(unix)]
#[test]
fn a_suggestion_is_quoted_for_a_shell() {
    let copy = Copy::new("our pathway's $(touch pwned) folder");
    let trust = copy.0.join("north moor.json");
    fs::write(&trust, wrong()).unwrap();
    let ran = run(
        &["table", copy.path(), "--trust", trust.to_str().unwrap()],
        b"",
    );
    assert_eq!(ran.code, Some(1));
    let (_, rest) = ran.err.split_once('`').unwrap();
    let (suggestion, _) = rest.split_once("`, ").unwrap();
    let suggestion = suggestion.replacen("pathway", env!("CARGO_BIN_EXE_pathway"), 1);
    let pasted = Command::new("sh")
        .args(["-c", &suggestion])
        .current_dir(&copy.0)
        .output()
        .unwrap();
    let out = String::from_utf8(pasted.stdout).unwrap();
    assert!(out.contains("number-format"), "{suggestion}: {out}");
    assert!(!copy.0.join("pwned").exists());
}

#[test]
fn every_command_names_the_trust_file_for_its_faults() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("every_command.json");
    fs::write(&file, wrong()).unwrap();
    let file = file.to_str().unwrap();
    for command in [
        &["table"][..],
        &["graph"],
        &["route"],
        &["guide"],
        &["sign-off"],
        &["crisis"],
        &["frame"],
        &["words"],
        &["contacts"],
        &["diff"],
        &["edition"],
        &["explain", "--answers", "{}"],
    ] {
        let ran = run(&[command, &["--trust", file]].concat(), b"");
        assert_eq!(ran.code, Some(1), "{command:?}");
        let told = format!("The first is: {file}: trust.contacts.ppimhs: ");
        assert!(ran.err.contains(&told), "{command:?}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn a_name_with_an_escape_sequence_is_written_out() {
    let copy = Copy::new("esc\u{1b}[2J");
    fs::remove_file(copy.0.join("pathway.json")).unwrap();
    for command in ["check", "prove", "table", "guide", "contacts"] {
        let ran = run(&[command, copy.path()], b"");
        assert_eq!(ran.code, Some(1));
        let text = ran.out + &ran.err;
        assert!(!text.contains('\u{1b}'), "{command}: {text:?}");
        assert!(text.contains(r"esc\u{1b}[2J"), "{command}: {text}");
    }
}
