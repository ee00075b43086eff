//! The summary to keep → its page: what can be noted, what can be added, and all that is kept, in
//! full, above the buttons that keep it.

use super::{
    Keep, Message, ScreenProps,
    choices::{Group, choices},
    crisis::crisis,
    element::{Content, all, button, classed, element, form, nothing, plain, pressed, said, text},
    field::Field,
    heading::{heading, screen_heading},
    lines::{list, paragraphs},
    top::top,
};
use pathway::{
    journey::Event,
    screen::{Choice, Note, Private, Summary, SummaryScreen},
};
use yew::Html;

pub(super) fn summary(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    let private = screen.private.as_ref();
    let kept = props.screen.summary.as_ref();
    all([
        top(props, Some(&screen.back)),
        screen_heading(props, "nhsuk-heading-l", &screen.title),
        paragraphs(&screen.lead),
        crisis(props),
        notes(props, screen),
        private.map_or_else(nothing, |asked| self::private(props, asked)),
        said("p", "finder-all", &screen.all),
        kept.map_or_else(nothing, |text| paper(props, text, "finder-paper")),
        buttons(props, screen),
    ])
}

/// The summary itself, as it is printed. Nothing in it can be pressed.
pub(super) fn paper(props: &ScreenProps, summary: &Summary, class: &'static str) -> Html {
    let mut content = Content::default();
    let title = text(&summary.title);
    content.add(heading(props, 1, "nhsuk-heading-m", title));
    if let Some(made) = &summary.made {
        content.add(plain("p", text(made)));
    }
    for section in &summary.sections {
        let title = text(&section.title);
        content.add(heading(props, 2, "nhsuk-heading-s", title));
        content.add(list(&section.lines));
    }
    let origin = paragraphs(&summary.origin);
    content.add(classed("div", "finder-paper__origin", origin));
    let values = vec![class.into(), "".into()];
    element("div", &["class", "data-summary"], values, content.html())
}

fn notes(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    if screen.notes.is_empty() {
        return nothing();
    }
    let mut content = Content::default();
    let title = text(&screen.notes_title);
    content.add(heading(props, 1, "nhsuk-heading-m", title));
    for (place, one) in screen.notes.iter().enumerate() {
        content.add(note(props, place, one));
    }
    let values = vec!["finder-notes".into(), "off".into()];
    let names = &["class", "autocomplete"];
    form(names, values, &props.on_message, None, content.html())
}

fn note(props: &ScreenProps, place: usize, note: &Note) -> Html {
    let touched = |choice: &Choice| Event::Note(note.id.clone(), choice.id.clone());
    let group = Group {
        name: &format!("note-{place}"),
        many: note.many,
        choices: &note.choices,
        or: "",
        touch: &touched,
    };
    let legend = "nhsuk-fieldset__legend nhsuk-fieldset__legend--s";
    let asked = all([said("legend", legend, &note.legend), choices(props, &group)]);
    let mut remove = nothing();
    if !note.many && note.choices.iter().any(|choice| choice.picked) {
        const NAMES: &[&str] = &["type", "class", "data-action"];
        let values = ["button", "finder-link", "unnote"].map(Into::into);
        let hidden = format!(": {}", note.legend);
        let words = all([
            text(&note.remove),
            said("span", "nhsuk-u-visually-hidden", &hidden),
        ]);
        let event = Event::Unnote(note.id.clone());
        remove = pressed(NAMES, values.into(), props.click(event), words);
    }
    let id = note.id.as_str().to_owned();
    let values = vec!["nhsuk-form-group".into(), id.into()];
    let content = all([classed("fieldset", "nhsuk-fieldset", asked), remove]);
    element("div", &["class", "data-note"], values, content)
}

fn private(props: &ScreenProps, private: &Private) -> Html {
    let (id, hint) = (props.id("private"), props.id("private-hint"));
    let field = Field {
        class: "nhsuk-checkboxes__input",
        id: id.clone(),
        name: id.clone(),
        kind: "checkbox",
        value: "on".into(),
        picked: private.added,
        hint: Some(hint.clone()),
        action: Some("private".into()),
    };
    let label = vec!["nhsuk-label nhsuk-checkboxes__label".into(), id];
    let hint = vec!["nhsuk-hint nhsuk-checkboxes__hint".into(), hint];
    let content = all([
        field.html(props.change(Event::Reveal)),
        element("label", &["class", "for"], label, text(&private.label)),
        element("div", &["class", "id"], hint, text(&private.hint)),
    ]);
    let item = classed("div", "nhsuk-checkboxes__item", content);
    classed("div", "nhsuk-checkboxes finder-private", item)
}

fn buttons(props: &ScreenProps, screen: &SummaryScreen) -> Html {
    let button = |keep: Keep, words: &str| {
        let class = "nhsuk-button nhsuk-button--secondary";
        button(class, keep.name(), words, props.press(Message::Keep(keep)))
    };
    let done = match props.kept {
        Some((Keep::Copy, true)) => text(&screen.copied),
        Some((Keep::Save, true)) => text(&screen.saved),
        Some((_, false)) => text(&screen.refused),
        Some((Keep::Print, true)) | None => nothing(),
    };
    let status = vec!["finder-kept".into(), "status".into()];
    let content = all([
        button(Keep::Print, &screen.print),
        button(Keep::Copy, &screen.copy),
        button(Keep::Save, &screen.save),
        element("p", &["class", "role"], status, done),
    ]);
    classed("div", "finder-keep", content)
}
