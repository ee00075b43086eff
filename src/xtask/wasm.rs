//! Builds the WebAssembly modules that ship: each with wasm-pack, made small and old enough for every
//! browser with WebAssembly, with a twin in plain JavaScript for those that run none.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::interface::Interface;
use crate::paths::Workspace;
use crate::program::{read, run};
use crate::script;
use crate::tools::Tools;
use crate::twin;
use crate::wasm_pack::{self, Profile};

/// A crate that ships as a module.
pub struct Module {
    /// The folder of the crate.
    pub source: &'static str,
    /// The name that the module's files begin with.
    pub name: &'static str,
    /// The folder of the module in `dist/`.
    pub folder: &'static str,
    /// The script that lists the module's exports.
    exports: &'static str,
    /// True if the module also ships in plain JavaScript.
    has_twin: bool,
    /// The folders whose code the module holds.
    pub inputs: &'static [&'static str],
}

/// The folder of everything that runs on a visitor's page, before content gives it a name.
pub const PROGRAM: &str = "program";

/// The widget, the core for other programs, and what `review.html` runs.
pub const MODULES: [Module; 3] = [
    Module {
        source: "src/widget-js",
        name: "ppimhs_finder",
        folder: PROGRAM,
        exports: "src/embed/exports.js",
        has_twin: true,
        inputs: &[
            "src/lib.rs",
            "src/settings.rs",
            "src/view",
            "src/embed",
            "src/widget-js",
            "src/pathway",
        ],
    },
    Module {
        source: "src/pathway-js",
        name: "ppimhs_reader",
        folder: PROGRAM,
        exports: "src/pathway-js/exports.js",
        has_twin: true,
        inputs: &["src/pathway-js", "src/pathway"],
    },
    Module {
        source: "src/review-js",
        name: "ppimhs_reviewer",
        folder: "review",
        exports: "src/review-js/exports.js",
        has_twin: false,
        inputs: &["src/review-js", "src/review", "src/proof", "src/pathway"],
    },
];

const GUARD: &str = include_str!("wasm_loader/guard.js");
const LOAD: &str = include_str!("wasm_loader/load.js");
const LOAD_TYPES: &str = include_str!("wasm_loader/load.d.ts");

/// The instruction sets that Rust's standard library uses: the input of `wasm-opt`, never its output.
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

/// The low addresses are free: the linker puts the end of the stack there.
pub const NOTHING_LOW: &str = "--low-memory-unused";

const NAMED: &[&str] = &["--debuginfo"];

/// Names of one or two letters for imports and exports, which `wasm-opt` lists.
const SHORT_NAMES: &[&str] = &["--minify-imports-and-exports-and-modules"];

impl Module {
    /// Writes the module as it ships, its twin, their scripts and types into `app`.
    ///
    /// # Errors
    /// When the crate does not compile, browsers would refuse the module, or its imports changed.
    pub fn build(&self, workspace: &Workspace, tools: &Tools, app: &Path) -> Result<()> {
        let raw = workspace.scratch().join(self.name);
        make(app)?;
        self.pack(workspace, tools, Profile::Release, &raw)?;
        let module = app.join(self.file("_bg.wasm"));
        let source = raw.join(self.file("_bg.wasm"));
        let names = optimise(tools, &source, &module, &[], SHORT_NAMES)?;
        validate(&module)?;
        let interface = Interface::read_short(&bytes(&module)?, &names)?;
        interface.check(workspace, self.name)?;

        self.lay_out(workspace, &raw, &interface)?;
        script::bundle(tools, &raw.join("load.js"), &app.join(self.file(".js")))?;
        if self.has_twin {
            println!("translating {} to plain JavaScript", self.name);
            twin::build(tools, &raw, &module, &interface)?;
            let target = app.join(self.file("_twin.js"));
            script::bundle(tools, &raw.join("twin/twin.js"), &target)?;
            write(&app.join(self.file("_twin.d.ts")), &twin::types(self.name))?;
        }
        let types = text(&raw.join(self.file(".d.ts")))?;
        write(&app.join(self.file(".d.ts")), &(types + LOAD_TYPES))
    }

    /// Writes the module as it compiles soonest, and its script, into `app`.
    ///
    /// # Errors
    /// When the crate does not compile.
    pub fn build_for_development(
        &self,
        workspace: &Workspace,
        tools: &Tools,
        app: &Path,
    ) -> Result<()> {
        let raw = workspace.scratch().join(self.file("-development"));
        make(app)?;
        self.pack(workspace, tools, Profile::Development, &raw)?;
        let module = raw.join(self.file("_bg.wasm"));
        self.lay_out(workspace, &raw, &Interface::read(&bytes(&module)?)?)?;
        script::bundle(tools, &raw.join("load.js"), &app.join(self.file(".js")))?;
        let target = app.join(self.file("_bg.wasm"));
        fs::copy(&module, &target).with_context(|| format!("cannot write {}", target.display()))?;
        Ok(())
    }

    /// Builds the module as it ships, but with function names; returns its path.
    ///
    /// # Errors
    /// When the crate does not compile.
    pub fn build_named(&self, workspace: &Workspace, tools: &Tools) -> Result<PathBuf> {
        let out = workspace.scratch().join(self.file("-named"));
        self.pack(workspace, tools, Profile::Named, &out)?;
        let (raw, module) = (out.join(self.file("_bg.wasm")), out.join("module.wasm"));
        optimise(tools, &raw, &module, NAMED, &[])?;
        Ok(module)
    }

    fn pack(
        &self,
        workspace: &Workspace,
        tools: &Tools,
        profile: Profile,
        out: &Path,
    ) -> Result<()> {
        wasm_pack::build(workspace, tools, (self.source, self.name), profile, out)
    }

    fn file(&self, ending: &str) -> String {
        format!("{}{ending}", self.name)
    }

    /// Puts the scripts that load a module beside the script that wasm-bindgen wrote.
    fn lay_out(&self, workspace: &Workspace, raw: &Path, interface: &Interface) -> Result<()> {
        let exports = text(&workspace.root().join(self.exports))?;
        write(&raw.join("glue.js"), &text(&raw.join(self.file("_bg.js")))?)?;
        write(&raw.join("connection.js"), &interface.connection())?;
        write(&raw.join("exports.js"), &exports)?;
        write(&raw.join("guard.js"), GUARD)?;
        write(&raw.join("load.js"), LOAD)
    }
}

/// Makes a module small, with instructions of the first browsers with WebAssembly alone; returns what
/// `wasm-opt` printed of the names.
fn optimise(
    tools: &Tools,
    raw: &Path,
    module: &Path,
    debug: &[&str],
    names: &[&str],
) -> Result<String> {
    let lowered: PathBuf = raw.with_extension("lowered");
    let mut lower = tools.npm_program("wasm-opt");
    run(lower
        .args(FEATURES_OF_STD)
        .args(LOWERINGS)
        .args(debug)
        .arg("-Oz")
        .args([raw, Path::new("-o"), &lowered]))?;
    let mut shrink = tools.npm_program("wasm-opt");
    read(
        shrink
            .args(["--mvp-features", NOTHING_LOW, "-Oz", "-Oz"])
            .args(debug)
            .args(names)
            .args([&lowered, Path::new("-o"), module]),
    )
}

fn validate(module: &Path) -> Result<()> {
    let check =
        "process.exit(WebAssembly.validate(require('fs').readFileSync(process.argv[1]))?0:1)";
    run(std::process::Command::new("node")
        .args(["-e", check])
        .arg(module))
    .context("browsers would refuse the module that the build made")
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
