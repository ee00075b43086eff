//! A graph → a Mermaid flowchart.

use super::{Graph, Node};
use anyhow::Result;
use std::io::Write;

/// Writes the flowchart.
///
/// # Errors
/// When the output cannot be written.
pub fn write(graph: &Graph<'_>, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "flowchart TD")?;
    for (node, label) in graph.nodes() {
        let (name, label) = (graph.name(node), text(&label));
        match node {
            Node::Question(_) => writeln!(out, "    {name}[{label}]")?,
            Node::Result => writeln!(out, "    {name}(({label}))")?,
            Node::Outcome(_) => writeln!(out, "    {name}([{label}])")?,
        }
    }
    for (from, to, label) in &graph.next {
        arrow(graph, "-->", (*from, *to), label, out)?;
    }
    for ((from, to), rules) in &graph.given {
        arrow(graph, "-.->", (*from, *to), &rules.join(", "), out)?;
    }
    Ok(())
}

fn arrow(
    graph: &Graph<'_>,
    arrow: &str,
    (from, to): (Node, Node),
    label: &str,
    out: &mut dyn Write,
) -> Result<()> {
    let (from, to) = (graph.name(from), graph.name(to));
    if label.is_empty() {
        writeln!(out, "    {from} {arrow} {to}")?;
    } else {
        writeln!(out, "    {from} {arrow}|{}| {to}", text(label))?;
    }
    Ok(())
}

/// A text in quotes. Mermaid knows signs by their numbers between `#` and `;`.
fn text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '#' | '<' | '>' | '&' | '`' => quoted.push_str(&format!("#{};", u32::from(sign))),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_sign_ends_a_label_early() {
        assert_eq!(super::text("a \"b\" <c>"), "\"a #34;b#34; #60;c#62;\"");
    }
}
