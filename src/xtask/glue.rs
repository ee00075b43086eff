//! Turns the script that wasm-bindgen wrote into one that meets a module whose names were made short:
//! what the module asks of a browser is renamed where it is handed over, and what it offers where it
//! is called.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::paths::Workspace;

/// The names that the optimiser made short.
pub struct Names {
    imports: Vec<(String, String)>,
    exports: Vec<(String, String)>,
}

impl Names {
    /// Reads what the optimiser printed: long and short names.
    ///
    /// # Errors
    /// When that is no list of names.
    pub fn read(printed: &str) -> Result<Self> {
        let map: Value =
            serde_json::from_str(printed).context("the optimiser printed no list of names")?;
        let list = |key: &str| -> Result<Vec<(String, String)>> {
            let entries = map.get(key).and_then(Value::as_array);
            let entries = entries.with_context(|| format!("the list of names has no {key}"))?;
            entries.iter().map(pair).collect()
        };
        Ok(Self {
            imports: list("imports")?,
            exports: list("exports")?,
        })
    }

    /// The script that hands over what the module asks for, by its short names: as an object of its
    /// own, since a bundler makes one of a namespace in a way that old scripts on a page can spoil.
    pub fn handed_over(&self) -> String {
        let names = self.imports.iter();
        let names: Vec<String> = names
            .map(|(long, short)| format!("{short}: glue.{long}"))
            .collect();
        let names = names.join(", ");
        format!("import * as glue from \"./glue.js\";\nexport const imports = {{ {names} }};\n")
    }

    /// The script of wasm-bindgen, calling the module by its short names.
    ///
    /// # Errors
    /// When it calls something that the module does not offer.
    pub fn called(&self, glue: &str) -> Result<String> {
        let mut parts = glue.split("wasm.");
        let mut called = String::from(parts.next().unwrap_or_default());
        for part in parts {
            let end = part.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
            let (name, rest) = part.split_at(end.unwrap_or(part.len()));
            let mut known = self.exports.iter();
            let Some((_, short)) = known.find(|(long, _)| long == name) else {
                bail!("the script calls `{name}`, which the module does not offer");
            };
            called.push_str("wasm.");
            called.push_str(short);
            called.push_str(rest);
        }
        Ok(called)
    }

    /// Refuses a module that asks a browser for anything but what `tests/imports/` lists.
    ///
    /// # Errors
    /// When it does; the list that it would need is then in `target/`.
    pub fn asks_for_what_is_known(&self, workspace: &Workspace, name: &str) -> Result<()> {
        let mut asked: Vec<&str> = self.imports.iter().map(|(long, _)| plain(long)).collect();
        asked.sort_unstable();
        let asked = asked.join("\n") + "\n";
        let golden = format!("tests/imports/{name}.txt");
        let known = fs::read_to_string(workspace.root().join(&golden)).unwrap_or_default();
        if asked == known {
            return Ok(());
        }
        let found = workspace.scratch().join(format!("{name}.txt"));
        fs::write(&found, asked).with_context(|| format!("cannot write {}", found.display()))?;
        bail!(
            "{name} asks a browser for something else than {golden} says: compare it with {}, and \
             copy that over it if every line is meant",
            relative(&found, workspace)
        );
    }
}

fn pair(entry: &Value) -> Result<(String, String)> {
    let mut names = entry.as_array().into_iter().flatten().rev();
    let mut name = || names.next().and_then(Value::as_str).map(str::to_owned);
    let (short, long) = (name(), name());
    long.zip(short).context("a name has no short form")
}

/// A name without the number that tells versions of a crate apart.
fn plain(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((plain, number))
            if number.len() == 16 && number.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            plain
        }
        _ => name,
    }
}

fn relative(path: &Path, workspace: &Workspace) -> String {
    let path = path.strip_prefix(workspace.root()).unwrap_or(path);
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"imports":[["./x_bg.js","__wbg_from_0123456789abcdef","a"]],"exports":[["memory","b"],["start","c"]]}"#;

    #[test]
    fn the_script_meets_the_module_by_its_short_names() -> Result<()> {
        let names = Names::read(PRINTED)?;
        assert_eq!(
            names.handed_over(),
            "import * as glue from \"./glue.js\";\n\
             export const imports = { a: glue.__wbg_from_0123456789abcdef };\n"
        );
        let called = names.called("start(wasm.start(1), wasm.memory.buffer)")?;
        assert_eq!(called, "start(wasm.c(1), wasm.b.buffer)");
        assert!(names.called("wasm.stop()").is_err());
        Ok(())
    }

    #[test]
    fn a_list_of_what_is_asked_for_knows_no_versions() {
        assert_eq!(plain("__wbg_from_0123456789abcdef"), "__wbg_from");
        assert_eq!(
            plain("__wbindgen_object_drop_ref"),
            "__wbindgen_object_drop_ref"
        );
    }
}
