//! The lines of a journal: each with its checksum and its number.

use std::fmt::Write;

/// Something in the journal is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, counted from 1.
    pub line: usize,
}

/// The whole lines of a journal up to the first that is not as it was written, and what comes after.
pub(super) struct Frames<'a> {
    /// Up to the first damage.
    pub(super) whole: Vec<&'a str>,
    /// Bytes of these lines.
    pub(super) whole_bytes: usize,
    pub(super) damage: Option<Damage>,
    /// Lines after the damage that are as they were written.
    pub(super) behind: Vec<&'a str>,
    /// The last line is not complete: writing it was interrupted, so it was never confirmed.
    pub(super) is_torn: bool,
}

/// Adds a line around a record that has no line end in it.
pub(super) fn frame(out: &mut String, number: u64, record: &str) {
    let start = out.len();
    // Writing to a string cannot fail.
    let _ = write!(out, "         {number} {record}");
    let checksum = crc32fast::hash(out.get(start + 9..).unwrap_or_default().as_bytes());
    out.replace_range(start..start + 8, &format!("{checksum:08x}"));
    out.push('\n');
}

/// The record of a line, if the line is as it was written.
fn unframe(line: &[u8]) -> Option<(u64, &str)> {
    let line = std::str::from_utf8(line).ok()?;
    let (checksum, rest) = line.split_once(' ')?;
    if checksum.len() != 8 || format!("{:08x}", crc32fast::hash(rest.as_bytes())) != checksum {
        return None;
    }
    let (number, record) = rest.split_once(' ')?;
    Some((number.parse().ok()?, record))
}

/// Takes a journal apart.
pub(super) fn frames(bytes: &[u8]) -> Frames<'_> {
    let mut frames =
        Frames { whole: Vec::new(), whole_bytes: 0, damage: None, behind: Vec::new(), is_torn: false };
    let mut start = 0;
    let mut expected = 0;
    for (index, end) in memchr::memchr_iter(b'\n', bytes).enumerate() {
        let line = bytes.get(start..end).unwrap_or_default();
        start = end + 1;
        match unframe(line).filter(|(number, _)| *number >= expected) {
            Some((number, record)) if frames.damage.is_none() && number == expected => {
                frames.whole.push(record);
                frames.whole_bytes = start;
                expected = number + 1;
            }
            Some((number, record)) => {
                frames.damage.get_or_insert(Damage { line: index + 1 });
                frames.behind.push(record);
                expected = number + 1;
            }
            None => _ = frames.damage.get_or_insert(Damage { line: index + 1 }),
        }
    }
    let rest = bytes.get(start..).unwrap_or_default();
    frames.take_rest(rest, expected);
    frames
}

impl<'a> Frames<'a> {
    /// What is after the last line end: a line that was being written, or one whose end was damaged.
    fn take_rest(&mut self, rest: &'a [u8], expected: u64) {
        let without_last = rest.get(..rest.len().saturating_sub(1)).unwrap_or_default();
        let record = [rest, without_last].into_iter().find_map(unframe);
        match record.filter(|(number, _)| *number == expected) {
            Some((_, record)) => {
                self.damage.get_or_insert(Damage { line: self.whole.len() + 1 });
                self.behind.push(record);
            }
            None => self.is_torn = !rest.is_empty(),
        }
    }
}
