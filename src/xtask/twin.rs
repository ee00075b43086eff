//! Translates a WebAssembly module to plain JavaScript, for pages where WebAssembly does not run.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use fs_err as fs;
use xshell::cmd;

use crate::paths::Workspace;
use crate::wasm::LOW_MEMORY_UNUSED;

const TWIN: &str = include_str!("wasm_loader/twin.js");

/// Options of `wasm-opt` that prepare a module for the translation to JavaScript. They make the
/// JavaScript smaller.
const STATEMENTS: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// Two versions of a test in wasm-bindgen's script: the original, and one for plain JavaScript. The
/// test asks whether the memory of the module has grown. In WebAssembly the old memory is then
/// empty, but in plain JavaScript it still contains the old bytes.
const MEMORY_CHECKS: [(&str, &str); 2] = [
    (".byteLength === 0", ".buffer !== wasm.memory.buffer"),
    (".buffer.detached === undefined", ".buffer !== null"),
];

/// Writes the plain JavaScript version of a module to a folder `twin` within the folder `raw`.
/// Returns the path of the script that loads this version.
///
/// # Errors
/// When the output of wasm-bindgen or wasm2js has an unknown form.
pub fn build(workspace: &Workspace, raw: &Path, module: &Path) -> Result<PathBuf> {
    let twin = raw.join("twin");
    fs::create_dir_all(&twin)?;
    for name in ["guard.js", "connection.js", "exports.js"] {
        fs::copy(raw.join(name), twin.join(name))?;
    }
    fs::write(
        twin.join("glue.js"),
        glue(fs::read_to_string(raw.join("glue.js"))?)?,
    )?;

    let shell = workspace.shell()?;
    let (wasm_opt, wasm2js) = (
        workspace.npm_program("wasm-opt"),
        workspace.npm_program("wasm2js"),
    );
    let (flat, plain) = (twin.join("module.wasm"), twin.join("module.js"));
    cmd!(
        shell,
        "{wasm_opt} --mvp-features {LOW_MEMORY_UNUSED} {STATEMENTS...} {module} -o {flat}"
    )
    .quiet()
    .run()?;
    cmd!(shell, "{wasm2js} --mvp-features -O3 {flat} -o {plain}")
        .quiet()
        .run()?;
    let translated = connected(&fs::read_to_string(&plain)?)?;
    fs::write(&plain, translated)?;
    let script = twin.join("twin.js");
    fs::write(&script, TWIN)?;
    Ok(script)
}

fn glue(mut glue: String) -> Result<String> {
    for (wasm, twin) in MEMORY_CHECKS {
        if !glue.contains(wasm) {
            bail!(
                "wasm-bindgen's script has no `{wasm}`: read how it looks at the memory, correct `MEMORY_CHECKS`"
            );
        }
        glue = glue.replace(wasm, twin);
    }
    Ok(glue)
}

/// Changes the translated module so that it takes its imports as one object, and returns its
/// exports as another object.
fn connected(translated: &str) -> Result<String> {
    let mut lines = translated.lines();
    let binding = lines.by_ref().find_map(|line| {
        let (binding, _) = line.strip_prefix("import * as ")?.split_once(" from ")?;
        Some(binding)
    });
    let binding = binding
        .context("wasm2js writes its imports in a new way: read its script, correct `connected`")?;
    let code: Vec<_> = lines
        .filter(|line| !line.starts_with("export var "))
        .collect();
    Ok(format!(
        "import {{ imports as {binding} }} from './connection.js';\n{}\nexport {{ retasmFunc as module }};\n",
        code.join("\n")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connects_the_translated_module_to_its_imports() -> Result<()> {
        let translated = "import * as x from './a.js';\nrun(x);\nexport var y = 1;";
        assert_eq!(
            connected(translated)?,
            "import { imports as x } from './connection.js';\nrun(x);\nexport { retasmFunc as module };\n"
        );
        assert!(connected("export var y = 1;").is_err());
        Ok(())
    }

    #[test]
    fn refuses_a_script_that_looks_at_memory_in_a_new_way() {
        assert!(glue("view.byteLength === 0".to_owned()).is_err());
    }
}
