//! Values as bytes, for a form that only programs read. A type lists its fields once, and is written and
//! read in that order.
//!
//! Numbers, names and texts stand apart, each kind in one row: alike beside alike is what compressors
//! make small. There are two parts with three rows each: what is needed at once, and the rest, which
//! may come later. A type says of each of its fields which part it stands in.
//!
//! Reading fills what was empty, in its place, and never stops in the middle: what cannot be read stays
//! as it was, and the bytes are spoilt from there on. Whoever asked looks once, at the end. That keeps
//! the reader small, since nothing is moved, and no part of it has to undo what came before.

use alloc::{string::String, vec::Vec};

/// What can be carried as bytes.
pub(crate) trait Carried: Sized {
    /// What stands there before anything is read.
    const EMPTY: Self;
    fn write(&self, to: &mut Written);
    fn fill(&mut self, from: &mut Bytes<'_>);
}

/// The rows of one part as they are written.
#[derive(Default)]
struct Rows {
    numbers: Vec<u8>,
    names: Vec<u8>,
    texts: Vec<u8>,
}

/// Both parts as they are written.
#[derive(Default)]
pub(crate) struct Written {
    rows: Rows,
    aside: Rows,
    in_rest: bool,
}

/// Ends a name or a text. None holds it: no browser would show it.
const END: u8 = 0;

impl Rows {
    fn bytes(self) -> Vec<u8> {
        let mut lengths = Written::default();
        lengths.number(len(&self.numbers));
        lengths.number(len(&self.names));
        [lengths.rows.numbers, self.numbers, self.names, self.texts].concat()
    }
}

impl Written {
    /// The bytes of what is written: what is needed at once, and the rest.
    pub(crate) fn parts(mut self) -> [Vec<u8>; 2] {
        self.turn(true);
        [self.rows.bytes(), self.aside.bytes()]
    }

    /// Goes on in the part that is needed at once, or in the rest.
    pub(crate) fn turn(&mut self, at_once: bool) {
        if self.in_rest == at_once {
            core::mem::swap(&mut self.rows, &mut self.aside);
            self.in_rest = !at_once;
        }
    }

    pub(crate) fn byte(&mut self, byte: u8) {
        self.rows.numbers.push(byte);
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    pub(crate) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.byte(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.byte(number.to_le_bytes()[0]);
    }

    pub(crate) fn name(&mut self, name: &str) {
        push(&mut self.rows.names, name.as_bytes());
    }

    pub(crate) fn text(&mut self, text: &str) {
        push(&mut self.rows.texts, text.as_bytes());
    }
}

/// How many there are: a file may be no larger than what a number can say.
fn len<T>(things: &[T]) -> u32 {
    u32::try_from(things.len()).unwrap_or(u32::MAX)
}

fn push(row: &mut Vec<u8>, text: &[u8]) {
    row.extend(text.iter().filter(|byte| **byte != END));
    row.push(END);
}

/// The rows of one part as they are read.
#[derive(Clone, Copy, Default)]
struct Left<'a> {
    numbers: &'a [u8],
    names: &'a [u8],
    texts: &'a [u8],
}

/// Both parts as they are read, or the first alone.
pub(crate) struct Bytes<'a> {
    left: Left<'a>,
    aside: Left<'a>,
    in_rest: bool,
    has_rest: bool,
    spoilt: bool,
    unseen: u32,
    /// How many tests there are so far: what a condition may be the place of.
    pub(crate) tests: u32,
}

impl<'a> Bytes<'a> {
    /// Reads what is needed at once, and the rest if it is there.
    pub(crate) fn new(first: &'a [u8], rest: Option<&'a [u8]>) -> Self {
        let mut bytes = Self {
            left: Left::default(),
            aside: Left::default(),
            in_rest: false,
            has_rest: rest.is_some(),
            spoilt: false,
            unseen: 0,
            tests: 0,
        };
        if let Some(rest) = rest {
            bytes.open(rest);
            bytes.aside = bytes.left;
        }
        bytes.open(first);
        bytes
    }

    fn open(&mut self, bytes: &'a [u8]) {
        self.left.numbers = bytes;
        let (numbers, names) = (self.number(), self.number());
        let (numbers, rest) = self.row(self.left.numbers, numbers);
        let (names, texts) = self.row(rest, names);
        self.left = Left {
            numbers,
            names,
            texts,
        };
    }

    fn row(&mut self, bytes: &'a [u8], length: u32) -> (&'a [u8], &'a [u8]) {
        bytes.split_at_checked(length as usize).unwrap_or_else(|| {
            self.spoil();
            Default::default()
        })
    }

    /// Goes on in the part that is needed at once, or in the rest; says whether it is there.
    pub(crate) fn turn(&mut self, at_once: bool) -> bool {
        if self.in_rest == at_once {
            core::mem::swap(&mut self.left, &mut self.aside);
            self.in_rest = !at_once;
        }
        at_once || self.has_rest
    }

    /// Says that what was read cannot be.
    pub(crate) fn spoil(&mut self) {
        self.spoilt = true;
    }

    /// Whether everything that was read could be, and nothing is left.
    pub(crate) fn ends_well(&self) -> bool {
        let parts = [self.left, self.aside];
        let read = |part: &Left<'_>| {
            part.numbers.is_empty() && part.names.is_empty() && part.texts.is_empty()
        };
        !self.spoilt && parts.iter().all(read)
    }

    fn byte(&mut self) -> u8 {
        let Some((byte, left)) = self.left.numbers.split_first() else {
            self.spoil();
            return 0;
        };
        self.left.numbers = left;
        *byte
    }

    pub(crate) fn name(&mut self) -> &'a str {
        let (name, left) = self.up_to_end(self.left.names);
        self.left.names = left;
        name
    }

    /// A name that nobody sees, and that is only compared with others of its kind: it is not written,
    /// and any that no other has will do.
    pub(crate) fn unseen(&mut self) -> String {
        let (mut name, mut left) = (String::new(), self.unseen);
        self.unseen += 1;
        loop {
            name.push(char::from(b'a' + left.to_le_bytes()[0] % 26));
            left /= 26;
            if left == 0 {
                return name;
            }
        }
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let (text, left) = self.up_to_end(self.left.texts);
        self.left.texts = left;
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
    pub(crate) fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
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
                to.number(u32::from(*self));
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

numbers!(u8, u16, u32);

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
        to.number(len(self));
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

/// Carries structures field by field, and cases without content by their place. What stands after
/// `late` comes with the rest; after `later unless x`, if the field `x` says so.
macro_rules! carried {
    ($(
        struct $name:ident $(<$kind:ident>)? { $($field:ident),* $(,)? }
        $(late { $($late:ident),* $(,)? })?
        $(later unless $at_once:ident { $($later:ident),* $(,)? })?
    )*) => {$(
        impl $(<$kind: $crate::wire::Carried>)? $crate::wire::Carried for $name $(<$kind>)? {
            const EMPTY: Self = Self {
                $($field: $crate::wire::Carried::EMPTY,)*
                $($($late: $crate::wire::Carried::EMPTY,)*)?
                $($($later: $crate::wire::Carried::EMPTY,)*)?
            };
            fn write(&self, to: &mut $crate::wire::Written) {
                $(self.$field.write(to);)*
                $(
                    to.turn(false);
                    $(self.$late.write(to);)*
                    to.turn(true);
                )?
                $(
                    to.turn(self.$at_once);
                    $(self.$later.write(to);)*
                    to.turn(true);
                )?
            }
            fn fill(&mut self, from: &mut $crate::wire::Bytes<'_>) {
                $(self.$field.fill(from);)*
                $(
                    if from.turn(false) {
                        $(self.$late.fill(from);)*
                    }
                    from.turn(true);
                )?
                $(
                    if from.turn(self.$at_once) {
                        $(self.$later.fill(from);)*
                    }
                    from.turn(true);
                )?
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
