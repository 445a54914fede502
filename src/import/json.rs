//! Articles as JSON: one object a line, a list of objects, an object that holds such a list, or one object (as in IPTC's
//! ninjs).
//!
//! Which field is what is told in [`columns`](super::columns); fields of fields are called `fields.headline`. A line that is
//! no JSON is named and left out.

use super::{
    Format, ImportError, Imported, Source,
    columns::{self, Field, Rows},
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
/// Fields lie so deep in fields, and lists of articles in objects.
const MOST_DEEP: usize = 3;
/// A list of words with one so long in it is a list of paragraphs.
const PARAGRAPH_BYTES: usize = 80;

fn is_json(head: &Head<'_>) -> bool {
    if FORMAT.extensions.contains(&head.extension) {
        return true;
    }
    // A first line that is an object with a text in it.
    let line = head.words.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
    line.starts_with('{') && serde_json::from_str::<Value>(line).is_ok_and(|value| has_text(&value))
}

/// Whether a field is called like a text and has words.
fn has_text(value: &Value) -> bool {
    let mut fields = value.as_object().into_iter().flatten();
    fields.any(|(name, value)| {
        is_text(name) && !value.is_object() && words_of(value).is_some_and(|words| !words.trim().is_empty())
    })
}

fn is_text(name: &str) -> bool {
    matches!(columns::field_named(name), Some((Field::Text | Field::Html, _)))
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let decoded = decode::decode(source.bytes, source.read_as)?;
    let words = decoded.words.trim_start_matches('\u{feff}');
    let mut rows = Rows::new("field of the JSON");
    let mut warnings = decoded.warnings;
    match serde_json::from_str::<Value>(words) {
        Ok(value) => add_all(&mut rows, value),
        Err(error) => lines(words, &error, &mut rows, &mut warnings)?,
    }
    if rows.column_count() == 0 {
        return Err(ImportError::Wordless { what: WHAT, why: "it holds no article, only other values" });
    }
    let mut imported = rows.read(&source.read_as.columns, &decoded.encoding)?;
    imported.warnings.splice(0..0, warnings);
    Ok(imported)
}

/// One value a line.
fn lines(
    words: &str,
    whole: &serde_json::Error,
    rows: &mut Rows,
    warnings: &mut Vec<String>,
) -> Result<(), ImportError> {
    let (mut good, mut bad) = (0, Vec::new());
    for (number, line) in words.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) => {
                good += 1;
                add_all(rows, value);
            }
            Err(error) => bad.push(format!("line {} was left out: {error}", number + 1)),
        }
    }
    if good == 0 {
        return Err(ImportError::Damaged { what: WHAT, why: whole.to_string() });
    }
    let more = bad.len().saturating_sub(MOST_NAMED);
    warnings.extend(bad.into_iter().take(MOST_NAMED));
    if more > 0 {
        warnings.push(format!("{more} more lines were left out"));
    }
    Ok(())
}

/// The records of a value: those of a list, or itself.
fn add_all(rows: &mut Rows, value: Value) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| add(rows, value)),
        value if has_text(&value) => add(rows, value),
        value => match longest_list(&value, 0) {
            Some(list) => list.iter().for_each(|value| add(rows, value.clone())),
            None => add(rows, value),
        },
    }
}

/// The longest list of objects within an object, as in the answers of news services.
fn longest_list(value: &Value, depth: usize) -> Option<&Vec<Value>> {
    let fields = value.as_object().filter(|_| depth < MOST_DEEP)?;
    let lists = fields.values().filter_map(|value| match value {
        Value::Array(list) if !list.is_empty() && list.iter().all(Value::is_object) => Some(list),
        value => longest_list(value, depth + 1),
    });
    // A list of details has no texts in it, and one long detail makes none.
    let are_articles = |list: &&Vec<Value>| {
        list.iter().any(|entry| holds_text(entry, 0, has_text))
            || list.len() > 1 && list.iter().all(|entry| holds_text(entry, 0, has_long))
    };
    lists.filter(are_articles).max_by_key(|list| list.len())
}

/// Whether an entry, or what is in it, is a text in a certain way.
fn holds_text(value: &Value, depth: usize, is_one: fn(&Value) -> bool) -> bool {
    let mut fields = value.as_object().into_iter().flatten();
    is_one(value) || depth < MOST_DEEP && fields.any(|(_, value)| holds_text(value, depth + 1, is_one))
}

fn has_long(value: &Value) -> bool {
    let mut fields = value.as_object().into_iter().flatten();
    fields.any(|(_, value)| value.as_str().is_some_and(|words| words.len() >= PARAGRAPH_BYTES))
}

fn add(rows: &mut Rows, value: Value) {
    let mut row = Vec::new();
    if let Value::Object(fields) = value {
        add_fields(rows, &mut row, "", fields, 0);
    }
    rows.push(row);
}

fn add_fields(
    rows: &mut Rows,
    row: &mut Vec<(usize, String)>,
    before: &str,
    fields: serde_json::Map<String, Value>,
    depth: usize,
) {
    for (name, value) in fields {
        let name = if before.is_empty() { name } else { format!("{before}.{name}") };
        // The title of an article within is not its text.
        let is_holder = value.is_object() && is_text(&name);
        if let Some(words) = words_of(&value).filter(|_| !is_holder) {
            row.push((rows.column(&name), words));
        }
        if let Value::Object(fields) = value
            && depth + 1 < MOST_DEEP
        {
            add_fields(rows, row, &name, fields, depth + 1);
        }
    }
}

/// Words, the names in a list of people, or the paragraphs in a list of them.
fn words_of(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Array(values)
            if !values.is_empty() && values.iter().all(|value| value.get("value").is_some()) =>
        {
            main_of(values)
        }
        Value::Array(values) => {
            let words: Vec<String> = values.iter().filter_map(words_of_one).collect();
            let are_paragraphs = words.iter().any(|words| words.len() >= PARAGRAPH_BYTES);
            let joined = words.join(if are_paragraphs { "\n\n" } else { ", " });
            Some(joined).filter(|words| !words.is_empty())
        }
        Value::Object(_) => words_of_one(value),
        _ => None,
    }
}

/// Of one thing in several forms, as in ninjs, the main one: words rather than a page.
fn main_of(values: &[Value]) -> Option<String> {
    let is = |value: &Value, field: &str, what: &str| value.get(field).and_then(Value::as_str) == Some(what);
    let is_page =
        |value: &&Value| is(value, "contentType", "text/html") || is(value, "contenttype", "text/html");
    let best = values.iter().min_by_key(|value| (!is(value, "role", "main"), is_page(value)));
    best?.get("value")?.as_str().map(str::to_owned)
}

fn words_of_one(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Object(fields) => {
            fields.get("name").or_else(|| fields.get("title"))?.as_str().map(str::to_owned)
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
    fn a_list_within_an_object_is_found() {
        check(
            "a.json",
            r#"{"status":"ok","articles":[{"content":"One."},{"content":"Two."}]}"#,
            &["One.", "Two."],
            0,
        );
        let service = r#"{"response":{"tags":[{"id":"a"},{"id":"b"}],"results":[{"webTitle":"T","fields":{"bodyText":"One."}}]}}"#;
        check("a.json", service, &["One."], 0);
        check("a.json", r#"{"article":{"body":"One."}}"#, &["One."], 0);
        check("a.json", r#"{"text":"One.","notes":[{"text":"no"}]}"#, &["One."], 0);
        check("a.json", r#"{"article":{"title":"T","body":"One."}}"#, &["One."], 0);
    }

    #[test]
    fn of_one_text_in_several_forms_the_main_one_is_taken() {
        let item = r#"{"headlines":[{"role":"main","value":"T"}],"bodies":[{"role":"x","value":"no"},{"role":"main","contentType":"text/html","value":"<p>One.</p>"},{"role":"main","value":"One."}],"places":[{"name":"Vienna"}]}"#;
        check("a.json", item, &["One."], 0);
        let error =
            read("a.json", &format!(r#"{{"uri":"u","infos":[{{"note":"{}"}}]}}"#, "word ".repeat(40)))
                .expect_err("is refused");
        assert!(error.to_string().contains("its columns are uri"), "{error}");
    }

    #[test]
    fn paragraphs_in_a_list_are_a_text() {
        let long = "word ".repeat(30);
        check("a.json", &format!(r#"{{"body":["{long}","Two."]}}"#), &[&format!("{long}\n\nTwo.")], 0);
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

    #[test]
    fn fields_of_any_name_can_be_said() {
        let columns = vec![(Field::Text, "page.words".to_owned()), (Field::Title, "page.top".to_owned())];
        let json = br#"{"page":{"words":"One.","top":"T"}}"#;
        let imported = import("a.json", json, &ReadAs { columns, ..ReadAs::default() }).expect("reads");
        assert_eq!(imported.articles[0].words, "One.");
        let error = read("a.json", r#"{"x":"One."}"#).expect_err("is refused");
        let ImportError::NoText { columns } = error else { panic!("{error}") };
        assert_eq!(
            (columns.columns[0].name.as_str(), columns.columns[0].samples.as_slice()),
            ("x", ["One.".to_owned()].as_slice())
        );
    }

    /// It was called damaged.
    #[test]
    fn whole_json_without_articles_is_not_called_damaged() {
        for json in ["[]", "123", "\"words\"", "[1, null]"] {
            let error = read("a.json", json).expect_err("holds no article");
            assert!(matches!(error, ImportError::Wordless { .. }), "{json}: {error}");
        }
    }
}
