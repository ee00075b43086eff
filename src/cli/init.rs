//! Writes the smallest pathway that is proved, with a README that explains its keys.

use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use pathway::id::PathwayId;
use serde_json::json;
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// The id that stands in the files of this crate. The name of the new folder replaces it.
const ID: &str = "your-service";

const PATHWAY: &str = include_str!("init/pathway.json");
const WORDS: &str = include_str!("init/en-GB.json");
const README: &str = include_str!("init/README.md");

/// The words of the built-in pathway. A new pathway gets its buttons, its headings and the help on
/// every screen.
const BUILT_IN_WORDS: &str = include_str!("../../www/pathways/ppimhs/words/en-GB.json");

/// Writes the smallest pathway that is proved, as the beginning of a new service
///
/// Creates a folder with pathway.json, words/en-GB.json, and a README that explains every key.
#[derive(clap::Args)]
pub struct Args {
    /// The folder to create. Its name becomes the id of the pathway: lower-case letters, digits and
    /// hyphens, such as infant-feeding
    name: PathBuf,
}

/// Creates the folder with its files. Refuses to change a folder that exists.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let folder = args.name.as_path();
    let id = folder.file_name().and_then(|name| name.to_str());
    let id = id.filter(|id| serde_json::from_value::<PathwayId>(json!(id)).is_ok());
    let Some(id) = id else {
        bail!(
            "{} cannot be the id of a pathway: use lower-case letters, digits and hyphens, such as infant-feeding",
            folder.display()
        );
    };
    ensure!(
        !folder.exists() && !folder.is_symlink(),
        "{} is there already: choose another name, or take it away first",
        folder.display()
    );
    let words = with_built_in(with_built_in(WORDS.to_owned(), "crisis")?, "ui")?;
    fs::create_dir_all(folder.join("words"))?;
    for (file, text) in [
        ("pathway.json", PATHWAY),
        ("words/en-GB.json", words.as_str()),
        ("README.md", README),
    ] {
        fs::write(folder.join(file), text.replace(ID, id))?;
    }
    write_next_steps(folder, out)
}

fn write_next_steps(folder: &Path, out: &mut dyn Write) -> Result<()> {
    let name = crate::shell_quote::argument(folder);
    writeln!(
        out,
        "{name} holds a pathway that is proved. Read its README.md, change one thing at a time, and run:\n  pathway check {name}\n  pathway prove {name}"
    )?;
    Ok(())
}

/// Replaces an empty entry of a words file by the entry of the built-in pathway.
fn with_built_in(words: String, key: &str) -> Result<String> {
    let start = format!("\n  \"{key}\": {{");
    let entry = BUILT_IN_WORDS.split_once(&start);
    let entry = entry.and_then(|(_, rest)| rest.split_once("\n  },"));
    let (entry, _) = entry.with_context(|| format!("the built-in words have no {key}"))?;
    Ok(words.replacen(&format!("{start}}},"), &format!("{start}{entry}\n  }},"), 1))
}
