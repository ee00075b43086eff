//! Turns a pathway into a graph. It shows the questions that can come next, the questions after
//! which the result can come, and the questions in the condition of each rule. An arrow shows a
//! step in the file. It is possible that no answers lead to this step.

mod dot;
mod mermaid;
mod model;

pub use model::Part;

use model::Graph;
use pathway::check::CheckedPathway;

/// Writes the graph in the language of Graphviz.
pub fn dot(pathway: &CheckedPathway, part: Part) -> String {
    dot::text(&Graph::of(pathway, part))
}

/// Writes the graph as a Mermaid flowchart.
pub fn mermaid(pathway: &CheckedPathway, part: Part) -> String {
    mermaid::text(&Graph::of(pathway, part))
}
