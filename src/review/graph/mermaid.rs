//! Writes the graph of a pathway as a Mermaid flowchart.

use super::model::{Graph, Node};

pub(super) fn text(graph: &Graph<'_>) -> String {
    let mut chart = String::from("flowchart TD\n");
    for (node, label) in graph.nodes() {
        let (name, label) = (graph.name(node), quoted(&label));
        chart.push_str(&match node {
            Node::Question(_) => format!("    {name}[{label}]\n"),
            Node::Result => format!("    {name}(({label}))\n"),
            Node::Outcome(_) => format!("    {name}([{label}])\n"),
        });
    }
    for (from, to, label) in &graph.next_arrows {
        chart.push_str(&arrow(graph, "-->", (*from, *to), label));
    }
    for ((from, to), rules) in &graph.rule_arrows {
        chart.push_str(&arrow(graph, "-.->", (*from, *to), &rules.join(", ")));
    }
    chart
}

fn arrow(graph: &Graph<'_>, arrow: &str, (from, to): (Node, Node), label: &str) -> String {
    let (from, to) = (graph.name(from), graph.name(to));
    if label.is_empty() {
        format!("    {from} {arrow} {to}\n")
    } else {
        format!("    {from} {arrow}|{}| {to}\n", quoted(label))
    }
}

/// Writes a label in quotes. Special characters are written as their number between `#` and `;`,
/// which Mermaid turns back into the character.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '#' | '<' | '>' | '&' | '`' => {
                quoted.push_str(&format!("#{};", u32::from(character)))
            }
            character => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_character_ends_a_label_early() {
        assert_eq!(super::quoted("a \"b\" <c>"), "\"a #34;b#34; #60;c#62;\"");
    }
}
