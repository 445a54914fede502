//! Words for what the core knows as values: days, where a mark came from, what a date means.
//!
//! The core has English words for all of these, for the command line and for files; here they are said as the window
//! speaks.

use super::commands::{COMMANDS, Row};
use crate::{
    model::{Date, Provenance},
    session::Counts,
    time::{Kind, Resolved},
    view::{Tick, TimelineRow},
    words::{Value, date_retold, filled, key, retold, say},
};
use egui::Context;
use std::borrow::Cow;

/// A message that names commands by their keys, which can be others than the table has: `{ $open-articles } opens …`. A
/// command without keys is called by its name.
pub fn with_keys(ctx: &Context, key: &'static str) -> String {
    let keys_of = |row: &Row| match row.command.key_text(ctx) {
        none if none.is_empty() => format!("“{}”", row.text()),
        keys => keys,
    };
    filled(key, COMMANDS.iter().map(|row| (row.name, Value::from(keys_of(row)))))
}

/// `10 Nov 2019`
pub fn day(date: Date) -> String {
    say!("day", year = date.year(), month = month(date.month()), day = date.day())
}

/// `Nov`, by its number from 1.
pub fn month(number: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        key!("month-1"),
        key!("month-2"),
        key!("month-3"),
        key!("month-4"),
        key!("month-5"),
        key!("month-6"),
        key!("month-7"),
        key!("month-8"),
        key!("month-9"),
        key!("month-10"),
        key!("month-11"),
        key!("month-12"),
    ];
    let place = usize::try_from(number - 1).ok();
    place.and_then(|place| MONTHS.get(place)).map_or("", |key| say!(key))
}

/// What a date means, in a line; empty where there is no value.
pub fn meaning(resolved: &Resolved) -> Cow<'_, str> {
    line(&resolved.line)
}

/// The line of a date.
pub fn line(line: &str) -> Cow<'_, str> {
    date_retold(line)
}

/// The words at a line of the timeline's scale: numbers stay as they are.
pub fn tick(tick: &Tick) -> Cow<'_, str> {
    let is_number = tick.label.chars().all(|c| c.is_ascii_digit());
    if is_number { Cow::Borrowed(&tick.label) } else { date_retold(&tick.label) }
}

/// How exact a date of the timeline is: `day`, `month`, `deadline`.
pub fn precision(row: &TimelineRow) -> Cow<'static, str> {
    retold(row.precision_name())
}

/// The type of a date. English has the names of TIMEX3.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => say!("kind-date"),
        Kind::Time => say!("kind-time"),
        Kind::Duration => say!("kind-duration"),
        Kind::Set => say!("kind-set"),
    }
}

/// Where a mention came from: `by hand`, `rules, 0.93`, `from brat`.
pub fn source_of(provenance: &Provenance) -> String {
    match provenance {
        Provenance::ByHand => say!("source-by-hand").to_owned(),
        Provenance::Accepted { suggester: by, score } => format!("{}, {score}", suggester(by)),
        Provenance::Imported { from } => say!("source-imported", tool = &**from),
    }
}

/// `12 articles (2 there already), 340 marks, 12 relations`
pub fn counts(counts: &Counts) -> String {
    let (articles, known) = (counts.new_articles + counts.known_articles, counts.known_articles);
    let articles = match known {
        0 => say!("counts-articles", count = articles),
        known => say!("counts-articles-known", count = articles, known = known),
    };
    let mut parts = vec![articles, say!("mark-count", count = counts.new_marks)];
    if counts.changed_marks > 0 {
        parts.push(say!("counts-marks-changed", count = counts.changed_marks));
    }
    if counts.new_relations > 0 {
        parts.push(say!("relation-count", count = counts.new_relations));
    }
    if counts.new_labels > 0 {
        parts.push(say!("counts-labels-new", count = counts.new_labels));
    }
    let said = parts.join(", ");
    match counts.other_marks {
        0 => said,
        other => say!("counts-rest", counts = said, count = other),
    }
}

/// What a suggester is called; one that this version does not know by its own name.
pub fn suggester(name: &str) -> &str {
    match name {
        "memory" => say!("suggester-memory"),
        "gazetteer" => say!("suggester-gazetteer"),
        "rules" => say!("suggester-rules"),
        "tagger" => say!("suggester-tagger"),
        other => other,
    }
}
