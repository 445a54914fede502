//! Zip archives in memory, for formats that are one: the same files give the same bytes, whenever they are packed.

use std::io::{Cursor, Read, Write};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// So many bytes may come out of one archive: more than any project, less than a trap.
const MOST_BYTES: u64 = 2 << 30;
/// So many files may lie in one archive.
const MOST_FILES: usize = 200_000;

/// Packs files, by name and bytes, in their order.
///
/// # Errors
/// If a name is too long for the format, or all of it is: why.
pub(super) fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, String> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let packed = archive.start_file(name, options).map_err(std::io::Error::from);
        packed.and_then(|()| archive.write_all(bytes)).map_err(|error| format!("{name}: {error}"))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}

/// Whether bytes begin as an archive does.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The names of the files of an archive; none where it cannot be read.
pub(super) fn names(bytes: &[u8]) -> Vec<String> {
    if !is_zip(bytes) {
        return Vec::new();
    }
    let archive = ZipArchive::new(Cursor::new(bytes));
    let names = |archive: ZipArchive<_>| archive.file_names().flatten().map(Into::into).collect();
    archive.map(names).unwrap_or_default()
}

/// The files of an archive, by name and bytes, in its order; folders are left out.
///
/// # Errors
/// If it is damaged, encrypted, or holds too much: why.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    if archive.len() > MOST_FILES {
        return Err(format!("it holds {} files; {MOST_FILES} are the most", archive.len()));
    }
    let (mut files, mut left) = (Vec::new(), MOST_BYTES);
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| error.to_string())?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(|error| error.to_string())?.replace('\\', "/");
        let mut unpacked = Vec::new();
        let read = file.by_ref().take(left + 1).read_to_end(&mut unpacked);
        read.map_err(|error| format!("{name}: {error}"))?;
        left = left.checked_sub(unpacked.len() as u64).ok_or("it unpacks to more than 2 GiB")?;
        files.push((name, unpacked));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_out_as_they_went_in_and_the_bytes_are_always_the_same() {
        let files = [("a.txt", "é😀".as_bytes()), ("folder/b.xml", &[b'x'; 10_000])];
        let packed = pack(files).expect("packs");
        assert_eq!(pack(files).expect("packs"), packed);
        assert!(is_zip(&packed) && packed.len() < 1_000);
        let unpacked = unpack(&packed).expect("unpacks");
        assert!(unpacked.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).eq(files));
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        let packed = pack([("a.txt", b"words words words".as_slice())]).expect("packs");
        assert!(unpack(b"PK\x03\x04").is_err());
        assert!(unpack(&packed[..packed.len() / 2]).is_err());
        let mut damaged = packed;
        damaged[40] ^= 0x55;
        assert!(unpack(&damaged).is_err());
    }
}
