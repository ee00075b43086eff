//! The edition that ships.

use crate::run::{run, tool};
use pathway::edition::Edition;

#[test]
fn it_is_what_a_browser_reads() {
    let ended = tool(&["edition"]).output().unwrap();
    assert!(ended.status.success());
    let edition = Edition::decode(&ended.stdout).unwrap();
    assert_eq!(edition.pathway().document().id.as_str(), "ppimhs");
    assert_eq!(edition.words().language, "en-GB");
}

#[test]
fn a_language_that_is_not_there_is_refused_with_those_that_are() {
    let ran = run(&["edition", "--language", "fr"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("choose from en-GB"), "{}", ran.err);
}
