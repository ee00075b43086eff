//! Tests that a browser can decode the output of `pathway edition`.

use crate::run::{run, tool};
use pathway::edition::Edition;

#[test]
fn it_decodes_as_a_browser_decodes_it() {
    let ended = tool(&["edition"]).output().unwrap();
    assert!(ended.status.success());
    let edition = Edition::decode(&ended.stdout).unwrap();
    assert_eq!(edition.pathway().compiled().id.as_str(), "ppimhs");
    assert_eq!(edition.words().language, "en-GB");
}

#[test]
fn an_unknown_language_is_refused_with_the_known_ones() {
    let ran = run(&["edition", "--language", "fr"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("choose from en-GB"), "{}", ran.err);
}
