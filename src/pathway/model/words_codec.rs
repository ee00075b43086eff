//! The codec of the words without an id.

use crate::model::codec::{Codec, codec};
use crate::model::{
    text::Keyed,
    words::{
        ContactWords, CrisisContactWords, CrisisWords, Direction, Names, StartWords, Style,
        VariantWords, Words,
    },
};
use alloc::{string::String, vec::Vec};

codec! {
    struct StartWords { lead, points, purpose, start }
    struct CrisisContactWords { name, when }
    struct VariantWords { label, hint }
    struct ContactWords { name, remark, unverified }
}

codec! {
    enum Direction { Ltr, Rtl }
}

/// An edition contains no style rules, because they are for authors. It contains no names and no
/// age bands, because they are for trust files. The texts of an entry are next to the entry: see
/// [`crate::runtime::edition`].
impl Words {
    /// The words before the decoder fills them.
    pub(crate) const EMPTY: Self = Self {
        schema: None,
        style: Style {
            avoid: Vec::new(),
            allow: Vec::new(),
            sentence_words: 0,
        },
        names: Names {
            service: None,
            service_in_full: None,
            and: None,
        },
        bands: Keyed::NONE,
        pathway: Codec::EMPTY,
        version: Codec::EMPTY,
        language: Codec::EMPTY,
        direction: Codec::EMPTY,
        title: Codec::EMPTY,
        start: Codec::EMPTY,
        crisis: CrisisWords {
            title: String::new(),
            label: String::new(),
            contacts: Keyed::NONE,
            more: Keyed::NONE,
            guide: String::new(),
        },
        ui: Codec::EMPTY,
        questions: Keyed::NONE,
        outcomes: Keyed::NONE,
        blocks: Keyed::NONE,
        rules: Keyed::NONE,
        contacts: Keyed::NONE,
    };
}
