//! Articles as JSON: one object a line, a list of objects, or one object (as in IPTC's ninjs).
//!
//! Which field is what is guessed by its name ([`columns`](super::columns)). A line that is no JSON is named and left out.

use super::{
    Article, Format, ImportError, Imported, Source,
    columns::{self, Field},
    decode,
    sniff::Head,
};
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "JSON of articles",
    extensions: &["jsonl", "json", "ndjson"],
    is_read_apart: false,
    claims: Some(is_json),
    read,
};

const WHAT: &str = "the JSON";
/// So many lines that are wrong are named one by one.
const MOST_NAMED: usize = 20;

fn is_json(head: &Head<'_>) -> bool {
    if FORMAT.extensions.contains(&head.extension) {
        return true;
    }
    // A first line that is an object with a text in it.
    let line = head.words.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
    line.starts_with('{')
        && serde_json::from_str::<Value>(line).is_ok_and(|value| article(&value, "").is_some())
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let decoded = decode::decode(source.bytes, source.read_as)?;
    let words = decoded.words.trim_start_matches('\u{feff}');
    let mut imported = Imported { warnings: decoded.warnings, ..Imported::default() };
    match serde_json::from_str::<Value>(words) {
        Ok(Value::Array(values)) => {
            for (number, value) in values.iter().enumerate() {
                take(&mut imported, value, &decoded.encoding, &format!("entry {}", number + 1));
            }
        }
        Ok(value) => take(&mut imported, &value, &decoded.encoding, "line 1"),
        Err(error) => lines(words, &decoded.encoding, &error, &mut imported)?,
    }
    if imported.articles.is_empty() {
        let why = imported.warnings.pop();
        let why = why.unwrap_or_else(|| "there is nothing in it".to_owned());
        return Err(ImportError::Damaged { what: WHAT, why });
    }
    Ok(imported)
}

/// One value a line.
fn lines(
    words: &str,
    encoding: &str,
    whole: &serde_json::Error,
    imported: &mut Imported,
) -> Result<(), ImportError> {
    let (mut good, mut bad) = (0, Vec::new());
    for (number, line) in words.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) => {
                good += 1;
                take(imported, &value, encoding, &format!("line {}", number + 1));
            }
            Err(error) => bad.push(format!("line {} was left out: {error}", number + 1)),
        }
    }
    if good == 0 {
        return Err(ImportError::Damaged { what: WHAT, why: whole.to_string() });
    }
    let more = bad.len().saturating_sub(MOST_NAMED);
    imported.warnings.extend(bad.into_iter().take(MOST_NAMED));
    if more > 0 {
        imported.warnings.push(format!("{more} more lines were left out"));
    }
    Ok(())
}

fn take(imported: &mut Imported, value: &Value, encoding: &str, place: &str) {
    match article(value, encoding) {
        Some(article) => imported.articles.push(article),
        None => imported
            .warnings
            .push(format!("{place}: it has no field with the words of an article, such as text or body")),
    }
}

fn article(value: &Value, encoding: &str) -> Option<Article> {
    let fields = value.as_object()?.iter().filter_map(|(name, value)| {
        let (field, place) = columns::field_named(name)?;
        Some((field, place, words_of(value, field)?))
    });
    columns::article(fields.collect(), "field of the JSON", encoding)
}

/// Words, or the names in a list of people.
fn words_of(value: &Value, field: Field) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Array(values) if field != Field::Text => {
            let words: Vec<String> = values.iter().filter_map(|value| words_of(value, field)).collect();
            Some(words.join(", "))
        }
        Value::Object(fields) => {
            fields.get("name").or_else(|| fields.get("title")).and_then(|name| words_of(name, field))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use super::*;

    fn read(name: &str, json: &str) -> Result<Imported, ImportError> {
        import(name, json.as_bytes(), &ReadAs::default())
    }

    #[track_caller]
    fn check(name: &str, json: &str, expected: &[&str], warnings: usize) {
        let imported = read(name, json).expect("reads");
        let words: Vec<&str> = imported.articles.iter().map(|article| article.words.as_str()).collect();
        assert_eq!(
            (words.as_slice(), imported.warnings.len()),
            (expected, warnings),
            "{:?}",
            imported.warnings
        );
    }

    #[test]
    fn lines_lists_and_single_objects_are_read() {
        check("a.jsonl", "{\"text\":\"One.\"}\n\n{\"text\":\"Two.\",\"id\":3}\n", &["One.", "Two."], 0);
        check("a.json", "[{\"body\":\"One.\"},{\"x\":1}]", &["One."], 1);
        check("a.json", "{\"headline\":\"H\",\n\"body_text\":\"One.\"}", &["One."], 0);
        check("a.json", "{\"body_xhtml\":\"<p>One.</p><p>Two.</p>\"}", &["One.\n\nTwo.\n"], 0);
        check("a.txt", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}", &["One.", "Two."], 0);
    }

    #[test]
    fn a_line_that_is_wrong_is_named_and_the_rest_is_read() {
        check("a.jsonl", "{\"text\":\"One.\"}\n{\"text\":NaN}\n", &["One."], 1);
        let error = read("a.jsonl", "{\"text\":").expect_err("is refused").to_string();
        assert!(error.contains("line 1"), "{error}");
        assert!(read("a.json", "[]").is_err() && read("a.json", &"[".repeat(100_000)).is_err());
    }

    #[test]
    fn what_it_says_of_itself_is_said() {
        let json = r#"{"text":"One.","title":"T","authors":[{"name":"A"},"B"],"published_at":"2024-11-10T09:14:00Z","source":{"name":"C"},"url":"https://a.example"}"#;
        let about = read("a.json", json).expect("reads").articles.remove(0).about;
        let value = |found: Option<super::super::Found>| found.map(|found| found.value).unwrap_or_default();
        assert_eq!(about.published.map(|found| found.value.at).as_deref(), Some("2024-11-10T09:14:00Z"));
        assert_eq!(
            [value(about.title), value(about.byline), value(about.site), value(about.url)],
            ["T", "A, B", "C", "https://a.example"]
        );
    }
}
