//! What the articles say happened, in the order of the days: each date that was marked, with its sentence and who else
//! stands in it.
//!
//! The same project gives the same rows, in the same order. Finding dates reads whole texts and is apart from the rest,
//! so that a window can do it beside its frames.

mod axis;

pub use axis::{Tick, day_number, ticks};

use super::Dates;
use crate::{
    model::{Date, Document, DocumentId, EntityId, LabelId, Mention, MentionId, Project},
    text::{SentenceFinder, Span},
    time::{Limit, Unit},
};
use std::collections::{BTreeMap, BTreeSet};

/// One date of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    pub mention: MentionId,
    pub document: DocumentId,
    pub span: Span,
    /// The sentence in which the date begins.
    pub sentence: Span,
    /// Invariant: not after `last`.
    pub first: Date,
    pub last: Date,
    /// The same two as days since 1 January 1970.
    pub days: (i32, i32),
    /// How exactly the words say it.
    pub precision: Unit,
    /// The words before it make a limit of it: `by` the end of the year.
    pub limit: Option<Limit>,
    /// The words do not say how far it reaches.
    pub is_open: bool,
    /// For people: `Saturday · 9 Nov 2019`.
    pub line: String,
    /// Who and what else stands in the sentence, each entity once, in the order of the text. No other dates.
    pub others: Vec<TimelineMention>,
}

/// Something that stands in the sentence of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimelineMention {
    pub mention: MentionId,
    pub label: LabelId,
    pub entity: Option<EntityId>,
}

/// The dates of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Invariant: by first day, then precision, then place in the project.
    pub rows: Vec<TimelineRow>,
    /// Marked dates that name no day, or none that is known.
    pub undated_count: usize,
    /// Articles with such dates and no publication date, without which “Saturday” is no day.
    pub unpublished: Vec<DocumentId>,
}

/// Which rows are shown; by default all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TimelineFilter {
    /// Stands in the name of an entity of the sentence, or in the words that are marked; empty: anything.
    pub words: String,
    /// The sentence has something of each of these labels.
    pub labels: BTreeSet<LabelId>,
}

/// The dates that were found in articles. Texts never change, so what was found stays true.
#[derive(Clone, Debug, Default)]
pub struct DatesByArticle {
    found: BTreeMap<DocumentId, (Option<Date>, Dates)>,
}

impl DatesByArticle {
    /// The articles with marked dates in which none were looked for yet.
    pub fn missing<'p>(&self, project: &'p Project) -> Vec<&'p Document> {
        let labels = date_labels(project);
        let has_dates =
            |id: DocumentId| project.mentions_of(id).any(|mention| labels.contains(&mention.label));
        let unread = project.documents().filter(|document| !self.found.contains_key(&document.id));
        unread.filter(|document| has_dates(document.id)).collect()
    }

    /// Looks for dates in all articles that have some marked; they follow the publication date from then on.
    pub fn read_all(&mut self, project: &Project) {
        for document in self.missing(project) {
            self.found.insert(document.id, (document.facts.published, Dates::of(document)));
        }
    }

    fn of(&mut self, document: &Document) -> Option<&Dates> {
        let (published, dates) = self.found.get_mut(&document.id)?;
        if *published != document.facts.published {
            *published = document.facts.published;
            dates.set_published(*published);
        }
        Some(dates)
    }
}

/// The timeline of a project, as far as its dates were found.
pub fn timeline(project: &Project, dates: &mut DatesByArticle) -> Timeline {
    let labels = date_labels(project);
    let mut timeline = Timeline::default();
    for document in project.documents() {
        if let Some(dates) = dates.of(document) {
            add_article(project, document, &labels, dates, &mut timeline);
        }
    }
    // Stable: within one article the order of the text remains.
    timeline.rows.sort_by_key(|row| (row.first, row.precision));
    timeline
}

fn date_labels(project: &Project) -> BTreeSet<LabelId> {
    let labels = project.schema().labels().map(|(id, _)| id);
    labels.filter(|label| project.schema().is_for_dates(*label)).collect()
}

/// Mentions that begin in one sentence.
type InSentence<'p> = (Option<Span>, Vec<&'p Mention>);

fn add_article(
    project: &Project,
    document: &Document,
    labels: &BTreeSet<LabelId>,
    dates: &Dates,
    timeline: &mut Timeline,
) {
    let undated_before = timeline.undated_count;
    let mut finder = SentenceFinder::new(&document.text);
    let mut here: InSentence<'_> = (None, Vec::new());
    for mention in project.mentions_of(document.id) {
        let sentence = finder.at(mention.span.start());
        if sentence != here.0 {
            add_sentence(&here, labels, dates, timeline);
            here = (sentence, Vec::new());
        }
        here.1.push(mention);
    }
    add_sentence(&here, labels, dates, timeline);
    if timeline.undated_count > undated_before && document.facts.published.is_none() {
        timeline.unpublished.push(document.id);
    }
}

fn add_sentence(here: &InSentence<'_>, labels: &BTreeSet<LabelId>, dates: &Dates, timeline: &mut Timeline) {
    let (days, others): (Vec<&Mention>, Vec<&Mention>) =
        here.1.iter().partition(|mention| labels.contains(&mention.label));
    if days.is_empty() {
        return;
    }
    let others = once_each(&others);
    for mention in days {
        match row(mention, here.0.unwrap_or(mention.span), dates, &others) {
            Some(row) => timeline.rows.push(row),
            None => timeline.undated_count += 1,
        }
    }
}

fn once_each(mentions: &[&Mention]) -> Vec<TimelineMention> {
    let mut seen = BTreeSet::new();
    let new = mentions.iter().filter(|mention| mention.entity.is_none_or(|entity| seen.insert(entity)));
    let new = new.map(|mention| TimelineMention {
        mention: mention.id,
        label: mention.label,
        entity: mention.entity,
    });
    new.collect()
}

fn row(mention: &Mention, sentence: Span, dates: &Dates, others: &[TimelineMention]) -> Option<TimelineRow> {
    let resolved = dates.of_mention(mention)?;
    let interval = resolved.interval.filter(|_| resolved.value.is_some())?;
    Some(TimelineRow {
        mention: mention.id,
        document: mention.document,
        span: mention.span,
        sentence,
        first: interval.first,
        last: interval.last,
        days: (day_number(interval.first), day_number(interval.last)),
        precision: interval.precision.max(Unit::Day),
        limit: dates.limit_at(mention.span),
        is_open: interval.is_open,
        line: resolved.line.clone(),
        others: others.to_vec(),
    })
}

impl TimelineRow {
    /// How exact it is, for people: `day`, `month`, `deadline`.
    pub fn precision_name(&self) -> &'static str {
        match (self.limit, self.precision) {
            (Some(Limit::By | Limit::Until | Limit::Before), _) => "deadline",
            (Some(Limit::Since | Limit::After), _) => "from then on",
            (None, _) if self.is_open => "roughly",
            (None, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day) if self.first < self.last => "days",
            (None, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day) => "day",
            (None, Unit::Weekend) => "weekend",
            (None, Unit::Week) => "week",
            (None, Unit::Month) => "month",
            (None, Unit::Quarter) => "quarter",
            (None, Unit::Half) => "half-year",
            (None, Unit::Season) => "season",
            (None, Unit::Year) => "year",
            (None, Unit::Decade) => "decade",
            (None, Unit::Century) => "century",
        }
    }
}

impl TimelineFilter {
    /// The places of the rows that it lets through, in order.
    pub fn places(&self, project: &Project, timeline: &Timeline) -> Vec<usize> {
        let wanted = self.words.trim().to_lowercase();
        let mut names = Names { project, wanted, entities: BTreeMap::new() };
        let shown = timeline.rows.iter().enumerate();
        shown.filter(|(_, row)| self.has_labels(row) && names.are_in(row)).map(|(place, _)| place).collect()
    }

    fn has_labels(&self, row: &TimelineRow) -> bool {
        self.labels.iter().all(|label| row.others.iter().any(|other| other.label == *label))
    }
}

/// Looks for words in names; each entity is asked once.
struct Names<'p> {
    project: &'p Project,
    wanted: String,
    entities: BTreeMap<EntityId, bool>,
}

impl Names<'_> {
    fn are_in(&mut self, row: &TimelineRow) -> bool {
        self.wanted.is_empty() || row.others.iter().any(|other| self.is_in(other))
    }

    fn is_in(&mut self, other: &TimelineMention) -> bool {
        let has = |words: &str| words.to_lowercase().contains(&self.wanted);
        let project = self.project;
        if let Some(entity) = other.entity {
            let of_entity = || {
                let aliases = project.entity(entity).map(|entity| entity.facts.aliases.as_slice());
                has(project.entity_name(entity)) || aliases.unwrap_or_default().iter().any(|alias| has(alias))
            };
            if *self.entities.entry(entity).or_insert_with(of_entity) {
                return true;
            }
        }
        project.mention(other.mention).is_some_and(|mention| has(project.words_of(mention)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, Facts, notation::Desk};

    fn desk(published: Option<&str>) -> Desk {
        let mut desk = Desk::with(&[
            "[Kim](Person) left [Vienna](Place) [Saturday](Date). [Kim](Person) and [Kim](Person) met [Moon](Person) in [October 2019](Date).\nNone.",
            "A deal is due [by the end of 2019](Date). In [2019](Date) [Seoul](Place) spoke; [on Oct. 1, 2019](Date) too. [Old days](Date).",
        ]);
        let documents: Vec<Document> = desk.project.documents().cloned().collect();
        for document in documents {
            let facts = Facts { published: published.and_then(|day| day.parse().ok()), ..document.facts };
            desk.carry_out(Command::SetFacts { document: document.id, facts });
        }
        desk
    }

    fn whole(desk: &Desk) -> Timeline {
        let mut dates = DatesByArticle::default();
        dates.read_all(&desk.project);
        timeline(&desk.project, &mut dates)
    }

    /// `2019-11-09..2019-11-09 day | Kim, Vienna`
    fn shown(desk: &Desk, rows: &[&TimelineRow]) -> Vec<String> {
        let name = |other: &TimelineMention| {
            other.entity.map_or("?", |entity| desk.project.entity_name(entity)).to_owned()
        };
        let row = |row: &&TimelineRow| {
            let others: Vec<String> = row.others.iter().map(name).collect();
            format!("{}..{} {} | {}", row.first, row.last, row.precision_name(), others.join(", "))
        };
        rows.iter().map(row).collect()
    }

    fn check(desk: &Desk, filter: &TimelineFilter, expected: &[&str]) {
        let timeline = whole(desk);
        let places = filter.places(&desk.project, &timeline);
        let rows: Vec<&TimelineRow> = places.into_iter().map(|place| &timeline.rows[place]).collect();
        assert_eq!(shown(desk, &rows), expected);
    }

    #[test]
    fn dates_come_in_the_order_of_days_then_of_precision() {
        let desk = desk(Some("2019-11-10"));
        check(
            &desk,
            &TimelineFilter::default(),
            &[
                "2019-01-01..2019-12-31 year | Seoul",
                "2019-10-01..2019-10-01 day | Seoul",
                "2019-10-01..2019-10-31 month | Kim, Moon",
                "2019-11-09..2019-11-09 day | Kim, Vienna",
                "2019-12-31..2019-12-31 deadline | ",
            ],
        );
        let timeline = whole(&desk);
        assert_eq!((timeline.undated_count, timeline.unpublished), (1, vec![]));
        let text = &desk.project.documents().next().expect("there").text;
        let saturday = timeline.rows.iter().find(|row| row.line.starts_with("Saturday")).expect("there");
        assert_eq!(text.slice(saturday.sentence), "Kim left Vienna Saturday.");
    }

    #[test]
    fn without_a_day_of_publication_some_dates_have_none() {
        let timeline = whole(&desk(None));
        assert_eq!((timeline.rows.len(), timeline.undated_count, timeline.unpublished.len()), (4, 2, 2));
    }

    #[test]
    fn another_day_of_publication_needs_no_new_search() {
        let mut desk = desk(None);
        let mut dates = DatesByArticle::default();
        dates.read_all(&desk.project);
        let document = desk.project.documents().next().expect("there");
        let facts = Facts { published: "2019-11-10".parse().ok(), ..document.facts.clone() };
        let document = document.id;
        desk.carry_out(Command::SetFacts { document, facts });
        assert!(dates.missing(&desk.project).is_empty());
        assert_eq!(timeline(&desk.project, &mut dates).rows.len(), 5);
    }

    #[test]
    fn rows_are_filtered_by_name_and_by_label() {
        let mut desk = desk(Some("2019-11-10"));
        let facts = crate::model::EntityFacts { aliases: vec!["Jae-in".to_owned()], ..Default::default() };
        desk.carry_out(Command::SetEntity { entity: desk.entity("Moon"), facts });
        let by = |words: &str, labels: &[&str]| TimelineFilter {
            words: words.to_owned(),
            labels: labels.iter().map(|name| desk.label(name)).collect(),
        };
        let (october, saturday) =
            ("2019-10-01..2019-10-31 month | Kim, Moon", "2019-11-09..2019-11-09 day | Kim, Vienna");
        check(&desk, &by(" kIM", &[]), &[october, saturday]);
        check(&desk, &by("jae", &[]), &[october]);
        check(&desk, &by("kim", &["Place"]), &[saturday]);
        check(&desk, &by("", &["Place", "Person"]), &[saturday]);
        check(&desk, &by("nobody", &[]), &[]);
    }
}
