//! The codec of the words without an id. An edition contains the words of a question, an outcome or
//! another entry next to the entry itself: see [`crate::runtime::edition`].

use crate::model::codec::{Codec, codec};
use crate::model::{
    wording::Keyed,
    words::{
        ContactWords, CrisisContactWords, CrisisWords, Direction, ServiceNames, StartWords, Style,
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

/// An edition contains no style rules, which only authors need. It contains no names, no texts
/// for another service and no patterns of age bands, which only trust files need. It contains no note of a retired pathway,
/// which only the plain guide shows. The texts of an entry are next to the entry: see
/// [`crate::runtime::edition`].
impl Words {
    /// Empty words, for the decoder to fill.
    pub(crate) const EMPTY: Self = Self {
        schema: None,
        style: Style {
            avoid: Vec::new(),
            allow: Vec::new(),
            sentence_words: 0,
        },
        retired: None,
        names: ServiceNames {
            service: None,
            service_in_full: None,
            and: None,
        },
        other_service: Keyed::NONE,
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
