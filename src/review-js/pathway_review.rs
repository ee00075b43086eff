//! The files of a pathway → the views of the review page: the sign-off pack, the proof, the graph, the
//! walk-through, and the comparison with another version.

use crate::findings;
use pathway::{
    check::{self, LoadedEdition},
    date::Date,
    source::MAX_BYTES,
};
use proof::Proof;
use review::{SignOff, graph::Part};
use std::cell::OnceCell;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// The largest size of a file, in bytes.
#[wasm_bindgen(js_name = maxBytes)]
#[must_use]
pub fn max_bytes() -> usize {
    MAX_BYTES
}

/// A checked pathway, with a trust file laid over it if there is one.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PathwayReview {
    edition: LoadedEdition,
    trust: Option<String>,
    on: Option<Date>,
    proof: OnceCell<Proof>,
}

#[wasm_bindgen]
impl PathwayReview {
    /// Reads and checks the files of a pathway: `pathway` is `pathway.json`, `words` is
    /// `words/<language>.json`, `trust` a trust file with the file name `name`. `today` is a day as
    /// YYYY-MM-DD.
    ///
    /// # Errors
    /// With every finding. The message is a JSON array with an object for each
    /// finding: `{"file": "pathway" | "words" | "trust", "line": number | null, "column": number | null,
    /// "place": string, "kind": string, "message": string}`. Lines and columns count from 1, columns in
    /// bytes of UTF-8; they are null where the finding is about no place in the file.
    pub fn read(
        pathway: &[u8],
        words: &[u8],
        trust: Option<Box<[u8]>>,
        name: Option<String>,
        today: &str,
    ) -> Result<PathwayReview, JsError> {
        let on = Date::parse(today);
        let edition = check::load_for(trust.as_deref(), pathway, words, on).map_err(|fault| {
            let files = [pathway, words, trust.as_deref().unwrap_or_default()];
            JsError::new(&findings::json(&fault, files))
        })?;
        Ok(Self {
            edition,
            trust: name,
            on,
            proof: OnceCell::new(),
        })
    }

    /// The sign-off pack: one page in HTML that needs no other file. The first call proves the pathway.
    #[wasm_bindgen(js_name = signOff)]
    #[must_use]
    pub fn sign_off(&self) -> String {
        review::sign_off(&SignOff {
            edition: &self.edition,
            proof: self.proved(),
            trust: self.trust.as_deref(),
            on: self.on,
        })
    }

    /// The proof, as a part of a page in HTML: for how many journeys every law holds, or each violation with
    /// the shortest journey that shows it.
    #[must_use]
    pub fn proof(&self) -> String {
        review::proof(&self.edition, self.proved())
    }

    /// Whether every law holds for every journey.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.proved().violations.is_empty()
    }

    /// A graph in the language of Graphviz: of an outcome, by its id, with the questions in the conditions
    /// of its rules; or of all questions, with what can come next.
    #[must_use]
    pub fn graph(&self, outcome: Option<String>) -> String {
        let pathway = self.edition.pathway();
        let outcome = outcome.and_then(|id| pathway.outcome(&id));
        review::graph::dot(pathway, outcome.map_or(Part::Questions, Part::Outcome))
    }

    /// The ids of the outcomes in order, with commas between. No id has a comma, and a list would need one
    /// more import from the browser.
    #[must_use]
    pub fn outcomes(&self) -> String {
        let outcomes = self.edition.pathway().document().outcomes.iter();
        let ids: Vec<_> = outcomes.map(|outcome| outcome.id.as_str()).collect();
        ids.join(",")
    }

    /// The walk-through of these answers, as a part of a page in HTML: the questions, the rules that fire
    /// and why, and the rules that do not fire. `answers` is one JSON object: question id → option id, or a
    /// list of option ids for a question that takes several. An answer to a question that is not asked
    /// does not count.
    ///
    /// # Errors
    /// With a sentence about invalid answers, such as an unknown id.
    pub fn walk(&self, answers: &str) -> Result<String, JsError> {
        review::walk(&self.edition, answers).map_err(|error| JsError::new(&error))
    }

    /// The differences between this pathway and the version `before`, as a part of a page in HTML: the
    /// journeys that change their outcomes, counted exactly, and the entries that differ.
    #[must_use]
    pub fn compare(&self, before: &PathwayReview) -> String {
        review::compare(&before.edition, &self.edition).html()
    }

    fn proved(&self) -> &Proof {
        self.proof
            .get_or_init(|| proof::prove(self.edition.pathway().document()))
    }
}
