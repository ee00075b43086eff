//! Runs the `pathway` command, and makes copies of the built-in pathway for it.

use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

/// The exit code of a finished command, its output and its error messages.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Prepares the `pathway` command with these arguments. The command runs outside the folder of the
/// project.
pub fn tool(arguments: &[&str]) -> Command {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_pathway"));
    tool.args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    tool
}

/// Runs the `pathway` command with this input, and waits until it ends.
pub fn run(arguments: &[&str], input: &[u8]) -> Ran {
    let mut running = tool(arguments).spawn().unwrap();
    let mut stdin = running.stdin.take().unwrap();
    let input = input.to_owned();
    // A command that reads no input may end before the input is written.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let ended = running.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: ended.status.code(),
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

/// Runs the `pathway` command, requires exit code 0, and returns the output.
pub fn output(arguments: &[&str]) -> String {
    let ran = run(arguments, b"");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
    ran.out
}

/// Returns the path of a file of the project, from its path in the top folder.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn built_in() -> PathBuf {
    project("www/pathways/ppimhs")
}

/// Reads `pathway.json` of the built-in pathway.
pub fn pathway() -> Value {
    serde_json::from_slice(&fs::read(built_in().join("pathway.json")).unwrap()).unwrap()
}

/// Reads `words/en-GB.json` of the built-in pathway.
pub fn words() -> Value {
    serde_json::from_slice(&fs::read(built_in().join("words/en-GB.json")).unwrap()).unwrap()
}

/// Returns the ids of the entries in a list of the built-in pathway, such as `rules`.
pub fn ids(list: &str) -> Vec<String> {
    let pathway = pathway();
    let things = pathway[list].as_array().unwrap().iter();
    things
        .map(|thing| {
            thing["id"]
                .as_str()
                .unwrap_or_else(|| thing.as_str().unwrap())
                .to_owned()
        })
        .collect()
}

/// A copy of the built-in pathway in a folder of its own, for one test.
pub struct Copy(pub PathBuf);

impl Copy {
    pub fn new(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(folder.join("words")).unwrap();
        for file in ["pathway.json", "words/en-GB.json"] {
            fs::copy(built_in().join(file), folder.join(file)).unwrap();
        }
        Self(folder)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    pub fn change(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let path = self.0.join(file);
        let mut value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(&mut value);
        fs::write(path, value.to_string()).unwrap();
    }
}
