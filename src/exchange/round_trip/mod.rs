//! For tests: what is exported and imported again is the same, as far as the loss report says.
//!
//! [`check`] writes a project, reads it into an empty one with the same schema, and compares every part that the loss report
//! does not name. [`wild`] makes projects with everything in them that has ever broken an exporter.

mod projects;

pub(super) use projects::{draws, sample, wild};

use super::{Export, Format, format_named, propose, read, recognise};
use crate::model::{
    Command, EntityRole, Facts, History, IdSource, Incoming, Mention, Organisation, Project, Relation,
    notation::Desk, verify,
};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

/// What is compared of a project.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    /// Text → what is said of it; articles with the same words are told together.
    articles: BTreeMap<String, Vec<String>>,
    /// Text → marks.
    marks: BTreeMap<String, Vec<String>>,
    /// Which marks mean the same.
    groups: BTreeSet<Vec<String>>,
    entities: Vec<String>,
    relations: Vec<String>,
}

impl Told {
    /// The same as XML can hold it.
    fn in_xml(self) -> Self {
        let legal = |words: String| -> String {
            words.chars().map(|c| if super::xml::is_legal(c) { c } else { super::xml::REPLACEMENT }).collect()
        };
        // What is told of facts is told with their signs escaped.
        let legal = |words: String| legal(words.replace("\\0", "\u{fffd}").replace("\\u{1}", "\u{fffd}"));
        // Other signs may stand in another order.
        let all = |words: Vec<String>| {
            let mut words: Vec<String> = words.into_iter().map(legal).collect();
            words.sort();
            words
        };
        let by_text = |texts: BTreeMap<String, Vec<String>>| {
            texts.into_iter().map(|(text, said)| (legal(text), all(said))).collect::<BTreeMap<_, _>>()
        };
        Self {
            articles: by_text(self.articles),
            marks: by_text(self.marks),
            groups: self.groups.into_iter().map(all).collect(),
            entities: all(self.entities),
            relations: all(self.relations),
        }
    }
}

/// The project in an empty one, by way of the format, and the loss report.
pub(super) fn by_way_of(format: &Format, project: &Project) -> (Project, Export) {
    let export = format.write.expect("writes")(project);
    let again = taken_in(&Project::new(project.schema().clone(), IdSource::new(99)), &export);
    (again, export)
}

/// The project with what was exported.
pub(super) fn taken_in(project: &Project, export: &Export) -> Project {
    let mut project = project.clone();
    let mut history = History::default();
    for found in recognise(&export.files) {
        let files: Vec<_> = found.files.iter().map(|place| export.files[*place].clone()).collect();
        let imported = read(found.format, &files).expect("reads what it wrote");
        assert_eq!(imported.warnings, Vec::<String>::new(), "{}", found.format.name);
        let names = propose(&imported, project.schema());
        let incoming = Incoming {
            from: found.format.name.into(),
            articles: imported.articles,
            entities: imported.entities,
            labels: imported.labels,
            names,
        };
        history.dispatch(&mut project, Command::TakeIn(Box::new(incoming))).expect("can be taken in");
    }
    assert_eq!(verify(&project), []);
    project
}

/// That nothing is lost but what the loss report names.
pub(super) fn check(name: &str, project: &Project) {
    let format = format_named(name).expect("is there");
    let (again, export) = by_way_of(format, project);
    let lost = export.losses.join("\n");
    if lost.contains("white space between words") {
        // Another text altogether: the format's own tests compare the words.
        return;
    }
    let (mut before, mut after) = (told(project, &lost), told(&again, &lost));
    if lost.contains("characters that XML cannot hold") {
        (before, after) = (before.in_xml(), after.in_xml());
    }
    assert_eq!(before.articles, after.articles, "{name}: articles\n{lost}");
    if lost_marks(&lost) == 0 {
        assert_eq!(before.marks, after.marks, "{name}: marks\n{lost}");
    } else {
        let all = |told: &Told| told.marks.values().flatten().cloned().collect::<Vec<_>>();
        let mut left = all(&before);
        for mark in all(&after) {
            let place = left.iter().position(|other| *other == mark);
            left.swap_remove(place.unwrap_or_else(|| panic!("{name}: {mark} was not there")));
        }
        assert_eq!(left.len(), lost_marks(&lost), "{name}: {left:?}\n{lost}");
    }
    assert_eq!(before.groups, after.groups, "{name}: what marks mean\n{lost}");
    assert_eq!(before.entities, after.entities, "{name}: entities\n{lost}");
    assert_eq!(before.relations, after.relations, "{name}: relations\n{lost}");
    check_again(name, &again, &export);
}

/// How many marks the report says are not there: `not carried: marks … (3)`.
fn lost_marks(lost: &str) -> usize {
    let lines = lost.lines().filter_map(|line| line.strip_prefix("not carried: marks "));
    lines.filter_map(|line| line.rsplit_once('(')?.1.trim_end_matches(')').parse::<usize>().ok()).sum()
}

/// A second time it is all there already.
fn check_again(name: &str, project: &Project, export: &Export) {
    let twice = taken_in(project, export);
    assert_eq!(twice.document_count(), project.document_count(), "{name}");
    assert_eq!(twice.mention_count(), project.mention_count(), "{name}");
    let relations = |project: &Project| -> Vec<String> {
        project.relations().map(|relation| told_relation(project, relation, "")).collect()
    };
    assert_eq!(relations(&twice), relations(project), "{name}: relations, taken in twice");
    assert_eq!(twice.entities().count(), project.entities().count(), "{name}");
    let as_told = [told(&twice, ""), told(project, "")];
    assert_eq!(as_told[0], as_told[1], "{name}: taken in twice");
    assert!(twice == *project, "{name}: taken in twice, something was changed");
}

fn told(project: &Project, lost: &str) -> Told {
    let keeps = |what: &str| !lost.contains(what);
    let mut told = Told::default();
    for document in project.documents() {
        let text = document.text.as_str().to_owned();
        if text.trim().is_empty() && !keeps("articles that are left out") {
            continue;
        }
        let facts = &document.facts;
        let mut said = Vec::new();
        if keeps("titles of articles") {
            said.push(facts.title.clone());
        }
        if keeps("publication dates") {
            said.push(format!("{:?}", facts.published));
        }
        if keeps("languages of articles") {
            said.push(facts.language.clone());
        }
        if keeps("bylines, sites, addresses") {
            let Facts { byline, site, url, published_at, origins, .. } = facts;
            said.push(format!("{byline}|{site}|{url}|{published_at}|{origins:?}"));
        }
        if keeps("names of the files") {
            said.push(document.source.clone());
        }
        told.articles.entry(text.clone()).or_default().push(said.join("|"));
        let marks = project.mentions_of(document.id).map(|mention| told_mark(project, mention, lost));
        told.marks.entry(text).or_default().extend(marks);
    }
    told.articles.values_mut().for_each(|all| all.sort());
    told.marks.values_mut().for_each(|all| all.sort());
    if lost_marks(lost) == 0 && keeps("white space at the ends") {
        told_meaning(project, lost, &mut told);
    }
    told
}

fn told_meaning(project: &Project, lost: &str, told: &mut Told) {
    let keeps = |what: &str| !lost.contains(what);
    if keeps("which marks mean the same") {
        for entity in project.entities() {
            let marks = project.mentions_of_entity(entity.id);
            let mut group: Vec<String> = marks.map(|mention| place(project, mention)).collect();
            group.sort();
            if !group.is_empty() {
                told.groups.insert(group);
            }
        }
    }
    if keeps("entities with notes") {
        told.entities = project
            .entities()
            .filter_map(|entity| {
                let is_told = keeps("entities without mentions")
                    || project.mentions_of_entity(entity.id).next().is_some();
                let mut facts = entity.facts.clone();
                let roles = std::mem::take(&mut facts.roles);
                let roles: Vec<String> = roles.iter().map(|role| told_role(project, role)).collect();
                let (label, name) = (project.schema().name_of(entity.label), project.entity_name(entity.id));
                is_told.then(|| format!("{label} {name} {facts:?} {roles:?}"))
            })
            .collect();
        told.entities.sort();
    }
    if keeps("relations (") {
        told.relations = project.relations().map(|relation| told_relation(project, relation, lost)).collect();
        told.relations.sort();
    }
}

fn told_role(project: &Project, role: &EntityRole) -> String {
    let with = match &role.organisation {
        Some(Organisation::Entity(id)) => format!("entity {}", project.entity_name(*id)),
        // Not by its debug form: it would be escaped twice, and `in_xml` would not know its signs again.
        Some(Organisation::Named(name)) => format!("named {name}"),
        None => String::new(),
    };
    format!("{} {with} {:?} {:?}", role.title, role.from, role.to)
}

fn told_relation(project: &Project, relation: &Relation, lost: &str) -> String {
    let end = |id| project.mention(id).map(|mention| place(project, mention)).unwrap_or_default();
    let kind = project.schema().relation_type(relation.kind).map_or("?", |kind| &kind.name);
    let known = if lost.contains("dates and notes of relations") {
        String::new()
    } else {
        format!("{:?} {}", relation.date, relation.note)
    };
    format!("{} {kind} {} {known}", end(relation.from), end(relation.to))
}

fn place(project: &Project, mention: &Mention) -> String {
    // In code points: they stay where a character is written as another one.
    let text = project.document(mention.document).map(|document| &document.text);
    let start = text.map_or(0, |text| text.get(0..mention.span.start()).chars().count());
    format!("{start} {} {}", project.schema().name_of(mention.label), project.words_of(mention))
}

fn told_mark(project: &Project, mention: &Mention, lost: &str) -> String {
    let keeps = |what: &str| !lost.contains(what);
    let text = project.document(mention.document).map(|document| &document.text);
    let trimmed = text.and_then(|text| text.trim(mention.span)).filter(|_| !keeps("white space at the ends"));
    let mention = &Mention { span: trimmed.unwrap_or(mention.span), ..mention.clone() };
    let mut said = place(project, mention);
    if keeps("notes on marks") {
        said.push_str(&mention.note);
    }
    if keeps("what dates mean") {
        let _ = write!(said, " {:?}", mention.date);
    }
    if keeps("stand for something else") {
        let _ = write!(said, " {}", mention.is_metonym);
    }
    if keeps("a mark came from") {
        let _ = write!(said, " {:?}", mention.provenance);
    }
    said
}

/// Of several marks on the same words with the same label, one was taken for the other and got its note, or what it means.
#[test]
fn marks_on_the_same_words_stay_themselves_when_they_come_in_again() {
    let mut desk = Desk::with(&["[Kim](Person) left for Seoul with five others."]);
    let span = desk.place(0, "Kim");
    for words in ["Kim left", "Kim left for", "Kim left for Seoul", "Kim left for Seoul with"] {
        let longer = desk.pick(0, words, "Person");
        desk.carry_out(Command::Mark(vec![longer]));
        let mention = desk.mentions(words)[0];
        desk.carry_out(Command::SetNote { mention, note: words.to_owned() });
        desk.carry_out(Command::Resize { mention, span });
        let entity = desk.project.mention(mention).and_then(|mention| mention.entity).expect("means one");
        let _ = desk.try_out(Command::SplitEntity { entity, mentions: vec![mention] });
    }
    assert_eq!(desk.mentions("Kim").len(), 5);
    for format in super::FORMATS.iter().filter(|format| format.write.is_some() && format.read.is_some()) {
        check(format.name, &desk.project);
    }
}

/// Only title, day and language were added to an article that was there.
#[test]
fn what_is_known_of_an_article_is_added_to_one_that_is_there() {
    let project = wild(&[]);
    let export = format_named("jsonl").and_then(|format| format.write).expect("writes")(&project);
    let (mut bare, mut history) = (project.clone(), History::default());
    let document = project.documents().next().expect("there").id;
    history.dispatch(&mut bare, Command::SetFacts { document, facts: Facts::default() }).expect("done");
    let facts = |project: &Project| project.document(document).expect("there").facts.clone();
    let (before, after) = (facts(&project), facts(&taken_in(&bare, &export)));
    assert!(!before.byline.is_empty() && !before.origins.byline.is_empty());
    // Without its day an hour says nothing.
    assert_eq!(after, Facts { published_at: String::new(), ..before });
}

/// So many projects are tried, unless the environment asks for more.
fn cases() -> u32 {
    /// Where the environment says nothing.
    const USUAL: u32 = 256;
    let asked = ProptestConfig::default().cases;
    if asked == USUAL { 48 } else { asked }
}

proptest! {
    // Other projects in every run. `PROPTEST_CASES=2000` tries more of them; `PROPTEST_RNG_SEED=…` tries the same ones again.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn every_format_gives_back_what_it_does_not_report_as_lost(draws in draws()) {
        let project = wild(&draws);
        for format in super::FORMATS.iter().filter(|format| format.write.is_some() && format.read.is_some()) {
            check(format.name, &project);
        }
    }
}

/// The sample's files as words, each below its name, and the loss report.
pub(super) fn written(format: &Format) -> String {
    let export = format.write.expect("writes")(&sample().project);
    let mut all = export.losses.join("\n");
    for file in export.files {
        let words = String::from_utf8(file.bytes).expect("is UTF-8");
        all.extend(["\n== ", &file.name, "\n", &words]);
    }
    all
}

/// What was read, a line each, for tests of files of other programs.
pub(super) fn lines(imported: &super::Imported) -> String {
    let mut lines = Vec::new();
    for article in &imported.articles {
        let facts = &article.facts;
        lines.push(format!(
            "article {:?} {:?} {:?} {:?}",
            article.id, facts.title, facts.language, article.source
        ));
        for mark in &article.marks {
            let words = article.text.slice(mark.span);
            let more = format!("{:?} {:?} {:?}", mark.meaning, mark.note, mark.provenance);
            lines.push(format!("  mark {} {:?} {} {more}", mark.id, words, mark.label));
        }
        for relation in &article.relations {
            lines.push(format!(
                "  {} {} {} {:?} {:?}",
                relation.from, relation.kind, relation.to, relation.date, relation.note
            ));
        }
    }
    lines.extend(
        imported.entities.iter().map(|entity| {
            format!("entity {} {} {:?} {:?}", entity.id, entity.label, entity.name, entity.facts)
        }),
    );
    lines.extend(imported.warnings.iter().map(|warning| format!("warning: {warning}")));
    lines.join("\n")
}
