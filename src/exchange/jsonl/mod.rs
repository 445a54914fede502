//! JSON lines: one object an article, for scripts, for training, and to be read here again.
//!
//! `spans` is what most tools read; `mentions`, `entities` and `relations` say all. Offsets are Unicode code points, half-open.
//! Lines that have `text` and `spans` alone are read as well: corpora of checked texts look so.

mod more;
mod read;
mod wire;
mod write;

pub(super) use read::{apply_facts, entity, provenance, relation};
pub(super) use wire::Line;
pub(super) use write::{line, source_of, unmarked};

use super::{Format, Shape, nothing_beside, recognise::Looked};
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: "JSON lines of Dateline, an article a line, with spans for other programs",
    carries: "everything but rejections and lists of names",
    extension: "jsonl",
    shape: Shape::OneFile,
    write: Some(write::write),
    read: Some(read::read),
    recognises,
    beside: nothing_beside,
};

fn recognises(looked: &Looked<'_>) -> bool {
    looked.heads().iter().any(is_ours)
}

/// `{"text": …, "mentions": [{…}]}` or `{"text": …, "spans": [[start, end, label]]}`.
fn is_ours(record: &Value) -> bool {
    let is_list = |key: &str, holds: fn(&Value) -> bool| {
        record.get(key).and_then(Value::as_array).is_some_and(|all| all.first().is_none_or(holds))
    };
    let has_text = record.get("text").is_some_and(Value::is_string);
    let is_empty = record.get("spans").and_then(Value::as_array).is_none_or(Vec::is_empty);
    has_text && is_list("spans", Value::is_array) && (!is_empty || record.get("mentions").is_some())
}

#[cfg(test)]
mod tests {
    use super::write::write;
    use crate::model::{Command, EntityFacts, RejectionScope, notation::Desk};

    #[test]
    fn an_article_a_line_with_offsets_in_code_points() {
        let mut desk =
            Desk::with(&["“é” 😀 [Kim Jong Un](Person) met [Kim](Person) in [Seoul](Place)\n", ""]);
        desk.carry_out(Command::MergeEntities(vec![desk.entity("Kim"), desk.entity("Kim Jong Un")]));
        desk.relate("Kim", "located in", "Seoul");
        let facts = EntityFacts { country: "Korea".to_owned(), ..EntityFacts::default() };
        desk.carry_out(Command::SetEntity { entity: desk.entity("Seoul"), facts });
        desk.carry_out(Command::SetMetonym { mentions: desk.mentions("Seoul"), is_metonym: true });
        let refusal = (RejectionScope::Project, desk.label("Place"), "met".to_owned());
        desk.carry_out(Command::Reject(vec![refusal]));
        let export = write(&desk.project);
        assert_eq!(export.losses, ["not carried: rejections (1)"]);
        let lines = String::from_utf8(export.files.into_iter().next().expect("one").bytes).expect("is UTF-8");
        assert_eq!(lines.lines().count(), 2);
        insta::assert_snapshot!(lines);
    }

    #[test]
    fn code_points_cut_the_same_words() {
        let desk = Desk::with(&["é [Zoë’s 😀](Other) [é](Date)"]);
        let bytes = write(&desk.project).files.into_iter().next().expect("one").bytes;
        let line = String::from_utf8(bytes).expect("is UTF-8");
        let line: serde_json::Value = serde_json::from_str(&line).expect("is JSON");
        let text: Vec<char> = line["text"].as_str().expect("is there").chars().collect();
        for mention in line["mentions"].as_array().expect("is there") {
            let at = |name: &str| usize::try_from(mention[name].as_u64().expect("is there")).expect("fits");
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(Some(words.as_str()), mention["text"].as_str());
        }
    }
}
