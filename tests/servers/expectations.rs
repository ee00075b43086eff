//! Checks that a server answers the requests of a browser as the project promises.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::{Answer, Server, find_dist_files};

/// The value of the header `Cache-Control` for a file with the same name in every build. A browser
/// asks the server each time whether the file has changed.
const NO_CACHE: &str = "no-cache";
/// The value of the header `Cache-Control` for a file in a folder with a content hash. A browser
/// keeps the file for a year.
const KEPT_FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// Files with a content hash in their path, one of each type.
const HASHED: [&str; 4] = [
    "app/en-GB.edition.bin",
    "app/ladder.js",
    "app/ppimhs_finder_bg.wasm",
    "app/widget.css",
];
/// Files with the same name in every build, one of each type.
const NAMED: [&str; 8] = [
    "frame.html",
    "index.html",
    "pathways/ppimhs/pathway.json",
    "plain.html",
    "ppimhs-finder.js",
    "review/ppimhs_reviewer_bg.wasm",
    "schemas/trust.schema.json",
    "server/nginx.txt",
];
/// Pages that other sites may open in a tab of their own.
const OPENED: [&str; 2] = ["frame.html", "plain.html"];
/// Files that do not exist now, but may exist after the next build.
const MISSING: [&str; 3] = [
    "app/0123456789/ladder.js",
    "app/0123456789/",
    "app/ladder.js",
];

const TYPES: [(&str, &str); 7] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("json", "application/json"),
    ("wasm", "application/wasm"),
    ("bin", "application/octet-stream"),
];

/// Requests files of every type, and checks each answer. The first request accepts all these
/// encodings, the best first. Each later request accepts fewer of them, and the last accepts none.
///
/// # Errors
/// When an answer of the server breaks a promise of the project.
pub fn check(server: &Server, encodings: &[&str]) -> Result<()> {
    let hashed = HASHED.iter().map(|name| (name, KEPT_FOR_GOOD));
    let named = NAMED.iter().map(|name| (name, NO_CACHE));
    for (name, cache_control) in hashed.chain(named) {
        let name = find_dist_files::find(&find_dist_files::folder(), name)?;
        for first in 0..=encodings.len() {
            let accepted = encodings.get(first..).unwrap_or_default();
            check_file(server, &name, accepted, cache_control)
                .with_context(|| format!("{}, accepting {accepted:?}", name.display()))?;
        }
    }
    for name in MISSING {
        let answer = server.get(&format!("/finder/{name}"), &[])?;
        let answer = answer.expect_status(404).context(name)?;
        expect(&answer, "Cache-Control", Some(NO_CACHE)).context(name)?;
    }
    let start = server.get("/finder/", &[])?.expect_status(200)?;
    expect(&start, "Cache-Control", Some(NO_CACHE)).context("the folder itself")
}

fn check_file(server: &Server, name: &Path, accepted: &[&str], cache_control: &str) -> Result<()> {
    let address = format!("/finder/{}", name.display());
    let path = find_dist_files::folder().join(name);
    let encoding = accepted.first().copied();
    let mut headers = vec![("Accept-Encoding", accepted.join(", "))];
    let answer = server.get(&address, &headers)?.expect_status(200)?;

    let copy = encoded_copy(&path, encoding);
    let has_copy = copy.is_file();
    if has_copy {
        let bytes = fs::read(&copy)?;
        ensure!(answer.body == bytes, "other bytes than {}", copy.display());
    }
    // If a file has no compressed copy in `dist/`, the server compresses the file with gzip.
    let sent = encoding.map(|encoding| if has_copy { encoding } else { "gzip" });
    expect(&answer, "Content-Encoding", sent)?;
    expect(&answer, "Content-Language", None)?;
    expect(&answer, "Vary", Some("Accept-Encoding"))?;
    let ending = name.extension().unwrap_or_default();
    let known = TYPES.iter().find(|(known, _)| ending == *known);
    expect(&answer, "Content-Type", known.map(|(_, kind)| *kind))?;
    check_common_headers(&answer, cache_control)?;
    let is_opened = OPENED.iter().any(|opened| name == Path::new(opened));
    let opener = is_opened.then_some("same-origin");
    expect(&answer, "Cross-Origin-Opener-Policy", opener)?;
    if name == Path::new("frame.html") {
        expect(&answer, "X-Frame-Options", None)?;
    }

    let modified = answer.header("Last-Modified");
    let tag = answer.header("ETag");
    headers.extend(modified.map(|modified| ("If-Modified-Since", modified)));
    headers.extend(tag.map(|tag| ("If-None-Match", tag)));
    let answer = server.get(&address, &headers)?.expect_status(304)?;
    check_common_headers(&answer, cache_control)
}

/// Returns the path of a file's compressed copy. Returns the path of the file itself if the
/// encoding is `None`.
fn encoded_copy(path: &Path, encoding: Option<&str>) -> PathBuf {
    let ending = match encoding {
        None => "",
        Some("gzip") => ".gz",
        Some(_) => ".br",
    };
    let mut copy = OsString::from(path);
    copy.push(ending);
    PathBuf::from(copy)
}

fn check_common_headers(answer: &Answer, cache_control: &str) -> Result<()> {
    expect(answer, "Cache-Control", Some(cache_control))?;
    expect(answer, "Access-Control-Allow-Origin", Some("*"))?;
    expect(answer, "Cross-Origin-Resource-Policy", Some("cross-origin"))?;
    expect(answer, "X-Content-Type-Options", Some("nosniff"))
}

fn expect(answer: &Answer, name: &str, value: Option<&str>) -> Result<()> {
    let found = answer.header(name);
    ensure!(
        found.as_deref() == value,
        "{name} is {found:?}, not {value:?}"
    );
    Ok(())
}
