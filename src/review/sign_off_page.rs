//! Writes the sign-off pack as one page: the pathway, its proof, everything that people sign, and
//! the signatures.

use crate::{
    contacts, decision_table, laws, proof_summary, rules, scenarios, texts,
    words_by_id::{ConditionStyle, SignOffText},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use pathway::{check::LoadedEdition, date::Date, properties::Status};
use proof::Proof;

const STYLE: &str = include_str!("style.css");

/// The data from which a sign-off pack is made.
#[derive(Clone, Copy, Debug)]
pub struct SignOff<'a> {
    /// The pathway and its words. A trust file, if there is one, has already changed them.
    pub edition: &'a LoadedEdition,
    /// The proof of the pathway's laws.
    pub proof: &'a Proof,
    /// The name of the trust file. `None` if no trust file has changed the pathway.
    pub trust: Option<&'a str>,
    /// The day on which the sign-off pack is made. `None` if the day is unknown.
    pub on: Option<Date>,
}

/// Writes the sign-off pack as one HTML page that needs no other file. People read the page on a
/// screen, print it and sign it.
pub fn sign_off(of: &SignOff<'_>) -> String {
    let wording = SignOffText {
        edition: of.edition,
        conditions: ConditionStyle::Link,
    };
    let words = of.edition.words();
    html! {
        (DOCTYPE)
        html lang=(words.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "To sign: " (words.title) " " (words.version) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { h1 { "To read, question and sign: " (words.title) } (identity(of)) (status(wording, of)) }
                (contents())
                main {
                    (decision_table::section(wording))
                    (rules::sections(wording))
                    (laws::section(wording, of.proof))
                    (texts::sections(wording))
                    (contacts::section(wording, of.on))
                    (scenarios::section(wording))
                    (signatures(wording))
                }
            }
        }
    }
    .into_string()
}

fn identity(of: &SignOff<'_>) -> Markup {
    let document = of.edition.pathway().document();
    html! {
        dl.identity {
            dt { "Pathway" } dd { (document.id) " " (document.version) }
            dt { "Language" } dd { (of.edition.words().language) }
            @if let Some(trust) = of.trust { dt { "With the trust file" } dd { (trust) } }
            dt { "What is signed (SHA-256)" } dd { code { (of.edition.hash()) } }
            dt { "Page made on" } dd { (of.on.map_or_else(|| "an unknown day".to_owned(), Date::in_words)) }
        }
    }
}

/// Writes the status of the pathway, the number of signatures, and the result of the proof. A
/// reader must know these first.
fn status(wording: SignOffText<'_>, of: &SignOff<'_>) -> Markup {
    let document = of.edition.pathway().document();
    let signed = document.approvers.iter().filter(|one| one.on.is_some());
    html! {
        div.standing {
            @match document.status {
                Status::Draft => p { strong { "A draft." } " It may not be used for people in need." },
                Status::Active => p { strong { "In use." } },
                Status::Retired => p { strong { "Out of use." } },
            }
            p { (signed.count()) " of " (document.approvers.len()) " who must sign have signed." }
            (proof_summary::summary(wording, of.proof))
        }
    }
}

fn contents() -> Markup {
    const SECTIONS: [(&str, &str); 10] = [
        ("decisions", "Who is sent where, and why"),
        ("rules", "Every rule"),
        ("conditions", "Conditions that rules name"),
        ("sources", "Sources"),
        ("conflicts", "Where sources contradict themselves"),
        ("laws", "The laws"),
        ("questions", "Every question"),
        ("texts", "Every text of an outcome"),
        ("contacts", "Contacts"),
        ("scenarios", "Scenarios"),
    ];
    html! {
        nav aria-label="Contents" { ul {
            @for (id, title) in SECTIONS { li { a href={ "#" (id) } { (title) } } }
            li { a href="#signatures" { "Where to sign" } }
        } }
    }
}

fn signatures(wording: SignOffText<'_>) -> Markup {
    html! {
        section id="signatures" {
            h2 { "Where to sign" }
            p { "I have read every rule, law and text above. My questions stand beside them." }
            table.signatures {
                thead { tr { th scope="col" { "Role" } th scope="col" { "Name" } th scope="col" { "Date" } th scope="col" { "Signature" } } }
                tbody { @for one in &wording.document().approvers { tr {
                    td { (one.role) }
                    td { @if let Some(name) = &one.name { (name) } }
                    td { @if let Some(on) = one.on { (on.in_words()) } }
                    td {}
                } } }
            }
        }
    }
}
