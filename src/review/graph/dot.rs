//! A graph → the language of Graphviz.

use super::{Graph, Node};
use anyhow::Result;
use std::io::Write;

/// Writes the graph.
///
/// # Errors
/// When the output cannot be written.
pub fn write(graph: &Graph<'_>, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "digraph {} {{", text(graph.document.id.as_str()))?;
    writeln!(
        out,
        "    node [fontname=\"Arial\"];\n    edge [fontname=\"Arial\", fontsize=10];"
    )?;
    for (node, label) in graph.nodes() {
        let shape = match node {
            Node::Question(_) => "box",
            Node::Result => "circle",
            Node::Outcome(_) => "oval",
        };
        writeln!(
            out,
            "    {} [label={}, shape={shape}];",
            graph.name(node),
            text(&label)
        )?;
    }
    for (from, to, label) in &graph.next {
        arrow(graph, (*from, *to), label, "solid", out)?;
    }
    for ((from, to), rules) in &graph.given {
        arrow(graph, (*from, *to), &rules.join(", "), "dashed", out)?;
    }
    writeln!(out, "}}")?;
    Ok(())
}

fn arrow(
    graph: &Graph<'_>,
    (from, to): (Node, Node),
    label: &str,
    style: &str,
    out: &mut dyn Write,
) -> Result<()> {
    let (from, to, label) = (graph.name(from), graph.name(to), text(label));
    writeln!(out, "    {from} -> {to} [label={label}, style={style}];")?;
    Ok(())
}

/// A text in quotes.
fn text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_sign_ends_a_label_early() {
        assert_eq!(super::text("a \"b\" \\"), r#""a \"b\" \\""#);
    }
}
