//! Writes the graph of a pathway in the language of Graphviz.

use super::model::{Graph, Node};

pub(super) fn text(graph: &Graph<'_>) -> String {
    let mut dot = format!(
        "digraph {} {{\n    node [fontname=\"Arial\"];\n    edge [fontname=\"Arial\", fontsize=10];\n",
        quoted(graph.document.id.as_str())
    );
    for (node, label) in graph.nodes() {
        let shape = match node {
            Node::Question(_) => "box",
            Node::Result => "circle",
            Node::Outcome(_) => "oval",
        };
        let (name, label) = (graph.name(node), quoted(&label));
        dot.push_str(&format!("    {name} [label={label}, shape={shape}];\n"));
    }
    for (from, to, label) in &graph.next_arrows {
        dot.push_str(&arrow(graph, (*from, *to), label, "solid"));
    }
    for ((from, to), rules) in &graph.rule_arrows {
        dot.push_str(&arrow(graph, (*from, *to), &rules.join(", "), "dashed"));
    }
    dot.push_str("}\n");
    dot
}

fn arrow(graph: &Graph<'_>, (from, to): (Node, Node), label: &str, style: &str) -> String {
    let (from, to, label) = (graph.name(from), graph.name(to), quoted(label));
    format!("    {from} -> {to} [label={label}, style={style}];\n")
}

/// The maximum length of a line in a label, in characters. A single longer word is not split.
const LINE: usize = 36;

/// Writes a label in quotes, split into short lines.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut line = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if line > 0 {
            let fits = line + length < LINE;
            quoted.push_str(if fits { " " } else { "\\n" });
            line = if fits { line + 1 } else { 0 };
        }
        quoted.push_str(&word.replace('\\', "\\\\").replace('"', "\\\""));
        line += length;
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_character_ends_a_label_early() {
        assert_eq!(super::quoted("a \"b\" \\"), r#""a \"b\" \\""#);
    }

    #[test]
    fn a_long_label_has_several_lines() {
        let label =
            super::quoted("pregnant and not (mood-concern or has-child) and child-age is 3");
        let lines = r#""pregnant and not (mood-concern or\nhas-child) and child-age is 3""#;
        assert_eq!(label, lines);
    }
}
