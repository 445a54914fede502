//! What happens once to every text that comes in, and never again.

use std::borrow::Cow;

/// Takes away a byte order mark at the start and turns every line end (CR LF, CR) into LF.
///
/// Nothing else is touched: what the author wrote is what is annotated.
pub fn normalize(words: &str) -> Cow<'_, str> {
    let words = words.strip_prefix('\u{feff}').unwrap_or(words);
    if words.contains('\r') {
        Cow::Owned(words.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_line_feeds() {
        assert_eq!(normalize("\u{feff}a\r\nb\rc\n"), "a\nb\nc\n");
        assert!(matches!(normalize("a\nb"), Cow::Borrowed("a\nb")));
    }
}
