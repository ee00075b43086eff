//! Compiles a [`Document`] into a [`Pathway`]: turns every id that routing and screens need into an
//! index, and every condition into an entry of the table. An unknown id is a finding.

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

/// The state of the compiler.
struct Compiler<'a> {
    document: &'a Document,
    /// The named conditions compiled so far. Later conditions may use them.
    named: BTreeMap<&'a str, ConditionIndex>,
    table: Table,
    findings: &'a mut Findings,
}

/// Turns every id that routing and screens need into an index. An unknown id is a finding.
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
        sources: document.sources.iter().map(lower::source).collect(),
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
