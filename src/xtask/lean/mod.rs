//! Turns Yew as it is published into Yew without what the widget never does: a folder that cargo compiles
//! in its place, and the lock file that says so.
//!
//! Yew draws components in components, portals, pictures, raw HTML and a hundred kinds of events, and the
//! compiler cannot know that nobody asks for them. `yew.patch` takes them out; what it cannot take out
//! it ends in `unreachable!`. Only what ships is compiled so: tools, lints and native tests see Yew as
//! it is published, and the tests in browsers see what ships.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use diffy::patch_set::{FileOperation, ParseOptions, PatchSet};
use serde_json::Value;

use crate::lockfile::without_origin;
use crate::paths::Workspace;
use crate::program::{cargo, read};
use crate::sizes::files;
use crate::tools::WASM_TARGET;

const PATCH: &str = include_str!("yew.patch");
const NAME: &str = "yew";
/// What the patch is of.
const VERSION: &str = "0.23.0";

/// The files of a package by their place in it.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Yew without what nobody asks for, ready to be compiled.
pub struct Lean {
    settings: [String; 2],
}

impl Lean {
    /// Lays it out. What is right there already stays as it is: cargo looks at the age of files.
    ///
    /// # Errors
    /// When Yew is another one than the patch was written for, or its source cannot be read.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.scratch().join("lean");
        let (package, lock) = (folder.join(NAME), folder.join("Cargo.lock"));
        for (name, bytes) in patched(read_all(&published(workspace)?)?, PATCH)? {
            write(&package.join(name), &bytes)?;
        }
        let locked = workspace.root().join("Cargo.lock");
        let locked = fs::read_to_string(&locked)
            .with_context(|| format!("cannot read {}", locked.display()))?;
        write(&lock, without_origin(&locked, NAME)?.as_bytes())?;
        Ok(Self {
            settings: [
                format!("patch.crates-io.{NAME}.path={package:?}"),
                format!("resolver.lockfile-path={lock:?}"),
            ],
        })
    }

    /// What cargo must be told to compile it.
    pub fn settings(&self) -> impl Iterator<Item = &str> {
        self.settings.iter().map(String::as_str)
    }
}

/// Where cargo keeps the source of Yew.
fn published(workspace: &Workspace) -> Result<PathBuf> {
    let mut ask = cargo(workspace.root());
    ask.args(["metadata", "--locked", "--format-version", "1"])
        .args(["--filter-platform", WASM_TARGET]);
    let said = read(&mut ask)?;
    let said: Value = serde_json::from_str(&said).context("cargo does not say what it knows")?;
    let packages = said.get("packages").and_then(Value::as_array);
    let told = |package: &Value, key: &str| {
        let value = package.get(key).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    let mut packages = packages.into_iter().flatten();
    let yew = packages
        .find(|package| told(package, "name") == NAME)
        .context("cargo does not know where Yew lies")?;
    let version = told(yew, "version");
    if version != VERSION {
        bail!(
            "Yew is {version} now, and src/xtask/lean/yew.patch is of {VERSION}: correct it, then `VERSION` beside it"
        );
    }
    let manifest = PathBuf::from(told(yew, "manifest_path"));
    let folder = manifest.parent().context("Yew lies in no folder")?;
    Ok(folder.to_path_buf())
}

fn read_all(package: &Path) -> Result<Files> {
    let mut found = Files::new();
    for path in files(package)? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        found.insert(path.strip_prefix(package)?.to_path_buf(), bytes);
    }
    Ok(found)
}

/// The package as the patch wants it: every line it names must be there as it was.
fn patched(mut package: Files, patch: &str) -> Result<Files> {
    for change in PatchSet::parse(patch, ParseOptions::unidiff()) {
        let change = change.context("the patch of Yew cannot be read")?;
        let FileOperation::Modify { modified, .. } = change.operation().strip_prefix(1) else {
            bail!("the patch of Yew may change files, and neither make nor delete one");
        };
        let file = package.get_mut(Path::new(modified.as_ref()));
        let file = file.with_context(|| format!("there is no {modified} in Yew"))?;
        let lines = change.patch().as_text().context("a patch of no text")?;
        let text = String::from_utf8(std::mem::take(file))?;
        let text = diffy::apply(&text, lines)
            .with_context(|| format!("the patch of Yew does not fit {modified}"))?;
        *file = text.into_bytes();
    }
    Ok(package)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let folder = path.parent().context("a file needs a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGE: &str = "--- a/src/lib.rs\n+++ b/src/lib.rs\n@@ -1,2 +1,3 @@\n+#[cfg(any())]\n mod portals;\n mod lists;\n";

    fn package(text: &str) -> Files {
        Files::from([
            (PathBuf::from("src/lib.rs"), text.as_bytes().to_vec()),
            (PathBuf::from("logo.png"), vec![0xff, 0xd8]),
        ])
    }

    #[test]
    fn what_the_patch_names_is_changed_and_nothing_else() -> Result<()> {
        let changed = patched(package("mod portals;\nmod lists;\n"), CHANGE)?;
        assert_eq!(
            changed,
            package("#[cfg(any())]\nmod portals;\nmod lists;\n")
        );
        Ok(())
    }

    #[test]
    fn a_patch_of_another_yew_says_which_file_it_does_not_fit() {
        let error = patched(package("mod trees;\n"), CHANGE).unwrap_err();
        assert!(error.to_string().contains("src/lib.rs"), "{error}");
        let error = patched(Files::new(), CHANGE).unwrap_err();
        assert!(error.to_string().contains("no src/lib.rs"), "{error}");
    }
}
