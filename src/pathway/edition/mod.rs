//! A checked pathway in one language, and its form on the way to a browser: a few bytes that say which
//! form it is, then two parts, each with a sum that finds a changed byte. The first holds all that
//! questions say and what a result may hold that ends them; the rest, what other results say, may come
//! later. What is said of a thing stands beside it.
//!
//! Only [`crate::check`] makes an edition out of files. Reading one trusts nothing: bytes that are cut,
//! changed or of another form are refused, and so are a place that does not exist and parts that do not
//! belong together.

mod carried;

use crate::{
    document::words::Words,
    outline::Outline,
    pathway::Pathway,
    wire::{Bytes, Carried, Written},
};
use alloc::{format, string::String, vec::Vec};
use core::fmt;

/// What the bytes of an edition begin with. The last is the number of the form: raise it with every
/// change of what an edition holds, so that a browser never misreads one that it has kept.
const FORM: &[u8; 8] = b"edition\x04";

/// A checked pathway in one language: all that a screen needs.
#[derive(Clone, Debug)]
pub struct Edition {
    pathway: Pathway,
    words: Words,
    hash: String,
    whole: bool,
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
    pub(crate) fn new(mut pathway: Pathway, words: Words, hash: String) -> Self {
        words.each_text(&mut |place, text| {
            for question in &mut pathway.document.questions {
                let repeated = || text.contains(&format!("{{{}}}", question.id));
                question.at_once |= place.starts_with("questions.") && repeated();
            }
        });
        Self {
            pathway,
            words,
            hash,
            whole: true,
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

    /// Whether its rest is there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The edition as bytes, for [`Edition::decode`]: its first part, and the rest if that is there.
    #[must_use]
    pub fn encode(&self) -> [Vec<u8>; 2] {
        let mut written = Written::default();
        carried::write(self, &mut written);
        let [first, rest] = written.parts();
        let first_sum = sum(SEED, &first);
        let rest_sum = sum(first_sum, &rest).to_le_bytes();
        let length = u32::try_from(first.len()).unwrap_or(u32::MAX);
        let head = [first_sum.to_le_bytes(), length.to_le_bytes()].concat();
        let rest = [rest_sum.as_slice(), &rest].concat();
        let rest = if self.whole { rest } else { Vec::new() };
        [[FORM.as_slice(), &head, &first].concat(), rest]
    }

    /// The edition in these bytes: its first part, or both, one after the other.
    ///
    /// # Errors
    /// When they are cut, changed, of another form, do not belong together, or name a place that does
    /// not exist.
    pub fn decode(bytes: &[u8]) -> Result<Self, Foreign> {
        let body = bytes.strip_prefix(FORM).ok_or(Foreign)?;
        let (told, body) = number(body)?;
        let (length, body) = number(body)?;
        let (first, rest) = body.split_at_checked(length as usize).ok_or(Foreign)?;
        summed(SEED, first, told)?;
        let rest = if rest.is_empty() {
            None
        } else {
            let (rest_told, rest) = number(rest)?;
            summed(told, rest, rest_told)?;
            Some(rest)
        };
        let from = &mut Bytes::new(first, rest);
        let mut edition = Self {
            pathway: Pathway {
                document: Outline::EMPTY,
                questions: Vec::new(),
            },
            words: Words::EMPTY,
            hash: String::new(),
            whole: rest.is_some(),
        };
        carried::fill(&mut edition, from);
        if !from.ends_well() || !edition.pathway.document.is_whole() {
            return Err(Foreign);
        }
        edition.pathway.prepare();
        Ok(edition)
    }
}

fn number(bytes: &[u8]) -> Result<(u32, &[u8]), Foreign> {
    let (number, bytes) = bytes.split_first_chunk().ok_or(Foreign)?;
    Ok((u32::from_le_bytes(*number), bytes))
}

/// What the sum of a first part begins with. That of the rest begins with the first part's sum, so that
/// one never goes with another.
const SEED: u32 = 0x811c_9dc5;

fn summed(seed: u32, bytes: &[u8], told: u32) -> Result<(), Foreign> {
    let right = sum(seed, bytes) == told;
    right.then_some(()).ok_or(Foreign)
}

/// FNV-1a: finds what the network or a disk has changed, not what somebody has changed on purpose.
fn sum(seed: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(seed, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
