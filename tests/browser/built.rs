//! The folder that a trust uploads: what browsers keep for good is named by what it holds, and what servers
//! send packed is the file itself.

use brotli::Decompressor;
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeSet,
    fs,
    io::Read,
    path::{Path, PathBuf},
};
use webdriver_tests::files::{built, dist};

/// Every file below a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn is_packed(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending == "br" || ending == "gz"
}

/// The files of a build as they are, named from its folder.
fn plain() -> Vec<String> {
    let dist = dist();
    let paths = files(&dist).into_iter().filter(|path| !is_packed(path));
    let names = paths.map(|path| path.strip_prefix(&dist).unwrap().display().to_string());
    names.collect()
}

/// The name that a folder must have for what lies in it.
fn name_of(folder: &Path) -> String {
    let mut all = Sha256::new();
    for path in files(folder).iter().filter(|path| !is_packed(path)) {
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
        all.update(Sha256::digest(name));
        all.update(Sha256::digest(fs::read(path).unwrap()));
    }
    let digits = all.finalize().into_iter().map(|byte| format!("{byte:02x}"));
    digits.collect::<String>()[..10].to_owned()
}

/// A browser keeps these for a year and asks no more: another content must have another name.
///
/// HAZ-009.
#[test]
fn what_is_kept_for_good_is_named_by_what_it_holds() {
    let mut folders = BTreeSet::new();
    for name in plain().iter().filter(|name| name.starts_with("app/")) {
        let parts: Vec<&str> = name.split('/').collect();
        assert_eq!(parts.len(), 3, "{name} lies in no folder of its own");
        folders.insert(parts[1].to_owned());
    }
    assert_eq!(folders.len(), 2, "the program and the edition: {folders:?}");
    for folder in folders {
        assert_eq!(name_of(&dist().join("app").join(&folder)), folder);
    }
}

/// What others name, and what a trust replaces where it lies, keeps its name.
#[test]
fn what_others_name_keeps_its_name() {
    for name in [
        "frame.html",
        "frame.js",
        "index.html",
        "pathways/ppimhs/pathway.json",
        "pathways/ppimhs/words/en-GB.json",
        "plain.html",
        "ppimhs-finder.js",
        "ppimhs-reader.js",
        "review.html",
        "review/worker.js",
        "trusts/template.json",
    ] {
        assert!(plain().contains(&name.to_owned()), "{name}");
    }
}

/// A number that is corrected is in the edition alone: the program keeps its name, and browsers have it.
#[test]
fn a_corrected_number_leaves_the_program_where_it_was() {
    let folder = |file: &str| built(file).rsplit_once('/').unwrap().0.to_owned();
    let edition = folder("en-GB.edition.bin");
    for file in [
        "enframe.js",
        "keep.js",
        "ladder.js",
        "ppimhs_finder.js",
        "ppimhs_finder_bg.wasm",
        "ppimhs_finder_twin.js",
        "ppimhs_reader.js",
        "ppimhs_reader_bg.wasm",
        "ppimhs_reader_twin.js",
        "widget.css",
    ] {
        assert_eq!(folder(file), folder("ladder.js"), "{file}");
        assert_ne!(folder(file), edition, "{file}");
    }
    let in_edition = files(&dist().join(edition)).len();
    assert_eq!(in_edition, 6, "two parts and their packed copies");
}

/// A server sends the copy, whatever its file says by then.
///
/// HAZ-009.
#[test]
fn every_packed_copy_is_the_file_itself() {
    for name in plain() {
        let path = dist().join(&name);
        let file = fs::read(&path).unwrap();
        let copy = |ending: &str| fs::File::open(format!("{}.{ending}", path.display()));
        if name.starts_with("pathways/") || name.starts_with("trusts/") {
            // People replace these alone, and an old copy would be sent in their place.
            assert!(copy("br").is_err() && copy("gz").is_err(), "{name}");
            continue;
        }
        let mut held = Vec::new();
        let packed = copy("br").unwrap_or_else(|error| panic!("{name}.br: {error}"));
        Decompressor::new(packed, 4096)
            .read_to_end(&mut held)
            .unwrap();
        assert!(held == file, "{name}.br holds something else");
        held.clear();
        let packed = copy("gz").unwrap_or_else(|error| panic!("{name}.gz: {error}"));
        GzDecoder::new(packed).read_to_end(&mut held).unwrap();
        assert!(held == file, "{name}.gz holds something else");
    }
}

#[test]
fn no_packed_copy_is_left_without_its_file() {
    for path in files(&dist()).into_iter().filter(|path| is_packed(path)) {
        assert!(path.with_extension("").is_file(), "{}", path.display());
    }
}
