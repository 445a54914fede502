//! Names of records that never change and are never used twice.
//!
//! An id is drawn at random from 2^50, so that two analysts who work on copies of one project do not name two
//! things alike. It is written as a letter for its kind and ten characters: `m7k3f9q2x8a`.

use super::runs::Keyed;
use std::{fmt, num::NonZeroU64, str::FromStr};

/// How many random bits an id has: ten characters of five bits.
const ID_BITS: u32 = 50;
const ID_CHARACTERS: usize = ID_BITS as usize / 5;

/// Digits and letters without i, l, o and u, which are read wrongly (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A text is not an id of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseIdError {
    /// What was read.
    pub read: String,
    /// The letter that ids of this kind begin with.
    pub prefix: char,
}

impl fmt::Display for ParseIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { read, prefix } = self;
        write!(f, "“{read}” is not an id: `{prefix}` and {ID_CHARACTERS} digits or letters are expected")
    }
}

impl std::error::Error for ParseIdError {}

fn write_id(f: &mut fmt::Formatter<'_>, prefix: u8, number: u64) -> fmt::Result {
    let mut written = [prefix; 1 + ID_CHARACTERS];
    let mut rest = number;
    for character in written.iter_mut().skip(1).rev() {
        let digit = usize::try_from(rest & 31).ok().and_then(|digit| ALPHABET.get(digit));
        *character = digit.copied().unwrap_or(b'0');
        rest >>= 5;
    }
    f.write_str(std::str::from_utf8(&written).unwrap_or_default())
}

fn parse_id(read: &str, prefix: u8) -> Option<u64> {
    let digits = read.as_bytes().strip_prefix(&[prefix])?;
    if digits.len() != ID_CHARACTERS {
        return None;
    }
    digits.iter().try_fold(0, |number, byte| Some(number << 5 | u64::from(digit_of(*byte)?)))
}

/// The place of a character in [`ALPHABET`].
fn digit_of(character: u8) -> Option<u8> {
    let (first, digit) = match character {
        b'0'..=b'9' => (b'0', 0),
        b'a'..=b'h' => (b'a', 10),
        b'j' | b'k' => (b'j', 18),
        b'm' | b'n' => (b'm', 20),
        b'p'..=b't' => (b'p', 22),
        b'v'..=b'z' => (b'v', 27),
        _ => return None,
    };
    Some(character - first + digit)
}

macro_rules! id {
    ($name:ident, $prefix:literal, $about:literal) => {
        #[doc = $about]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU64);

        impl $name {
            /// The number behind the id, below 2^50.
            pub fn number(self) -> u64 {
                self.0.get() - 1
            }

            /// One more than the number is kept, so that no more is needed to say that there is none.
            fn of(number: u64) -> Self {
                Self(NonZeroU64::MIN.saturating_add(number))
            }

            /// The smallest there can be: a bound for searches in sorted sets.
            pub const LOWEST: Self = Self(NonZeroU64::MIN);

            /// Draws a new one.
            pub fn fresh(ids: &mut IdSource) -> Self {
                Self::of(ids.draw())
            }
        }

        /// Sorted sets of ids.
        impl Keyed for $name {
            type Key = Self;

            fn key(&self) -> Self {
                *self
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_id(f, $prefix, self.number())
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(read: &str) -> Result<Self, ParseIdError> {
                parse_id(read, $prefix)
                    .map(Self::of)
                    .ok_or_else(|| ParseIdError { read: read.to_owned(), prefix: char::from($prefix) })
            }
        }
    };
}

id!(DocumentId, b'd', "Names a document: `d` and ten characters.");
id!(MentionId, b'm', "Names a mention: `m` and ten characters.");
id!(EntityId, b'e', "Names an entity: `e` and ten characters.");
id!(RejectionId, b'r', "Names a rejection: `r` and ten characters.");
id!(RelationId, b't', "Names a relation, which ties entities: `t` and ten characters.");
id!(GazetteerId, b'g', "Names a gazetteer: `g` and ten characters.");

/// Draws ids. Seeded from outside, since this room knows no clock: the same seed gives the same ids.
#[derive(Clone, Debug)]
pub struct IdSource(u64);

impl IdSource {
    /// A source that begins at `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below 2^50 (`SplitMix64`, Steele et al. 2014).
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) >> (u64::BITS - ID_BITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself() {
        let mut ids = IdSource::new(7);
        for _ in 0..1_000 {
            let id = MentionId::fresh(&mut ids);
            assert_eq!(id.to_string().len(), 11);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn a_digit_is_the_place_in_the_alphabet() {
        let found = |byte: u8| ALPHABET.iter().position(|other| *other == byte);
        for byte in 0..=u8::MAX {
            assert_eq!(digit_of(byte).map(usize::from), found(byte), "{byte}");
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for read in ["", "m", "m123", "d0123456789", "m012345678i", "m01234567890", "é"] {
            assert!(read.parse::<MentionId>().is_err(), "{read}");
        }
    }
}
