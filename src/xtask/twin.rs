//! Translates a WebAssembly module to plain JavaScript, for browsers and pages that run no WebAssembly.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::interface::Interface;
use crate::program::run;
use crate::tools::Tools;
use crate::wasm::NOTHING_LOW;

const TWIN: &str = include_str!("wasm_loader/twin.js");
const TYPES: &str = include_str!("wasm_loader/twin.d.ts");

/// JavaScript has statements where WebAssembly has blocks with values; code drawn for statements is
/// smaller.
const STATEMENTS: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// wasm-bindgen's test whether its view of the memory is out of date, and the same test for a twin.
/// Memory that grew is detached in WebAssembly; a twin's old memory stays, and holds old bytes.
const OUTDATED: [(&str, &str); 2] = [
    (".byteLength === 0", ".buffer !== wasm.memory.buffer"),
    (".buffer.detached === undefined", ".buffer !== null"),
];

/// Writes the twin of `module` and its scripts to the folder `twin` in `raw`.
///
/// # Errors
/// When wasm-bindgen or wasm2js write their scripts in a new way.
pub fn build(tools: &Tools, raw: &Path, module: &Path, interface: &Interface) -> Result<()> {
    let twin = raw.join("twin");
    fs::create_dir_all(&twin).with_context(|| format!("cannot make {}", twin.display()))?;
    for name in ["guard.js", "connection.js", "exports.js"] {
        write(&twin.join(name), &text(&raw.join(name))?)?;
    }
    write(&twin.join("twin.js"), TWIN)?;
    write(&twin.join("glue.js"), &glue(text(&raw.join("glue.js"))?)?)?;

    let (flat, plain) = (twin.join("module.wasm"), twin.join("module.js"));
    let mut flatten = tools.npm_program("wasm-opt");
    run(flatten
        .args(["--mvp-features", NOTHING_LOW])
        .args(STATEMENTS)
        .args([module, Path::new("-o"), &flat]))?;
    let mut translate = tools.npm_program("wasm2js");
    run(translate
        .args(["--mvp-features", "-O3"])
        .args([flat.as_path(), Path::new("-o"), &plain]))?;
    write(&plain, &connected(&text(&plain)?, interface.script())?)
}

/// The types of the twin of the module with this name.
pub fn types(name: &str) -> String {
    TYPES.replace("NAME", name)
}

fn glue(mut glue: String) -> Result<String> {
    for (wasm, twin) in OUTDATED {
        if !glue.contains(wasm) {
            bail!(
                "wasm-bindgen's script has no `{wasm}`: read how it looks at the memory, correct `OUTDATED`"
            );
        }
        glue = glue.replace(wasm, twin);
    }
    Ok(glue)
}

/// The translated module with its imports as one object, and its exports as another.
fn connected(translated: &str, script: &str) -> Result<String> {
    const EXPORT: &str = "export var ";
    let end = format!(" from '{script}';");
    let mut lines = translated.lines();
    let binding = lines.by_ref().find_map(|line| {
        let binding = line.strip_prefix("import * as ")?;
        binding.strip_suffix(end.as_str())
    });
    let binding = binding
        .context("wasm2js writes its imports in a new way: read its script, correct `connected`")?;
    let code: Vec<_> = lines.filter(|line| !line.starts_with(EXPORT)).collect();
    Ok(format!(
        "import {{ imports as {binding} }} from './connection.js';\n{}\nexport {{ retasmFunc as module }};\n",
        code.join("\n")
    ))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connects_the_translated_module_to_its_imports() -> Result<()> {
        let translated = "import * as x from './a.js';\nrun(x);\nexport var y = 1;";
        assert_eq!(
            connected(translated, "./a.js")?,
            "import { imports as x } from './connection.js';\nrun(x);\nexport { retasmFunc as module };\n"
        );
        assert!(connected(translated, "./b.js").is_err());
        Ok(())
    }

    #[test]
    fn refuses_a_script_that_looks_at_memory_in_a_new_way() {
        assert!(glue("view.byteLength === 0".to_owned()).is_err());
    }
}
