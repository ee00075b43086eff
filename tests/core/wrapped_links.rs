//! Tests that a finding names the address inside a link of a mail filter.

use crate::{files::read, small_pathway::changed, trusts::laid_over};
use pathway::{check::LoadError, finding::Finding};
use serde_json::json;

fn findings_of(file: &str) -> Vec<Finding> {
    match laid_over(&read(&format!("tests/broken-files/{file}"))) {
        Err(LoadError::Findings(findings)) => findings,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_of_a_mail_filter_is_refused_with_the_address_inside() {
    let found = findings_of("trust-safelinks.json");
    let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "trust.contacts.pandas",
            "trust.contacts.sands",
            "trust.exit",
            "trust.self_referral"
        ]
    );
    for finding in found {
        assert_eq!(finding.kind, "wrapped-address");
        assert!(
            finding.message.ends_with(": write https://example.org/"),
            "{finding}"
        );
        assert!(!finding.message.contains("name%40trust"), "{finding}");
    }
}

#[test]
fn other_links_that_lead_through_a_host_are_opened_too() {
    let inside = "https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc";
    let safe = format!("https://eur03.safelinks.protection.outlook.com/?url={inside}&data=1");
    let again = safe
        .replace('%', "%25")
        .replace("https://", "https%3A%2F%2F")
        .replace("?url=", "%3Furl%3D");
    for (link, advice) in [
        (safe.clone(), "write https://example.org/a?b=c"),
        (
            format!("https://nam02.safelinks.protection.outlook.com/?url={again}"),
            "write https://example.org/a?b=c",
        ),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a&d=x".to_owned(),
            "write https://example.org/a",
        ),
        (
            format!("https://linkprotect.cudasvc.com/url?a={inside}&c=E"),
            "write https://example.org/a?b=c",
        ),
        (
            format!("https://www.google.com/url?q={inside}&sa=D"),
            "write https://example.org/a?b=c",
        ),
        (
            format!("https://l.facebook.com/l.php?u={inside}&h=1"),
            "write https://example.org/a?b=c",
        ),
        (
            format!("https://secure-web.cisco.com/1abc/{inside}"),
            "write https://example.org/a?b=c",
        ),
        (
            "https://protect.checkpoint.com/v2/___https://example.org/___.YzJ".to_owned(),
            "write https://example.org/",
        ),
        (
            "https://protect-eu.mimecast.com/s/AbCd".to_owned(),
            "open it, and write the address",
        ),
        (
            format!("{safe}&long={}", "x".repeat(400)),
            "write https://example.org/a?b=c",
        ),
    ] {
        let found = changed(|pathway, _| pathway["contacts"][4]["web"] = json!(link));
        assert_eq!(found.len(), 1, "{link}: {found:?}");
        assert_eq!(found[0].kind, "wrapped-address", "{link}");
        assert!(
            found[0].message.ends_with(&format!(": {advice}")) || found[0].message.contains(advice),
            "{}",
            found[0]
        );
    }
    for address in [
        "https://www.google.com/maps?q=x",
        "https://forms.office.com/e/x?url=y",
        "https://notsafelinks.example.org/?url=x",
    ] {
        let found = changed(|pathway, _| pathway["contacts"][4]["web"] = json!(address));
        assert_eq!(found, [], "{address}");
    }
}

#[test]
fn an_address_that_opens_only_inside_an_organisation_is_refused() {
    for address in [
        "https://intranet.trust.local/page",
        "https://wiki.LAN",
        "https://a.internal?x",
        "https://sharepoint.nhs.intranet/",
    ] {
        let found = changed(|pathway, _| pathway["contacts"][4]["web"] = json!(address));
        assert_eq!(found[0].kind, "internal-address", "{address}");
    }
    let found = findings_of("trust-odd-addresses.json");
    let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    let contacts = [
        "bliss",
        "cry-sis",
        "miscarriage-association",
        "pandas",
        "sands",
        "tommys",
    ];
    let mut expected: Vec<String> = contacts.map(|id| format!("trust.contacts.{id}")).into();
    expected.push("trust.exit".to_owned());
    assert_eq!(paths, expected);
}

/// A letter of another alphabet can look like one of an address.
#[test]
fn a_sign_that_no_address_has_is_named() {
    for (address, told) in [
        ("https://ex\u{430}mple.org/", "U+0430 after \"https://ex\""),
        (
            "https://example.org/\u{202e}",
            "U+202E (a change of direction)",
        ),
        (
            "https://exa\u{200b}mple.org/",
            "U+200B (a zero-width space)",
        ),
        (
            "\u{feff}https://example.org/",
            "U+FEFF (a byte order mark) at its start",
        ),
        ("https://example.org/a\u{a0}b", "U+00A0 (a no-break space)"),
        (
            "https://example\u{2011}a.org/",
            "U+2011 (a hyphen or dash that is not -)",
        ),
    ] {
        let found = changed(|pathway, _| pathway["contacts"][4]["web"] = json!(address));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].kind, "web-format");
        assert!(found[0].message.contains(told), "{found:?}");
        assert!(
            found[0].message.ends_with("type the address by hand"),
            "{found:?}"
        );
    }
}
