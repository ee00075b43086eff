//! Makes every small change to the routing of a pathway that an author could make by mistake.

use json_patch::Patch;
use serde_json::{Value, json};

/// A pathway with one small change.
pub struct Mutant {
    /// The kind of the change.
    pub kind: &'static str,
    /// The id of the change. It names the entry that was changed.
    pub id: String,
    /// The change to `pathway.json`.
    pub patch: Patch,
}

/// Returns copies of a pathway, each with another small change to its routing.
pub fn every(pathway: &Value) -> Vec<Mutant> {
    let mut mutants = Mutants(Vec::new());
    conditions(pathway, &mut mutants);
    rules(pathway, &mut mutants);
    order(pathway, &mut mutants);
    last_resort_and_area(pathway, &mut mutants);
    mutants.0
}

struct Mutants(Vec<Mutant>);

impl Mutants {
    fn add(&mut self, kind: &'static str, id: String, patch: Value) {
        let patch = serde_json::from_value(patch).unwrap();
        self.0.push(Mutant { kind, id, patch });
    }

    fn replace(&mut self, kind: &'static str, id: String, path: &str, value: Value) {
        let patch = json!([{ "op": "replace", "path": path, "value": value }]);
        self.add(kind, id, patch);
    }

    fn remove(&mut self, kind: &'static str, id: String, path: &str) {
        self.add(kind, id, json!([{ "op": "remove", "path": path }]));
    }

    /// Adds changed pathways for a condition that an entry may lack: one without the condition, one
    /// with its opposite, and one with each change inside the condition.
    fn optional(&mut self, id: &str, path: &str, condition: Option<&Value>) {
        let Some(condition) = condition else { return };
        self.remove("condition dropped", format!("{id} dropped"), path);
        self.negated("condition negated", id, path, condition);
        self.inside(id, path, condition);
    }

    /// Adds changed pathways for a condition that an entry must have: one in which it is always
    /// true, one with its opposite, and one with each change inside the condition.
    fn needed(&mut self, id: &str, path: &str, condition: &Value) {
        let always = json!({ "any": [condition, { "not": condition }] });
        self.replace("condition dropped", format!("{id} dropped"), path, always);
        self.negated("condition negated", id, path, condition);
        self.inside(id, path, condition);
    }

    fn negated(&mut self, kind: &'static str, id: &str, path: &str, condition: &Value) {
        let not = json!({ "not": condition });
        self.replace(kind, format!("{id} negated"), path, not);
    }

    /// Adds a changed pathway for each part of each `all` and `any` in a condition, and for each
    /// option that the condition names.
    fn inside(&mut self, id: &str, path: &str, condition: &Value) {
        let Some(condition) = condition.as_object() else {
            return;
        };
        for (key, value) in condition {
            let (id, path) = (format!("{id}.{key}"), format!("{path}/{key}"));
            match (key.as_str(), value) {
                ("not", part) => self.inside(&id, &path, part),
                ("all" | "any", Value::Array(parts)) => {
                    for (place, part) in parts.iter().enumerate() {
                        let (id, path) = (format!("{id}.{place}"), format!("{path}/{place}"));
                        self.remove("part dropped", format!("{id} dropped"), &path);
                        self.negated("part negated", &id, &path, part);
                        self.inside(&id, &path, part);
                    }
                }
                (_, Value::Array(options)) if options.len() > 1 => {
                    for (place, option) in options.iter().enumerate() {
                        let id = format!("{id}.{} dropped", text(option));
                        self.remove("option dropped", id, &format!("{path}/{place}"));
                    }
                }
                _ => {}
            }
        }
    }
}

fn conditions(pathway: &Value, mutants: &mut Mutants) {
    for (place, question) in list(pathway, "questions").enumerate() {
        let (id, path) = (name("questions", question), format!("/questions/{place}"));
        mutants.optional(
            &format!("{id}.ask_when"),
            &format!("{path}/ask_when"),
            question.get("ask_when"),
        );
        for (place, option) in list(question, "options").enumerate() {
            mutants.optional(
                &format!("{}.show_when", name(&id, option)),
                &format!("{path}/options/{place}/show_when"),
                option.get("show_when"),
            );
        }
    }
    for part in ["conditions", "rules"] {
        for (place, entry) in list(pathway, part).enumerate() {
            let path = format!("/{part}/{place}/when");
            mutants.needed(&name(part, entry), &path, &entry["when"]);
        }
    }
    for (place, entry) in list(pathway, "order").enumerate() {
        mutants.optional(
            &format!("order.{place}.{}", outcome(entry)),
            &format!("/order/{place}/when"),
            entry.get("when"),
        );
    }
}

fn rules(pathway: &Value, mutants: &mut Mutants) {
    for (place, rule) in list(pathway, "rules").enumerate() {
        let (id, path) = (name("rules", rule), format!("/rules/{place}"));
        mutants.remove("rule removed", format!("{id} removed"), &path);
        for (at, given) in list(rule, "outcomes").enumerate() {
            for other in list(pathway, "outcomes").map(|other| &other["id"]) {
                if !rule["outcomes"].as_array().unwrap().contains(other) {
                    let id = format!("{id} gives {} for {}", text(other), text(given));
                    let path = format!("{path}/outcomes/{at}");
                    mutants.replace("outcome swapped", id, &path, other.clone());
                }
            }
        }
        let path = format!("{path}/stop");
        if rule.get("stop").is_some() {
            mutants.remove("stop moved", format!("{id} stops no more"), &path);
        } else {
            let stops = json!([{ "op": "add", "path": path, "value": true }]);
            mutants.add("stop moved", format!("{id} stops"), stops);
        }
    }
}

fn order(pathway: &Value, mutants: &mut Mutants) {
    let places: Vec<&Value> = list(pathway, "order").collect();
    for (place, pair) in places.windows(2).enumerate() {
        let id = format!(
            "order.{place}.{} after {}",
            outcome(pair[0]),
            outcome(pair[1])
        );
        let (from, path) = (format!("/order/{}", place + 1), format!("/order/{place}"));
        let swapped = json!([{ "op": "move", "from": from, "path": path }]);
        mutants.add("neighbours swapped", id, swapped);
    }
}

fn last_resort_and_area(pathway: &Value, mutants: &mut Mutants) {
    let lists = [
        ("last_resort", "outcomes"),
        ("last_resort", "beside"),
        ("local", "outcomes"),
    ];
    for (part, key) in lists {
        for (place, id) in list(&pathway[part], key).enumerate() {
            let path = format!("/{part}/{key}/{place}");
            let id = format!("{part}.{key}.{} dropped", text(id));
            mutants.remove("last resort or area", id, &path);
        }
    }
    let local = &pathway["local"];
    let swapped = json!([
        { "op": "replace", "path": "/local/outside", "value": local["unknown"] },
        { "op": "replace", "path": "/local/unknown", "value": local["outside"] },
    ]);
    let id = "local.outside and local.unknown swapped".to_owned();
    mutants.add("last resort or area", id, swapped);
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().unwrap().iter()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn name(of: &str, entry: &Value) -> String {
    format!("{of}.{}", text(&entry["id"]))
}

fn outcome(place: &Value) -> &str {
    place.as_str().unwrap_or_else(|| text(&place["id"]))
}
