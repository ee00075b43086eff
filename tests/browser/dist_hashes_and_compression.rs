//! Tests the content hashes and the compressed copies in `dist/`.

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

/// Returns every file in a folder and its subfolders, sorted by name.
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

fn is_compressed(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending == "br" || ending == "gz"
}

/// Returns the paths in `dist/` of all files except the compressed copies.
fn uncompressed() -> Vec<String> {
    let dist = dist();
    let paths = files(&dist).into_iter().filter(|path| !is_compressed(path));
    let names = paths.map(|path| path.strip_prefix(&dist).unwrap().display().to_string());
    names.collect()
}

/// Returns the hash of all files in a folder.
fn content_hash(folder: &Path) -> String {
    let mut all = Sha256::new();
    for path in files(folder).iter().filter(|path| !is_compressed(path)) {
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
        all.update(Sha256::digest(name));
        all.update(Sha256::digest(fs::read(path).unwrap()));
    }
    let digits = all.finalize().into_iter().map(|byte| format!("{byte:02x}"));
    digits.collect::<String>()[..10].to_owned()
}

/// Browsers keep a file with a content hash in its path for a year. So new content needs a new
/// path.
///
/// The hazard log lists this test under HAZ-009.
#[test]
fn a_file_that_browsers_cache_for_a_year_is_named_by_its_content() {
    let mut folders = BTreeSet::new();
    for name in uncompressed()
        .iter()
        .filter(|name| name.starts_with("app/"))
    {
        let parts: Vec<&str> = name.split('/').collect();
        assert_eq!(parts.len(), 3, "{name} lies in no folder with a hash");
        folders.insert(parts[1].to_owned());
    }
    assert_eq!(folders.len(), 2, "the program and the edition: {folders:?}");
    for folder in folders {
        assert_eq!(content_hash(&dist().join("app").join(&folder)), folder);
    }
}

/// Some file names in `dist/` must never change. Host pages use these names, and trusts replace
/// some of the files.
#[test]
fn files_that_other_pages_name_keep_their_names() {
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
        assert!(uncompressed().contains(&name.to_owned()), "{name}");
    }
}

/// A corrected phone number must change only the edition. Browsers then load the edition again, and
/// keep the program.
#[test]
fn a_corrected_number_leaves_the_program_in_its_folder() {
    let folder = |file: &str| built(file).rsplit_once('/').unwrap().0.to_owned();
    let edition = folder("en-GB.edition.bin");
    for file in [
        "causes.js",
        "enframe.js",
        "inframe.js",
        "keep.js",
        "ladder.js",
        "links.js",
        "own.js",
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
    assert_eq!(
        in_edition, 6,
        "the bytes and the text, with their compressed copies"
    );
}

/// A web server may send the compressed copy instead of the file.
///
/// The hazard log lists this test under HAZ-009.
#[test]
fn every_compressed_copy_holds_its_file() {
    for name in uncompressed() {
        let path = dist().join(&name);
        let file = fs::read(&path).unwrap();
        let copy = |ending: &str| fs::File::open(format!("{}.{ending}", path.display()));
        if name.starts_with("pathways/") || name.starts_with("trusts/") {
            // Trusts replace the pathway files and trust files in `dist/`. If there were a
            // compressed copy, the server would still send the old content.
            assert!(copy("br").is_err() && copy("gz").is_err(), "{name}");
            continue;
        }
        let mut content = Vec::new();
        let compressed = copy("br").unwrap_or_else(|error| panic!("{name}.br: {error}"));
        Decompressor::new(compressed, 4096)
            .read_to_end(&mut content)
            .unwrap();
        assert!(content == file, "{name}.br holds another content");
        content.clear();
        let compressed = copy("gz").unwrap_or_else(|error| panic!("{name}.gz: {error}"));
        GzDecoder::new(compressed)
            .read_to_end(&mut content)
            .unwrap();
        assert!(content == file, "{name}.gz holds another content");
    }
}

#[test]
fn every_compressed_copy_stands_beside_its_file() {
    for path in files(&dist())
        .into_iter()
        .filter(|path| is_compressed(path))
    {
        assert!(path.with_extension("").is_file(), "{}", path.display());
    }
}
