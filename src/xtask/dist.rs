//! Builds `dist/`, the folder that a trust uploads to its web server. If the build fails, the old
//! folder remains.

use std::path::{self, Path};
use std::process;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fs_err as fs;

use crate::content_hash::Manifest;
use crate::install;
use crate::paths::{Workspace, files};
use crate::pathway_command::{self, PathwayCommand};
use crate::script::{self, Scripts};
use crate::wasm::{MODULES, PROGRAM};
use crate::{build_date, compress, integrity, size_budget, styles};

/// The file name of the built-in edition, which browsers load.
pub const EDITION: &str = "en-GB.edition.bin";

/// The name of the script that a host page loads.
const FIRST_SCRIPT: &str = "ppimhs-finder.js";

/// Installs missing tools and builds `dist/`. Applies the trust file to the built-in pathway if
/// `trust` is a path.
///
/// # Errors
/// When a part of `dist/` cannot be built. The old `dist/` then remains.
pub fn build(workspace: &Workspace, trust: Option<&Path>) -> Result<()> {
    // The path of the trust file must be absolute, because the tools run in the top folder of the
    // project.
    let trust = trust.map(path::absolute).transpose()?;
    install::ensure(workspace, &["build"])?;
    pathway_command::build_tool(workspace)?;
    make(workspace, trust.as_deref())
}

/// Builds `dist/`. The tools and the `pathway` command must exist already.
///
/// # Errors
/// When a part of `dist/` cannot be built. The old `dist/` then remains.
pub fn make(workspace: &Workspace, trust: Option<&Path>) -> Result<()> {
    let shell = workspace.shell()?;
    let made = workspace.scratch().join(format!("dist-{}", process::id()));
    let built = fill(workspace, trust, &made)
        .and_then(|()| compress::write(&made))
        .and_then(|()| size_budget::hold(&made))
        .and_then(|()| print_integrity(&made))
        .and_then(|()| swap(workspace, &made));
    shell.remove_path(&made)?;
    built
}

/// Prints the checksum of the script that a host page loads. A host page can add the checksum as
/// the attribute `integrity`, so that the browser accepts only this build.
fn print_integrity(made: &Path) -> Result<()> {
    let integrity = integrity::of_file(&made.join(FIRST_SCRIPT))?;
    println!("the integrity of {FIRST_SCRIPT}: {integrity}");
    Ok(())
}

fn fill(workspace: &Workspace, trust: Option<&Path>, made: &Path) -> Result<()> {
    println!("checking the pathways");
    let pathway = PathwayCommand::new(workspace, trust);
    pathway.prove()?;

    println!("copying www/");
    copy(&workspace.www(), made)?;
    pathway.write("guide", &made.join("plain.html"))?;
    pathway.write("frame", &made.join("frame.html"))?;
    let edition = made.join("edition");
    fs::create_dir_all(&edition)?;
    pathway.write("edition", &edition.join(EDITION))?;
    let sum = integrity::of_edition(&edition.join(EDITION))?;
    write_text_form(&edition)?;

    println!("compiling the styles");
    let program = made.join(PROGRAM);
    fs::create_dir_all(&program)?;
    write_own_files(made, &program)?;
    styles::build(workspace, styles::MARKUP, &program.join("widget.css"))?;

    println!("bundling the scripts");
    let crisis = workspace.scratch().join("crisis.json");
    pathway.write("crisis", &crisis)?;
    let scripts = Scripts::lay_out(workspace, &crisis)?;
    scripts.program(&program)?;

    for module in &MODULES {
        module.build(workspace, &made.join(module.folder))?;
    }
    // The content hash must match the final content. So this step comes after every change of the
    // files, and before the build of the scripts that import the hash.
    let built = build_date::of_build(workspace)?;
    let manifest = Manifest::create(&built, made, &program, &edition, sum)?;
    fs::write(made.join("ppimhs-reader.d.ts"), manifest.types())?;
    scripts.entries(made, &manifest)?;
    scripts.offline(made, &integrity::of_review_page(Some(made))?)
}

/// Writes the edition a second time, as text in base64. The widget loads it if a network blocks or
/// changes the binary file.
///
/// # Errors
/// When the edition is missing.
pub fn write_text_form(folder: &Path) -> Result<()> {
    let edition = folder.join(EDITION);
    let text = STANDARD.encode(fs::read(&edition)?);
    Ok(fs::write(edition.with_extension("txt"), text)?)
}

/// Copies every file of `www/` to `dist/`, except the scripts and the Sass files.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy(www: &Path, made: &Path) -> Result<()> {
    for source in files(www)? {
        let name = source.strip_prefix(www).context("a file left its folder")?;
        if ships_as_written(name) {
            let target = made.join(shipped_name(name));
            fs::create_dir_all(target.parent().unwrap_or(made))?;
            fs::copy(&source, &target)?;
        }
    }
    Ok(())
}

fn ships_as_written(name: &Path) -> bool {
    let is_sass = name.extension().is_some_and(|kind| kind == "scss");
    // The README beside a pathway is for its authors.
    let is_readme = name.extension().is_some_and(|kind| kind == "md");
    !is_sass && !is_readme && !script::is_script(name) && name != Path::new(EXAMPLE)
}

/// The example of a trust file. Its telephone numbers are invented, so `dist/` must not contain it.
const EXAMPLE: &str = "trusts/exampleshire.json";
/// The trust file that authors copy and fill in. Only the review page loads it.
const TEMPLATE: &str = "trusts/template.json";

/// Writes the list of the pathways and trust files that a frame may load.
///
/// # Errors
/// When the folders cannot be listed, or the list cannot be written.
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
    Ok(fs::write(
        program.join("files.json"),
        serde_json::to_vec(&own)?,
    )?)
}

/// The folders of `www/` whose files go to the top of `dist/`.
const PAGES: [&str; 3] = ["demo", "frame", "review"];

/// Returns the path in `dist/` for a file with this path in `www/`.
fn shipped_name(name: &Path) -> &Path {
    let page = PAGES.iter().find_map(|page| name.strip_prefix(page).ok());
    page.unwrap_or(name)
}

/// Replaces the old `dist/` by the new folder.
fn swap(workspace: &Workspace, made: &Path) -> Result<()> {
    let (shell, dist) = (workspace.shell()?, workspace.dist());
    let old = made.with_extension("old");
    if dist.exists() {
        fs::rename(&dist, &old).context("dist/ cannot be moved away: is a program using it?")?;
    }
    fs::rename(made, &dist)?;
    Ok(shell.remove_path(&old)?)
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
    fn the_readme_of_a_pathway_never_ships() {
        assert!(!ships_as_written(Path::new(
            "pathways/infant-feeding/README.md"
        )));
        assert!(ships_as_written(Path::new(
            "pathways/infant-feeding/pathway.json"
        )));
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
