//! Lines of text → paragraphs, a list, or something to open.

use super::element::{Content, all, classed, plain, said, text};
use yew::Html;

/// Each line a paragraph.
pub(super) fn paragraphs(lines: &[String]) -> Html {
    each("p", lines)
}

/// One line is a paragraph, more are a list.
pub(super) fn list(lines: &[String]) -> Html {
    if let [line] = lines {
        return plain("p", text(line));
    }
    items(lines)
}

/// Each line a point of a list.
pub(super) fn items(lines: &[String]) -> Html {
    classed("ul", "nhsuk-list nhsuk-list--bullet", each("li", lines))
}

fn each(tag: &'static str, lines: &[String]) -> Html {
    let mut content = Content::default();
    for line in lines {
        content.add(plain(tag, text(line)));
    }
    content.html()
}

/// Content behind a summary.
pub(super) fn details(class: &'static str, summary: &str, content: Html) -> Html {
    let summary = said("span", "nhsuk-details__summary-text", summary);
    let content = all([
        classed("summary", "nhsuk-details__summary", summary),
        classed("div", "nhsuk-details__text", content),
    ]);
    classed("details", class, content)
}
