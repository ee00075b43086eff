//! What was answered, each with a way to change it.

use super::{
    ScreenProps,
    element::{Content, all, classed, plain, pressed, said, text},
    heading::heading,
    lines::paragraphs,
};
use pathway::{
    journey::Event,
    screen::{AnswerLine, ResultScreen},
};
use yew::Html;

pub(super) fn answers(props: &ScreenProps, result: &ResultScreen) -> Html {
    let mut rows = Content::default();
    for answer in &result.answers {
        rows.add(row(props, answer));
    }
    let content = all([
        heading(props, 1, "nhsuk-heading-m", text(&result.answers_title)),
        classed("dl", "nhsuk-summary-list", rows.html()),
        plain("p", text(&result.not_saved)),
    ]);
    classed("div", "finder-answers", content)
}

fn row(props: &ScreenProps, answer: &AnswerLine) -> Html {
    const NAMES: &[&str] = &["type", "class", "data-action", "data-change"];
    let id = answer.id.as_str().to_owned();
    let values = ["button", "finder-link", "change"].map(Into::into);
    let values = values.into_iter().chain([id.into()]).collect();
    let event = Event::Change(answer.id.clone());
    let hidden = format!(" {}", answer.question);
    let content = all([
        text(&answer.change),
        said("span", "nhsuk-u-visually-hidden", &hidden),
    ]);
    let change = pressed(NAMES, values, props.click(event), content);
    let row = all([
        said("dt", "nhsuk-summary-list__key", &answer.question),
        classed("dd", "nhsuk-summary-list__value", paragraphs(&answer.said)),
        classed("dd", "nhsuk-summary-list__actions", change),
    ]);
    classed("div", "nhsuk-summary-list__row", row)
}
