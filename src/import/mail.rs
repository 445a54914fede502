//! Mail: the subject, the words, sender and date. Attachments are left out and counted.
//!
//! A message with words in plain text is read as these; one with a page only is read as a page. The format: RFC 5322, MIME.

use super::{About, Article, Format, ImportError, Imported, ReadAs, Source, html, sniff::Head};
use mail_parser::{Message, MessageParser};

pub(super) const FORMAT: Format =
    Format { name: "mail", extensions: &["eml"], is_read_apart: true, claims: Some(is_mail), read };

const WHAT: &str = "the mail";

/// Headers that only mail has, and those that texts may begin with, too.
const OF_MAIL: &[&str] =
    &["received", "message-id", "mime-version", "return-path", "delivered-to", "x-mailer"];
const USUAL: &[&str] = &["from", "to", "subject", "date", "content-type", "cc", "reply-to"];

fn is_mail(head: &Head<'_>) -> bool {
    let names = header_names(head.words);
    let has = |list: &[&str]| names.iter().filter(|name| list.contains(&name.as_str())).count();
    let by_name = FORMAT.extensions.contains(&head.extension);
    has(OF_MAIL) > 0 && has(OF_MAIL) + has(USUAL) >= 2 || by_name && has(USUAL) > 0
}

/// The names of the headers at the start, small; none where something else stands there.
pub(super) fn header_names(words: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (number, line) in words.lines().enumerate() {
        if line.trim().is_empty() {
            break;
        }
        // A long header goes on in the next line; old mailboxes begin with a line of their own.
        if line.starts_with([' ', '\t']) || number == 0 && line.starts_with("From ") {
            continue;
        }
        let name = line.split_once(':').map_or("", |(name, _)| name);
        let is_name = !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        if !is_name {
            return Vec::new();
        }
        names.push(name.to_ascii_lowercase());
    }
    names
}

/// The message in the bytes; white space and a mailbox's own line before it are passed over.
pub(super) fn message<'a>(bytes: &'a [u8], what: &'static str) -> Result<Message<'a>, ImportError> {
    let mut bytes = bytes.trim_ascii_start();
    if bytes.starts_with(b"From ") {
        let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
        bytes = bytes.get(end..).unwrap_or_default();
    }
    let message = MessageParser::default().parse(bytes);
    message.ok_or_else(|| ImportError::Damaged { what, why: "it has no headers".to_owned() })
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let (article, attachments) = article(source.bytes, source.read_as)?;
    Ok(Imported { articles: vec![article], warnings: left_out(attachments), ..Imported::default() })
}

/// That so many attachments were left out, if there were any.
pub(super) fn left_out(attachments: usize) -> Vec<String> {
    if attachments > 0 {
        vec![format!("{attachments} attachments of the mail were left out")]
    } else {
        Vec::new()
    }
}

/// The article of a message, and how many attachments it has.
pub(super) fn article(bytes: &[u8], read_as: &ReadAs) -> Result<(Article, usize), ImportError> {
    let message = message(bytes, WHAT)?;
    let mut about = about(&message);
    let has_plain = message.text_bodies().any(|part| part.is_text() && !part.is_text_html());
    let words = if has_plain {
        let parts: Vec<_> = (0..message.text_body_count()).filter_map(|at| message.body_text(at)).collect();
        html::tidy(&parts.join("\n\n"))
    } else {
        let page = message.body_html(0).unwrap_or_default();
        let (article, _) = html::page(page.as_bytes(), read_as, None, WHAT)?;
        about.fill_from(article.about);
        article.words
    };
    if words.trim().is_empty() {
        return Err(ImportError::Wordless { what: WHAT, why: "it may be all attachments" });
    }
    let title = about.title.as_ref().map_or("", |title| title.value.as_str());
    let words = html::with_title(title, words);
    let article = Article { about, words, encoding: "mail".to_owned(), left_out: String::new() };
    Ok((article, message.attachment_count()))
}

fn about(message: &Message<'_>) -> About {
    const FROM: &str = "mail header";
    let mut about = About::default();
    about.offer_title(message.subject().unwrap_or_default(), FROM);
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|sender| sender.name().or_else(|| sender.address()));
    about.offer_byline(name.unwrap_or_default(), FROM);
    let date = message.date().map(mail_parser::DateTime::to_rfc3339).unwrap_or_default();
    about.offer_published(&date, FROM);
    about
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import, recognise};

    const MAIL: &[u8] = include_bytes!("../../tests/data/import/alert.eml");

    #[test]
    fn a_mail_is_its_subject_and_its_words() {
        let imported = import("a", MAIL, &ReadAs::default()).expect("reads");
        let article = &imported.articles[0];
        assert_eq!(article.words, "Alert: talks in Zürich\n\nENVOYS MET – says Jürgen.\n\nMore follows.\n");
        let about = &article.about;
        assert_eq!(about.byline.as_ref().map(|found| found.value.as_str()), Some("News Desk"));
        let published = about.published.as_ref().expect("is told");
        assert_eq!(
            (published.value.at.as_str(), published.from.as_str()),
            ("2024-11-10T09:14:00+01:00", "mail header")
        );
        assert_eq!(imported.warnings, ["1 attachments of the mail were left out"]);
    }

    #[test]
    fn a_page_in_a_mail_is_read_as_a_page() {
        let mail = b"Message-ID: <1@a>\nSubject: Talks\nContent-Type: text/html; charset=utf-8\n\n<p>Kim</p><script>x</script>";
        assert_eq!(
            import("a.txt", mail, &ReadAs::default()).expect("reads").articles[0].words,
            "Talks\n\nKim\n"
        );
    }

    #[test]
    fn an_article_that_begins_like_a_mail_is_none() {
        let name = |words: &str| recognise("a.txt", words.as_bytes()).expect("is read").name;
        assert_eq!(name("From: Our correspondent\nDate: today\n\nTalks ended."), "plain text");
        assert_eq!(name("Received: yes\nTalks ended without: nothing\n"), "plain text");
        assert_eq!(name("From: a@b\nMIME-Version: 1.0\n\nTalks."), "mail");
    }
}
