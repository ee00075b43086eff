//! The JSON Schemas of the types that have hand-written code for reading JSON. All other types
//! derive their schemas.

use crate::{
    authoring::{
        document::{Condition, Conditional, OneOrMany},
        trust_file::Months,
    },
    model::{
        date::Date,
        id::{ConditionId, OptionId},
        wording::{Keyed, Text},
    },
};
use alloc::{borrow::Cow, format};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

macro_rules! schemas {
    ($($name:ty as $called:literal: $generator:ident => $schema:expr;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $called.into()
            }
            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

schemas! {
    Date as "Date": _generator => json_schema!({
        "type": "string",
        "description": "A day, as YYYY-MM-DD.",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    });
    Months as "Months": _generator => json_schema!({
        "type": "integer",
        "description": "An age in whole months.",
        "minimum": 2,
        "maximum": 216,
    });
    Text as "Text": _generator => json_schema!({
        "description": "A text: one wording for all, or one for each kind of visitor.",
        "anyOf": [
            { "type": "string", "minLength": 1, "maxLength": 1000 },
            {
                "type": "object",
                "properties": {
                    "person": { "type": "string", "minLength": 1, "description": "The wording for the person who needs help." },
                    "someone": { "type": "string", "minLength": 1, "description": "The wording for someone who knows the person." },
                    "professional": { "type": "string", "minLength": 1, "description": "The wording for a professional who works with the person." },
                    "anyone": { "type": "string", "minLength": 1, "description": "The wording of the plain guide. If it is absent, the guide shows the wording for the person." },
                },
                "required": ["person", "someone", "professional"],
                "additionalProperties": false,
            },
        ],
    });
    Condition as "Condition": generator => {
        let name = generator.subschema_for::<ConditionId>();
        let options = generator.subschema_for::<OneOrMany<OptionId>>();
        let part = generator.subschema_for::<Condition>();
        json_schema!({
            "description": "A statement about answers: the name of a condition; {\"question\": \"option\"} or a list of options, of which one is enough; or such statements joined by all, any or not.",
            "anyOf": [
                name,
                {
                    "type": "object",
                    "properties": {
                        "all": { "type": "array", "items": part, "description": "Every part holds." },
                        "any": { "type": "array", "items": part, "description": "At least one part holds." },
                        "not": part,
                    },
                    "additionalProperties": options,
                    "minProperties": 1,
                    "maxProperties": 1,
                },
            ],
        })
    };
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({
            "description": "One value, or a list of values of which one is enough.",
            "anyOf": [one, { "type": "array", "items": one, "minItems": 1, "uniqueItems": true }],
        })
    }
}

impl<I: JsonSchema> JsonSchema for Conditional<I> {
    fn schema_name() -> Cow<'static, str> {
        format!("Conditional{}", I::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<I>();
        let when = generator.subschema_for::<Condition>();
        json_schema!({
            "description": "An entry that is always shown, if only its id is written; or that is shown if a condition holds.",
            "anyOf": [
                id,
                {
                    "type": "object",
                    "properties": { "id": id, "when": when },
                    "required": ["id"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Keyed<K, V> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("{}By{}", V::schema_name(), K::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let key = generator.subschema_for::<K>();
        let thing = generator.subschema_for::<V>();
        json_schema!({
            "type": "object",
            "propertyNames": key,
            "additionalProperties": thing,
        })
    }
}
