//! ZIP archives of articles: what in them can be read by its name. Archives within are left alone, and no path of an archive
//! is ever used on this machine.

use super::{
    FORMATS, Format, ImportError, Imported, Source,
    about::plain_line,
    archive::{self, Archive},
    extension, import,
    sniff::Head,
};

pub(super) const FORMAT: Format =
    Format { name: "ZIP archive", extensions: &["zip"], is_read_apart: true, claims: Some(is_archive), read };

const WHAT: &str = "the archive";

fn is_archive(head: &Head<'_>) -> bool {
    archive::is_archive(head.bytes)
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let mut archive = Archive::open(source.bytes, WHAT)?;
    let names = archive.names();
    if let Some(kind) = other_kind(&names) {
        return Err(ImportError::Binary { what: kind });
    }
    let mut imported = Imported::default();
    let mut passed_over = 0;
    for name in names {
        let shown = plain_line(&name);
        if name.ends_with('/') {
            continue;
        }
        if !archive.is_tame(&name) {
            imported
                .warnings
                .push(format!("{shown} was left out: its path leads out of the archive, or it is a link"));
            continue;
        }
        let extension = extension(&name);
        let is_article = FORMATS.iter().any(|format| format.extensions.contains(&extension.as_str()));
        if !is_article || name.starts_with("__MACOSX/") {
            passed_over += 1;
            continue;
        }
        let bytes = archive.read(&name)?.unwrap_or_default();
        if archive::is_archive(&bytes) {
            imported
                .warnings
                .push(format!("{shown} was left out: it is an archive within an archive; unpack it first"));
            continue;
        }
        let last = name.rsplit('/').next().unwrap_or_default();
        match import(last, &bytes, source.read_as) {
            Ok(one) => {
                imported.articles.extend(one.articles);
                imported
                    .warnings
                    .extend(one.warnings.into_iter().map(|warning| format!("{shown}: {warning}")));
            }
            Err(error) => imported.warnings.push(format!("{shown} was left out: {error}")),
        }
    }
    if passed_over > 0 {
        imported.warnings.push(format!("{passed_over} files of other kinds in it were passed over"));
    }
    if imported.articles.is_empty() {
        let why =
            imported.warnings.first().cloned().unwrap_or_else(|| "there is no article in it".to_owned());
        return Err(ImportError::Damaged { what: WHAT, why });
    }
    Ok(imported)
}

/// What else an archive can be.
fn other_kind(names: &[String]) -> Option<&'static str> {
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if has("xl/") {
        Some("a spreadsheet (xlsx)")
    } else if has("ppt/") {
        Some("a presentation (pptx)")
    } else if has("META-INF/MANIFEST.MF") {
        Some("a Java program")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::ReadAs;
    use super::*;

    #[test]
    fn the_articles_of_an_archive_are_read_and_what_is_left_out_is_said() {
        let inner = archive::packed(&[("x.txt", b"deep")]);
        let bytes = archive::packed(&[
            ("ok.txt", b"Good words."),
            ("a/b.md", b"# Head\n\nMore words."),
            ("../evil.txt", b"Evil"),
            ("picture.png", b"\x89PNG"),
            ("inner.txt", &inner),
            ("bad.txt", b"\x7fELF\0"),
        ]);
        let imported = import("all.zip", &bytes, &ReadAs::default()).expect("reads");
        let words: Vec<&str> = imported.articles.iter().map(|article| article.words.as_str()).collect();
        assert_eq!(words, ["Good words.", "# Head\n\nMore words."]);
        assert_eq!(imported.warnings.len(), 4, "{:?}", imported.warnings);
        assert!(imported.warnings.iter().any(|warning| warning.contains("../evil.txt was left out")));
    }

    #[test]
    fn an_archive_without_articles_is_refused() {
        for entries in [[("xl/workbook.xml", b"<a/>".as_slice())], [("a.png", b"x")]] {
            assert!(import("a.zip", &archive::packed(&entries), &ReadAs::default()).is_err());
        }
    }
}
