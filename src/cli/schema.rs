//! Writes the JSON Schema of a pathway's files. An editor uses a schema to complete entries and to
//! mark errors. The schema of a trust file contains the ids of its pathway.

use crate::pathway_files::PathwayFiles;
use anyhow::Result;
use clap::ValueEnum;
use pathway::{
    check::LoadedEdition,
    document::{Contact, Document},
    properties::{Urgency, Verification},
    trust_file::TrustFile,
    words::Words,
};
use schemars::schema_for;
use serde_json::{Map, Value, json};
use std::{io::Write, path::PathBuf};

/// Writes the JSON Schema of a file, with which an editor completes entries and marks errors
///
/// The schema of a trust file contains the ids of the contacts, outcomes and limits of its pathway.
#[derive(clap::Args)]
pub struct Args {
    /// The kind of file that the schema is for
    file: File,
    /// The folder of the pathway that the trust file changes; without it, the built-in pathway
    folder: Option<PathBuf>,
    /// The language of the contacts' names, as the name of its words file without .json
    #[arg(long, default_value = "en-GB")]
    language: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum File {
    /// pathway.json
    Pathway,
    /// words/<language>.json
    Words,
    /// The trust file
    Trust,
}

/// Prints the JSON Schema of the chosen kind of file.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<()> {
    let schema = match args.file {
        File::Pathway => schema_for!(Document).to_value(),
        File::Words => schema_for!(Words).to_value(),
        File::Trust => {
            let folder = PathwayFiles::new(args.folder.as_deref(), None);
            let mut schema = schema_for!(TrustFile).to_value();
            add_ids(&mut schema, &folder.edition_on(&args.language, None)?);
            schema
        }
    };
    writeln!(out, "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(())
}

/// Adds the ids that a trust file can use to the schema of trust files.
fn add_ids(schema: &mut Value, edition: &LoadedEdition) {
    let document = edition.pathway().document();
    let limits = document.limits.iter().map(|limit| {
        let now = format!("In whole months. In the pathway itself: {}.", limit.months);
        let schema = json!({ "$ref": "#/$defs/Months", "description": now });
        (limit.id.to_string(), schema)
    });
    let below = |urgency| -> Vec<&str> {
        let outcomes = document.outcomes.iter();
        let outcomes = outcomes.filter(move |outcome| outcome.urgency < urgency);
        outcomes.map(|outcome| outcome.id.as_str()).collect()
    };
    let contact_outcomes = "/$defs/TrustContact/properties/outcomes/items";
    let note_outcome = "/$defs/LocalNote/properties/outcome";
    let additions = [
        ("/properties/pathway", "const", json!(document.id.as_str())),
        ("/properties/version", "const", json!(document.version)),
        ("/properties/limits", "properties", limits.collect()),
        ("/properties/limits", "additionalProperties", json!(false)),
        (
            "/properties/contacts",
            "properties",
            contacts(edition).into(),
        ),
        (contact_outcomes, "enum", json!(below(Urgency::Emergency))),
        (note_outcome, "enum", json!(below(Urgency::Today))),
    ];
    for (pointer, key, value) in additions {
        if let Some(Value::Object(found)) = schema.pointer_mut(pointer) {
            found.insert(key.to_owned(), value);
        }
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
    let slots = edition.pathway().document().local.slots.iter();
    let slots = slots.map(|slot| {
        let purpose = format!("{} The trust file names it.", slot.purpose);
        let schema = json!({
            "$ref": "#/$defs/TrustContact",
            "required": ["name"],
            "description": purpose,
        });
        (slot.id.to_string(), schema)
    });
    contacts
        .map(|contact| (contact.id.to_string(), schema(contact)))
        .chain(slots)
        .collect()
}
