//! A set of at most 64 indexes, such as the picked options of a question or the outcomes of a
//! result. The set ignores an index of 64 or more.

use crate::model::codec::{Codec, Decoder, Encoder};

/// The maximum number of indexes in a set.
pub const MAX: usize = 64;

/// A set of indexes. Each index is below [`MAX`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Set(u64);

impl Set {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// Makes a set that contains one index.
    pub const fn one(index: usize) -> Self {
        if index < MAX {
            Self(1 << index)
        } else {
            Self(0)
        }
    }

    /// Returns whether the set contains no index.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Counts the indexes in the set.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Returns whether the set contains `index`.
    pub const fn has(self, index: usize) -> bool {
        !self.and(Self::one(index)).is_empty()
    }

    /// Returns the indexes that are in both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the indexes that are in this set, in the other set or in both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the indexes that are in this set but not in the other set.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the indexes in the set, the lowest first.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..MAX).filter(move |index| self.has(*index))
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(indexes: I) -> Self {
        indexes
            .into_iter()
            .fold(Self::EMPTY, |set, index| set.or(Self::one(index)))
    }
}

/// An edition contains a set as two numbers of 32 bits, because plain JavaScript has no integers of
/// 64 bits.
impl Codec for Set {
    const EMPTY: Self = Self(0);
    fn encode(&self, encoder: &mut Encoder) {
        let [a, b, c, d, e, f, g, h] = self.0.to_le_bytes();
        u32::from_le_bytes([a, b, c, d]).encode(encoder);
        u32::from_le_bytes([e, f, g, h]).encode(encoder);
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        let (mut low, mut high) = (0_u32, 0_u32);
        low.decode(decoder);
        high.decode(decoder);
        self.0 = u64::from(low) | u64::from(high) << u32::BITS;
    }
}
