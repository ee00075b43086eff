//! The codec of the words that belong to no id.

use crate::model::codec::{Codec, Decoder, Encoder, codec};
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

/// An edition leaves out the style rules, which are for authors, and the names and bands, which are
/// for trust files. The texts of a pathway's entry stand beside that entry: see
/// [`crate::runtime::edition`].
impl Codec for Words {
    const EMPTY: Self = Self {
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
    fn encode(&self, encoder: &mut Encoder) {
        self.pathway.encode(encoder);
        self.version.encode(encoder);
        self.language.encode(encoder);
        self.direction.encode(encoder);
        self.title.encode(encoder);
        self.start.encode(encoder);
        self.crisis.title.encode(encoder);
        self.crisis.label.encode(encoder);
        self.crisis.guide.encode(encoder);
        self.ui.encode(encoder);
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        self.pathway.decode(decoder);
        self.version.decode(decoder);
        self.language.decode(decoder);
        self.direction.decode(decoder);
        self.title.decode(decoder);
        self.start.decode(decoder);
        self.crisis.title.decode(decoder);
        self.crisis.label.decode(decoder);
        self.crisis.guide.decode(decoder);
        self.ui.decode(decoder);
    }
}
