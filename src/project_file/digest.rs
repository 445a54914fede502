//! The fingerprint of a file: two files with the same one hold the same bytes.

use std::{fmt, str::FromStr};

/// The BLAKE3 hash of all bytes of a file, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let hash = blake3::Hash::from_hex(words).map_err(|_| format!("“{words}” is no fingerprint"))?;
        Ok(Self(*hash.as_bytes()))
    }
}
