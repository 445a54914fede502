//! Random work for property tests: numbers that become commands on whatever the project holds at that moment.

use super::{
    Command, DocumentId, EntityFacts, EntityId, EntityRole, Facts, GazetteerId, History, IdSource, KnownName,
    LabelId, MentionId, NameList, NewRelation, Organisation, Origins, Pick, Project, Provenance, Reach,
    RejectionScope, RelationId, RelationTypeId, SaidDate, Schema, Score, notation::article,
};
use crate::text::Span;
use proptest::{collection, prelude::*};

/// How many kinds of commands there are to draw from.
pub(crate) const KINDS: u16 = 54;

/// What one command is made of.
pub(crate) type Draw = [u16; 5];

/// Up to `most` commands.
pub(crate) fn draws(most: usize) -> impl Strategy<Value = Vec<Draw>> {
    collection::vec(any::<Draw>(), 0..most)
}

/// A project of two articles, with its work done as drawn.
pub(crate) fn worked(draws: &[Draw]) -> (Project, History) {
    let mut project = Project::new(Schema::news_analyst(), IdSource::new(7));
    let mut history = History::default();
    for draw in [[0, 0, 0, 0, 0], [0, 1, 0, 0, 0]].iter().chain(draws) {
        // A refusal changes nothing; that it does not is tested by those who compare.
        let command = command(&project, *draw);
        let _ = history.dispatch(&mut project, command);
    }
    (project, history)
}

const TEXTS: &[&str] = &[
    "Mr. Kim met Mr. Trump in Seoul. “Kim’s plan”, said Trump, “is the Kim plan.”\n\nSeoul was silent.",
    "Trump: Seoul, Seoul!\u{202e}\r\0 “é” 김정은 — the U.S. and the U.S.’s ally Seoul.\n",
    "a a a a a",
    "",
];
const NAMES: &[&str] = &["", "Kim", "Kim Jong Un", " the Kim’s ", "\"\n\u{feff}"];

/// The command of these numbers.
pub(crate) fn command(project: &Project, draw: Draw) -> Command {
    let [kind, a, b, c, d] = draw;
    let on = On { project, draw };
    match kind % KINDS {
        0 => Command::AddDocuments(vec![article(of(TEXTS, a)); 1 + usize::from(b % 2)]),
        1 if b.is_multiple_of(3) => {
            let document = on.document(a).unwrap_or(DocumentId::LOWEST);
            Command::ReplaceDocument { document, new: Box::new(article(of(TEXTS, b))) }
        }
        1 => Command::RemoveDocuments(on.document(a).into_iter().collect()),
        2 => Command::SetFacts { document: on.document(a).unwrap_or(DocumentId::LOWEST), facts: facts(b) },
        3 | 4 => on.place().map_or(Command::Delete(Vec::new()), |(document, span)| {
            let reach = if kind % 2 == 0 { Reach::Article } else { Reach::Project };
            Command::TagAll { document, span, label: on.label(d), reach }
        }),
        5 => Command::Relabel { mentions: on.mentions(b), label: on.label(c) },
        6 | 7 => on.resize(),
        8 => Command::Delete(on.mentions(b)),
        9 => Command::SetNote { mention: on.mention(a), note: of(NAMES, b).to_owned() },
        10 | 11 => Command::Reject(on.place().map(|place| on.refusal(place, c)).into_iter().collect()),
        12 => {
            Command::Unreject(project.rejections().map(|r| r.id).skip(usize::from(a % 4)).take(2).collect())
        }
        13 | 14 => Command::MergeEntities(vec![on.entity(a), on.entity(b), on.entity(c)]),
        15 => on.split(),
        16 => Command::RenameEntity { entity: on.entity(a), name: of(NAMES, b).to_owned() },
        24..=31 => on.gazetteer_command(),
        32..=35 => on.entity_command(),
        36..=41 => on.relation_command(),
        42 | 43 => Command::SetDate {
            mentions: on.dates(b),
            date: of(&["2019-11-09", "2019-W45", "P3D", ""], c).parse().ok(),
        },
        44..=53 => on.schema_command(),
        _ => Command::Mark(on.place().map(|place| on.pick(place)).into_iter().collect()),
    }
}

fn of<T: Copy>(list: &[T], number: u16) -> T {
    list[usize::from(number) % list.len()]
}

fn facts(number: u16) -> Facts {
    let date = super::Date::new(2019, 11, 10).expect("is a day");
    let published = number.is_multiple_of(2).then_some(date);
    let (title, language) = (of(NAMES, number).to_owned(), "en".to_owned());
    let byline =
        if number.is_multiple_of(3) { String::new() } else { format!("By {}", of(NAMES, number / 3)) };
    let origins = Origins { byline: "JSON-LD".to_owned(), ..Origins::default() };
    Facts { title, published, language, byline, origins, ..Facts::default() }
}

struct On<'a> {
    project: &'a Project,
    draw: Draw,
}

impl On<'_> {
    fn document(&self, number: u16) -> Option<DocumentId> {
        let count = self.project.document_count().max(1);
        self.project.documents().nth(usize::from(number) % count).map(|document| document.id)
    }

    /// The same few while they are there, so that they meet.
    fn label(&self, number: u16) -> LabelId {
        let name = of(&["Person", "Organization", "Place", "Date"], number);
        let schema = self.project.schema();
        let any = || schema.labels().nth(usize::from(number) % schema.label_count().max(1));
        schema.named(name).or_else(|| any().map(|(id, _)| id)).unwrap_or(LabelId(0))
    }

    fn schema_command(&self) -> Command {
        let [kind, a, b, c, d] = self.draw;
        let schema = self.project.schema();
        let (label, other) = (self.label(a), self.label(b));
        let set = || {
            let mut to = schema.get(label).cloned().unwrap_or_else(|| schema.new_label("Ship"));
            match c % 5 {
                0 => to.name = of(&["Human", "Date", "Ship", "Person", " a\"b "], d).to_owned(),
                1 => to.key = of(&[None, Some('1'), Some('0')], d),
                2 => to.also = of(&["", "DATE TIME", "GPE"], d).split(' ').map(str::to_owned).collect(),
                3 => to.colour = super::Colour::hex(u32::from(d)),
                _ => to.definition = of(NAMES, d).to_owned(),
            }
            Command::SetLabel { label, to: Box::new(to) }
        };
        let add = || Command::AddLabel(Box::new(schema.new_label(of(&["Ship", "Place", "Port"], d))));
        let kinds = schema.relation_types().count().max(1);
        let types = || schema.relation_types().nth(usize::from(b) % kinds);
        match kind % KINDS {
            44 => add(),
            47 => Command::MoveLabel { label, place: usize::from(b % 12) },
            48 if c.is_multiple_of(3) => {
                Command::MergeLabels { labels: vec![label, self.label(d)], into: other }
            }
            49 if c.is_multiple_of(4) => Command::DeleteLabels(vec![label]),
            50 if c.is_multiple_of(4) => {
                let ready = Schema::ready_named(of(&Schema::READY, d)).expect("there");
                Command::UseSchema(Box::new(ready))
            }
            51 => {
                Command::AddRelationType(Box::new(super::RelationType::joining_all(of(&["Sees", "Met"], d))))
            }
            52 => types().map_or_else(add, |(kind, one)| {
                let mut to = one.clone();
                match c % 3 {
                    0 => to.name = of(&["Saw", "Met", " Works  for"], d).to_owned(),
                    1 => (to.is_symmetric, to.inverse, to.to) = (true, String::new(), to.from.clone()),
                    _ => (to.is_symmetric, to.from) = (false, vec![label]),
                }
                Command::SetRelationType { kind, to: Box::new(to) }
            }),
            53 if c.is_multiple_of(3) => {
                types().map_or_else(add, |(kind, _)| Command::DeleteRelationType(kind))
            }
            _ => set(),
        }
    }

    /// A place that words often stand at: from the start of one word to the end of one nearby.
    fn place(&self) -> Option<(DocumentId, Span)> {
        let [_, a, b, c, _] = self.draw;
        let document = self.document(a)?;
        let text = &self.project.document(document)?.text;
        let starts: Vec<usize> = text
            .as_str()
            .split_inclusive(' ')
            .scan(0, |byte, word| {
                let start = *byte;
                *byte += word.len();
                Some(start)
            })
            .collect();
        let start = *starts.get(usize::from(b) % starts.len().max(1))?;
        let end = text.floor_boundary(start + 1 + usize::from(c % 12));
        Some((document, text.span(start, end).ok()?))
    }

    fn pick(&self, (document, span): (DocumentId, Span)) -> Pick {
        let [_, _, b, c, d] = self.draw;
        let provenance = match d % 3 {
            0 => Provenance::ByHand,
            1 => Provenance::Accepted { suggester: "rules".into(), score: Score::from_thousandths(c) },
            _ => Provenance::Imported { from: "brat".into() },
        };
        let entity_name = (d % 2 == 0).then(|| of(NAMES, b).to_owned());
        Pick { document, span, label: self.label(d), entity_name, provenance }
    }

    fn refusal(
        &self,
        (document, span): (DocumentId, Span),
        number: u16,
    ) -> (RejectionScope, LabelId, String) {
        let scope = match number % 3 {
            0 => RejectionScope::Here { document, span },
            1 => RejectionScope::Article { document },
            _ => RejectionScope::Project,
        };
        (scope, self.label(number), of(NAMES, number).to_owned())
    }

    fn mention(&self, number: u16) -> MentionId {
        let count = self.project.mention_count().max(1);
        let mention = self.project.mentions().nth(usize::from(number) % count);
        mention.map_or(MentionId::LOWEST, |mention| mention.id)
    }

    fn mentions(&self, number: u16) -> Vec<MentionId> {
        (0..=number % 3).map(|more| self.mention(number / 3 + more)).collect()
    }

    /// A date, or anything.
    fn dates(&self, number: u16) -> Vec<MentionId> {
        let is_date = |label| self.project.schema().is_for_dates(label);
        let date = self.project.mentions().find(|mention| is_date(mention.label)).map(|mention| mention.id);
        vec![date.filter(|_| !number.is_multiple_of(4)).unwrap_or_else(|| self.mention(number))]
    }

    fn entity(&self, number: u16) -> EntityId {
        let entities: Vec<EntityId> = self.project.entities().map(|entity| entity.id).collect();
        if entities.is_empty() { EntityId::LOWEST } else { of(&entities, number) }
    }

    fn gazetteer(&self) -> GazetteerId {
        let gazetteers: Vec<GazetteerId> = self.project.gazetteers().map(|gazetteer| gazetteer.id).collect();
        if gazetteers.is_empty() { GazetteerId::LOWEST } else { of(&gazetteers, self.draw[1]) }
    }

    fn known(&self, number: u16) -> Vec<KnownName> {
        let name = |number: u16| KnownName::new(of(NAMES, number), self.label(number), of(NAMES, number / 7));
        (0..number % 4).filter_map(|more| name(number / 3 + more)).collect()
    }

    fn words(&self, number: u16) -> Vec<(String, LabelId)> {
        (0..number % 3)
            .map(|more| (of(NAMES, number / 3 + more).to_owned(), self.label(number / 3)))
            .collect()
    }

    fn gazetteer_command(&self) -> Command {
        let [kind, _, b, c, d] = self.draw;
        let gazetteer = self.gazetteer();
        match kind % KINDS {
            24 => Command::AddGazetteers(vec![(of(NAMES, b).to_owned(), NameList::of(self.known(c)))]),
            25 => Command::EditGazetteer { gazetteer, remove: self.words(b), add: self.known(c) },
            26 if d % 2 == 0 => Command::RemoveGazetteers(vec![gazetteer]),
            26 => Command::RenameGazetteer { gazetteer, name: of(NAMES, b).to_owned() },
            27 => Command::SwitchGazetteer { gazetteer, is_on: d % 2 == 0 },
            28 | 29 => Command::Know(self.known(b)),
            30 => Command::Forget(self.words(c)),
            _ => Command::Recall(self.words(c)),
        }
    }

    fn entity_command(&self) -> Command {
        let [kind, a, b, c, d] = self.draw;
        match kind % KINDS {
            32 | 33 => Command::SetEntity { entity: self.entity(a), facts: self.entity_facts(b) },
            34 => Command::MoveMentions { mentions: self.mentions(b), entity: self.entity(c) },
            _ => Command::SetMetonym { mentions: self.mentions(b), is_metonym: d % 3 > 0 },
        }
    }

    /// Two mentions of one article, where there are two.
    fn relate(&self) -> Command {
        let [_, a, b, c, d] = self.draw;
        let from = self.mention(a);
        let document = self.project.mention(from).map_or(DocumentId::LOWEST, |mention| mention.document);
        let here: Vec<MentionId> = self.project.mentions_of(document).map(|mention| mention.id).collect();
        let to = if here.is_empty() { MentionId::LOWEST } else { of(&here, b) };
        let date = SaidDate::new(of(&["", "2019", "last month", "2019-11-09"], d), None);
        Command::Relate(NewRelation {
            kind: self.relation_type(c),
            from,
            to,
            date,
            note: of(NAMES, d).to_owned(),
        })
    }

    fn relation_type(&self, number: u16) -> RelationTypeId {
        let first = self.project.schema().relation_types().nth(usize::from(number % 6));
        first.map_or(RelationTypeId(0), |(id, _)| id)
    }

    fn relation(&self, number: u16) -> RelationId {
        let relations: Vec<RelationId> = self.project.relations().map(|relation| relation.id).collect();
        if relations.is_empty() { RelationId::LOWEST } else { of(&relations, number) }
    }

    fn relation_command(&self) -> Command {
        let [kind, a, b, c, d] = self.draw;
        match kind % KINDS {
            36..=38 => self.relate(),
            39 => Command::SetRelation {
                relation: self.relation(a),
                kind: self.relation_type(b),
                date: SaidDate::new("last month", "2019-10".parse().ok().filter(|_| c % 2 == 0)),
                note: of(NAMES, d).to_owned(),
            },
            40 => Command::ReverseRelation(self.relation(a)),
            _ => Command::DeleteRelations(vec![self.relation(a), self.relation(b)]),
        }
    }

    fn entity_facts(&self, number: u16) -> EntityFacts {
        let pick = |shift: u32| number >> shift & 1 == 1;
        let some = |shift: u32, words: &str| if pick(shift) { words.to_owned() } else { String::new() };
        let organisation = match number % 4 {
            0 => None,
            1 => Some(Organisation::Named(some(2, "Yonhap\n\"News\""))),
            _ => Some(Organisation::Entity(self.entity(number / 4))),
        };
        let from = if pick(3) { "2019-10".parse().ok() } else { None };
        let to = if pick(4) { "2019".parse().ok() } else { None };
        let role = EntityRole { title: some(5, "minister"), organisation, from, to };
        let ids = pick(6).then(|| ("wikidata".to_owned(), format!("Q{}", number % 3)));
        EntityFacts {
            note: some(7, "a\nnote"),
            aliases: (0..number % 3).map(|more| of(NAMES, 1 + more).to_owned()).collect(),
            country: some(8, "Korea"),
            ids: ids.into_iter().collect(),
            roles: vec![role; usize::from(number % 3)],
        }
    }

    fn resize(&self) -> Command {
        let mention = self.mention(self.draw[4]);
        let document = self.project.mention(mention).map(|mention| mention.document);
        match (self.place(), document) {
            (Some((there, span)), Some(document)) if there == document => Command::Resize { mention, span },
            _ => Command::Delete(Vec::new()),
        }
    }

    fn split(&self) -> Command {
        let entity = self.entity(self.draw[1]);
        let mentions = self.project.mentions_of_entity(entity).map(|mention| mention.id);
        Command::SplitEntity { entity, mentions: mentions.step_by(2).collect() }
    }
}
