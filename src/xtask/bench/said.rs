//! Reads what measuring programs say: one JSON object a line, by paths such as `/found/first`.

use serde_json::Value;

/// The text there, if one is.
pub fn text<'a>(line: &'a Value, path: &str) -> Option<&'a str> {
    line.pointer(path).and_then(Value::as_str)
}

/// The number there, if one is.
pub fn number(line: &Value, path: &str) -> Option<f64> {
    line.pointer(path).and_then(Value::as_f64)
}
