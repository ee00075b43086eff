//! Parses random bytes as `pathway.json` and as a words file. Each error must name a position in
//! the file. The line breaks and the order of keys in the JSON must not change the result.
#![no_main]

use std::fmt::Debug;

use fuzz::check_messages;
use libfuzzer_sys::fuzz_target;
use pathway::{parse, source::ParseError};
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    look(bytes, parse::document);
    look(bytes, parse::words);
});

fn look<T: Debug>(bytes: &[u8], read: fn(&[u8]) -> Result<T, ParseError>) {
    match read(bytes) {
        Err(error) => check_messages::check_error(bytes, &error),
        Ok(file) => {
            let again = read(laid_out(bytes).as_bytes());
            assert_eq!(
                format!("{:?}", Ok::<_, ParseError>(file)),
                format!("{again:?}")
            );
        }
    }
}

/// Returns the same JSON on one line, with its keys in another order.
fn laid_out(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => value.to_string(),
        Err(error) => panic!("what was read is not JSON: {error}"),
    }
}
