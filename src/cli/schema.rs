//! The types of a pathway's files → their JSON Schemas, with which an editor completes and checks as
//! people type. That of a trust file knows the pathway it is for.

use crate::pathway_files::{PathwayFiles, TrustArg};
use anyhow::Result;
use clap::ValueEnum;
use pathway::{
    check::LoadedEdition,
    document::{Contact, Document, Urgency, Verification, words::Words},
    trust_file::TrustFile,
};
use schemars::schema_for;
use serde_json::{Map, Value, json};
use std::{io::Write, path::PathBuf};

/// Writes the JSON Schema of a file, for editors that complete and check as people type
///
/// That of a trust file names the contacts, outcomes and limits of the pathway it is for.
#[derive(clap::Args)]
pub struct Args {
    /// Which file
    file: File,
    /// The pathway folder that a trust file is for; without one, the built-in pathway
    folder: Option<PathBuf>,
    /// The language of what is said of a contact, by the name of its file in words/
    #[arg(long, default_value = "en-GB")]
    language: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum File {
    /// pathway.json
    Pathway,
    /// words/<language>.json
    Words,
    /// A trust's own file
    Trust,
}

/// Prints the schema.
///
/// # Errors
/// When the pathway that a trust file is for cannot be read, or has findings.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let schema = match args.file {
        File::Pathway => schema_for!(Document).to_value(),
        File::Words => schema_for!(Words).to_value(),
        File::Trust => {
            let folder = PathwayFiles::or_built_in(args.folder.as_deref(), &TrustArg::new(None));
            let mut schema = schema_for!(TrustFile).to_value();
            know(&mut schema, &folder.edition_on(&args.language, None)?);
            schema
        }
    };
    writeln!(out, "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(())
}

/// Puts the ids of a pathway into the schema of a trust file.
fn know(schema: &mut Value, edition: &LoadedEdition) {
    let document = edition.pathway().document();
    put(
        schema,
        "/properties/pathway",
        "const",
        json!(document.id.as_str()),
    );
    put(
        schema,
        "/properties/version",
        "const",
        json!(document.version),
    );
    let limits = document.limits.iter().map(|limit| {
        let now = format!("In whole months. In the pathway itself: {}.", limit.months);
        (
            limit.id.to_string(),
            json!({ "$ref": "#/$defs/Months", "description": now }),
        )
    });
    put(
        schema,
        "/properties/limits",
        "properties",
        Value::Object(limits.collect()),
    );
    put(
        schema,
        "/properties/limits",
        "additionalProperties",
        json!(false),
    );
    put(
        schema,
        "/properties/contacts",
        "properties",
        Value::Object(contacts(edition)),
    );
    let below = |urgency| {
        let outcomes = document.outcomes.iter();
        let outcomes = outcomes.filter(move |outcome| outcome.urgency < urgency);
        outcomes
            .map(|outcome| outcome.id.as_str())
            .collect::<Vec<_>>()
    };
    let outcomes = "/$defs/TrustContact/properties/outcomes/items";
    put(schema, outcomes, "enum", json!(below(Urgency::Emergency)));
    let outcome = "/$defs/LocalNote/properties/outcome";
    put(schema, outcome, "enum", json!(below(Urgency::Today)));
}

fn put(schema: &mut Value, place: &str, key: &str, value: Value) {
    if let Some(Value::Object(found)) = schema.pointer_mut(place) {
        found.insert(key.to_owned(), value);
    }
}

fn contacts(edition: &LoadedEdition) -> Map<String, Value> {
    let contacts = edition.pathway().document().contacts.iter();
    let schema = |contact: &Contact| {
        let words = edition.words().contacts.get(&contact.id);
        let name = words
            .and_then(|words| words.name.wordings().next())
            .unwrap_or_default();
        if contact.status == Verification::Emergency {
            return json!({
                "not": {},
                "description": format!("{name}: an emergency contact, the same everywhere."),
            });
        }
        let number = contact.phone.as_deref().unwrap_or("no number");
        json!({ "$ref": "#/$defs/TrustContact", "description": format!("{name}. In the pathway itself: {number}.") })
    };
    contacts
        .map(|contact| (contact.id.to_string(), schema(contact)))
        .collect()
}
