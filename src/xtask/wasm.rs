//! Builds the WebAssembly modules with wasm-pack, and makes them small. Some modules also get a
//! version in plain JavaScript, for browsers without WebAssembly.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use fs_err as fs;
use xshell::cmd;

use crate::integrity;
use crate::paths::{Workspace, files};
use crate::script;
use crate::twin;
use crate::wasm_pack::{self, Profile};

/// A crate that the build compiles to a WebAssembly module for `dist/`.
pub struct Module {
    /// The path of the crate's folder.
    pub source: &'static str,
    /// The name of the module, with which the names of its files start.
    pub name: &'static str,
    /// The folder of the module in `dist/`.
    pub folder: &'static str,
    /// The script that lists the functions of the module for other scripts.
    exports: &'static str,
    /// True if `dist/` also contains the module in plain JavaScript.
    has_twin: bool,
    /// The folders with all source code of the module.
    pub inputs: &'static [&'static str],
}

/// The folder in `dist/app/` of the files that a visitor's page loads. The build later adds the
/// content hash to its name.
pub const PROGRAM: &str = "program";

/// The three modules: the widget, the core for other programs, and the core for the review page.
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

/// The script that connects a module with the script of wasm-bindgen.
const CONNECT: &str = "src/xtask/wasm_loader/connect.mjs";
const GUARD: &str = include_str!("wasm_loader/guard.js");
const LOAD: &str = include_str!("wasm_loader/load.js");
const LOAD_TYPES: &str = include_str!("wasm_loader/load.d.ts");
const TWIN_TYPES: &str = include_str!("wasm_loader/twin.d.ts");

/// The newer instruction sets that Rust's standard library uses. `wasm-opt` reads them, but writes
/// none of them.
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

/// The option that lets `wasm-opt` use low memory addresses. No data is there, because the linker
/// puts the end of the stack at these addresses.
pub const LOW_MEMORY_UNUSED: &str = "--low-memory-unused";

/// The option of `wasm-opt` that shortens the names of imports and exports. It then prints the old
/// and new names.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";
/// The option of `wasm-opt` that keeps the names of functions.
const WITH_NAMES: &str = "--debuginfo";

impl Module {
    /// Builds the module for release. Writes its WebAssembly, its plain JavaScript version, its
    /// scripts and its types to the folder `app`. If wasm-pack has made the same module as before,
    /// the files of the last build are used again.
    ///
    /// # Errors
    /// When the crate does not compile, when browsers would refuse the module, or when the module's
    /// imports have changed.
    pub fn build(&self, workspace: &Workspace, app: &Path) -> Result<()> {
        let raw = workspace.scratch().join(self.name);
        self.pack(workspace, Profile::Release, &raw)?;
        let (made, record) = (raw.join("made"), raw.join("made.sha384"));
        let inputs = self.inputs_after_wasm_pack(workspace, &raw)?;
        if fs::read_to_string(&record).ok() != Some(inputs.clone()) {
            let shell = workspace.shell()?;
            shell.remove_path(&record)?;
            shell.remove_path(&made)?;
            shell.create_dir(&made)?;
            self.finish(workspace, &raw, &made)?;
            fs::write(&record, inputs)?;
        }
        fs::create_dir_all(app)?;
        for path in files(&made)? {
            fs::copy(&path, app.join(path.strip_prefix(&made)?))?;
        }
        Ok(())
    }

    /// Returns the checksums of all files from which [`Self::finish`] makes the files of a module.
    /// This program is one of them.
    fn inputs_after_wasm_pack(&self, workspace: &Workspace, raw: &Path) -> Result<String> {
        let root = workspace.root();
        let inputs = [
            raw.join(self.file("_bg.wasm")),
            raw.join(self.file("_bg.js")),
            raw.join(self.file(".d.ts")),
            root.join(self.exports),
            root.join(CONNECT),
            root.join(self.accepted_imports()),
            root.join("package-lock.json"),
            env::current_exe()?,
        ];
        inputs.iter().map(|path| integrity::of_file(path)).collect()
    }

    /// Writes to the folder `made` what `dist/` contains of the module. The folder `raw` has the
    /// output of wasm-pack.
    fn finish(&self, workspace: &Workspace, raw: &Path, made: &Path) -> Result<()> {
        let module = made.join(self.file("_bg.wasm"));
        let names = optimise(
            workspace,
            &raw.join(self.file("_bg.wasm")),
            &module,
            SHORT_NAMES,
        )?;
        let list = raw.join("names.json");
        fs::write(&list, names)?;
        let imports = self.connect(workspace, raw, &module, Some(&list))?;
        self.check_imports(workspace, &imports)?;

        script::bundle(
            workspace,
            &raw.join("load.js"),
            &made.join(self.file(".js")),
        )?;
        if self.has_twin {
            println!("translating {} to plain JavaScript", self.name);
            let twin = twin::build(workspace, raw, &module)?;
            script::bundle(workspace, &twin, &made.join(self.file("_twin.js")))?;
            let types = TWIN_TYPES.replace("NAME", self.name);
            fs::write(made.join(self.file("_twin.d.ts")), types)?;
        }
        let types = fs::read_to_string(raw.join(self.file(".d.ts")))?;
        Ok(fs::write(
            made.join(self.file(".d.ts")),
            types + LOAD_TYPES,
        )?)
    }

    /// Builds the module for development, with the settings that compile fastest. Writes the module
    /// and its script to the folder `app`.
    ///
    /// # Errors
    /// When the crate does not compile.
    pub fn build_for_development(&self, workspace: &Workspace, app: &Path) -> Result<()> {
        let raw = workspace.scratch().join(self.file("-development"));
        self.pack(workspace, Profile::Development, &raw)?;
        fs::create_dir_all(app)?;
        let module = raw.join(self.file("_bg.wasm"));
        self.connect(workspace, &raw, &module, None)?;
        script::bundle(workspace, &raw.join("load.js"), &app.join(self.file(".js")))?;
        fs::copy(&module, app.join(self.file("_bg.wasm")))?;
        Ok(())
    }

    /// Builds the module for release, but with the names of functions. Returns the path of the
    /// module.
    ///
    /// # Errors
    /// When the crate does not compile.
    pub fn build_named(&self, workspace: &Workspace) -> Result<PathBuf> {
        let raw = workspace.scratch().join(self.file("-named"));
        self.pack(workspace, Profile::Named, &raw)?;
        let module = raw.join("module.wasm");
        optimise(
            workspace,
            &raw.join(self.file("_bg.wasm")),
            &module,
            WITH_NAMES,
        )?;
        Ok(module)
    }

    fn pack(&self, workspace: &Workspace, profile: Profile, out: &Path) -> Result<()> {
        wasm_pack::build(workspace, (self.source, self.name), profile, out)
    }

    fn file(&self, ending: &str) -> String {
        format!("{}{ending}", self.name)
    }

    /// Writes the scripts that load a module. Returns the names of the functions that the module
    /// imports. `short` is the list of shortened names that `wasm-opt` printed.
    fn connect(
        &self,
        workspace: &Workspace,
        raw: &Path,
        module: &Path,
        short: Option<&Path>,
    ) -> Result<String> {
        fs::copy(raw.join(self.file("_bg.js")), raw.join("glue.js"))?;
        fs::copy(workspace.root().join(self.exports), raw.join("exports.js"))?;
        fs::write(raw.join("guard.js"), GUARD)?;
        fs::write(raw.join("load.js"), LOAD)?;
        let shell = workspace.shell()?;
        let target = raw.join("connection.js");
        Ok(cmd!(shell, "node {CONNECT} {module} {target} {short...}")
            .quiet()
            .read()?)
    }

    /// Returns the path of the file that lists the functions that the module may import.
    fn accepted_imports(&self) -> String {
        format!("tests/imports/{}.txt", self.name)
    }

    /// Compares the functions that the module imports with the list in `tests/imports/{name}.txt`.
    /// A difference is an error.
    fn check_imports(&self, workspace: &Workspace, imports: &str) -> Result<()> {
        let name = self.name;
        let golden = self.accepted_imports();
        let accepted = fs::read_to_string(workspace.root().join(&golden)).unwrap_or_default();
        if imports.trim_end() == accepted.trim_end() {
            return Ok(());
        }
        let found = workspace.scratch().join(format!("{name}.txt"));
        fs::write(&found, format!("{imports}\n"))?;
        bail!(
            "the imports of {name} differ from {golden}: compare it with {}, and copy that over it \
             if every line is meant",
            found.display()
        );
    }
}

/// Makes a module smaller with `wasm-opt`. The result uses only instructions that the first
/// browsers with WebAssembly have. Returns the list of names that `wasm-opt` printed.
fn optimise(workspace: &Workspace, raw: &Path, module: &Path, names: &str) -> Result<String> {
    let shell = workspace.shell()?;
    let (wasm_opt, lowered) = (
        workspace.npm_program("wasm-opt"),
        raw.with_extension("lowered"),
    );
    // The first run of `wasm-opt` keeps all names, because the second run may need them.
    let debug = (names == WITH_NAMES).then_some(names);
    let options = FEATURES_OF_STD.into_iter().chain(LOWERINGS).chain(debug);
    cmd!(shell, "{wasm_opt} {options...} -Oz {raw} -o {lowered}")
        .quiet()
        .run()?;
    let options = ["--mvp-features", LOW_MEMORY_UNUSED, "-Oz", "-Oz", names];
    Ok(cmd!(shell, "{wasm_opt} {options...} {lowered} -o {module}")
        .quiet()
        .read()?)
}
