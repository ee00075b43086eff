//! Reads what a WebAssembly module imports, writes the script that hands it over, and compares it with
//! the accepted list in `tests/imports/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasmparser::{Parser, Payload};

use crate::paths::Workspace;

/// The names that a module imports, all of them from one script.
pub struct Imports {
    script: String,
    names: Vec<String>,
}

impl Imports {
    /// Reads the import section of a module.
    ///
    /// # Errors
    /// When the bytes are no module, or it imports from more than one script.
    pub fn read(module: &[u8]) -> Result<Self> {
        let mut found: Vec<(String, String)> = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ImportSection(section) = payload.context("the module cannot be read")? {
                for import in section.into_imports() {
                    let import = import.context("the imports cannot be read")?;
                    found.push((import.module.to_owned(), import.name.to_owned()));
                }
            }
        }
        let script = found.first().map(|(script, _)| script.clone());
        let script = script.context("the module imports nothing")?;
        if let Some((other, _)) = found.iter().find(|(from, _)| *from != script) {
            bail!("the module imports from {script} and from {other}: the loader hands over one");
        }
        let names = found.into_iter().map(|(_, name)| name).collect();
        Ok(Self { script, names })
    }

    /// The script that hands over the imports, as a plain object: a page's old scripts can spoil the
    /// namespace object that a bundler makes.
    pub fn object(&self) -> String {
        let names = self.names.iter().map(|name| format!("{name}: glue.{name}"));
        format!(
            "import * as glue from \"./glue.js\";\nexport const script = {:?};\nexport const imports = {{ {} }};\n",
            self.script,
            names.collect::<Vec<_>>().join(", ")
        )
    }

    /// The script that the module imports from.
    pub fn script(&self) -> &str {
        &self.script
    }

    /// Refuses a module whose imports differ from `tests/imports/{name}.txt`.
    ///
    /// # Errors
    /// When they differ; the new list is then in `target/xtask`.
    pub fn check(&self, workspace: &Workspace, name: &str) -> Result<()> {
        let mut names: Vec<&str> = self.names.iter().map(|name| without_hash(name)).collect();
        names.sort_unstable();
        let names = names.join("\n") + "\n";
        let golden = format!("tests/imports/{name}.txt");
        let accepted = fs::read_to_string(workspace.root().join(&golden)).unwrap_or_default();
        if names == accepted {
            return Ok(());
        }
        let found = workspace.scratch().join(format!("{name}.txt"));
        fs::write(&found, names).with_context(|| format!("cannot write {}", found.display()))?;
        bail!(
            "the imports of {name} differ from {golden}: compare it with {}, and copy that over it \
             if every line is meant",
            relative(&found, workspace)
        );
    }
}

/// A name without the hash that wasm-bindgen adds for the version of a crate.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((plain, hash))
            if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
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

    /// A module of one function type and these imports, each name one character long.
    fn module(imports: &[[&str; 2]]) -> Vec<u8> {
        let mut section = vec![u8::try_from(imports.len()).unwrap()];
        for name in imports {
            for part in name {
                section.push(u8::try_from(part.len()).unwrap());
                section.extend(part.as_bytes());
            }
            section.extend([0, 0]);
        }
        let mut bytes = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        bytes.push(u8::try_from(section.len()).unwrap());
        bytes.extend(section);
        bytes
    }

    #[test]
    fn hands_over_each_import_by_its_name() -> Result<()> {
        let imports = Imports::read(&module(&[["./x.js", "a"], ["./x.js", "b"]]))?;
        assert_eq!(
            imports.object(),
            "import * as glue from \"./glue.js\";\n\
             export const script = \"./x.js\";\n\
             export const imports = { a: glue.a, b: glue.b };\n"
        );
        Ok(())
    }

    #[test]
    fn refuses_imports_from_two_scripts() {
        assert!(Imports::read(&module(&[["./x.js", "a"], ["./y.js", "b"]])).is_err());
        assert!(Imports::read(b"no module").is_err());
    }

    #[test]
    fn removes_the_hash_of_a_crate_version() {
        assert_eq!(without_hash("__wbg_from_0123456789abcdef"), "__wbg_from");
        assert_eq!(
            without_hash("__wbindgen_object_drop_ref"),
            "__wbindgen_object_drop_ref"
        );
    }
}
