//! Turns the checkout into `dist/`, exactly what a trust uploads: whole, or as it was before.

use std::fs;
use std::io::ErrorKind;
use std::path::{self, Path};
use std::process;

use anyhow::{Context, Result};

use crate::paths::Workspace;
use crate::pathways::Pathway;
use crate::sizes::{Sizes, files};
use crate::tools::Tools;
use crate::{script, styles, wasm};

/// Builds `dist/`, with a trust's file over the built-in pathway if there is one, and prints what it
/// weighs.
///
/// # Errors
/// When any part cannot be made; `dist/` is then what it was before.
pub fn build(workspace: &Workspace, trust: Option<&Path>) -> Result<()> {
    // Commands run at the top of the project, wherever this one was given.
    let trust = trust.map(path::absolute).transpose()?;
    let tools = Tools::ensure(workspace)?;
    let made = workspace.scratch().join(format!("dist-{}", process::id()));
    delete(&made)?;
    let built = fill(workspace, trust.as_deref(), &tools, &made)
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
    let crisis = pathway.crisis()?;
    let guide = pathway.guide()?;
    let (edition, rest) = (pathway.edition("first")?, pathway.edition("rest")?);

    println!("copying www/");
    copy(&workspace.www(), made)?;
    write(&made.join("plain.html"), guide.as_bytes())?;
    write(&made.join("frame.html"), pathway.frame()?.as_bytes())?;
    write(&made.join("pathways/ppimhs/en-GB.edition.bin"), &edition)?;
    write(&made.join("pathways/ppimhs/en-GB.rest.bin"), &rest)?;

    println!("compiling the styles");
    styles::build(workspace, tools, &made.join("styles/widget.css"))?;

    println!("bundling the scripts");
    script::build(workspace, tools, &crisis, made)?;

    for module in &wasm::MODULES {
        println!("compiling {}", module.package);
        module.build(workspace, tools, &made.join("app"))?;
    }
    Ok(())
}

fn weigh(made: &Path) -> Result<()> {
    let sizes = Sizes::of(made)?;
    println!("{}", sizes.table());
    sizes.keep_to_budgets()
}

/// Copies what ships as it was written: everything but Sass and what the build makes.
fn copy(www: &Path, made: &Path) -> Result<()> {
    for source in files(www)? {
        let name = source.strip_prefix(www).context("a file left its folder")?;
        if ships_as_written(name) {
            let target = made.join(name);
            if let Some(folder) = target.parent() {
                make(folder)?;
            }
            fs::copy(&source, &target)
                .with_context(|| format!("cannot copy {}", source.display()))?;
        }
    }
    make(&made.join("styles"))
}

fn ships_as_written(name: &Path) -> bool {
    let is_sass = name.extension().is_some_and(|kind| kind == "scss");
    !is_sass && !script::is_source(name)
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
        assert!(!ships_as_written(Path::new("ppimhs-finder.js")));
        assert!(!ships_as_written(Path::new("embed/ladder.js")));
        assert!(ships_as_written(Path::new("index.html")));
        assert!(ships_as_written(Path::new("demo/ppimhs-finder.js")));
    }
}
