//! What a server answers to a browser, beside what the recipes promise.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{Answer, Server};
use crate::compress;
use crate::content_hash::{self, ASKED_EACH_TIME, NAMED_BY_CONTENT};

/// What is asked for, by plain names; a kind of file each.
const NAMED: [&str; 4] = [
    "app/en-GB.edition.bin",
    "app/ladder.js",
    "app/ppimhs_finder_bg.wasm",
    "app/widget.css",
];
const STAYING: [&str; 8] = [
    "frame.html",
    "index.html",
    "pathways/ppimhs/pathway.json",
    "plain.html",
    "ppimhs-finder.js",
    "review/ppimhs_reviewer_bg.wasm",
    "schemas/trust.schema.json",
    "server/nginx.txt",
];
/// Nobody has this; the next build may.
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

/// Asks for files of every kind as browsers do that take these encodings, the best first, and as one that
/// takes none.
///
/// # Errors
/// When an answer is not what the recipes promise.
pub fn hold(server: &Server, dist: &Path, encodings: &[&str]) -> Result<()> {
    for (plain, kept) in NAMED
        .iter()
        .map(|name| (name, NAMED_BY_CONTENT))
        .chain(STAYING.iter().map(|name| (name, ASKED_EACH_TIME)))
    {
        let name = content_hash::find(dist, plain)?;
        for from in 0..=encodings.len() {
            let taken = encodings.get(from..).unwrap_or_default();
            let asked = Asked {
                server,
                dist,
                taken,
            };
            asked
                .file(&name, kept)
                .with_context(|| format!("{} for who takes {taken:?}", name.display()))?;
        }
    }
    for name in MISSING {
        let answer = server.ask(&format!("/finder/{name}"), &[])?;
        let answer = answer.expect_status(404)?;
        expect(&answer, "Cache-Control", Some(ASKED_EACH_TIME)).context(name)?;
    }
    let start = server.ask("/finder/", &[])?.expect_status(200)?;
    expect(&start, "Cache-Control", Some(ASKED_EACH_TIME)).context("the folder itself")
}

/// A browser that takes these encodings.
struct Asked<'a> {
    server: &'a Server,
    dist: &'a Path,
    taken: &'a [&'a str],
}

impl Asked<'_> {
    fn file(&self, name: &Path, kept: &str) -> Result<()> {
        let path = self.dist.join(name);
        let encoding = self.taken.first().copied();
        let copy = match encoding {
            Some("gzip") => compress::of(&path, compress::GZIP),
            Some(_) => compress::of(&path, compress::BROTLI),
            None => path.clone(),
        };
        let accepted = self.taken.join(", ");
        let accepted = [("Accept-Encoding", accepted)];
        let answer = self.ask(name, &accepted)?.expect_status(200)?;
        let has_copy = copy.is_file();
        if has_copy {
            let held =
                fs::read(&copy).with_context(|| format!("cannot read {}", copy.display()))?;
            ensure!(answer.body == held, "other bytes than {}", copy.display());
        }
        // What has no copy is packed as it is sent.
        let packed = if has_copy {
            encoding
        } else {
            encoding.and(Some("gzip"))
        };
        expect(&answer, "Content-Encoding", packed)?;
        expect(&answer, "Content-Language", None)?;
        expect(&answer, "Vary", Some("Accept-Encoding"))?;
        let kind = name.extension().unwrap_or_default();
        let known = TYPES.iter().find(|(ending, _)| kind == *ending);
        expect(&answer, "Content-Type", known.map(|(_, kind)| *kind))?;
        promised(&answer, kept)?;
        if name == Path::new("frame.html") {
            expect(&answer, "X-Frame-Options", None)?;
        }

        let [since, tag] = ["Last-Modified", "ETag"].map(|name| answer.header(name));
        let [accepted] = accepted;
        let mut again = vec![accepted];
        again.extend(since.map(|since| ("If-Modified-Since", since)));
        again.extend(tag.map(|tag| ("If-None-Match", tag)));
        let answer = self.ask(name, &again)?.expect_status(304)?;
        promised(&answer, kept)
    }

    fn ask(&self, name: &Path, headers: &[(&str, String)]) -> Result<Answer> {
        self.server
            .ask(&format!("/finder/{}", name.display()), headers)
    }
}

/// What every answer says.
fn promised(answer: &Answer, kept: &str) -> Result<()> {
    expect(answer, "Cache-Control", Some(kept))?;
    expect(answer, "Access-Control-Allow-Origin", Some("*"))?;
    expect(answer, "Cross-Origin-Resource-Policy", Some("cross-origin"))?;
    expect(answer, "X-Content-Type-Options", Some("nosniff"))
}

fn expect(answer: &Answer, name: &str, value: Option<&str>) -> Result<()> {
    let said = answer.header(name);
    ensure!(
        said.as_deref() == value,
        "{name} was to be {value:?}, and is {said:?}"
    );
    Ok(())
}
