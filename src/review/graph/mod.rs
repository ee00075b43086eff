//! Turns a pathway into a graph of its questions, result and outcomes. An arrow leads to each
//! question that can come next, and to the result. Other arrows lead from the questions in the
//! condition of a rule to the outcomes of the rule. An arrow only shows what the file says, so it
//! is possible that no journey follows it.

mod dot;
mod mermaid;
mod model;

pub use model::Part;

use model::Graph;
use pathway::check::CheckedPathway;

/// Writes a part of the graph in the language of Graphviz.
pub fn dot(pathway: &CheckedPathway, part: Part) -> String {
    dot::text(&Graph::of(pathway, part))
}

/// Writes a part of the graph as a Mermaid flowchart.
pub fn mermaid(pathway: &CheckedPathway, part: Part) -> String {
    mermaid::text(&Graph::of(pathway, part))
}
