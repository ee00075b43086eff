//! Tests which web addresses and signs a file may contain. Every browser opens such an address at
//! the place that a person reads in it. No text contains a sign that a person cannot see.

use crate::{
    files,
    small_pathway::{changed, kinds},
    trusts::{EXAMPLE, laid_over},
};
use pathway::{check::LoadError, source::is_hidden, web_address::is_web_address};
use serde_json::{Value, json};

const BAD: [&str; 24] = [
    "",
    "https://",
    "http://www.example.org",
    "javascript:alert(1)",
    "//www.example.org",
    "https://localhost/",
    "https://user@www.example.org/",
    "https://www.nhs.uk@evil.example/",
    "https://www.nhs.uk\\@evil.example/",
    "https://www.example.org\\evil",
    "https://www.example.org:443/",
    "https://a.b:99999/",
    "https://1.2.3.4.5/",
    "https://10.0.0.1/",
    "https://www.example.0x7f/",
    "https://xn--e1awd7f.com/",
    "https://www.exаmple.org/",
    "https://www.example.org/\u{202e}gro",
    "https://www.example.org/\u{200b}",
    "https://www.example.org/\u{7}",
    "https://www.example.org/a b",
    "https://-www.example.org/",
    "https://www..example.org/",
    "https://www.example.org./",
];

const GOOD: [&str; 6] = [
    "https://www.example.org",
    "https://www.example.org/a/b?c=d&e=%20#f",
    "https://WWW.Example.ORG/",
    "https://a-b.nhs.uk/@user",
    "https://111.nhs.uk",
    "https://www.example.org?x",
];

/// The hazard log lists this test under HAZ-002.
#[test]
fn an_address_has_a_plain_host() {
    for address in BAD {
        assert!(!is_web_address(address), "{address}");
    }
    for address in GOOD {
        assert!(is_web_address(address), "{address}");
    }
    let long = |length: usize| format!("{:x<length$}", "https://www.example.org/");
    assert!(is_web_address(&long(300)));
    assert!(!is_web_address(&long(301)));
    let label = |length: usize| format!("https://{}.org", "x".repeat(length));
    assert!(is_web_address(&label(63)));
    assert!(!is_web_address(&label(64)));
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn one_rule_holds_for_contacts_and_for_the_exit_of_a_pathway_and_of_a_trust() {
    for address in BAD {
        let contact = changed(|pathway, _| pathway["contacts"][4]["web"] = json!(address));
        assert!(
            kinds(&contact).contains(&"web-format contacts.line".to_owned()),
            "{address}"
        );
        let exit = changed(|pathway, _| pathway["exit"] = json!(address));
        assert!(
            kinds(&exit).contains(&"web-format exit".to_owned()),
            "{address}"
        );
        let mut trust: Value = serde_json::from_str(&files::text(EXAMPLE)).unwrap();
        trust["exit"] = json!(address);
        let Err(LoadError::Findings(found)) = laid_over(trust.to_string().as_bytes()) else {
            panic!("{address} is accepted");
        };
        assert_eq!(kinds(&found), ["web-format trust.exit"], "{address}");
    }
    for address in GOOD {
        let found = changed(|pathway, _| {
            pathway["contacts"][4]["web"] = json!(address);
            pathway["exit"] = json!(address);
        });
        assert_eq!(found, [], "{address}");
    }
}

/// The hazard log lists this test under HAZ-002.
#[test]
fn a_text_has_no_sign_that_nobody_sees() {
    for sign in [
        '\n',
        '\u{7}',
        '\u{1b}',
        '\u{202e}',
        '\u{2066}',
        '\u{200b}',
        '\u{feff}',
        '\u{ad}',
        '\u{2028}',
        '\u{e0041}',
    ] {
        assert!(is_hidden(sign));
        let text = format!("Mon{sign}day");
        let found = changed(|_, words| words["contacts"]["line"]["remark"] = json!(text));
        assert_eq!(
            kinds(&found),
            ["hidden-sign words.contacts.line"],
            "{sign:?}"
        );
        let found = changed(|pathway, _| pathway["contacts"][3]["owner"] = json!(text));
        assert_eq!(kinds(&found), ["hidden-sign contacts.team"], "{sign:?}");
        let found = changed(|_, words| words["crisis"]["title"] = json!(text));
        assert_eq!(kinds(&found), ["hidden-sign words.crisis"], "{sign:?}");
    }
    // Persian and Bengali join and separate letters by signs without a shape. Such signs are
    // allowed.
    for text in ["می\u{200c}خواهم", "ক্\u{200d}ষ", "Zoë’s – 18 °C ½"] {
        let found = changed(|_, words| words["contacts"]["line"]["remark"] = json!(text));
        assert_eq!(found, [], "{text}");
    }
    let found = changed(|_, words| words["contacts"]["line"]["remark"] = json!("11\u{200d}1"));
    assert!(kinds(&found).contains(&"hidden-sign words.contacts.line".to_owned()));
}
