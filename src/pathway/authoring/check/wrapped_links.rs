//! Finds the links that mail filters and large sites write in place of an address, such as the Safe
//! Links of Outlook, and the address inside.

use crate::authoring::source::printable;
use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// The place of the address in a link.
#[derive(Clone, Copy)]
enum Holder {
    /// A parameter with this name.
    Parameter(&'static str),
    /// A parameter with this name, in which `-` stands for `%` and `_` for `/`.
    Dashed(&'static str),
    /// The text between two underscores in the path.
    Underscores,
    /// The last part of the path.
    LastPart,
    /// None: the link holds only a code.
    Nowhere,
}

/// The hosts of such links, each with the start of the path. A subdomain of the host matches too.
const WRAPPERS: [(&str, &str, Holder); 16] = [
    (
        "safelinks.protection.outlook.com",
        "",
        Holder::Parameter("url"),
    ),
    ("teams.cdn.office.net", "", Holder::Parameter("url")),
    ("urldefense.com", "/v3/", Holder::Underscores),
    ("urldefense.us", "/v3/", Holder::Underscores),
    ("urldefense.proofpoint.com", "/v1", Holder::Parameter("u")),
    ("urldefense.proofpoint.com", "/v2", Holder::Dashed("u")),
    ("protect.checkpoint.com", "/v2/", Holder::Underscores),
    ("linkprotect.cudasvc.com", "", Holder::Parameter("a")),
    ("secure-web.cisco.com", "", Holder::LastPart),
    ("clicktime.symantec.com", "", Holder::Parameter("u")),
    ("mimecast.com", "/s/", Holder::Nowhere),
    ("mimecastprotect.com", "", Holder::Nowhere),
    ("google.com", "/url?", Holder::Parameter("q")),
    ("google.co.uk", "/url?", Holder::Parameter("q")),
    ("l.facebook.com", "/l.php", Holder::Parameter("u")),
    ("lm.facebook.com", "/l.php", Holder::Parameter("u")),
];

/// The number of links inside each other that are opened.
const DEPTH: usize = 4;

/// A link that leads through another host.
pub(super) struct WrappedLink {
    /// The host that sees who opens the link.
    pub(super) host: &'static str,
    /// The address inside, if the link holds it.
    pub(super) address: Option<String>,
}

/// Returns the link, if the address leads through another host.
pub(super) fn find(address: &str) -> Option<WrappedLink> {
    let (host, mut inner) = unpacked(address)?;
    for _ in 0..DEPTH {
        let Some((_, next)) = inner.as_deref().and_then(unpacked) else {
            break;
        };
        inner = next;
    }
    let address = inner.map(|inner| printable(&inner));
    Some(WrappedLink { host, address })
}

/// Returns the host of a link, and the address inside if the link holds it.
fn unpacked(address: &str) -> Option<(&'static str, Option<String>)> {
    let (_, rest) = address.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let host = host.to_ascii_lowercase();
    let is_host = |wrapper: &str| {
        let more = host.strip_suffix(wrapper);
        more.is_some_and(|more| more.is_empty() || more.ends_with('.'))
    };
    let mut wrappers = WRAPPERS.iter();
    let (wrapper, _, holder) =
        wrappers.find(|(wrapper, start, _)| is_host(wrapper) && path.starts_with(start))?;
    let inner = match holder {
        Holder::Parameter(name) => parameter(path, name).map(|inner| decoded(&inner)),
        Holder::Dashed(name) => {
            parameter(path, name).map(|inner| decoded(&inner.replace('-', "%").replace('_', "/")))
        }
        Holder::Underscores => path
            .split_once("__")
            .map(|(_, inner)| inner.trim_start_matches('_'))
            .and_then(|inner| inner.split_once("__"))
            .map(|(inner, _)| inner.to_owned()),
        Holder::LastPart => path.rsplit('/').next().map(decoded),
        Holder::Nowhere => None,
    };
    let inner = inner.filter(|inner| {
        let start = inner.to_ascii_lowercase();
        start.starts_with("https://") || start.starts_with("http://")
    });
    Some((*wrapper, inner))
}

fn parameter(path: &str, name: &str) -> Option<String> {
    let (_, query) = path.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let mut parts = query.split('&').filter_map(|part| part.split_once('='));
    let (_, value) = parts.find(|(key, _)| *key == name)?;
    Some(value.to_owned())
}

/// Replaces each code such as `%3A` by its character.
fn decoded(text: &str) -> String {
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((start, code)) = rest.split_once('%') {
        bytes.extend_from_slice(start.as_bytes());
        let hex = code.get(..2);
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = code.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = code;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}
