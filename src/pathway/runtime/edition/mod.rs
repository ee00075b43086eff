//! An edition: a checked pathway in one language, and its bytes for a browser. The bytes start with
//! the number of the format and a checksum, and the content follows.
//!
//! Files become an edition only if their check has no findings. [`Edition::decode`] trusts no byte.
//! It refuses bytes that are cut, changed or in another format, and an index that refers to no
//! entry.

mod encoding;

use crate::{
    model::{
        codec::{Codec, Decoder, Encoder},
        words::Words,
    },
    runtime::{compiled::CompiledPathway, pathway::Pathway},
};
use alloc::{string::String, vec::Vec};
use core::fmt;

/// The first bytes of every edition. The last of these bytes is the number of the format. Raise
/// this number with every change of the format, so that a browser never misreads an edition in its
/// cache.
const FORMAT: &[u8; 8] = b"edition\x06";

/// A checked pathway in one language, with everything that a screen needs.
#[derive(Clone, Debug)]
pub struct Edition {
    pathway: Pathway,
    words: Words,
    hash: String,
}

/// The error for bytes that are not an edition in the format of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError;

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the edition is not of the format that this widget reads: build both together")
    }
}

impl core::error::Error for DecodeError {}

impl Edition {
    #[cfg(feature = "authoring")]
    pub(crate) fn new(pathway: Pathway, words: Words, hash: String) -> Self {
        Self {
            pathway,
            words,
            hash,
        }
    }

    /// Returns the pathway, which finds the next question or the result.
    pub fn pathway(&self) -> &Pathway {
        &self.pathway
    }

    /// Returns all words of the edition's language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Returns the hash of the files that clinical leads sign: the SHA-256 of `pathway.json`, the
    /// words file and the trust file, one after the other, in hexadecimal.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Encodes the edition as bytes. [`Edition::decode`] reads them.
    pub fn encode(&self) -> Vec<u8> {
        let mut encoder = Encoder::default();
        encoding::code(&mut self.clone(), &mut encoder);
        let content = encoder.finish();
        [
            FORMAT,
            checksum(&content).to_le_bytes().as_slice(),
            &content,
        ]
        .concat()
    }

    /// Decodes the bytes that [`Edition::encode`] wrote.
    ///
    /// # Errors
    /// Returns an error if the bytes are cut, changed or in another format, or if an index refers
    /// to no entry.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let body = bytes.strip_prefix(FORMAT).ok_or(DecodeError)?;
        let (expected, content) = body.split_first_chunk().ok_or(DecodeError)?;
        if checksum(content) != u32::from_le_bytes(*expected) {
            return Err(DecodeError);
        }
        let decoder = &mut Decoder::new(content);
        let mut edition = Self {
            pathway: Pathway {
                compiled: CompiledPathway::EMPTY,
                questions: Vec::new(),
            },
            words: Words::EMPTY,
            hash: String::new(),
        };
        encoding::code(&mut edition, decoder);
        if !decoder.succeeded() || !edition.pathway.compiled.is_valid() {
            return Err(DecodeError);
        }
        edition.pathway.prepare();
        Ok(edition)
    }
}

/// Computes the FNV-1a hash of the content. This hash finds accidental changes of the bytes, but
/// not deliberate ones.
fn checksum(content: &[u8]) -> u32 {
    content.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
