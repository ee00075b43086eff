//! Lists the laws of a pathway, each with the result of its proof.

use crate::{
    number_format::grouped,
    words_by_id::{SignOffText, ids},
};
use maud::{Markup, html};
use proof::Proof;

pub(crate) fn section(wording: SignOffText<'_>, proof: &Proof) -> Markup {
    html! {
        section id="laws" {
            h2 { "The laws" }
            p { "No law is tried on examples: each is proved for all " (grouped(&proof.journeys)) " journeys that are possible, at once." }
            @for law in &wording.document().laws {
                article data-law=(law.id) {
                    h3 { (law.id) }
                    p { (law.statement) }
                    @if let Some(proved) = proof.of(&law.id) {
                        @if proved.claims > 0 { p.proved { "Proved for all " (grouped(&proof.journeys)) " journeys." } }
                        @for screens in &proved.screens { p { "About screens, held by tests: " (screens) } }
                    } @else {
                        p.refused { strong { "Not proved." } }
                    }
                    @if !law.hazards.is_empty() { p { "Hazards: " (ids(&law.hazards)) } }
                }
            }
        }
    }
}
