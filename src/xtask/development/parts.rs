//! The parts of a development build, each built again only when its sources changed.

use std::collections::BTreeMap;
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

use crate::content_hash::Manifest;
use crate::paths::{Workspace, files};
use crate::pathways::{self, Pathway};
use crate::script::{self, Scripts};
use crate::tools::Tools;
use crate::wasm::{MODULES, Module, PROGRAM};
use crate::{build_date, dist, styles};

const EDITION: &str = "edition";
const RELOAD: &str = include_str!("reload.js");
/// The pages that a rebuild reloads; the others allow no script.
const RELOADED: [&str; 2] = ["index.html", "review.html"];
const RELOAD_TAG: &str = "<script type=\"module\" src=\"development/reload.js\"></script>";

/// A part, in the order in which they are built.
#[derive(Clone, Copy)]
enum Part {
    Pathway,
    Pages,
    Styles,
    Scripts,
    Module(&'static Module),
}

/// The development build, and what each of its parts was built from.
pub struct Parts<'a> {
    workspace: &'a Workspace,
    tools: &'a Tools,
    trust: Option<&'a Path>,
    folder: PathBuf,
    built: BTreeMap<String, u64>,
}

impl<'a> Parts<'a> {
    /// Takes up the build that an earlier run left.
    ///
    /// # Errors
    /// When its folder cannot be made.
    pub fn open(
        workspace: &'a Workspace,
        tools: &'a Tools,
        trust: Option<&'a Path>,
    ) -> Result<Self> {
        let folder = workspace.scratch().join("development");
        fs::create_dir_all(folder.join("development"))?;
        let built = fs::read(record(&folder)).unwrap_or_default();
        Ok(Self {
            workspace,
            tools,
            trust,
            built: serde_json::from_slice(&built).unwrap_or_default(),
            folder,
        })
    }

    /// The folder to serve.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Builds every part whose sources changed; returns their names.
    ///
    /// # Errors
    /// When a part cannot be built; it is then as it was before.
    pub fn update(&mut self) -> Result<Vec<String>> {
        let modules = MODULES.iter().map(Part::Module);
        let mut names = Vec::new();
        for part in [Part::Pathway, Part::Pages, Part::Styles, Part::Scripts]
            .into_iter()
            .chain(modules)
        {
            let sources = self.fingerprint(part)?;
            if self.built.get(part.name()) == Some(&sources) {
                continue;
            }
            self.build(part)?;
            self.built.insert(part.name().to_owned(), sources);
            fs::write(record(&self.folder), serde_json::to_vec(&self.built)?)?;
            names.push(part.name().to_owned());
        }
        Ok(names)
    }

    fn build(&self, part: Part) -> Result<()> {
        let program = self.folder.join(PROGRAM);
        fs::create_dir_all(&program)?;
        match part {
            Part::Pathway => self.pathway(),
            Part::Pages => self.pages(),
            Part::Styles => {
                // A class that is new in the markup needs no new stylesheet.
                let target = program.join("widget.css");
                styles::build(self.workspace, self.tools, &[], &target)
            }
            Part::Scripts => {
                let crisis = fs::read_to_string(self.crisis())?;
                let scripts = Scripts::lay_out(self.workspace, self.tools, &crisis)?;
                let date = build_date::of_build(self.workspace)?;
                scripts.program(&program)?;
                scripts.entries(&self.folder, &Manifest::plain(&date, PROGRAM, EDITION))
            }
            Part::Module(module) => {
                let folder = self.folder.join(module.folder);
                module.build_for_development(self.workspace, self.tools, &folder)
            }
        }
    }

    fn pathway(&self) -> Result<()> {
        pathways::build_tool(self.workspace)?;
        let pathway = Pathway::new(self.workspace, self.trust);
        pathway.check()?;
        fs::write(self.crisis(), pathway.crisis()?)?;
        dist::write_edition(&pathway, &self.folder.join(EDITION))?;
        dist::write_pages(&pathway, &self.folder)
    }

    fn pages(&self) -> Result<()> {
        dist::copy(&self.workspace.www(), &self.folder)?;
        dist::write_own_files(&self.folder, &self.folder.join(PROGRAM))?;
        fs::write(self.folder.join("development/reload.js"), RELOAD)?;
        for name in RELOADED {
            let path = self.folder.join(name);
            let page = fs::read_to_string(&path)?;
            fs::write(
                path,
                page.replacen("</head>", &format!("{RELOAD_TAG}</head>"), 1),
            )?;
        }
        Ok(())
    }

    fn crisis(&self) -> PathBuf {
        self.workspace.scratch().join("development.crisis.json")
    }

    /// A number for the names, sizes and times of a part's sources.
    fn fingerprint(&self, part: Part) -> Result<u64> {
        let mut hasher = DefaultHasher::new();
        let mut paths = Vec::new();
        let mut add = |names: &[&str]| -> Result<()> {
            for name in names {
                let path = self.workspace.root().join(name);
                if path.is_dir() {
                    paths.extend(files(&path)?);
                } else {
                    paths.push(path);
                }
            }
            Ok(())
        };
        add(part.sources())?;
        if let Part::Module(module) = part {
            add(module.inputs)?;
        }
        match part {
            Part::Pages => paths.retain(|path| !script::is_script(path)),
            Part::Scripts => {
                paths.retain(|path| script::is_script(path));
                paths.push(self.crisis());
            }
            _ => {}
        }
        paths.push(env::current_exe()?);
        if let (Part::Pathway, Some(trust)) = (part, self.trust) {
            paths.push(trust.to_path_buf());
        }
        for path in paths {
            let state = fs::metadata(&path).ok();
            let state = state.map(|file| (file.len(), file.modified().ok()));
            (path, state).hash(&mut hasher);
        }
        Ok(hasher.finish())
    }
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Pathway => "pathway",
            Self::Pages => "pages",
            Self::Styles => "styles",
            Self::Scripts => "scripts",
            Self::Module(module) => module.name,
        }
    }

    /// The files and folders that the part is built from, beside a module's own.
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

/// The file that says what each part was built from.
fn record(folder: &Path) -> PathBuf {
    folder.with_extension("json")
}
