//! The binary codec of editions. Each type lists its fields once, and the codec writes and reads
//! the fields in this order.
//!
//! The encoder writes numbers, names and texts into three separate sections, because similar bytes
//! next to each other compress best.
//!
//! The decoder starts with an empty value and fills it. It never stops early: invalid bytes leave
//! the value unchanged and set a flag, and the caller reads this flag at the end. This keeps the
//! compiled decoder small.

use alloc::{string::String, vec::Vec};

/// A type whose values an edition can contain.
pub(crate) trait Codec: Sized {
    /// An empty value of this type, for the decoder to fill.
    const EMPTY: Self;
    fn encode(&self, encoder: &mut Encoder);
    fn decode(&mut self, decoder: &mut Decoder<'_>);
}

/// The byte at the end of a name or a text. No name or text contains this byte.
const END: u8 = 0;

/// The three sections of an edition, while the encoder fills them: numbers, names and texts.
#[derive(Default)]
pub(crate) struct Encoder {
    numbers: Vec<u8>,
    names: Vec<u8>,
    texts: Vec<u8>,
}

impl Encoder {
    /// Returns the bytes of the edition: the length of the numbers, the length of the names, then
    /// the numbers, the names and the texts.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut lengths = Self::default();
        lengths.length(&self.numbers);
        lengths.length(&self.names);
        [lengths.numbers, self.numbers, self.names, self.texts].concat()
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.numbers.push(byte);
    }

    /// Writes a number in groups of seven bits, one group in each byte, the lowest group first. The
    /// highest bit of a byte is set if another byte of the number follows.
    pub(crate) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.byte(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.byte(number.to_le_bytes()[0]);
    }

    fn length<T>(&mut self, items: &[T]) {
        self.number(u32::try_from(items.len()).unwrap_or(u32::MAX));
    }

    pub(crate) fn name(&mut self, name: &str) {
        push(&mut self.names, name.as_bytes());
    }

    pub(crate) fn text(&mut self, text: &str) {
        push(&mut self.texts, text.as_bytes());
    }
}

fn push(section: &mut Vec<u8>, text: &[u8]) {
    section.extend(text.iter().filter(|byte| **byte != END));
    section.push(END);
}

/// The bytes that the decoder has not read yet, in each of the three sections.
pub(crate) struct Decoder<'a> {
    numbers: &'a [u8],
    names: &'a [u8],
    texts: &'a [u8],
    failed: bool,
    generated_names: u32,
    /// The number of conditions that the decoder has read so far. The index of a condition must be
    /// lower than this number.
    pub(crate) conditions: u32,
}

impl<'a> Decoder<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self {
            numbers: bytes,
            names: &[],
            texts: &[],
            failed: false,
            generated_names: 0,
            conditions: 0,
        };
        let (numbers, names) = (decoder.number(), decoder.number());
        let (numbers, after_numbers) = decoder.section(decoder.numbers, numbers);
        let (names, texts) = decoder.section(after_numbers, names);
        decoder.numbers = numbers;
        decoder.names = names;
        decoder.texts = texts;
        decoder
    }

    fn section(&mut self, bytes: &'a [u8], length: u32) -> (&'a [u8], &'a [u8]) {
        bytes.split_at_checked(length as usize).unwrap_or_else(|| {
            self.fail();
            Default::default()
        })
    }

    /// Sets the flag that says that the bytes are invalid.
    pub(crate) fn fail(&mut self) {
        self.failed = true;
    }

    /// Returns true if the decoder found no invalid byte and has read every byte.
    pub(crate) fn succeeded(&self) -> bool {
        let sections = [self.numbers, self.names, self.texts];
        !self.failed && sections.iter().all(|section| section.is_empty())
    }

    fn byte(&mut self) -> u8 {
        let Some((byte, left)) = self.numbers.split_first() else {
            self.fail();
            return 0;
        };
        self.numbers = left;
        *byte
    }

    pub(crate) fn name(&mut self) -> &'a str {
        let (name, left) = self.split_at_end(self.names);
        self.names = left;
        name
    }

    /// Generates a short name in place of an id that editions do not contain: `a`, `b` … `z`, `ab`.
    /// Screens only compare these names with each other, so any unique name works.
    pub(crate) fn generate_name(&mut self) -> String {
        let (mut name, mut left) = (String::new(), self.generated_names);
        self.generated_names += 1;
        loop {
            name.push(char::from(b'a' + left.to_le_bytes()[0] % 26));
            left /= 26;
            if left == 0 {
                return name;
            }
        }
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let (text, left) = self.split_at_end(self.texts);
        self.texts = left;
        text
    }

    fn split_at_end(&mut self, section: &'a [u8]) -> (&'a str, &'a [u8]) {
        let end = section.iter().position(|byte| *byte == END);
        let (text, left) = section.split_at(end.unwrap_or(section.len()));
        let (text, left) = (core::str::from_utf8(text), left.get(1..));
        if text.is_err() || left.is_none() {
            self.fail();
        }
        (text.unwrap_or_default(), left.unwrap_or_default())
    }

    /// Reads a number that [`Encoder::number`] wrote.
    pub(crate) fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    /// Reads the number of an enum variant. An enum with `count` variants uses the numbers below
    /// `count`. An invalid number becomes 0.
    pub(crate) fn variant(&mut self, count: u8) -> u8 {
        let variant = self.byte();
        if variant < count {
            return variant;
        }
        self.fail();
        0
    }
}

macro_rules! numbers {
    ($($name:ty),*) => {$(
        impl Codec for $name {
            const EMPTY: Self = 0;
            fn encode(&self, encoder: &mut Encoder) {
                encoder.number(u32::from(*self));
            }
            fn decode(&mut self, decoder: &mut Decoder<'_>) {
                match Self::try_from(decoder.number()) {
                    Ok(number) => *self = number,
                    Err(_) => decoder.fail(),
                }
            }
        }
    )*};
}

numbers!(u8, u16, u32);

impl Codec for bool {
    const EMPTY: Self = false;
    fn encode(&self, encoder: &mut Encoder) {
        encoder.byte(u8::from(*self));
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        *self = decoder.variant(2) == 1;
    }
}

impl Codec for String {
    const EMPTY: Self = Self::new();
    fn encode(&self, encoder: &mut Encoder) {
        encoder.text(self);
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        *self = decoder.text().into();
    }
}

impl<T: Codec> Codec for Option<T> {
    const EMPTY: Self = None;
    fn encode(&self, encoder: &mut Encoder) {
        self.is_some().encode(encoder);
        if let Some(value) = self {
            value.encode(encoder);
        }
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        if decoder.variant(2) == 1 {
            self.insert(T::EMPTY).decode(decoder);
        }
    }
}

impl<T: Codec> Codec for Vec<T> {
    const EMPTY: Self = Self::new();
    fn encode(&self, encoder: &mut Encoder) {
        encoder.length(self);
        self.iter().for_each(|item| item.encode(encoder));
    }
    /// Decodes the items of a list. Stops at the end of the bytes, even if the encoded length of
    /// the list is larger. Each item has at least one byte.
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        for _ in 0..decoder.number() {
            if decoder.failed {
                break;
            }
            self.push(T::EMPTY);
            if let Some(last) = self.last_mut() {
                last.decode(decoder);
            }
        }
    }
}

impl<A: Codec, B: Codec> Codec for (A, B) {
    const EMPTY: Self = (A::EMPTY, B::EMPTY);
    fn encode(&self, encoder: &mut Encoder) {
        self.0.encode(encoder);
        self.1.encode(encoder);
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        self.0.decode(decoder);
        self.1.decode(decoder);
    }
}

/// Implements [`Codec`] for a structure or for an enum without fields. A structure is encoded as
/// its fields in order, and an enum as the number of its variant.
macro_rules! codec {
    ($(struct $name:ident $(<$kind:ident>)? { $($field:ident),* $(,)? })*) => {$(
        impl $(<$kind: $crate::model::codec::Codec>)? $crate::model::codec::Codec for $name $(<$kind>)? {
            const EMPTY: Self = Self {
                $($field: $crate::model::codec::Codec::EMPTY,)*
            };
            fn encode(&self, encoder: &mut $crate::model::codec::Encoder) {
                $(self.$field.encode(encoder);)*
            }
            fn decode(&mut self, decoder: &mut $crate::model::codec::Decoder<'_>) {
                $(self.$field.decode(decoder);)*
            }
        }
    )*};
    ($(enum $name:ident { $first:ident $(, $variant:ident)* $(,)? })*) => {$(
        impl $crate::model::codec::Codec for $name {
            const EMPTY: Self = Self::$first;
            fn encode(&self, encoder: &mut $crate::model::codec::Encoder) {
                encoder.byte(*self as u8);
            }
            fn decode(&mut self, decoder: &mut $crate::model::codec::Decoder<'_>) {
                const VARIANTS: &[$name] = &[$name::$first $(, $name::$variant)*];
                let variant = decoder.variant(VARIANTS.len() as u8);
                *self = VARIANTS.get(usize::from(variant)).copied().unwrap_or($name::$first);
            }
        }
    )*};
}

pub(crate) use codec;
