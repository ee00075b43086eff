//! Tests the messages about files as editors, shells and word processors leave them.

use crate::{
    files::{folder, read, text},
    trusts::laid_over,
};
use pathway::{
    check::LoadError,
    source::{ParseError, is_utf16},
};

/// Returns a file that a program has broken.
fn broken(name: &str) -> Vec<u8> {
    read(&format!("tests/broken-files/{name}"))
}

fn error_of(bytes: &[u8]) -> ParseError {
    match laid_over(bytes) {
        Err(LoadError::Parse { error, .. }) => error,
        other => panic!("{other:?}"),
    }
}

/// Checks the position and the start of the message for a trust file.
fn check_error(bytes: &[u8], line: usize, column: usize, message: &str) {
    let error = error_of(bytes);
    assert!(error.message.contains(message), "{error}");
    assert!(error.message.contains(": "), "no advice in {error}");
    assert_eq!((error.line, error.column), (line, column), "{error}");
}

#[test]
fn each_broken_file_is_named_with_its_cause() {
    for (name, line, column, message) in [
        (
            "json-bare-key.json",
            7,
            25,
            "a name stands here without quotes",
        ),
        ("json-comment.json", 2, 3, "a comment stands here"),
        ("json-curly.json", 7, 25, "“ is not the quote of JSON"),
        (
            "json-inner-quote.json",
            7,
            50,
            "a quote inside a text has ended",
        ),
        (
            "json-missing-comma.json",
            8,
            5,
            "a comma is missing before this",
        ),
        (
            "json-single-quotes.json",
            7,
            5,
            "' is not the quote of JSON",
        ),
        (
            "json-trailing-comma.json",
            8,
            3,
            "a comma stands before a closing bracket",
        ),
        ("json-twice.json", 7, 56, "\"phone\" stands here twice"),
        ("json-utf16.bin", 1, 1, "the text is in UTF-16"),
        (
            "trust-closed-team.json",
            1,
            116,
            "null takes nothing away: write \"closed\": true",
        ),
    ] {
        check_error(&broken(name), line, column, message);
    }
}

/// Returns a trust file with this text as the value of a contact's remark.
fn with_value(value: &str) -> String {
    format!(
        "{{\n  \"id\": \"n\", \"pathway\": \"ppimhs\", \"version\": \"0.1.0\", \"language\": \"en-GB\",\n  \
         \"contacts\": {{ \"redbridge-team\": {{ \"remark\": {value} }} }}\n}}\n"
    )
}

/// The column of the value in the third line of [`with_value`].
const VALUE: usize = 47;

#[test]
fn other_causes_are_named_at_their_character() {
    for (value, column, message) in [
        ("„Hallo“", VALUE, "„ is not the quote"),
        ("«Bonjour»", VALUE, "« is not the quote"),
        ("‘Hello’", VALUE, "‘ is not the quote"),
        ("`Hello`", VALUE, "` is not the quote"),
        ("Hello", VALUE, "a text stands here without quotes"),
        ("True", VALUE, "a text stands here without quotes"),
        ("01632", VALUE, "a telephone number in double quotes"),
        ("1632 960001", VALUE + 3, "invalid type: integer `1632`"),
        (
            "+441632960001",
            VALUE,
            "a telephone number in double quotes",
        ),
        ("\u{a0}\"x\"", VALUE, "U+00A0 (a no-break space)"),
        (
            "\u{2003}\"x\"",
            VALUE,
            "U+2003 (a space that is no ordinary one)",
        ),
        (
            "\u{200b}\"x\"",
            VALUE,
            "U+200B (a zero-width space) stands here: take it out",
        ),
        ("\u{feff}\"x\"", VALUE, "U+FEFF (a byte order mark)"),
        ("\"x\" // why", VALUE + 4, "a comment stands here"),
        ("# why", VALUE, "a comment stands here"),
        ("/* why */ \"x\"", VALUE, "a comment stands here"),
        (
            "\"x\"; \"name\": \"y\"",
            VALUE + 3,
            "a semicolon stands here",
        ),
        ("\"x\" \"name\": \"y\"", VALUE + 4, "a comma is missing"),
        ("\"x\", \"name\" = \"y\"", VALUE + 12, "write a colon"),
        (
            "\"x\",, \"name\": \"y\"",
            VALUE + 4,
            "nothing stands before this comma",
        ),
        ("\"Say \"hello\" now\"", VALUE + 6, "a quote inside a text"),
        ("\"x\" ]", VALUE + 4, "this closing bracket does not belong"),
        ("\"a\tb\"", VALUE + 2, "a tab stands inside a text"),
        ("\"C:\\path\"", VALUE + 4, "a backslash"),
        ("}", VALUE, "nothing stands before this closing bracket"),
    ] {
        check_error(with_value(value).as_bytes(), 3, column, message);
    }
}

#[test]
fn a_quote_that_is_curly_at_the_end_alone_is_found_on_its_own_line() {
    for (value, column, message) in [
        ("\"hello”", VALUE + 6, "” is not the quote"),
        ("\"hello „there“", VALUE + 13, "“ is not the quote"),
        (
            "\"hello",
            VALUE,
            "the closing quote of this text is missing",
        ),
    ] {
        let text = with_value(value).replace(" } }", "\n } }");
        check_error(text.as_bytes(), 3, column, message);
        let text = text.replace('\n', "\r\n");
        check_error(text.as_bytes(), 3, column, message);
    }
}

#[test]
fn a_column_counts_characters() {
    let plain = with_value("x");
    for name in ["Ystrad Mŷn", "Zoë — 𝒜", "Łódź"] {
        let text = plain.replace("\"remark\"", &format!("\"name\": \"{name}\", \"remark\""));
        let column = VALUE + name.chars().count() + "\"name\": \"\", ".len();
        check_error(text.as_bytes(), 3, column, "without quotes");
    }
}

#[test]
fn a_file_that_is_cut_off_or_goes_on_says_so() {
    let whole = with_value("\"x\"");
    let end = whole.trim_end().len();
    let early = "the file ends too early";
    check_error(&whole.as_bytes()[..end - 1], 4, 1, early);
    check_error(&whole.as_bytes()[..end - 2], 3, VALUE + 6, early);
    check_error(b"", 1, 1, early);
    let more = "the file goes on after";
    check_error(format!("{whole}}}").as_bytes(), 5, 1, more);
    check_error(format!("{whole}{whole}").as_bytes(), 5, 1, more);
}

#[test]
fn a_value_of_another_kind_is_told_in_words_of_the_file() {
    for (contact, message) in [
        ("5", "expected an object in { }"),
        ("\"01632 960001\"", "expected an object in { }"),
        (
            "{ \"phone\": [1] }",
            "invalid type: a list in [ ], expected a text in quotes",
        ),
        (
            "{ \"phone\": {} }",
            "invalid type: an object in { }, expected a text in quotes",
        ),
        ("{ \"outcomes\": \"a\" }", "expected a list in [ ]"),
    ] {
        let text = with_value("\"x\"").replace("{ \"remark\": \"x\" }", contact);
        let error = error_of(text.as_bytes());
        assert!(error.message.contains(message), "{error}");
        assert!(!error.message.contains("struct"), "{error}");
    }
}

#[test]
fn utf_16_is_told_with_and_without_its_mark() {
    let text: Vec<u16> = with_value("\"x\"").encode_utf16().collect();
    let big: Vec<u8> = text.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let little: Vec<u8> = text.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    for bytes in [
        big.clone(),
        little.clone(),
        [b"\xFE\xFF", big.as_slice()].concat(),
        [b"\xFF\xFE", little.as_slice()].concat(),
    ] {
        check_error(&bytes, 1, 1, "the text is in UTF-16");
    }
    for other in [
        &b""[..],
        b"{",
        b"\x00\x05\x16\x07",
        b"\x89PNG",
        "é".as_bytes(),
    ] {
        assert!(!is_utf16(other), "{other:?}");
    }
    check_error(&broken("appledouble-words.bin"), 1, 1, "U+0000");
}

#[test]
fn a_mark_and_windows_line_ends_are_no_error() {
    let mut file = broken("trust-crlf-bom.json");
    laid_over(&file).unwrap();
    file.drain(..3);
    laid_over(&file).unwrap();
}

/// Each file has a test that reads it, so that none of them becomes right or wrong unnoticed.
#[test]
fn every_broken_file_is_read_by_a_test() {
    let tests = folder("tests/core").into_iter().chain(folder("tests/cli"));
    let tests: Vec<String> = tests
        .filter(|path| path.ends_with(".rs"))
        .map(|path| text(&path))
        .collect();
    for path in folder("tests/broken-files") {
        let (_, name) = path.rsplit_once('/').unwrap();
        let quoted = [format!("\"{name}\""), format!("/{name}\"")];
        let is_read = |test: &String| quoted.iter().any(|name| test.contains(name));
        assert!(tests.iter().any(is_read), "{name}");
    }
}
