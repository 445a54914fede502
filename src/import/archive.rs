//! Looking into a ZIP archive without being harmed: no path of it is ever used on this machine, and what it unpacks to is
//! counted.

use super::ImportError;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Altogether it may unpack to so much.
const MOST_BYTES: u64 = 64 << 20;
/// What unpacks to more than this must not be so many times smaller packed.
const FREE_BYTES: u64 = 1 << 20;
const MOST_TIMES: u64 = 100;
const MOST_ENTRIES: usize = 10_000;

/// An archive, or a document that is one.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What the file is called in messages: `the Word document`.
    what: &'static str,
    unpacked_bytes: u64,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8], what: &'static str) -> Result<Self, ImportError> {
        let zip = ZipArchive::new(Cursor::new(bytes));
        let zip = zip.map_err(|error| ImportError::Damaged { what, why: error.to_string() })?;
        if zip.len() > MOST_ENTRIES {
            let why = format!("it has {} entries; {MOST_ENTRIES} are the limit", zip.len());
            return Err(ImportError::Bomb { why });
        }
        Ok(Self { zip, what, unpacked_bytes: 0 })
    }

    /// The names in it, as they stand there.
    pub(super) fn names(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }

    /// Whether an entry is an ordinary file whose path stays within a folder.
    pub(super) fn is_tame(&mut self, name: &str) -> bool {
        let entry = self.zip.by_name(name);
        let is_absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":") || name.contains('\\');
        entry.is_ok_and(|entry| {
            let is_link = entry.unix_mode().is_some_and(|mode| mode & 0o170_000 == 0o120_000);
            entry.is_file() && !is_link && entry.enclosed_name().is_some()
        }) && !is_absolute
            && !name.split('/').any(|part| part == "..")
    }

    /// What an entry unpacks to; `None` if there is none of this name.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let what = self.what;
        let damaged = |why: String| ImportError::Damaged { what, why: format!("{name}: {why}") };
        let mut entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(zip::result::ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
                return Err(ImportError::Locked { what });
            }
            Err(error) => return Err(damaged(error.to_string())),
        };
        if entry.encrypted() {
            return Err(ImportError::Locked { what });
        }
        let ratio_bytes = FREE_BYTES.max(entry.compressed_size().saturating_mul(MOST_TIMES));
        let left = MOST_BYTES.saturating_sub(self.unpacked_bytes).min(ratio_bytes);
        let mut bytes = Vec::new();
        (&mut entry).take(left + 1).read_to_end(&mut bytes).map_err(|error| damaged(error.to_string()))?;
        if bytes.len() as u64 > left {
            let why = format!(
                "{name} in it unpacks to more than {} MB, or to more than {MOST_TIMES} times its size",
                MOST_BYTES >> 20
            );
            return Err(ImportError::Bomb { why });
        }
        self.unpacked_bytes += bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// What an entry unpacks to that must be there.
    pub(super) fn need(&mut self, name: &str) -> Result<Vec<u8>, ImportError> {
        let missing = ImportError::Damaged { what: self.what, why: format!("{name} is missing") };
        self.read(name)?.ok_or(missing)
    }
}

/// Whether the bytes begin like an archive.
pub(super) fn is_archive(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06")
}

/// Whether a name stands in the first entries or anywhere at the head of an archive.
pub(super) fn names_at_head(start: &[u8], name: &str) -> bool {
    is_archive(start) && memchr::memmem::find(start, name.as_bytes()).is_some()
}

/// A small archive for tests.
#[cfg(test)]
pub(super) fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        // What a document says of itself stands unpacked at its head.
        let method = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("starts");
        writer.write_all(bytes).expect("writes");
    }
    writer.finish().expect("ends").into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_and_paths_that_leave_are_not_tame() {
        let bytes = packed(&[("a.txt", b"one"), ("../b.txt", b"two"), ("/etc/c", b"3"), ("C:\\d", b"4")]);
        let mut archive = Archive::open(&bytes, "the archive").expect("opens");
        assert_eq!(archive.read("a.txt"), Ok(Some(b"one".to_vec())));
        assert_eq!(archive.read("none"), Ok(None));
        assert!(archive.need("none").expect_err("is missing").to_string().contains("none is missing"));
        let tame: Vec<String> = archive.names().into_iter().filter(|name| archive.is_tame(name)).collect();
        assert_eq!(tame, ["a.txt"]);
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let bytes = packed(&[("bomb", &vec![0; 3 << 20])]);
        let mut archive = Archive::open(&bytes, "the archive").expect("opens");
        assert!(matches!(archive.read("bomb"), Err(ImportError::Bomb { .. })));
    }

    #[test]
    fn too_many_entries_are_refused() {
        let names: Vec<String> = (0..=MOST_ENTRIES).map(|number| number.to_string()).collect();
        let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        assert!(matches!(Archive::open(&packed(&entries), "the archive"), Err(ImportError::Bomb { .. })));
    }

    #[test]
    fn what_is_cut_off_is_damaged() {
        let bytes = packed(&[("a.txt", b"one")]);
        assert!(matches!(Archive::open(&bytes[..20], "x"), Err(ImportError::Damaged { .. })));
    }
}
