//! The last line of the file: a checksum over all bytes before it.
//!
//! RON itself does not notice a flipped bit inside a string or number. A file that does not match is still read:
//! a change by hand or a merge is allowed, and told.

use super::{Warning, lines::put};

const PREFIX: &str = "// blake3:";

/// Adds the checksum line.
pub(super) fn seal(content: &mut String) {
    let digest = blake3::hash(content.as_bytes());
    put(content, format_args!("{PREFIX}{}\n", digest.to_hex()));
}

/// What the checksum line of a whole file says; `None` if all is as it was written.
pub(super) fn inspect(file: &str) -> Option<Warning> {
    let Some(without_end) = file.strip_suffix('\n') else {
        return Some(Warning::NoLineEnd);
    };
    let last_line = without_end.rsplit('\n').next().unwrap_or_default();
    let content = without_end.strip_suffix(last_line).unwrap_or_default();
    let Some(digest) = last_line.strip_prefix(PREFIX) else {
        return Some(Warning::NoChecksum);
    };
    if digest == blake3::hash(content.as_bytes()).to_hex().as_str() {
        return None;
    }
    // Some tools turn line ends into CR LF; the file holds no raw CR otherwise.
    let is_whole = file.contains("\r\n") && inspect(&file.replace("\r\n", "\n")).is_none();
    Some(if is_whole { Warning::LineEnds } else { Warning::Changed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_harm_has_its_warning() {
        let mut file = "one\ntwo\n".to_owned();
        seal(&mut file);
        assert_eq!(inspect(&file), None);
        assert_eq!(inspect(file.trim_end()), Some(Warning::NoLineEnd));
        assert_eq!(inspect("one\ntwo\n"), Some(Warning::NoChecksum));
        assert_eq!(inspect(&file.replace("two", "ten")), Some(Warning::Changed));
        assert_eq!(inspect(&file.replace('\n', "\r\n")), Some(Warning::LineEnds));
        assert_eq!(inspect("\n"), Some(Warning::NoChecksum));
    }
}
