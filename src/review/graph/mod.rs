//! A pathway → a graph: which question can come next, where the questions end, and which questions
//! the condition of each rule has. An arrow says that a step may happen, not that some answers lead there.

mod dot;
mod mermaid;
mod model;

pub use model::Part;

use model::Graph;
use pathway::check::CheckedPathway;

/// The graph in the language of Graphviz.
pub fn dot(pathway: &CheckedPathway, part: Part) -> String {
    dot::text(&Graph::of(pathway, part))
}

/// The graph as a Mermaid flowchart.
pub fn mermaid(pathway: &CheckedPathway, part: Part) -> String {
    mermaid::text(&Graph::of(pathway, part))
}
