//! Builds `dist/`, exactly what a trust uploads: whole, or as it was before.

use std::fs;
use std::io::ErrorKind;
use std::path::{self, Path};
use std::process;

use anyhow::{Context, Result};

use crate::content_hash::Manifest;
use crate::paths::{Workspace, files};
use crate::pathways::{self, Pathway};
use crate::script::{self, Scripts};
use crate::size_budget::Sizes;
use crate::tools::Tools;
use crate::wasm::{MODULES, PROGRAM};
use crate::{build_date, compress, styles};

/// Builds `dist/`, with a trust's file over the built-in pathway if there is one, and prints what it
/// weighs.
///
/// # Errors
/// When any part cannot be made; `dist/` is then what it was before.
pub fn build(workspace: &Workspace, trust: Option<&Path>) -> Result<()> {
    // Tools run at the top of the project, in whatever folder this command runs.
    let trust = trust.map(path::absolute).transpose()?;
    let tools = Tools::ensure(workspace)?;
    prepare(workspace)?;
    make_all(workspace, trust.as_deref(), &tools)
}

/// Compiles what the build runs, in the folder that the tests are compiled to as well.
///
/// # Errors
/// When the `pathway` tool does not compile.
pub fn prepare(workspace: &Workspace) -> Result<()> {
    pathways::build_tool(workspace)
}

/// Makes `dist/` with tools that are there.
///
/// # Errors
/// When any part cannot be made; `dist/` is then what it was before.
pub fn make_all(workspace: &Workspace, trust: Option<&Path>, tools: &Tools) -> Result<()> {
    let made = workspace.scratch().join(format!("dist-{}", process::id()));
    delete(&made)?;
    let built = fill(workspace, trust, tools, &made)
        .and_then(|()| weigh(&made))
        .and_then(|()| swap(workspace, &made));
    if built.is_err() {
        delete(&made)?;
    }
    built
}

fn fill(workspace: &Workspace, trust: Option<&Path>, tools: &Tools, made: &Path) -> Result<()> {
    println!("checking the pathways");
    let pathway = Pathway::new(workspace, trust);
    pathway.prove()?;

    println!("copying www/");
    copy(&workspace.www(), made)?;
    write_pages(&pathway, made)?;
    let edition = made.join("edition");
    write_edition(&pathway, &edition)?;

    println!("compiling the styles");
    let program = made.join(PROGRAM);
    make(&program)?;
    write_own_files(made, &program)?;
    styles::build(
        workspace,
        tools,
        styles::MARKUP,
        &program.join("widget.css"),
    )?;

    println!("bundling the scripts");
    let scripts = Scripts::lay_out(workspace, tools, &pathway.crisis()?)?;
    scripts.program(&program)?;

    for module in &MODULES {
        module.build(workspace, tools, &made.join(module.folder))?;
    }
    // Nothing in a folder may change once it has its name, and only then do the others know it.
    let manifest = Manifest::create(&build_date::of_build(workspace)?, made, &program, &edition)?;
    write(
        &made.join("ppimhs-reader.d.ts"),
        manifest.types().as_bytes(),
    )?;
    scripts.entries(made, &manifest)
}

/// Writes the pages that the pathway fills.
///
/// # Errors
/// When the tool cannot read the pathway.
pub fn write_pages(pathway: &Pathway<'_>, made: &Path) -> Result<()> {
    write(&made.join("plain.html"), pathway.guide()?.as_bytes())?;
    write(&made.join("frame.html"), pathway.frame()?.as_bytes())
}

/// Writes the pathway as the widget reads it.
///
/// # Errors
/// When the tool cannot read the pathway.
pub fn write_edition(pathway: &Pathway<'_>, edition: &Path) -> Result<()> {
    make(edition)?;
    write(&edition.join("en-GB.edition.bin"), &pathway.edition()?)
}

fn weigh(made: &Path) -> Result<()> {
    println!("packing what is sent");
    compress::write(made)?;
    let sizes = Sizes::of(made)?;
    println!("{}", sizes.table());
    sizes.keep_to_budgets()
}

/// Copies every file of `www/` but the scripts and the Sass.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy(www: &Path, made: &Path) -> Result<()> {
    for source in files(www)? {
        let name = source.strip_prefix(www).context("a file left its folder")?;
        if ships_as_written(name) {
            let target = made.join(shipped_name(name));
            if let Some(folder) = target.parent() {
                make(folder)?;
            }
            fs::copy(&source, &target)
                .with_context(|| format!("cannot copy {}", source.display()))?;
        }
    }
    Ok(())
}

fn ships_as_written(name: &Path) -> bool {
    let is_sass = name.extension().is_some_and(|kind| kind == "scss");
    !is_sass && !script::is_script(name) && name != Path::new(EXAMPLE)
}

/// The example of a trust file. Its numbers are invented, so that no site may serve it.
const EXAMPLE: &str = "trusts/exampleshire.json";
/// The file that authors copy. The review page fetches it; it is no trust's own.
const TEMPLATE: &str = "trusts/template.json";

/// Writes the list of the files that a frame may use: the pathways and the trust files of this build.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_own_files(made: &Path, program: &Path) -> Result<()> {
    let mut own = Vec::new();
    for path in files(made)? {
        let name = path.strip_prefix(made)?.to_string_lossy().into_owned();
        let is_pathway = name.starts_with("pathways/") && name.ends_with("/pathway.json");
        let is_trust = name.starts_with("trusts/") && name != TEMPLATE;
        if is_pathway || is_trust {
            own.push(name);
        }
    }
    own.sort();
    write(&program.join("files.json"), &serde_json::to_vec(&own)?)
}

/// The folders of `www/` whose files lie at the top of `dist/`.
const PAGES: [&str; 3] = ["demo", "frame", "review"];

/// The path in `dist/` of a file of `www/`.
fn shipped_name(name: &Path) -> &Path {
    let page = PAGES.iter().find_map(|page| name.strip_prefix(page).ok());
    page.unwrap_or(name)
}

/// Puts the new folder where the old one was.
fn swap(workspace: &Workspace, made: &Path) -> Result<()> {
    let dist = workspace.dist();
    let old = made.with_extension("old");
    delete(&old)?;
    match fs::rename(&dist, &old) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).context("dist/ cannot be moved away: is a program using it?");
        }
        _ => {}
    }
    fs::rename(made, &dist).context("the finished folder cannot be moved to dist/")?;
    delete(&old)
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn delete(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot delete {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sass_and_unbundled_scripts_never_ship() {
        assert!(!ships_as_written(Path::new("styles/widget.scss")));
        assert!(!ships_as_written(Path::new("element/fallbacks.js")));
        assert!(ships_as_written(Path::new("demo/index.html")));
    }

    #[test]
    fn the_example_with_invented_numbers_never_ships() {
        assert!(!ships_as_written(Path::new("trusts/exampleshire.json")));
        assert!(ships_as_written(Path::new("trusts/template.json")));
        assert!(ships_as_written(Path::new("trusts/yours.json")));
    }

    #[test]
    fn the_files_of_a_page_lie_at_the_top() {
        for (source, shipped) in [
            ("demo/index.html", "index.html"),
            ("review/review.css", "review.css"),
            ("server/nginx.txt", "server/nginx.txt"),
        ] {
            assert_eq!(shipped_name(Path::new(source)), Path::new(shipped));
        }
    }
}
