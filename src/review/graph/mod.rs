//! Turns a pathway into a graph. It shows the questions that can come next, the ends of the
//! questions, and the questions in the condition of each rule. An arrow shows a possible step;
//! perhaps no answers lead there.

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
