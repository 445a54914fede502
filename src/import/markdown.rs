//! Markdown: the words as they are, marks and all. A heading of the first level at the head is the title.

use super::{Format, ImportError, Imported, Source, plain_text};

pub(super) const FORMAT: Format =
    Format { name: "Markdown", extensions: &["md", "markdown"], is_read_apart: false, claims: None, read };

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    plain_text::words_of(source, first_heading)
}

/// The words of the first heading if it is the first line that is not blank; else what plain text would say.
fn first_heading(words: &str) -> &str {
    let mut lines = words.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().map(str::trim).unwrap_or_default();
    if let Some(heading) = first.strip_prefix('#') {
        return if heading.starts_with([' ', '\t']) { without_closing_marks(heading) } else { "" };
    }
    let is_underlined = lines.next().is_some_and(|line| line.trim_end().chars().all(|mark| mark == '='));
    if is_underlined { first } else { plain_text::headline(words) }
}

/// `# Title #` is `Title`; the marks at the end count only after a space.
fn without_closing_marks(heading: &str) -> &str {
    let heading = heading.trim();
    let without = heading.trim_end_matches('#');
    if without.is_empty() || without.ends_with([' ', '\t']) { without.trim_end() } else { heading }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(first_heading(words), expected);
    }

    #[test]
    fn the_first_heading_is_the_title() {
        check("# A summit ends.\n\nAll went home.", "A summit ends.");
        check("\n# A summit ends ##\n", "A summit ends");
        check("# C#\n", "C#");
        check("A summit ends\n=====\nAll went home.", "A summit ends");
    }

    #[test]
    fn what_is_no_heading_is_read_as_plain_text_would_be() {
        check("A summit ends\n\nAll went home.", "A summit ends");
        check("All went home.\n\n# Later", "");
        check("## Second level\n\ntext", "");
        check("#hashtag\n\ntext", "");
        check("#\n\ntext", "");
    }
}
