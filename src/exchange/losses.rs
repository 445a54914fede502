//! The loss report: what a project holds and a format does not carry, counted.

use super::codes::Codes;
use crate::model::{EntityFacts, Facts, Project, Provenance, Schema};

/// One part of a project that a format carries or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Titles,
    /// Days of publication.
    Days,
    Languages,
    /// Where texts came from.
    Sources,
    /// Bylines, sites and addresses of articles, hours of publication, and where all these stood.
    Bylines,
    /// Whether a mark was made by hand, accepted or imported.
    Origins,
    /// Remarks on marks.
    Notes,
    Metonyms,
    /// What dates mean by the analyst's word.
    Dates,
    /// Which marks mean the same thing, and what it is called.
    Entities,
    /// Notes, aliases, countries, ids and roles of entities.
    Facts,
    /// Entities that no mark points to.
    Unmarked,
    Relations,
    /// Dates and notes of relations.
    RelationFacts,
}

impl Part {
    /// All of them: what is lost is rejections and lists of names alone.
    pub(super) const ALL: &[Self] = ALL;
}

const ALL: &[Part] = &[
    Part::Titles,
    Part::Days,
    Part::Languages,
    Part::Sources,
    Part::Bylines,
    Part::Origins,
    Part::Notes,
    Part::Metonyms,
    Part::Dates,
    Part::Entities,
    Part::Facts,
    Part::Unmarked,
    Part::Relations,
    Part::RelationFacts,
];

/// A loss report in the making.
pub(super) struct Losses(Vec<String>);

impl Losses {
    /// What a format that carries these parts loses of a project. No format carries rejections and lists of names.
    pub(super) fn of(project: &Project, carried: &[Part]) -> Self {
        let mut losses = Self(Vec::new());
        losses.add(project.rejections().count(), "rejections");
        losses.add(project.gazetteers().count(), "lists of names");
        let lost = |part: &Part| !carried.contains(part);
        // Who loses the relations loses what is known of them.
        let is_told = |part: &Part| *part != Part::RelationFacts || carried.contains(&Part::Relations);
        for part in ALL.iter().filter(|part| lost(part) && is_told(part)) {
            let (count, what) = count(project, *part);
            losses.add(count, what);
        }
        losses
    }

    /// So many of something are not carried; nothing is said of none.
    pub(super) fn add(&mut self, count: usize, what: &str) {
        if count > 0 {
            self.0.push(format!("not carried: {what} ({count})"));
        }
    }

    /// Something else that is to be known.
    pub(super) fn say(&mut self, sentence: impl Into<String>) {
        self.0.push(sentence.into());
    }

    /// Labels and relation types that will not be known by their names there when they come back.
    pub(super) fn say_names(&mut self, codes: &Codes, schema: &Schema) {
        self.0.extend(codes.renamed(schema));
    }

    /// The report.
    pub(super) fn into_vec(self) -> Vec<String> {
        self.0
    }
}

/// Whether more is known of an article than its title, day and language.
fn has_more(facts: &Facts) -> bool {
    let Facts { title, published, language, .. } = facts.clone();
    *facts != Facts { title, published, language, ..Facts::default() }
}

/// How much of a part a project has, and what it is called.
fn count(project: &Project, part: Part) -> (usize, &'static str) {
    let documents = || project.documents();
    let is_known = |facts: &EntityFacts| *facts != EntityFacts::default();
    match part {
        Part::Titles => (documents().filter(|d| !d.facts.title.is_empty()).count(), "titles of articles"),
        Part::Days => (documents().filter(|d| d.facts.published.is_some()).count(), "publication dates"),
        Part::Languages => {
            (documents().filter(|d| !d.facts.language.is_empty()).count(), "languages of articles")
        }
        Part::Sources => (
            documents().filter(|d| !d.source.is_empty()).count(),
            "names of the files that articles came from",
        ),
        Part::Bylines => (
            documents().filter(|d| has_more(&d.facts)).count(),
            "bylines, sites, addresses and hours of articles, and where they stood",
        ),
        Part::Origins => {
            let others = project.mentions().filter(|mention| mention.provenance != Provenance::ByHand);
            (others.count(), "which suggester or file a mark came from")
        }
        Part::Notes => (project.mentions().filter(|m| !m.note.is_empty()).count(), "notes on marks"),
        Part::Metonyms => {
            (project.mentions().filter(|m| m.is_metonym).count(), "that marks stand for something else")
        }
        Part::Dates => {
            (project.mentions().filter(|m| m.date.is_some()).count(), "what dates mean by the analyst's word")
        }
        Part::Entities => (project.entities().count(), "entities, and which marks mean the same"),
        Part::Facts => {
            let known = project.entities().filter(|entity| is_known(&entity.facts));
            (known.count(), "entities with notes, aliases, countries, ids or roles")
        }
        Part::Unmarked => {
            let lonely = |id| project.mentions_of_entity(id).next().is_none();
            (project.entities().filter(|entity| lonely(entity.id)).count(), "entities without mentions")
        }
        Part::Relations => (project.relation_count(), "relations"),
        Part::RelationFacts => {
            let known = project.relations().filter(|r| r.date.is_some() || !r.note.is_empty());
            (known.count(), "dates and notes of relations")
        }
    }
}
