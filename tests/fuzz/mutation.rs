//! Mutates the structure of a JSON file as the input bytes say: removes, repeats, renames or
//! replaces a value. The result is still JSON. `parse` accepts such inputs more often than random
//! bytes.

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use serde_json::{Value, json};

/// Mutates one value of a JSON file.
///
/// # Errors
/// When the JSON file is empty.
pub fn mutate(file: &mut Value, input: &mut Unstructured<'_>) -> Result<()> {
    let pointers = pointers(file);
    let pointer = input.choose(&pointers)?;
    match input.int_in_range(0..=5)? {
        0 => remove(file, pointer),
        1 => repeat(file, pointer),
        2 => rename(file, pointer, input.choose(&pointers)?),
        3 => {
            let graft = graft(file, &pointers, pointer, input)?;
            append(file, pointer, graft);
        }
        4 => {
            let graft = graft(file, &pointers, pointer, input)?;
            replace(file, pointer, graft);
        }
        _ => replace(file, pointer, strange(input)?),
    }
    Ok(())
}

/// Returns a JSON Pointer to every value of a JSON file.
fn pointers(file: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(file, String::new(), &mut found);
    found
}

fn walk(value: &Value, pointer: String, found: &mut Vec<String>) {
    let mut inside = |step: &str, value| walk(value, format!("{pointer}/{step}"), found);
    match value {
        Value::Object(map) => map
            .iter()
            .for_each(|(key, value)| inside(&written(key), value)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(index, value)| inside(&index.to_string(), value)),
        _ => {}
    }
    found.push(pointer);
}

/// Returns a copy of another value of the file. In most cases this value has the same key. For
/// example, an outcome in the place of an outcome passes more checks than a date does.
fn graft(
    file: &Value,
    pointers: &[String],
    pointer: &str,
    input: &mut Unstructured<'_>,
) -> Result<Value> {
    let alike = |other: &&String| *other != pointer && key(other) == key(pointer);
    let alike: Vec<&String> = pointers.iter().filter(alike).collect();
    let other = if alike.is_empty() || input.ratio(1, 4)? {
        input.choose(pointers)?
    } else {
        input.choose(&alike)?
    };
    Ok(file.pointer(other).cloned().unwrap_or_default())
}

/// Returns the last key of a JSON Pointer. An index of a list is no key.
fn key(pointer: &str) -> Option<&str> {
    let mut steps = pointer.rsplit('/');
    steps.find(|step| step.parse::<usize>().is_err())
}

fn written(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn read(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// Returns the object or list that contains the value at a JSON Pointer, and the last part of the
/// pointer.
fn holder<'a>(file: &'a mut Value, pointer: &str) -> Option<(&'a mut Value, String)> {
    let (holder, step) = pointer.rsplit_once('/')?;
    Some((file.pointer_mut(holder)?, read(step)))
}

fn remove(file: &mut Value, pointer: &str) {
    match holder(file, pointer) {
        Some((Value::Object(map), key)) => drop(map.remove(&key)),
        Some((Value::Array(list), index)) => {
            let index = index.parse().unwrap_or(list.len());
            if index < list.len() {
                list.remove(index);
            }
        }
        _ => {}
    }
}

fn repeat(file: &mut Value, pointer: &str) {
    let copy = file.pointer(pointer).cloned();
    if let (Some(copy), Some((Value::Array(list), _))) = (copy, holder(file, pointer)) {
        list.push(copy);
    }
}

/// Renames a key of a JSON object. The new name is the text or the key at another JSON Pointer.
fn rename(file: &mut Value, pointer: &str, other: &str) {
    let text = file.pointer(other).and_then(Value::as_str);
    let key = other.rsplit('/').next().map(read);
    let Some(name) = text.map(ToOwned::to_owned).or(key) else {
        return;
    };
    if let Some((Value::Object(map), key)) = holder(file, pointer)
        && let Some(value) = map.remove(&key)
    {
        map.insert(name, value);
    }
}

fn append(file: &mut Value, pointer: &str, graft: Value) {
    if let Some(Value::Array(list)) = file.pointer_mut(pointer) {
        list.push(graft);
    }
}

fn replace(file: &mut Value, pointer: &str, graft: Value) {
    if let Some(value) = file.pointer_mut(pointer) {
        *value = graft;
    }
}

/// Returns a value that an author may write by mistake.
fn strange(input: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match input.int_in_range(0..=14)? {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(false),
        3 => json!(input.arbitrary::<u8>()?),
        4 => json!(input.arbitrary::<i64>()?),
        5 => json!(""),
        6 => json!([]),
        7 => json!({}),
        8 => json!({ "all": [] }),
        9 => json!({ "any": [] }),
        10 => json!("x".repeat(2_000)),
        11 => json!("none"),
        12 => json!("2026-11-22"),
        13 => json!(vec!["none"; 70]),
        _ => json!(input.arbitrary::<&str>()?),
    })
}
