//! Reads the names that a WebAssembly module imports and exports, writes the script that connects them
//! with wasm-bindgen's script, and compares the imports with the accepted list in `tests/imports/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use wasmparser::{Parser, Payload};

use crate::paths::Workspace;

/// A name in wasm-bindgen's script, and the name of the same item in the module.
struct Name {
    script: String,
    module: String,
}

/// The names that a module imports, all of them from one script, and those that it exports.
pub struct Interface {
    script: String,
    imports: Vec<Name>,
    exports: Vec<Name>,
}

/// The list that `wasm-opt` prints of the names that it made short.
#[derive(Deserialize)]
struct ShortNames {
    /// The script, the long name and the short name of each import.
    imports: Vec<(String, String, String)>,
    /// The long name and the short name of each export.
    exports: Vec<(String, String)>,
}

impl Interface {
    /// Reads the import and export sections of a module whose names are those of the script.
    ///
    /// # Errors
    /// When the bytes are no module, or it imports from more than one script.
    pub fn read(module: &[u8]) -> Result<Self> {
        let mut found: Vec<(String, String)> = Vec::new();
        let mut exports = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload.context("the module cannot be read")? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import.context("the imports cannot be read")?;
                        found.push((import.module.to_owned(), import.name.to_owned()));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.context("the exports cannot be read")?;
                        exports.push(Name::unchanged(export.name));
                    }
                }
                _ => {}
            }
        }
        let script = found.first().map(|(script, _)| script.clone());
        let script = script.context("the module imports nothing")?;
        if let Some((other, _)) = found.iter().find(|(from, _)| *from != script) {
            bail!("the module imports from {script} and from {other}: the loader hands over one");
        }
        let imports = found.iter().map(|(_, name)| Name::unchanged(name));
        Ok(Self {
            script,
            imports: imports.collect(),
            exports,
        })
    }

    /// The same for a module whose names `wasm-opt` made short, with the list that it printed.
    ///
    /// # Errors
    /// When the bytes are no module, or the list is not of the form that this reads.
    pub fn read_short(module: &[u8], printed: &str) -> Result<Self> {
        let names: ShortNames =
            serde_json::from_str(printed).context("wasm-opt printed no list of names")?;
        let short = Self::read(module)?;
        Ok(Self {
            script: short.script,
            imports: (names.imports.into_iter())
                .map(|(_, script, module)| Name { script, module })
                .collect(),
            exports: (names.exports.into_iter())
                .map(|(script, module)| Name { script, module })
                .collect(),
        })
    }

    /// The script that connects a module with wasm-bindgen's script: the imports as a plain object,
    /// because a page's old scripts can spoil the namespace object that a bundler makes, and the name
    /// of each export in the module.
    pub fn connection(&self) -> String {
        let imports = self.imports.iter();
        let imports = imports.map(|name| format!("{}: glue.{}", name.module, name.script));
        let exports = self.exports.iter();
        let exports = exports.map(|name| format!("{}: {:?}", name.script, name.module));
        format!(
            "import * as glue from \"./glue.js\";\n\
             export const script = {:?};\n\
             export const imports = {{ {} }};\n\
             export const exportNames = {{ {} }};\n",
            self.script,
            imports.collect::<Vec<_>>().join(", "),
            exports.collect::<Vec<_>>().join(", ")
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
        let mut names: Vec<&str> = (self.imports.iter())
            .map(|name| without_hash(&name.script))
            .collect();
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

impl Name {
    /// The name of an item that the module and the script call the same.
    fn unchanged(name: &str) -> Self {
        Self {
            script: name.to_owned(),
            module: name.to_owned(),
        }
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
    fn connects_each_import_by_its_name() -> Result<()> {
        let interface = Interface::read(&module(&[["./x.js", "a"], ["./x.js", "b"]]))?;
        assert_eq!(
            interface.connection(),
            "import * as glue from \"./glue.js\";\n\
             export const script = \"./x.js\";\n\
             export const imports = { a: glue.a, b: glue.b };\n\
             export const exportNames = {  };\n"
        );
        Ok(())
    }

    #[test]
    fn connects_short_names_with_those_of_the_script() -> Result<()> {
        let printed = r#"{"imports":[["./x.js","__wbg_from","c"]],"exports":[["start","d"]]}"#;
        let interface = Interface::read_short(&module(&[["a", "c"]]), printed)?;
        assert_eq!(
            interface.connection(),
            "import * as glue from \"./glue.js\";\n\
             export const script = \"a\";\n\
             export const imports = { c: glue.__wbg_from };\n\
             export const exportNames = { start: \"d\" };\n"
        );
        assert!(Interface::read_short(&module(&[["a", "c"]]), "").is_err());
        Ok(())
    }

    #[test]
    fn refuses_imports_from_two_scripts() {
        assert!(Interface::read(&module(&[["./x.js", "a"], ["./y.js", "b"]])).is_err());
        assert!(Interface::read(b"no module").is_err());
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
