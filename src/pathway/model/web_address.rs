//! The rule for safe web addresses. The pathway, the trust file and the host page must follow it.

/// The maximum length of a web address, in bytes.
const LONGEST: usize = 300;

/// Returns whether a text is a safe web address: it starts with `https://`, names no user and no
/// port, and contains only ASCII characters. Every browser then opens the same host that a person
/// reads.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    text.len() <= LONGEST
        && is_host(host)
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// Returns whether a text is a plain host name. Two kinds of names are refused, because a browser
/// opens another host than a person reads. A name that ends in a number is an IP address for a
/// browser. A part such as `xn--a` stands for letters of another script.
fn is_host(host: &str) -> bool {
    let is_part = |part: &str| {
        let bytes = part.as_bytes();
        bytes.len() < 64
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && bytes.get(2..4) != Some(b"--")
            && !part.starts_with('-')
            && !part.ends_with('-')
            && !part.is_empty()
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(is_part)
        && last.starts_with(|sign: char| sign.is_ascii_alphabetic())
}
