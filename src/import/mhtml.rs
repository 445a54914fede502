//! Pages saved as a single file (MHTML): the page of the message; pictures and styles beside it are passed over.
//!
//! The date of such a message is that of the saving, so it is not taken for that of the article. The format: RFC 2557.

use super::{Format, ImportError, Imported, Source, html, mail, sniff::Head};
use mail_parser::MimeHeaders;

pub(super) const FORMAT: Format = Format {
    name: "saved page",
    extensions: &["mhtml", "mht"],
    is_read_apart: true,
    claims: Some(is_page),
    read,
};

const WHAT: &str = "the saved page";

fn is_page(head: &Head<'_>) -> bool {
    let names = mail::header_names(head.words);
    let by_name = FORMAT.extensions.contains(&head.extension);
    let headers =
        head.words.split("\n\n").next().unwrap_or_default().split("\r\n\r\n").next().unwrap_or_default();
    let is_related = headers.to_ascii_lowercase().contains("multipart/related");
    names.iter().any(|name| name == "snapshot-content-location")
        || by_name && !names.is_empty()
        || is_related && headers.contains("Saved by")
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let message = mail::message(source.bytes, WHAT)?;
    let page = message.html_bodies().find(|part| part.is_text_html());
    let page = page.ok_or(ImportError::Wordless { what: WHAT, why: "there is no page in it" })?;
    // The words were decoded as the message states; they are UTF-8 now, whatever the page itself says.
    let text = page.text_contents().unwrap_or_default();
    let (mut article, warnings) = html::page(text.as_bytes(), source.read_as, Some("utf-8"), WHAT)?;
    let header = message.header("Snapshot-Content-Location").and_then(|value| value.as_text());
    let address = header.or_else(|| page.content_location());
    article.about.offer_url(address.unwrap_or_default(), "saved page");
    article.about.offer_title(message.subject().unwrap_or_default(), "saved page");
    Ok(Imported { articles: vec![article], warnings, ..Imported::default() })
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};

    #[test]
    fn the_page_is_read_and_its_address_kept() {
        let page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/talks\r\nSubject: Talks\r\nDate: Mon, 11 Nov 2024 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/talks\r\n\r\n<html><head><title>Talks</title></head><body><p>Caf=C3=A9 =E2=80=94 open.</p></body></html>\r\n--b\r\nContent-Type: text/css\r\n\r\nbody{}\r\n--b--\r\n";
        let article =
            import("page.mhtml", page.as_bytes(), &ReadAs::default()).expect("reads").articles.remove(0);
        assert_eq!(article.words, "Talks\n\nCafé — open.\n");
        assert_eq!(article.about.url.map(|found| found.value).as_deref(), Some("https://a.example/talks"));
        assert_eq!(article.about.published, None);
    }
}
