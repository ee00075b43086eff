//! Lists the parts of a development build. Each part is built again only if its sources have
//! changed.

use std::collections::BTreeMap;
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use crate::content_hash::Manifest;
use crate::paths::{Workspace, files};
use crate::pathway_command::{self, PathwayCommand};
use crate::script::{self, Scripts};
use crate::wasm::{MODULES, Module, PROGRAM};
use crate::{build_date, dist, integrity, styles};

const EDITION: &str = "edition";
const RELOAD: &str = include_str!("reload.js");
/// The pages of a development build that reload after each build. The other pages allow no scripts.
const RELOADED: [&str; 2] = ["index.html", "review.html"];
const RELOAD_TAG: &str = "<script type=\"module\" src=\"development/reload.js\"></script>";

/// A part of a development build, with sources of its own.
#[derive(Clone, Copy)]
pub enum Part {
    Pathway,
    Pages,
    Styles,
    Scripts,
    Module(&'static Module),
}

/// The parts that the demo page needs, in the order of their builds.
pub const OF_THE_PAGE: [Part; 5] = [
    Part::Pathway,
    Part::Pages,
    Part::Styles,
    Part::Scripts,
    Part::Module(&MODULES[0]),
];
/// The modules that the demo page does not load, but other pages do.
pub const OTHERS: [Part; 2] = [Part::Module(&MODULES[1]), Part::Module(&MODULES[2])];

/// A development build, with a record of the sources from which each part was built.
pub struct Parts<'a> {
    workspace: &'a Workspace,
    pathway: PathwayCommand<'a>,
    trust: Option<&'a Path>,
    folder: PathBuf,
    built: BTreeMap<String, u64>,
}

impl<'a> Parts<'a> {
    /// Creates the folder of the development build, or uses the folder of an earlier run again.
    ///
    /// # Errors
    /// When the system cannot create the folder.
    pub fn open(workspace: &'a Workspace, trust: Option<&'a Path>) -> Result<Self> {
        let folder = workspace.scratch().join("development");
        for name in ["development", EDITION, PROGRAM] {
            fs::create_dir_all(folder.join(name))?;
        }
        let built = fs::read(record(&folder)).unwrap_or_default();
        Ok(Self {
            workspace,
            pathway: PathwayCommand::new(workspace, trust),
            trust,
            built: serde_json::from_slice(&built).unwrap_or_default(),
            folder,
        })
    }

    /// Returns the folder with the files of the development build, which the server sends.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Builds a part if its sources have changed since its last build. Returns true if they had
    /// changed.
    ///
    /// # Errors
    /// When the part cannot be built. The files of its last build then remain.
    pub fn update(&mut self, part: Part) -> Result<bool> {
        let sources = self.fingerprint(part)?;
        if self.built.get(part.name()) == Some(&sources) {
            return Ok(false);
        }
        self.build(part)?;
        self.built.insert(part.name().to_owned(), sources);
        fs::write(record(&self.folder), serde_json::to_vec(&self.built)?)?;
        Ok(true)
    }

    /// Returns a number for each part of the build. The number changes when the sources of the part
    /// change.
    ///
    /// # Errors
    /// When a folder of the sources cannot be listed.
    pub fn sources(&self) -> Result<Vec<u64>> {
        let parts = OF_THE_PAGE.into_iter().chain(OTHERS);
        parts.map(|part| self.fingerprint(part)).collect()
    }

    fn build(&self, part: Part) -> Result<()> {
        let program = self.folder.join(PROGRAM);
        match part {
            Part::Pathway => {
                pathway_command::build_tool(self.workspace)?;
                self.pathway.check()?;
                self.pathway.write("crisis", &self.crisis())?;
                let edition = self.folder.join(EDITION).join(dist::EDITION);
                self.pathway.write("edition", &edition)?;
                dist::write_text_form(&self.folder.join(EDITION))?;
                self.pathway
                    .write("guide", &self.folder.join("plain.html"))?;
                self.pathway.write("frame", &self.folder.join("frame.html"))
            }
            Part::Pages => self.pages(),
            // The stylesheet of a development build contains every class, so new HTML needs no new
            // build of the styles.
            Part::Styles => styles::build(self.workspace, &[], &program.join("widget.css")),
            Part::Scripts => {
                let scripts = Scripts::lay_out(self.workspace, &self.crisis())?;
                let date = build_date::of_build(self.workspace)?;
                scripts.program(&program)?;
                let edition = self.folder.join(EDITION).join(dist::EDITION);
                let sum = integrity::of_edition(&edition)?;
                scripts.entries(&self.folder, &Manifest::plain(&date, PROGRAM, EDITION, sum))?;
                scripts.offline(&self.folder, &integrity::of_review_page(None)?)
            }
            Part::Module(module) => {
                let folder = self.folder.join(module.folder);
                module.build_for_development(self.workspace, &folder)
            }
        }
    }

    fn pages(&self) -> Result<()> {
        dist::copy(&self.workspace.www(), &self.folder)?;
        dist::write_own_files(&self.folder, &self.folder.join(PROGRAM))?;
        fs::write(self.folder.join("development/reload.js"), RELOAD)?;
        for name in RELOADED {
            let path = self.folder.join(name);
            let page = fs::read_to_string(&path)?;
            let page = page.replacen("</head>", &format!("{RELOAD_TAG}</head>"), 1);
            fs::write(path, page)?;
        }
        Ok(())
    }

    fn crisis(&self) -> PathBuf {
        self.workspace.scratch().join("development.crisis.json")
    }

    /// Returns a number for the sources of a part. It depends on the paths, sizes and times of the
    /// source files, so it changes when the sources change.
    fn fingerprint(&self, part: Part) -> Result<u64> {
        let mut paths = Vec::new();
        let inputs = match part {
            Part::Module(module) => module.inputs,
            _ => &[],
        };
        for name in part.sources().iter().chain(inputs) {
            paths.extend(files(&self.workspace.root().join(name))?);
        }
        match part {
            Part::Pages => paths.retain(|path| !script::is_script(path)),
            Part::Scripts => {
                paths.retain(|path| script::is_script(path));
                paths.push(self.crisis());
            }
            Part::Pathway => paths.extend(self.trust.map(Path::to_path_buf)),
            Part::Styles | Part::Module(_) => {}
        }
        paths.push(env::current_exe()?);
        let mut hasher = DefaultHasher::new();
        for path in paths {
            let state = fs::metadata(&path).ok();
            let state = state.map(|file| (file.len(), file.modified().ok()));
            (path, state).hash(&mut hasher);
        }
        Ok(hasher.finish())
    }
}

impl Part {
    /// Returns the name of a part of the build, for messages in the terminal.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pathway => "pathway",
            Self::Pages => "pages",
            Self::Styles => "styles",
            Self::Scripts => "scripts",
            Self::Module(module) => module.name,
        }
    }

    /// Returns the files and folders from which a part is built. A module also has source folders
    /// of its own.
    fn sources(self) -> &'static [&'static str] {
        match self {
            Self::Pathway => &[
                "Cargo.lock",
                "src/pathway",
                "src/proof",
                "src/review",
                "src/cli",
                "www/pathways",
            ],
            Self::Pages => &["www"],
            Self::Styles => &["package-lock.json", "src/xtask/styles", "www/styles"],
            Self::Scripts => &["www"],
            Self::Module(_) => &["Cargo.lock", "Cargo.toml"],
        }
    }
}

/// Returns the path of the file that records from which sources each part was built.
fn record(folder: &Path) -> PathBuf {
    folder.with_extension("json")
}
