//! [`Document`] → [`Pathway`]: resolves every id of routing and screens to an index and every
//! condition to an entry of the table. An unknown id becomes a finding.

mod conditions;
mod lower;
mod symbols;

use crate::{
    authoring::{document::Document, finding::Findings},
    runtime::{
        compiled::{CompiledPathway, ConditionTable},
        pathway::Pathway,
    },
};
use alloc::format;
use conditions::Table;
use symbols::Symbols;

/// A document on its way to a pathway.
struct Compiler<'a> {
    symbols: Symbols<'a>,
    table: Table,
    findings: &'a mut Findings,
}

/// Resolves every id that routing and screens need; an unknown id becomes a finding.
pub(crate) fn compile(document: &Document, findings: &mut Findings) -> Pathway {
    let mut compiler = Compiler {
        symbols: Symbols::of(document),
        table: Table::default(),
        findings,
    };
    for named in &document.conditions {
        let when = compiler.when(&named.when, &format!("conditions.{}", named.id));
        compiler.symbols.condition(&named.id, when);
    }
    Pathway::new(CompiledPathway {
        id: document.id.clone(),
        version: document.version.clone(),
        status: document.status,
        effective: document.effective,
        sources: document.sources.iter().map(lower::source).collect(),
        limits: document.limits.iter().map(lower::limit).collect(),
        wordings: compiler.wordings(document),
        questions: compiler.questions("questions", &document.questions),
        notes: compiler.questions("notes", &document.notes),
        rules: compiler.rules(document),
        last_resort: compiler.last_resort(document),
        local: compiler.local(document),
        outcomes: compiler.outcomes(document),
        order: compiler.order(document),
        blocks: compiler.blocks(document),
        contacts: document.contacts.iter().map(lower::contact).collect(),
        crisis: compiler.crisis(document),
        exit: document.exit.clone(),
        tests: ConditionTable(compiler.table.into_conditions()),
    })
}
