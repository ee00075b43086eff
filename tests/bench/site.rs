//! Serves the measured pages and their files as a host page's server does. It compresses files with
//! brotli, sends their types, and sends a header that makes the browser ask again at the next
//! visit.

use crate::{peer_packages, peer_questions::peer_questions};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{Response, StatusCode, header},
};
use brotli::CompressorWriter;
use std::{
    collections::HashMap,
    fs,
    io::Write,
    path::PathBuf,
    sync::{Arc, Mutex},
};
use webdriver_tests::{files::dist, server::Site};

const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pages");
const BUFFER_BYTES: usize = 1 << 16;
const QUALITY: u32 = 11;
const WINDOW_BITS: u32 = 22;

/// The number and size of the files that the site has sent since the last call of `Hosted::sent`.
#[derive(Default)]
pub struct Sent {
    pub files: u32,
    /// The size of the compressed files in bytes.
    pub bytes: u32,
}

/// The files that the site has compressed, and the count of the files that it has sent.
#[derive(Default)]
struct Shelf {
    ready: Mutex<HashMap<String, Vec<u8>>>,
    sent: Mutex<Sent>,
}

/// The running site. It stops when the value is dropped.
pub struct Hosted {
    site: Site,
    shelf: Arc<Shelf>,
}

impl Hosted {
    pub async fn open() -> Self {
        let shelf = Arc::<Shelf>::default();
        let pages = Router::new().fallback(send).with_state(shelf.clone());
        let site = Site::serve(pages).await;
        Self { site, shelf }
    }

    /// Returns the address of a page at a host name that no browser has visited. Every such name
    /// leads to this machine.
    pub fn address(&self, visit: usize, page: &str) -> String {
        format!("http://visit-{visit}.localhost:{}/{page}", self.site.port)
    }

    /// Returns the number and size of the files that the site has sent since the last call.
    pub fn sent(&self) -> Sent {
        std::mem::take(&mut *self.shelf.sent.lock().unwrap())
    }
}

async fn send(State(shelf): State<Arc<Shelf>>, request: Request) -> Response<Body> {
    let path = request.uri().path().to_owned();
    let mut ready = shelf.ready.lock().unwrap();
    if !ready.contains_key(&path) {
        let Some(bytes) = file(&path) else {
            let mut missing = Response::new(Body::empty());
            *missing.status_mut() = StatusCode::NOT_FOUND;
            return missing;
        };
        ready.insert(path.clone(), compressed(&bytes));
    }
    let bytes = ready[&path].clone();
    let mut sent = shelf.sent.lock().unwrap();
    sent.files += 1;
    sent.bytes += u32::try_from(bytes.len()).unwrap();
    Response::builder()
        .header(header::CONTENT_TYPE, kind(&path))
        .header(header::CONTENT_ENCODING, "br")
        .header(header::CACHE_CONTROL, "no-cache")
        .body(Body::from(bytes))
        .unwrap()
}

fn file(path: &str) -> Option<Vec<u8>> {
    let name = path.trim_start_matches('/');
    let (folder, name) = match name.split_once('/') {
        Some(("finder", name)) => (dist(), name),
        Some(("npm", name)) => (peer_packages::folder(), name),
        _ => (PathBuf::from(PAGES), name),
    };
    let bytes = fs::read(folder.join(name)).ok()?;
    if folder.as_os_str() != PAGES || !name.ends_with(".html") {
        return Some(bytes);
    }
    let page = String::from_utf8(bytes).unwrap();
    let drive = fs::read_to_string(format!("{PAGES}/drive.js")).unwrap();
    let script = format!("window.journey = {};\n{drive}", peer_questions());
    Some(page.replace("SCRIPT", &script).into_bytes())
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = CompressorWriter::new(&mut out, BUFFER_BYTES, QUALITY, WINDOW_BITS);
    writer.write_all(bytes).unwrap();
    drop(writer);
    out
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
