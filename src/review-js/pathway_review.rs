//! Creates the views of the review page: the sign-off pack, the proof, the graph, the walk-through,
//! and the comparison with another version.

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

/// Returns the largest size that a file may have, in bytes.
#[wasm_bindgen(js_name = maxBytes)]
#[must_use]
pub fn max_bytes() -> usize {
    MAX_BYTES
}

/// A checked pathway, to which a trust file may have been applied.
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
    /// Reads and checks the files of a pathway. The argument `pathway` is the file `pathway.json`,
    /// and `words` is the file `words/<language>.json`. The argument `trust` is an optional trust
    /// file, whose name is `name`. The argument `today` is a date as YYYY-MM-DD.
    ///
    /// # Errors
    /// When the files have findings. The message is a JSON array with an object for each finding:
    /// `{"file": "pathway" | "words" | "trust", "line": number | null, "column": number | null,
    /// "place": string, "kind": string, "message": string}`. Lines and columns count from 1, and
    /// columns count characters. Both are null if the finding has no position in the file.
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

    /// Returns the sign-off pack as one HTML page that needs no other file. The first call proves
    /// the laws of the pathway, so it takes longer.
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

    /// Returns the proof as a part of an HTML page. It shows the number of journeys for which the
    /// laws hold, or each violation with its shortest journey.
    #[must_use]
    pub fn proof(&self) -> String {
        review::proof(&self.edition, self.proved())
    }

    /// Returns true if every law holds for every journey.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.proved().violations.is_empty()
    }

    /// Returns the graph of the pathway in the language of Graphviz. With the id of an outcome, the
    /// graph shows this outcome and the questions in the conditions of its rules. Without an id, it
    /// shows all questions in their order.
    #[must_use]
    pub fn graph(&self, outcome: Option<String>) -> String {
        let pathway = self.edition.pathway();
        let outcome = outcome.and_then(|id| pathway.outcome(&id));
        review::graph::dot(pathway, outcome.map_or(Part::Questions, Part::Outcome))
    }

    /// Returns the ids of the pathway's outcomes in order, separated by commas. A list of texts
    /// would need one more function from the browser.
    #[must_use]
    pub fn outcomes(&self) -> String {
        let outcomes = self.edition.pathway().document().outcomes.iter();
        let ids: Vec<_> = outcomes.map(|outcome| outcome.id.as_str()).collect();
        ids.join(",")
    }

    /// Returns the walk-through of these answers as a part of an HTML page. It shows the questions,
    /// the rules that give outcomes with their reasons, and the rules that give none.
    ///
    /// The argument `answers` is one JSON object. Its keys are ids of questions, and each value is
    /// the id of an option, or a list of ids for a question that allows several. An answer to a
    /// question that is not asked has no effect.
    ///
    /// # Errors
    /// When an answer is invalid, for example because of an unknown id.
    pub fn walk(&self, answers: &str) -> Result<String, JsError> {
        review::walk(&self.edition, answers).map_err(|error| JsError::new(&error))
    }

    /// Returns the differences between the version `before` and this pathway, as a part of an HTML
    /// page: the number of journeys whose outcomes change, and the entries that differ.
    #[must_use]
    pub fn compare(&self, before: &PathwayReview) -> String {
        review::compare(&before.edition, &self.edition).html()
    }

    fn proved(&self) -> &Proof {
        self.proof
            .get_or_init(|| proof::prove(self.edition.pathway().document()))
    }
}
