//! Finds every key that a file must have and does not have. The parser stops at the first of them.

use pathway::source::{self, ParseError};
use schemars::{JsonSchema, schema_for};
use serde_json::Value;

/// Returns an error for each missing key. The list is empty if the file is no JSON.
pub fn errors<T: JsonSchema>(bytes: &[u8]) -> Vec<ParseError> {
    let Some(text) = source::read(bytes).ok() else {
        return Vec::new();
    };
    let Ok(file) = serde_json::from_str(text) else {
        return Vec::new();
    };
    let schema = schema_for!(T).to_value();
    let mut search = Search {
        definitions: &schema,
        text,
        errors: Vec::new(),
    };
    search.visit(&schema, &file, "");
    search.errors
}

struct Search<'a> {
    definitions: &'a Value,
    text: &'a str,
    errors: Vec<ParseError>,
}

impl<'a> Search<'a> {
    /// Compares a value with its schema.
    fn visit(&mut self, schema: &'a Value, value: &Value, path: &str) {
        let schema = self.resolved(schema);
        if let Some(Value::Array(choices)) = schema.get("anyOf").or_else(|| schema.get("oneOf")) {
            // Only one choice is an object with these keys.
            let mut choices = choices.iter().map(|choice| self.resolved(choice));
            if let Some(choice) = choices.find(|choice| has_keys_of(choice, value)) {
                self.visit(choice, value, path);
            }
            return;
        }
        match value {
            Value::Array(entries) => {
                let Some(items) = schema.get("items") else {
                    return;
                };
                for (index, entry) in entries.iter().enumerate() {
                    self.visit(items, entry, &format!("{path}[{index}]"));
                }
            }
            Value::Object(entries) => {
                let required = schema.get("required").and_then(Value::as_array);
                let required = required.into_iter().flatten().filter_map(Value::as_str);
                for key in required.filter(|key| !entries.contains_key(*key)) {
                    self.add(key, path);
                }
                for (key, entry) in entries {
                    let known = schema.get("properties").and_then(|known| known.get(key));
                    let schema = known.or_else(|| schema.get("additionalProperties"));
                    if let Some(schema) = schema {
                        let dot = if path.is_empty() { "" } else { "." };
                        self.visit(schema, entry, &format!("{path}{dot}{key}"));
                    }
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, key: &str, path: &str) {
        let (line, column) = source::position(self.text, path).unwrap_or((1, 1));
        self.errors.push(ParseError {
            line,
            column,
            path: source::printable(path),
            message: format!("the key \"{key}\" is missing: write it"),
        });
    }

    /// Follows a reference to a definition.
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        let name = schema.get("$ref").and_then(Value::as_str);
        let pointer = name.and_then(|name| name.strip_prefix('#'));
        let found = pointer.and_then(|pointer| self.definitions.pointer(pointer));
        found.unwrap_or(schema)
    }
}

/// Returns whether a schema is that of an object that may have the keys of this value.
fn has_keys_of(schema: &Value, value: &Value) -> bool {
    let known = schema.get("properties").and_then(Value::as_object);
    let keys = value.as_object();
    known
        .zip(keys)
        .is_some_and(|(known, keys)| keys.keys().all(|key| known.contains_key(key)))
}
