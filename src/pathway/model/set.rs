//! A set of at most 64 indexes, such as the picked options of a question or the outcomes of a
//! result. The set ignores an index of 64 or more.

use crate::model::codec::{Codec, Decoder, Encoder};

/// The maximum number of members of a set.
pub const MAX: usize = 64;

/// A set of indexes below [`MAX`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Set(u64);

impl Set {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// Makes a set with one member.
    pub const fn one(index: usize) -> Self {
        if index < MAX {
            Self(1 << index)
        } else {
            Self(0)
        }
    }

    /// Returns whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Counts the members.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Returns whether `index` is a member.
    pub const fn has(self, index: usize) -> bool {
        !self.and(Self::one(index)).is_empty()
    }

    /// Returns the members of both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the members of either set.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the members of this set that are not in the other set.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the members in order.
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

/// A set is two numbers of 32 bits in an edition, because plain JavaScript has no integers of 64
/// bits.
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
