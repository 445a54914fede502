//! The writer of the archive: codes, variables, texts with their coded selections, notes and links.

use super::{
    super::{
        Export, File, found,
        guids::guid,
        losses::{Losses, Part},
        xml::{XmlWriter, replaced_sentence},
        zips,
    },
    NAMESPACE, PROJECT, TEXT_VARIABLES, cases, of_article,
};
use crate::{
    model::{Document, LabelId, Mention, Project, Provenance, Relation},
    text::OffsetMap,
};
use std::{collections::BTreeSet, fmt::Display};

const CARRIED: &[Part] = &[
    Part::Titles,
    Part::Days,
    Part::Languages,
    Part::Sources,
    Part::Bylines,
    Part::Dates,
    Part::Notes,
    Part::Entities,
    Part::Facts,
    Part::Unmarked,
    Part::Relations,
    Part::RelationFacts,
    Part::Metonyms,
];

pub(super) fn write(project: &Project) -> Export {
    let mut losses = Losses::of(project, CARRIED);
    let (xml, replaced) = project_file(project);
    if let Some(sentence) = replaced_sentence(replaced) {
        losses.say(sentence);
    }
    let mut files = vec![(PROJECT.to_owned(), xml)];
    for document in project.documents() {
        let name = format!("sources/{}.txt", long("document", document.id));
        files.push((name, document.text.as_str().into()));
    }
    match zips::pack(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))) {
        Ok(bytes) => Export { files: vec![File::new("project.qdpx", bytes)], losses: losses.into_vec() },
        Err(why) => {
            losses.say(format!("nothing was written: {why}"));
            Export { files: Vec::new(), losses: losses.into_vec() }
        }
    }
}

/// A long id, in the capitals that this format has.
pub(super) fn long(kind: &str, id: impl Display) -> String {
    guid(kind, id).hyphenated().encode_upper(&mut [0; 36]).to_owned()
}

pub(super) fn code_guid(project: &Project, label: LabelId) -> String {
    long("label", project.schema().name_of(label))
}

fn project_file(project: &Project) -> (Vec<u8>, usize) {
    let mut xml = XmlWriter::new();
    let user = long("user", "Dateline");
    let by_hand = analyst();
    xml.open(
        "Project",
        &[("xmlns", NAMESPACE), ("name", "Dateline"), ("origin", "Dateline"), ("creatingUserGUID", &user)],
    );
    xml.open("Users", &[]);
    xml.empty("User", &[("guid", &user), ("name", "Dateline")]);
    xml.empty("User", &[("guid", &by_hand), ("name", "Analyst")]);
    xml.close();
    codes(&mut xml, project);
    variables(&mut xml);
    cases::write(&mut xml, project);
    if project.document_count() > 0 {
        xml.open("Sources", &[]);
        project.documents().for_each(|document| source(&mut xml, project, document));
        xml.close();
    }
    notes(&mut xml, project);
    links(&mut xml, project);
    xml.close();
    xml.finish()
}

fn codes(xml: &mut XmlWriter, project: &Project) {
    if project.schema().labels().next().is_none() {
        return;
    }
    xml.open("CodeBook", &[]);
    xml.open("Codes", &[]);
    for (id, label) in project.schema().labels() {
        let (code, colour) = (code_guid(project, id), label.colour);
        let colour = format!("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
        let attributes =
            [("guid", code.as_str()), ("name", &label.name), ("isCodable", "true"), ("color", &colour)];
        xml.open("Code", &attributes);
        if !label.definition.is_empty() {
            xml.words("Description", &[], &label.definition);
        }
        xml.close();
    }
    xml.close();
    xml.close();
}

fn variables(xml: &mut XmlWriter) {
    xml.open("Variables", &[]);
    let all = TEXT_VARIABLES.iter().map(|name| (*name, "Text"));
    for (name, kind) in all.chain([(of_article::PUBLISHED, "Date")]) {
        xml.empty("Variable", &[("guid", &long("variable", name)), ("name", name), ("typeOfVariable", kind)]);
    }
    xml.close();
}

/// The value of a variable; nothing where it is empty.
pub(super) fn variable(xml: &mut XmlWriter, name: &str, kind: &str, value: &str) {
    if !value.is_empty() {
        xml.open("VariableValue", &[]);
        xml.empty("VariableRef", &[("targetGUID", &long("variable", name))]);
        xml.words(kind, &[], value);
        xml.close();
    }
}

fn source(xml: &mut XmlWriter, project: &Project, document: &Document) {
    let id = long("document", document.id);
    let path = format!("internal://{id}.txt");
    let attributes = [("guid", id.as_str()), ("name", document.display_title()), ("plainTextPath", &path)];
    xml.open("TextSource", &attributes);
    let offsets = OffsetMap::new(document.text.as_str());
    for mention in project.mentions_of(document.id) {
        selection(xml, project, &offsets, mention);
    }
    let facts = &document.facts;
    let found_in = found::lines(&facts.origins).join("\n");
    for (name, value) in [
        (of_article::ID, document.id.to_string().as_str()),
        (of_article::TITLE, &facts.title),
        (of_article::LANGUAGE, &facts.language),
        (of_article::SOURCE, &document.source),
        (of_article::ENCODING, &document.encoding),
        (of_article::PUBLISHED_AT, &facts.published_at),
        (of_article::BYLINE, &facts.byline),
        (of_article::SITE, &facts.site),
        (of_article::URL, &facts.url),
        (of_article::FOUND_IN, &found_in),
    ] {
        variable(xml, name, "TextValue", value);
    }
    let published = facts.published.map(|day| day.to_string()).unwrap_or_default();
    variable(xml, of_article::PUBLISHED, "DateValue", &published);
    xml.close();
}

fn selection(xml: &mut XmlWriter, project: &Project, offsets: &OffsetMap, mention: &Mention) {
    let id = long("mention", mention.id);
    let start = offsets.code_point(mention.span.start()).to_string();
    let end = offsets.code_point(mention.span.end()).to_string();
    let user = if mention.provenance == Provenance::ByHand { analyst() } else { long("user", "Dateline") };
    let attributes = [
        ("guid", id.as_str()),
        ("name", project.words_of(mention)),
        ("startPosition", &start),
        ("endPosition", &end),
        ("creatingUser", &user),
    ];
    xml.open("PlainTextSelection", &attributes);
    if !mention.note.is_empty() {
        xml.words("Description", &[], &mention.note);
    }
    xml.open("Coding", &[("guid", &long("coding", mention.id)), ("creatingUser", &user)]);
    xml.empty("CodeRef", &[("targetGUID", &code_guid(project, mention.label))]);
    if mention.is_metonym {
        xml.empty("NoteRef", &[("targetGUID", &metonym())]);
    }
    if let Some(date) = mention.date {
        xml.empty("NoteRef", &[("targetGUID", &meant_date(&date.to_string()))]);
    }
    xml.close();
    xml.close();
}

/// The user whose marks were made by hand.
pub(super) fn analyst() -> String {
    long("user", "analyst")
}

/// The note that codings of metonyms refer to.
pub(super) fn metonym() -> String {
    long("note", "metonym")
}

/// The note that codings of dates refer to that mean this, as TIMEX3 writes it.
pub(super) fn meant_date(value: &str) -> String {
    long("date", value)
}

/// What is said of relations: a date before a tab and what it means, then the note.
fn said(relation: &Relation) -> String {
    let date = relation.date.as_ref().map(|date| {
        let value = date.value().map(|value| value.to_string()).unwrap_or_default();
        format!("{DATE}{}\t{value}\n", date.words())
    });
    format!("{}{}", date.unwrap_or_default(), relation.note)
}

/// Before the date of a relation, in the first line of its note.
pub(super) const DATE: &str = "Date: ";

fn notes(xml: &mut XmlWriter, project: &Project) {
    let said: Vec<_> =
        project.relations().map(|one| (one, said(one))).filter(|(_, said)| !said.is_empty()).collect();
    let has_metonyms = project.mentions().any(|mention| mention.is_metonym);
    let dates: BTreeSet<String> =
        project.mentions().filter_map(|mention| Some(mention.date?.to_string())).collect();
    if said.is_empty() && dates.is_empty() && !has_metonyms {
        return;
    }
    xml.open("Notes", &[]);
    if has_metonyms {
        xml.open("Note", &[("guid", &metonym()), ("name", "Metonym")]);
        xml.words("PlainTextContent", &[], "The words name one thing and mean another.");
        xml.close();
    }
    for date in dates {
        xml.open("Note", &[("guid", &meant_date(&date)), ("name", "Date")]);
        xml.words("PlainTextContent", &[], &date);
        xml.close();
    }
    for (relation, said) in said {
        let name = cases::relation_name(project, relation);
        xml.open("Note", &[("guid", &long("note", relation.id)), ("name", name)]);
        xml.words("PlainTextContent", &[], &said);
        xml.close();
    }
    xml.close();
}

fn links(xml: &mut XmlWriter, project: &Project) {
    if project.relation_count() == 0 {
        return;
    }
    xml.open("Links", &[]);
    for relation in project.relations() {
        let kind = project.schema().relation_type(relation.kind);
        let direction = if kind.is_some_and(|kind| kind.is_symmetric) { "Associative" } else { "OneWay" };
        let attributes = [
            ("guid", long("relation", relation.id)),
            ("name", cases::relation_name(project, relation).to_owned()),
            ("direction", direction.to_owned()),
            ("originGUID", long("mention", relation.from)),
            ("targetGUID", long("mention", relation.to)),
        ];
        let attributes = attributes.each_ref().map(|(name, value)| (*name, value.as_str()));
        if said(relation).is_empty() {
            xml.empty("Link", &attributes);
        } else {
            xml.open("Link", &attributes);
            xml.empty("NoteRef", &[("targetGUID", &long("note", relation.id))]);
            xml.close();
        }
    }
    xml.close();
}
