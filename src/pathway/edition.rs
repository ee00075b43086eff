//! A checked pathway in one language, and its form on the way to a browser: a few bytes that say which
//! form it is, a sum that finds a changed byte, then everything in the order of its types.
//!
//! Only [`crate::check`] makes an edition out of files. Reading one trusts nothing: bytes that are cut,
//! changed or of another form are refused, and so is a place that does not exist.

use crate::{
    document::words::Words,
    outline::Outline,
    pathway::Pathway,
    wire::{Bytes, Carried, Written},
};
use alloc::{string::String, vec::Vec};
use core::fmt;

/// What the bytes of an edition begin with. The last is the number of the form: raise it with every
/// change of what an edition holds, so that a browser never misreads one that it has kept.
const FORM: &[u8; 8] = b"edition\x03";

/// A checked pathway in one language: all that a screen needs.
#[derive(Clone, Debug)]
pub struct Edition {
    pathway: Pathway,
    words: Words,
    hash: String,
}

/// Bytes that are no edition of the form that this program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign;

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no edition of the form that this widget reads: build both together")
    }
}

impl core::error::Error for Foreign {}

impl Edition {
    pub(crate) fn new(pathway: Pathway, words: Words, hash: String) -> Self {
        Self {
            pathway,
            words,
            hash,
        }
    }

    /// What is asked, and where it leads.
    #[must_use]
    pub fn pathway(&self) -> &Pathway {
        &self.pathway
    }

    /// What a person reads.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// SHA-256 of the two files, one after the other, in hexadecimal: what was signed.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The edition as bytes, for [`Edition::decode`].
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let body = Written::of(|to| {
            self.pathway.document.write(to);
            self.words.write(to);
            self.hash.write(to);
        });
        [FORM.as_slice(), &sum(&body).to_le_bytes(), &body].concat()
    }

    /// The edition in these bytes.
    ///
    /// # Errors
    /// When they are cut, changed, of another form, or name a place that does not exist.
    pub fn decode(bytes: &[u8]) -> Result<Self, Foreign> {
        let rest = bytes.strip_prefix(FORM).ok_or(Foreign)?;
        let (told, body) = rest.split_first_chunk().ok_or(Foreign)?;
        if sum(body) != u32::from_le_bytes(*told) {
            return Err(Foreign);
        }
        let from = &mut Bytes::new(body);
        let mut edition = Self {
            pathway: Pathway {
                document: Outline::EMPTY,
                questions: Vec::new(),
            },
            words: Words::EMPTY,
            hash: String::new(),
        };
        edition.pathway.document.fill(from);
        edition.words.fill(from);
        edition.hash.fill(from);
        if !from.ends_well() || !edition.pathway.document.is_whole() {
            return Err(Foreign);
        }
        edition.pathway.prepare();
        Ok(edition)
    }
}

/// FNV-1a: finds what the network or a disk has changed, not what somebody has changed on purpose.
fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
