//! Texts with one wording or three, and lists in which each entry has a unique id. Both types have
//! the same structure as the JSON files.

use crate::model::{
    codec::{Codec, Decoder, Encoder},
    id::LineId,
};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::{borrow::Borrow, cmp::Ordering, fmt, marker::PhantomData};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};

/// A text with one wording for everyone, or with three wordings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// The only wording of the text. Everyone reads it.
    One(String),
    /// Three wordings. A visitor reads the wording that suits their role.
    Three {
        /// The wording for the person who needs help.
        person: String,
        /// The wording for someone who knows the person.
        someone: String,
        /// The wording for a professional who works with the person.
        professional: String,
        /// The wording for readers of the plain guide, who have answered no question. If it is
        /// `None`, the guide shows the wording for the person.
        anyone: Option<String>,
    },
}

impl Text {
    /// Returns each wording that a visitor of the widget can read: one wording or three.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        let all = match self {
            Self::One(text) => [Some(text), None, None],
            Self::Three {
                person,
                someone,
                professional,
                ..
            } => [Some(person), Some(someone), Some(professional)],
        };
        all.into_iter().flatten().map(String::as_str)
    }

    /// Returns each wording of the text, also the wording for readers of the plain guide.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let anyone = match self {
            Self::Three { anyone, .. } => anyone.as_deref(),
            Self::One(_) => None,
        };
        self.wordings().chain(anyone)
    }

    /// Returns a mutable reference to each wording, also to the wording for readers of the plain
    /// guide.
    #[cfg(feature = "authoring")]
    pub(crate) fn all_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let all = match self {
            Self::One(text) => [Some(text), None, None, None],
            Self::Three {
                person,
                someone,
                professional,
                anyone,
            } => [
                Some(person),
                Some(someone),
                Some(professional),
                anyone.as_mut(),
            ],
        };
        all.into_iter().flatten()
    }
}

/// The default text is empty and has one wording.
impl Default for Text {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// An edition contains only the wordings that visitors of the widget read.
impl Codec for Text {
    const EMPTY: Self = Self::One(String::new());
    fn encode(&self, encoder: &mut Encoder) {
        matches!(self, Self::Three { .. }).encode(encoder);
        self.wordings()
            .for_each(|text| String::from(text).encode(encoder));
    }
    fn decode(&mut self, decoder: &mut Decoder<'_>) {
        *self = if decoder.variant(2) == 0 {
            Self::One(decoder.text().into())
        } else {
            Self::Three {
                person: decoder.text().into(),
                someone: decoder.text().into(),
                professional: decoder.text().into(),
                // Editions leave out the wording of the plain guide, because the command line makes
                // the guide from the files.
                anyone: None,
            }
        };
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Three {
            person: String,
            someone: String,
            professional: String,
            anyone: Option<String>,
        }
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or {\"person\": …, \"someone\": …, \"professional\": …}")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::One(text.into()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                let Three {
                    person,
                    someone,
                    professional,
                    anyone,
                } = Three::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(Text::Three {
                    person,
                    someone,
                    professional,
                    anyone,
                })
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// Values with their ids, in the order of the ids. A file in which two values have the same id is
/// invalid.
#[derive(Clone, Debug)]
pub struct Keyed<K, V>(Vec<(K, V)>);

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<K, V> Keyed<K, V> {
    pub(crate) const NONE: Self = Self(Vec::new());

    /// Returns each value of the list with its id.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Returns the id of each value.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Returns each value without its id.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Returns whether the list contains no value.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Borrow<str>, V> Keyed<K, V> {
    /// Returns the value with this id. Returns `None` if no value has this id.
    pub fn get<Q: Borrow<str> + ?Sized>(&self, key: &Q) -> Option<&V> {
        let index = self.index(key.borrow()).ok()?;
        self.0.get(index).map(|(_, value)| value)
    }

    /// Returns whether the list contains a value with this id.
    pub fn contains_key<Q: Borrow<str> + ?Sized>(&self, key: &Q) -> bool {
        self.get(key).is_some()
    }

    fn index(&self, key: &str) -> Result<usize, usize> {
        let known = |index: usize| self.0.get(index).map_or("", |(known, _)| known.borrow());
        search(self.0.len(), &known, key)
    }

    /// Adds a value with this id, or replaces the value that has this id.
    #[cfg(feature = "authoring")]
    pub(crate) fn insert(&mut self, key: K, value: V) {
        match self.index(key.borrow()) {
            Ok(index) => {
                if let Some(known) = self.0.get_mut(index) {
                    known.1 = value;
                }
            }
            Err(index) => self.0.insert(index, (key, value)),
        }
    }

    /// Returns a mutable reference to the value with this id. Adds an empty value first if no value
    /// has this id.
    #[expect(
        clippy::indexing_slicing,
        reason = "the index is of an entry that is there"
    )]
    pub(crate) fn entry(&mut self, key: &K) -> &mut V
    where
        K: Clone,
        V: Default,
    {
        let index = self.index(key.borrow()).unwrap_or_else(|index| {
            self.0.insert(index, (key.clone(), V::default()));
            index
        });
        &mut self.0[index].1
    }

    /// Removes the value with this id.
    #[cfg(feature = "authoring")]
    pub(crate) fn remove(&mut self, key: &K) -> Option<V> {
        let index = self.index(key.borrow()).ok()?;
        Some(self.0.remove(index).1)
    }

    /// Returns a mutable reference to the value with this id. Returns `None` if no value has this
    /// id.
    #[cfg(feature = "authoring")]
    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let index = self.index(key.borrow()).ok()?;
        self.0.get_mut(index).map(|(_, value)| value)
    }

    /// Returns each id with a mutable reference to its value.
    #[cfg(feature = "authoring")]
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }
}

/// Returns the index of an id in a sorted list. If the list does not contain the id, returns the
/// index at which to insert it. All value types share this function, which keeps the module small.
fn search<'a>(length: usize, known: &dyn Fn(usize) -> &'a str, key: &str) -> Result<usize, usize> {
    let (mut first, mut end) = (0, length);
    while first < end {
        let middle = first.midpoint(end);
        match known(middle).cmp(key) {
            Ordering::Less => first = middle + 1,
            Ordering::Equal => return Ok(middle),
            Ordering::Greater => end = middle,
        }
    }
    Err(first)
}

impl<'de, K, V> Deserialize<'de> for Keyed<K, V>
where
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<K, V>(PhantomData<(K, V)>);
        impl<'de, K, V> Visitor<'de> for Reader<K, V>
        where
            K: Deserialize<'de> + Ord + fmt::Display,
            V: Deserialize<'de>,
        {
            type Value = Keyed<K, V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object keyed by ids")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed<K, V>, A::Error> {
                let mut values = BTreeMap::new();
                while let Some(key) = map.next_key::<K>()? {
                    if values.contains_key(&key) {
                        return Err(de::Error::custom(format_args!(
                            "\"{key}\" stands here twice: keep one"
                        )));
                    }
                    values.insert(key, map.next_value()?);
                }
                Ok(Keyed(values.into_iter().collect()))
            }
        }
        deserializer.deserialize_map(Reader(PhantomData))
    }
}

/// Lines of text by their ids.
pub type Lines = Keyed<LineId, Text>;
