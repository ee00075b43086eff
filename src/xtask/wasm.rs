//! Turns a crate into a WebAssembly module that the oldest browsers with WebAssembly run, its twin in
//! plain JavaScript for those that let none run, and the scripts that load them. The same source gives
//! the same bytes in any folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::compiler;
use crate::glue::Names;
use crate::paths::Workspace;
use crate::program::{read, run};
use crate::script;
use crate::tools::Tools;

/// A crate that ships as a module.
pub struct Module {
    /// The crate's package.
    pub package: &'static str,
    /// What its files are called.
    pub name: &'static str,
    /// Where it belongs, beside the scripts that load it.
    pub folder: &'static str,
    /// The script that says what it offers.
    exports: &'static str,
    /// Whether it also ships in plain JavaScript: what visitors need does.
    has_twin: bool,
}

/// The folder of all that runs on visitors' pages, until it has its name.
pub const PROGRAM: &str = "program";

/// What ships: the widget, the reader of pathways that a page names itself, and what proves them for
/// those who sign.
pub const MODULES: [Module; 3] = [
    Module {
        package: "ppimhs-finder",
        name: "ppimhs_finder",
        folder: PROGRAM,
        exports: "src/embed/exports.js",
        has_twin: true,
    },
    Module {
        package: "pathway-js",
        name: "ppimhs_reader",
        folder: PROGRAM,
        exports: "src/pathway-js/exports.js",
        has_twin: true,
    },
    Module {
        package: "ppimhs-reviewer",
        name: "ppimhs_reviewer",
        folder: "review",
        exports: "src/review-js/exports.js",
        has_twin: false,
    },
];

/// What every module is loaded with.
const SCRIPTS: [(&str, &str); 3] = [
    ("guard.js", include_str!("wasm_loader/guard.js")),
    ("load.js", include_str!("wasm_loader/load.js")),
    ("twin.js", include_str!("wasm_loader/twin.js")),
];
const LOAD_TYPES: &str = include_str!("wasm_loader/load.d.ts");
const TWIN_TYPES: &str = include_str!("wasm_loader/twin.d.ts");

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

/// JavaScript has statements where WebAssembly has blocks with values: drawn up anew for it, the twin
/// is smaller.
const STATEMENTS: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// Nothing lies where an empty pointer leads: the linker puts the end of the stack there.
const NOTHING_LOW: &str = "--low-memory-unused";

/// Names of imports and exports that no person has to read.
const SHORT_NAMES: [&str; 1] = ["--minify-imports-and-exports-and-modules"];

/// How wasm-bindgen's script asks whether the memory it looks at is still the module's. Memory that
/// grew is gone in WebAssembly; in plain JavaScript the old one stays, and is the wrong one.
const IS_GONE: &str = ".byteLength === 0";

/// How it asks the same of a view of another kind, if the browser tells: the twin's memory is never
/// detached, and a look at the old one reads what nobody writes any more.
const IS_NOT_TOLD: &str = ".buffer.detached === undefined";

impl Module {
    /// Writes the module, its twin, their scripts and types into `app`.
    ///
    /// # Errors
    /// When the crate does not compile, a browser would refuse the module, or it asks a browser for
    /// something new.
    pub fn build(&self, workspace: &Workspace, tools: &Tools, app: &Path) -> Result<()> {
        let raw = workspace.scratch().join(self.name);
        fs::create_dir_all(app).with_context(|| format!("cannot make {}", app.display()))?;
        self.bind(workspace, tools, &raw)?;
        let module = app.join(format!("{}_bg.wasm", self.name));
        let source = raw.join(format!("{}_bg.wasm", self.name));
        let names = Names::read(&optimise(tools, &source, &module, &SHORT_NAMES)?)?;
        validate(&module)?;
        names.asks_for_what_is_known(workspace, self.name)?;

        self.script(workspace, &raw, &names)?;
        script::bundle(tools, &raw.join("load.js"), &app.join(self.file(".js")))?;
        if self.has_twin {
            self.twin(tools, &raw, &module)?;
            let twin = app.join(self.file("_twin.js"));
            script::bundle(tools, &raw.join("twin/twin.js"), &twin)?;
        }
        self.types(&raw, app)
    }

    fn file(&self, ending: &str) -> String {
        format!("{}{ending}", self.name)
    }

    /// The module as the compiler leaves it, apart from the script that drives it.
    fn bind(&self, workspace: &Workspace, tools: &Tools, out: &Path) -> Result<()> {
        let compiled = compiler::compile(workspace, self.package, self.name)?;
        run(self.binding(tools, out)?.arg(compiled))
    }

    fn binding(&self, tools: &Tools, out: &Path) -> Result<Command> {
        let mut bind = Command::new("wasm-bindgen");
        bind.env("PATH", tools.path()?)
            .args(["--target", "bundler", "--out-name", self.name, "--out-dir"])
            .arg(out);
        Ok(bind)
    }

    /// The module as it ships, but with the names of what it holds; says where it is.
    ///
    /// # Errors
    /// When the crate does not compile.
    pub fn build_named(&self, workspace: &Workspace, tools: &Tools) -> Result<PathBuf> {
        let out = workspace.scratch().join(self.file("-named"));
        let compiled = compiler::compile_named(workspace, self.package, self.name)?;
        let named = ["--keep-debug", "--no-demangle"];
        run(self.binding(tools, &out)?.args(named).arg(compiled))?;
        let (raw, module) = (out.join(self.file("_bg.wasm")), out.join("module.wasm"));
        optimise(tools, &raw, &module, &["--debuginfo"])?;
        Ok(module)
    }

    fn script(&self, workspace: &Workspace, raw: &Path, names: &Names) -> Result<()> {
        let glue = text(&raw.join(self.file("_bg.js")))?;
        write(&raw.join("glue.js"), &names.called(&glue)?)?;
        write(&raw.join("imports.js"), &names.handed_over())?;
        write(
            &raw.join("exports.js"),
            &text(&workspace.root().join(self.exports))?,
        )?;
        for (name, script) in SCRIPTS {
            write(&raw.join(name), script)?;
        }
        Ok(())
    }

    /// The module in plain JavaScript, beside scripts of its own.
    fn twin(&self, tools: &Tools, raw: &Path, module: &Path) -> Result<()> {
        let twin = raw.join("twin");
        fs::create_dir_all(&twin).with_context(|| format!("cannot make {}", twin.display()))?;
        for name in ["guard.js", "imports.js", "exports.js", "twin.js"] {
            write(&twin.join(name), &text(&raw.join(name))?)?;
        }
        let glue = text(&raw.join("glue.js"))?;
        let mut looks = glue
            .split("wasm.")
            .filter_map(|part| part.split_once(".buffer"));
        let memory = looks.find(|(name, _)| !name.contains(['(', ' ', ';']));
        let told = |_: &(&str, &str)| glue.contains(IS_GONE) && glue.contains(IS_NOT_TOLD);
        let Some((memory, _)) = memory.filter(told) else {
            bail!(
                "wasm-bindgen's script looks at memory in a new way: read it, correct `IS_GONE` and `IS_NOT_TOLD`"
            );
        };
        let is_old = format!(".buffer !== wasm.{memory}.buffer");
        let looks = glue
            .replace(IS_GONE, &is_old)
            .replace(IS_NOT_TOLD, ".buffer !== null");
        write(&twin.join("glue.js"), &looks)?;

        let (flat, plain) = (twin.join("module.wasm"), twin.join("module.js"));
        let mut flatten = tools.npm_program("wasm-opt");
        run(flatten
            .args(["--mvp-features", NOTHING_LOW])
            .args(STATEMENTS)
            .args([module, Path::new("-o"), &flat]))?;
        let mut translate = tools.npm_program("wasm2js");
        run(translate.args(["--mvp-features", "-O3"]).args([
            flat.as_path(),
            Path::new("-o"),
            &plain,
        ]))?;
        write(&plain, &connected(&text(&plain)?)?)
    }

    fn types(&self, raw: &Path, app: &Path) -> Result<()> {
        let types = text(&raw.join(self.file(".d.ts")))?;
        write(&app.join(self.file(".d.ts")), &(types + LOAD_TYPES))?;
        if !self.has_twin {
            return Ok(());
        }
        let types = TWIN_TYPES.replace("NAME", self.name);
        write(&app.join(self.file("_twin.d.ts")), &types)
    }
}

/// The translated module with what it asks for as one object, and what it offers as another.
fn connected(translated: &str) -> Result<String> {
    const ASKS: &str = "import * as a from 'a';";
    const OFFERS: &str = "export var ";
    let (before, after) = translated.split_once(ASKS).context(
        "wasm2js asks for imports in a new way: read what it wrote, correct `connected`",
    )?;
    let inside: Vec<_> = after
        .lines()
        .filter(|line| !line.starts_with(OFFERS))
        .collect();
    Ok(format!(
        "{before}import {{ imports as a }} from './imports.js';{}\nexport {{ retasmFunc as module }};\n",
        inside.join("\n")
    ))
}

/// Hands back the names that were made short, as the optimiser printed them.
fn optimise(tools: &Tools, raw: &Path, module: &Path, names: &[&str]) -> Result<String> {
    let lowered: PathBuf = raw.with_extension("lowered");
    let mut lower = tools.npm_program("wasm-opt");
    run(lower
        .args(FEATURES_OF_STD)
        .args(LOWERINGS)
        .args(names.iter().filter(|name| **name == "--debuginfo"))
        .arg("-Oz")
        .args([raw, Path::new("-o"), &lowered]))?;
    let mut shrink = tools.npm_program("wasm-opt");
    read(
        shrink
            .args(["--mvp-features", NOTHING_LOW, "-Oz", "-Oz"])
            .args(names)
            .args([&lowered, Path::new("-o"), module]),
    )
}

fn validate(module: &Path) -> Result<()> {
    let check =
        "process.exit(WebAssembly.validate(require('fs').readFileSync(process.argv[1]))?0:1)";
    run(Command::new("node").args(["-e", check]).arg(module))
        .context("browsers would refuse the module that the build made")
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
