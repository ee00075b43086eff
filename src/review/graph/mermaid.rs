//! A graph → a Mermaid flowchart.

use super::{Graph, Node};

pub(super) fn written(graph: &Graph<'_>) -> String {
    let mut chart = String::from("flowchart TD\n");
    for (node, label) in graph.nodes() {
        let (name, label) = (graph.name(node), text(&label));
        chart.push_str(&match node {
            Node::Question(_) => format!("    {name}[{label}]\n"),
            Node::Result => format!("    {name}(({label}))\n"),
            Node::Outcome(_) => format!("    {name}([{label}])\n"),
        });
    }
    for (from, to, label) in &graph.next {
        chart.push_str(&arrow(graph, "-->", (*from, *to), label));
    }
    for ((from, to), rules) in &graph.given {
        chart.push_str(&arrow(graph, "-.->", (*from, *to), &rules.join(", ")));
    }
    chart
}

fn arrow(graph: &Graph<'_>, arrow: &str, (from, to): (Node, Node), label: &str) -> String {
    let (from, to) = (graph.name(from), graph.name(to));
    if label.is_empty() {
        format!("    {from} {arrow} {to}\n")
    } else {
        format!("    {from} {arrow}|{}| {to}\n", text(label))
    }
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
