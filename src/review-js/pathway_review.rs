//! The files of a pathway → what those who sign it look at: the sign-off pack, what is proved, the
//! graph of its questions, a journey with the rules that fire on it, and how it differs from another.

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

/// How large a file may be, in bytes.
#[wasm_bindgen(js_name = maxBytes)]
#[must_use]
pub fn max_bytes() -> usize {
    MAX_BYTES
}

/// A pathway that was read and checked, with a trust's file laid over it if there is one.
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
    /// `words/<language>.json`, `trust` a trust's own file, called `name`. `today` is a day as
    /// YYYY-MM-DD.
    ///
    /// # Errors
    /// With everything that is wrong with the files. The message is a JSON array, an object for each
    /// finding: `{"file": "pathway" | "words" | "trust", "line": number | null, "column": number | null,
    /// "place": string, "kind": string, "message": string}`. Lines and columns count from 1, columns in
    /// bytes of UTF-8; they are null where the file does not say what the finding is about.
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

    /// The sign-off pack: one page in HTML that needs no other file. What it says is proved is proved
    /// when it is asked for first.
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

    /// What is proved, as a part of a page in HTML: for how many journeys every law holds, or what does
    /// not hold, each with the shortest journey that shows it.
    #[must_use]
    pub fn proof(&self) -> String {
        review::proof(&self.edition, self.proved())
    }

    /// Whether all holds that must hold for every journey.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.proved().violations.is_empty()
    }

    /// A graph in the language of Graphviz: of the questions that rules of an outcome look at, by its
    /// id, or of all questions and what can come after which.
    #[must_use]
    pub fn graph(&self, outcome: Option<String>) -> String {
        let pathway = self.edition.pathway();
        let outcome = outcome.and_then(|id| pathway.outcome(&id));
        review::graph::dot(pathway, outcome.map_or(Part::Questions, Part::Outcome))
    }

    /// The outcomes by their ids, in order, with commas between. No id holds one, and a list would be one
    /// thing more that the module asks of a browser.
    #[must_use]
    pub fn outcomes(&self) -> String {
        let outcomes = self.edition.pathway().document().outcomes.iter();
        let ids: Vec<_> = outcomes.map(|outcome| outcome.id.as_str()).collect();
        ids.join(",")
    }

    /// A journey with these answers, as a part of a page in HTML: the questions that are asked, the rules
    /// that fire and why, and those that do not. `answers` is one JSON object: question id → option id,
    /// or a list of option ids for a question that takes several. An answer to a question that is not
    /// asked does not count.
    ///
    /// # Errors
    /// With a sentence about answers that cannot be, such as an unknown id.
    pub fn walk(&self, answers: &str) -> Result<String, JsError> {
        review::walk(&self.edition, answers).map_err(|error| JsError::new(&error))
    }

    /// How this pathway differs from the one that was there `before`, as a part of a page in HTML: the
    /// journeys that end otherwise, counted exactly, and the entries that are not the same.
    #[must_use]
    pub fn compare(&self, before: &PathwayReview) -> String {
        review::compare(&before.edition, &self.edition).html()
    }

    fn proved(&self) -> &Proof {
        self.proof
            .get_or_init(|| proof::prove(self.edition.pathway().document()))
    }
}
