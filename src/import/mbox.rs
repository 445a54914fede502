//! Mailboxes (mbox): each message an article. A line `From sender date` stands before each.
//!
//! Lines of a message that begin like that were written with `>` before them; they are as they were again. A message that
//! cannot be read is named by its number, and the others come in. The format: RFC 4155.

use super::{Format, ImportError, Imported, Source, mail, sniff::Head};
use std::borrow::Cow;

pub(super) const FORMAT: Format =
    Format { name: "mailbox", extensions: &["mbox"], is_read_apart: true, claims: Some(is_mailbox), read };

const WHAT: &str = "the mailbox";
/// So many messages that cannot be read are named one by one.
const MOST_NAMED: usize = 20;

fn is_mailbox(head: &Head<'_>) -> bool {
    let first = head.words.lines().next().unwrap_or_default();
    let headers = mail::header_names(head.words);
    let is_message = headers.iter().any(|name| matches!(name.as_str(), "from" | "date" | "message-id"));
    is_separator(first.as_bytes()) && is_message
}

/// `From a@b.example Sun Nov 10 09:14:00 2024`: a year and a time of day are asked for, since sentences begin so, too.
fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let words = String::from_utf8_lossy(rest.get(..200).unwrap_or(rest));
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let has_year = words.split_whitespace().any(|word| word.len() == 4 && is_number(word));
    let is_clock = |word: &str| word.split(':').count() >= 2 && word.split(':').all(is_number);
    has_year && words.split_whitespace().any(is_clock)
}

/// The messages without the lines before them.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let mut starts = Vec::new();
    let (mut at, mut was_blank) = (0, true);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if was_blank && is_separator(line) {
            starts.push((at, at + line.len()));
        }
        was_blank = line.trim_ascii().is_empty();
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([bytes.len()]);
    starts.iter().zip(ends).filter_map(|((_, from), to)| bytes.get(*from..to)).collect()
}

/// `>From` at the start of a line as `From`, `>>From` as `>From`.
fn unquoted(message: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memmem::find(message, b"\n>").is_none() {
        return Cow::Borrowed(message);
    }
    let is_quoted = |line: &[u8]| {
        let rest = line.trim_ascii_start();
        let marks = rest.iter().take_while(|byte| **byte == b'>').count();
        marks > 0
            && rest.len() == line.len()
            && rest.get(marks..).is_some_and(|rest| rest.starts_with(b"From "))
    };
    let lines = message.split_inclusive(|byte| *byte == b'\n');
    let plain = lines.map(|line| if is_quoted(line) { line.get(1..).unwrap_or_default() } else { line });
    Cow::Owned(plain.flatten().copied().collect())
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let messages = messages(source.bytes.trim_ascii_start());
    let mut imported = Imported::default();
    let (mut attachments, mut failed) = (0, Vec::new());
    for (number, message) in messages.iter().enumerate() {
        match mail::article(&unquoted(message), source.read_as) {
            Ok((article, count)) => {
                attachments += count;
                imported.articles.push(article);
            }
            Err(error) => failed.push(format!("message {} was left out: {error}", number + 1)),
        }
    }
    if imported.articles.is_empty() {
        let why = failed.into_iter().next().unwrap_or_else(|| "there is no message in it".to_owned());
        return Err(ImportError::Damaged { what: WHAT, why });
    }
    let more = failed.len().saturating_sub(MOST_NAMED);
    imported.warnings.extend(failed.into_iter().take(MOST_NAMED));
    if more > 0 {
        imported.warnings.push(format!("{more} more messages were left out"));
    }
    imported.warnings.extend(mail::left_out(attachments));
    Ok(imported)
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import, recognise};
    use super::*;

    const BOX: &[u8] = include_bytes!("../../tests/data/import/desk.mbox");

    #[test]
    fn each_message_is_an_article() {
        let imported = import("desk", BOX, &ReadAs::default()).expect("reads");
        let words: Vec<&str> = imported.articles.iter().map(|article| article.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Talks end\n\nAll went home.\n\nFrom there they flew on.\n",
                "Second\n\nFrom Monday 10:00 to 2024 nothing happened.\n"
            ]
        );
        assert_eq!(
            imported.warnings,
            ["message 3 was left out: the mail has no words: it may be all attachments"]
        );
        let published = imported.articles.first().and_then(|article| article.about.published.clone());
        assert_eq!(published.expect("is told").value.at, "2024-11-10T09:14:00+01:00");
    }

    #[test]
    fn one_message_alone_is_a_mailbox_and_a_story_is_none() {
        let name = |words: &str| recognise("a.txt", words.as_bytes()).expect("is read").name;
        assert_eq!(
            name("From a@b.example Sun Nov 10 09:14:00 2024\nFrom: a@b.example\nSubject: x\n\ny"),
            "mailbox"
        );
        assert_eq!(name("From Monday 10:00 to 2024 nothing happened.\n\nThen it did."), "plain text");
        assert!(!is_separator(b"From there they flew on in 2024."));
    }
}
