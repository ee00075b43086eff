//! Turns a crate into a WebAssembly module that the oldest browsers with WebAssembly run, and the
//! script that loads it. The same source gives the same bytes in any folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::compiler;
use crate::paths::Workspace;
use crate::program::run;
use crate::script;
use crate::tools::Tools;

/// A crate that ships as a module.
pub struct Module {
    /// The crate's package.
    pub package: &'static str,
    /// What its files are called.
    pub name: &'static str,
}

/// What ships: the widget, and the reader of pathways that a page names itself.
pub const MODULES: [Module; 2] = [
    Module {
        package: "ppimhs-finder",
        name: "ppimhs_finder",
    },
    Module {
        package: "ppimhs-reader",
        name: "ppimhs_reader",
    },
];

/// What Rust's own standard library was compiled with; a module that still holds these is read
/// with them and written without.
const FEATURES_OF_STD: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
const LOWERINGS: [&str; 3] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
];

impl Module {
    /// Writes the module, its script and its types into `app`.
    ///
    /// # Errors
    /// When the crate does not compile, or a browser would refuse the module.
    pub fn build(&self, workspace: &Workspace, tools: &Tools, app: &Path) -> Result<()> {
        let raw = workspace.scratch().join(self.name);
        self.pack(workspace, tools, &raw)?;
        fs::create_dir_all(app).with_context(|| format!("cannot make {}", app.display()))?;
        let module = app.join(self.wasm());
        optimise(tools, &raw.join(self.wasm()), &module)?;
        validate(&module)?;
        let glue = format!("{}.js", self.name);
        script::minify(tools, &raw.join(&glue), &app.join(&glue))?;
        let types = format!("{}.d.ts", self.name);
        fs::copy(raw.join(&types), app.join(&types)).context("the types cannot be copied")?;
        Ok(())
    }

    fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// The module as the compiler and wasm-bindgen leave it, and the script that loads it.
    fn pack(&self, workspace: &Workspace, tools: &Tools, out: &Path) -> Result<()> {
        let compiled = compiler::compile(workspace, self.package, self.name)?;
        let mut bind = Command::new("wasm-bindgen");
        run(bind
            .env("PATH", tools.path()?)
            .args(["--target", "web", "--out-name", self.name, "--out-dir"])
            .arg(out)
            .arg(compiled))
    }
}

fn optimise(tools: &Tools, raw: &Path, module: &Path) -> Result<()> {
    let lowered: PathBuf = raw.with_extension("lowered");
    let mut lower = tools.npm_program("wasm-opt");
    run(lower
        .args(FEATURES_OF_STD)
        .args(LOWERINGS)
        .arg("-Oz")
        .args([raw, Path::new("-o"), &lowered]))?;
    let mut shrink = tools.npm_program("wasm-opt");
    run(shrink
        .args(["--mvp-features", "-Oz"])
        .args([&lowered, Path::new("-o"), module]))
}

fn validate(module: &Path) -> Result<()> {
    let check =
        "process.exit(WebAssembly.validate(require('fs').readFileSync(process.argv[1]))?0:1)";
    run(Command::new("node").args(["-e", check]).arg(module))
        .context("browsers would refuse the module that the build made")
}
