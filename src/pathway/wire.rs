//! Values as bytes, for a form that only programs read. A type lists its fields once, and is written and
//! read in that order.
//!
//! Numbers, names and texts stand apart, each kind in one row: alike beside alike is what compressors
//! make small.
//!
//! Reading fills what was empty, in its place, and never stops in the middle: what cannot be read stays
//! as it was, and the bytes are spoilt from there on. Whoever asked looks once, at the end. That keeps
//! the reader small, since nothing is moved, and no part of it has to undo what came before.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// What can be carried as bytes.
pub(crate) trait Carried: Sized {
    /// What stands there before anything is read.
    const EMPTY: Self;
    fn write(&self, to: &mut Written);
    fn fill(&mut self, from: &mut Bytes<'_>);
}

/// The rows as they are written, and the ranks of the names that nobody sees.
#[derive(Default)]
pub(crate) struct Written {
    numbers: Vec<u8>,
    names: Vec<u8>,
    texts: Vec<u8>,
    ranks: BTreeMap<String, usize>,
}

/// Ends a name or a text. None holds it: no browser would show it.
const END: u8 = 0;

impl Written {
    /// The bytes of what is written. That happens twice: the first time finds the names to be ranked.
    pub(crate) fn of(write: impl Fn(&mut Self)) -> Vec<u8> {
        let mut first = Self::default();
        write(&mut first);
        let names = first.ranks.into_keys().zip(0..);
        let mut written = Self {
            ranks: names.collect(),
            ..Self::default()
        };
        write(&mut written);
        let Self {
            numbers,
            names,
            texts,
            ..
        } = written;
        let mut lengths = Self::default();
        lengths.number(numbers.len() as u64);
        lengths.number(names.len() as u64);
        [lengths.numbers, numbers, names, texts].concat()
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.numbers.push(byte);
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    pub(crate) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.byte(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.byte(number.to_le_bytes()[0]);
    }

    pub(crate) fn name(&mut self, name: &str) {
        push(&mut self.names, name.as_bytes());
    }

    pub(crate) fn text(&mut self, text: &str) {
        push(&mut self.texts, text.as_bytes());
    }

    /// A name that is only ever compared with others of its kind: its rank among them stands for it, in
    /// as few letters as are enough for all, so that their order stays.
    pub(crate) fn unseen(&mut self, name: &str) {
        let mut rank = self.ranks.get(name).copied().unwrap_or_default();
        if !self.ranks.contains_key(name) {
            self.ranks.insert(name.into(), 0);
        }
        let mut letters = [b'a'; 4];
        for letter in letters.iter_mut().rev() {
            *letter += u8::try_from(rank % 26).unwrap_or_default();
            rank /= 26;
        }
        let spare = [26, 26 * 26, 26 * 26 * 26];
        let spare = spare.iter().filter(|most| self.ranks.len() <= **most);
        let spare = spare.count();
        push(&mut self.names, letters.get(spare..).unwrap_or_default());
    }
}

fn push(row: &mut Vec<u8>, text: &[u8]) {
    row.extend(text.iter().filter(|byte| **byte != END));
    row.push(END);
}

/// The rows as they are read.
pub(crate) struct Bytes<'a> {
    numbers: &'a [u8],
    names: &'a [u8],
    texts: &'a [u8],
    spoilt: bool,
    /// How many tests there are so far: what a condition may be the place of.
    pub(crate) tests: u32,
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut rows = Self {
            numbers: bytes,
            names: &[],
            texts: &[],
            spoilt: false,
            tests: 0,
        };
        let (numbers, names) = (rows.number(), rows.number());
        let (numbers, rest) = rows.row(rows.numbers, numbers);
        let (names, texts) = rows.row(rest, names);
        Self {
            numbers,
            names,
            texts,
            ..rows
        }
    }

    fn row(&mut self, bytes: &'a [u8], length: u64) -> (&'a [u8], &'a [u8]) {
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        bytes.split_at_checked(length).unwrap_or_else(|| {
            self.spoil();
            Default::default()
        })
    }

    /// Says that what was read cannot be.
    pub(crate) fn spoil(&mut self) {
        self.spoilt = true;
    }

    /// Spoils what is not in order, or stands there twice. One for all kinds of ids: that is small.
    pub(crate) fn ascend(&mut self, names: &mut dyn Iterator<Item = &str>) {
        if !names.is_sorted_by(|one, next| one < next) {
            self.spoil();
        }
    }

    /// Whether everything that was read could be, and nothing is left.
    pub(crate) fn ends_well(&self) -> bool {
        let left = [self.numbers, self.names, self.texts];
        !self.spoilt && left.iter().all(|row| row.is_empty())
    }

    fn byte(&mut self) -> u8 {
        let Some((byte, left)) = self.numbers.split_first() else {
            self.spoil();
            return 0;
        };
        self.numbers = left;
        *byte
    }

    pub(crate) fn name(&mut self) -> &'a str {
        let (name, left) = self.up_to_end(self.names);
        self.names = left;
        name
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let (text, left) = self.up_to_end(self.texts);
        self.texts = left;
        text
    }

    fn up_to_end(&mut self, row: &'a [u8]) -> (&'a str, &'a [u8]) {
        let end = row.iter().position(|byte| *byte == END);
        let (text, left) = row.split_at(end.unwrap_or(row.len()));
        let (text, left) = (core::str::from_utf8(text), left.get(1..));
        if text.is_err() || left.is_none() {
            self.spoil();
        }
        (text.unwrap_or_default(), left.unwrap_or_default())
    }

    /// See [`Written::number`].
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

macro_rules! numbers {
    ($($name:ty),*) => {$(
        impl Carried for $name {
            const EMPTY: Self = 0;
            fn write(&self, to: &mut Written) {
                to.number(u64::from(*self));
            }
            fn fill(&mut self, from: &mut Bytes<'_>) {
                match Self::try_from(from.number()) {
                    Ok(number) => *self = number,
                    Err(_) => from.spoil(),
                }
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64);

impl Carried for bool {
    const EMPTY: Self = false;
    fn write(&self, to: &mut Written) {
        to.byte(u8::from(*self));
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        *self = from.case(2) == 1;
    }
}

impl Carried for String {
    const EMPTY: Self = Self::new();
    fn write(&self, to: &mut Written) {
        to.text(self);
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        *self = from.text().into();
    }
}

impl<T: Carried> Carried for Option<T> {
    const EMPTY: Self = None;
    fn write(&self, to: &mut Written) {
        self.is_some().write(to);
        if let Some(thing) = self {
            thing.write(to);
        }
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        if from.case(2) == 1 {
            self.insert(T::EMPTY).fill(from);
        }
    }
}

impl<T: Carried> Carried for Vec<T> {
    const EMPTY: Self = Self::new();
    fn write(&self, to: &mut Written) {
        to.number(self.len() as u64);
        self.iter().for_each(|thing| thing.write(to));
    }
    /// Every thing takes a byte at least, so a list ends where the bytes do, whatever length it claims.
    fn fill(&mut self, from: &mut Bytes<'_>) {
        for _ in 0..from.number() {
            if from.spoilt {
                break;
            }
            self.push(T::EMPTY);
            if let Some(last) = self.last_mut() {
                last.fill(from);
            }
        }
    }
}

impl<A: Carried, B: Carried> Carried for (A, B) {
    const EMPTY: Self = (A::EMPTY, B::EMPTY);
    fn write(&self, to: &mut Written) {
        self.0.write(to);
        self.1.write(to);
    }
    fn fill(&mut self, from: &mut Bytes<'_>) {
        self.0.fill(from);
        self.1.fill(from);
    }
}

/// Carries structures field by field, and cases without content by their place.
macro_rules! carried {
    ($(struct $name:ident $(<$kind:ident>)? { $($field:ident),* $(,)? })*) => {$(
        impl $(<$kind: $crate::wire::Carried>)? $crate::wire::Carried for $name $(<$kind>)? {
            const EMPTY: Self = Self { $($field: $crate::wire::Carried::EMPTY,)* };
            fn write(&self, to: &mut $crate::wire::Written) {
                $(self.$field.write(to);)*
            }
            fn fill(&mut self, from: &mut $crate::wire::Bytes<'_>) {
                $(self.$field.fill(from);)*
            }
        }
    )*};
    ($(enum $name:ident { $first:ident $(, $case:ident)* $(,)? })*) => {$(
        impl $crate::wire::Carried for $name {
            const EMPTY: Self = Self::$first;
            fn write(&self, to: &mut $crate::wire::Written) {
                to.byte(*self as u8);
            }
            fn fill(&mut self, from: &mut $crate::wire::Bytes<'_>) {
                const CASES: &[$name] = &[$name::$first $(, $name::$case)*];
                let case = from.case(CASES.len() as u8);
                *self = CASES.get(usize::from(case)).copied().unwrap_or($name::$first);
            }
        }
    )*};
}

pub(crate) use carried;
