//! A pathway whose check gave no findings, together with its document.

use crate::{authoring::document::Document, runtime::pathway::Pathway};
use core::ops::Deref;

/// A pathway whose check gave no findings, together with its document.
#[derive(Clone, Debug)]
pub struct CheckedPathway {
    pub(super) document: Document,
    pub(super) pathway: Pathway,
}

impl CheckedPathway {
    /// Returns the content of `pathway.json`, which also has the laws and the scenarios.
    pub fn document(&self) -> &Document {
        &self.document
    }
}

impl Deref for CheckedPathway {
    type Target = Pathway;
    fn deref(&self) -> &Pathway {
        &self.pathway
    }
}
