//! Values as bytes, for a form that only programs read. A type lists its fields once, and is written and
//! read in that order.
//!
//! Reading never stops in the middle: what cannot be read becomes something empty, and the bytes are
//! [`Bytes::spoilt`] from there on. Whoever asked looks once, at the end. That keeps the reader small,
//! since no part of it has to undo what came before.

use alloc::{string::String, vec::Vec};

/// What can be carried as bytes.
pub(crate) trait Carried {
    fn write(&self, to: &mut Vec<u8>);
    fn read(from: &mut Bytes<'_>) -> Self;
}

/// Bytes that are still to be read.
pub(crate) struct Bytes<'a> {
    left: &'a [u8],
    spoilt: bool,
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self {
            left: bytes,
            spoilt: false,
        }
    }

    /// Says that what was read cannot be.
    pub(crate) fn spoil(&mut self) {
        self.spoilt = true;
    }

    /// Whether everything that was read could be, and nothing is left.
    pub(crate) fn ends_well(&self) -> bool {
        !self.spoilt && self.left.is_empty()
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, left) = self.left.split_at_checked(length).unwrap_or_else(|| {
            self.spoilt = true;
            Default::default()
        });
        self.left = left;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    pub(crate) fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.spoil();
        0
    }

    /// The number of one of so many cases; the first, if there is no such case.
    pub(crate) fn case(&mut self, of: u8) -> u8 {
        let case = self.byte();
        if case < of {
            return case;
        }
        self.spoil();
        0
    }
}

/// See [`Bytes::number`].
pub(crate) fn write_number(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

macro_rules! numbers {
    ($($name:ty),*) => {$(
        impl Carried for $name {
            fn write(&self, to: &mut Vec<u8>) {
                write_number(u64::from(*self), to);
            }
            fn read(from: &mut Bytes<'_>) -> Self {
                Self::try_from(from.number()).unwrap_or_else(|_| {
                    from.spoil();
                    0
                })
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64);

impl Carried for bool {
    fn write(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }
    fn read(from: &mut Bytes<'_>) -> Self {
        from.case(2) == 1
    }
}

impl Carried for String {
    fn write(&self, to: &mut Vec<u8>) {
        write_number(self.len() as u64, to);
        to.extend_from_slice(self.as_bytes());
    }
    fn read(from: &mut Bytes<'_>) -> Self {
        let length = usize::try_from(from.number()).unwrap_or(usize::MAX);
        let text = core::str::from_utf8(from.take(length)).unwrap_or_else(|_| {
            from.spoil();
            ""
        });
        text.into()
    }
}

impl<T: Carried> Carried for Option<T> {
    fn write(&self, to: &mut Vec<u8>) {
        self.is_some().write(to);
        if let Some(thing) = self {
            thing.write(to);
        }
    }
    fn read(from: &mut Bytes<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Carried> Carried for Vec<T> {
    fn write(&self, to: &mut Vec<u8>) {
        write_number(self.len() as u64, to);
        self.iter().for_each(|thing| thing.write(to));
    }
    /// Every thing takes a byte at least, so a list ends where the bytes do, whatever length it claims.
    fn read(from: &mut Bytes<'_>) -> Self {
        let mut things = Self::new();
        for _ in 0..from.number() {
            if from.spoilt {
                break;
            }
            things.push(T::read(from));
        }
        things
    }
}

impl<A: Carried, B: Carried> Carried for (A, B) {
    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
        self.1.write(to);
    }
    fn read(from: &mut Bytes<'_>) -> Self {
        (A::read(from), B::read(from))
    }
}

/// Carries structures field by field, and cases without content by their place.
macro_rules! carried {
    ($(struct $name:ident $(<$kind:ident>)? { $($field:ident),* $(,)? })*) => {$(
        impl $(<$kind: $crate::wire::Carried>)? $crate::wire::Carried for $name $(<$kind>)? {
            fn write(&self, to: &mut alloc::vec::Vec<u8>) {
                $(self.$field.write(to);)*
            }
            fn read(from: &mut $crate::wire::Bytes<'_>) -> Self {
                Self { $($field: $crate::wire::Carried::read(from),)* }
            }
        }
    )*};
    ($(enum $name:ident { $first:ident $(, $case:ident)* $(,)? })*) => {$(
        impl $crate::wire::Carried for $name {
            fn write(&self, to: &mut alloc::vec::Vec<u8>) {
                to.push(*self as u8);
            }
            fn read(from: &mut $crate::wire::Bytes<'_>) -> Self {
                const CASES: &[$name] = &[$name::$first $(, $name::$case)*];
                let case = from.case(CASES.len() as u8);
                CASES.get(usize::from(case)).copied().unwrap_or($name::$first)
            }
        }
    )*};
}

pub(crate) use carried;
