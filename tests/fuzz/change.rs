//! Bytes → a change to a file's structure: something taken away, repeated, moved, or put in place
//! of something else. What comes out is still JSON, so that it gets past `parse` more often.

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use serde_json::{Value, json};

/// Changes one place of a file, as the bytes say.
///
/// # Errors
/// Never for a file with anything in it.
pub fn change(file: &mut Value, input: &mut Unstructured<'_>) -> Result<()> {
    let places = places(file);
    let place = input.choose(&places)?;
    match input.int_in_range(0..=5)? {
        0 => remove(file, place),
        1 => repeat(file, place),
        2 => rename(file, place, input.choose(&places)?),
        3 => {
            let graft = graft(file, &places, place, input)?;
            append(file, place, graft);
        }
        4 => {
            let graft = graft(file, &places, place, input)?;
            replace(file, place, graft);
        }
        _ => replace(file, place, strange(input)?),
    }
    Ok(())
}

/// A JSON Pointer to every value.
fn places(file: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(file, String::new(), &mut found);
    found
}

fn walk(value: &Value, place: String, found: &mut Vec<String>) {
    let mut inside = |step: &str, value| walk(value, format!("{place}/{step}"), found);
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
    found.push(place);
}

/// What stands at another place: most often one under the same key, since an outcome where an
/// outcome belongs gets further than a date.
fn graft(
    file: &Value,
    places: &[String],
    place: &str,
    input: &mut Unstructured<'_>,
) -> Result<Value> {
    let alike = |other: &&String| *other != place && key(other) == key(place);
    let alike: Vec<&String> = places.iter().filter(alike).collect();
    let other = if alike.is_empty() || input.ratio(1, 4)? {
        input.choose(places)?
    } else {
        input.choose(&alike)?
    };
    Ok(file.pointer(other).cloned().unwrap_or_default())
}

/// The last step to a place that is not an index.
fn key(place: &str) -> Option<&str> {
    let mut steps = place.rsplit('/');
    steps.find(|step| step.parse::<usize>().is_err())
}

fn written(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn read(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// What holds the place, and the last step to it.
fn holder<'a>(file: &'a mut Value, place: &str) -> Option<(&'a mut Value, String)> {
    let (holder, step) = place.rsplit_once('/')?;
    Some((file.pointer_mut(holder)?, read(step)))
}

fn remove(file: &mut Value, place: &str) {
    match holder(file, place) {
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

fn repeat(file: &mut Value, place: &str) {
    let copy = file.pointer(place).cloned();
    if let (Some(copy), Some((Value::Array(list), _))) = (copy, holder(file, place)) {
        list.push(copy);
    }
}

/// Gives an entry of an object the key or the text that stands at another place.
fn rename(file: &mut Value, place: &str, other: &str) {
    let text = file.pointer(other).and_then(Value::as_str);
    let key = other.rsplit('/').next().map(read);
    let Some(name) = text.map(ToOwned::to_owned).or(key) else {
        return;
    };
    if let Some((Value::Object(map), key)) = holder(file, place)
        && let Some(value) = map.remove(&key)
    {
        map.insert(name, value);
    }
}

fn append(file: &mut Value, place: &str, graft: Value) {
    if let Some(Value::Array(list)) = file.pointer_mut(place) {
        list.push(graft);
    }
}

fn replace(file: &mut Value, place: &str, graft: Value) {
    if let Some(value) = file.pointer_mut(place) {
        *value = graft;
    }
}

/// A value that somebody may write by mistake, or to see what happens.
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
