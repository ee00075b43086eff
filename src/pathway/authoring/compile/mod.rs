//! Compiles a [`Document`] into a [`Pathway`]. Each id that routing and screens need becomes an
//! index, and each condition becomes an entry of one table. An unknown id is a finding.

mod conditions;
mod lower;

use crate::{
    authoring::{document::Document, finding::Findings},
    runtime::{
        compiled::{CompiledPathway, ConditionIndex},
        pathway::Pathway,
    },
};
use alloc::{collections::BTreeMap, format};
use conditions::Table;

/// The data that the compiler collects while it works through a document.
struct Compiler<'a> {
    document: &'a Document,
    /// The indexes of the named conditions compiled so far. Later conditions may use these names.
    named: BTreeMap<&'a str, ConditionIndex>,
    table: Table,
    findings: &'a mut Findings,
}

/// Compiles a document. An unknown id is added to the findings, and the returned pathway must then
/// not be used.
pub(crate) fn compile(document: &Document, findings: &mut Findings) -> Pathway {
    let mut compiler = Compiler {
        document,
        named: BTreeMap::new(),
        table: Table::default(),
        findings,
    };
    for named in &document.conditions {
        let when = compiler.when(&named.when, &format!("conditions.{}", named.id));
        compiler.named.insert(named.id.as_str(), when);
    }
    Pathway::new(CompiledPathway {
        id: document.id.clone(),
        version: document.version.clone(),
        status: document.status,
        effective: document.effective,
        sources: lower::cited_sources(document),
        limits: document.limits.iter().map(lower::limit).collect(),
        wordings: compiler.wordings(),
        questions: compiler.questions("questions", &document.questions),
        notes: compiler.questions("notes", &document.notes),
        rules: compiler.rules(),
        last_resort: compiler.last_resort(),
        local: compiler.local(),
        outcomes: compiler.outcomes(),
        order: compiler.order(),
        blocks: compiler.blocks(),
        contacts: document.contacts.iter().map(lower::contact).collect(),
        crisis: compiler.crisis(),
        exit: document.exit.clone(),
        conditions: compiler.table.into_conditions(),
    })
}
