//! Taking in what files of other tools say: new articles, or marks for those that are there, as one step.
//!
//! An article is the same if it has the same id and words, or the same words. What is there stays: a mark with the same words
//! and label is the same mark, and what the project knows of it and of its entity is only added to. A mark that went out
//! with its id and comes back with other ends or another label was changed elsewhere, and is changed here.

mod entities;
mod names;
mod twins;

use super::{Draft, counted, quoted};
use crate::model::{
    Annotated, Change, CommandError, Document, DocumentId, Facts, Incoming, LabelId, Meaning, Mention,
    MentionId, Project, Provenance, ReadMark, ReadRelation, Relation, RelationId, RelationTypeId,
    Transaction,
};
use arcstr::ArcStr;
use entities::EntitiesIn;
use names::NamesIn;
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl Project {
    pub(super) fn plan_take_in(&mut self, incoming: Incoming) -> Result<Transaction, CommandError> {
        let names = NamesIn::of(self, &incoming).map_err(CommandError::BadSchema)?;
        let Incoming { from, articles, entities, .. } = incoming;
        let name = match articles.as_slice() {
            [] => format!("Import labels from {from}"),
            [one] if !one.facts.title.is_empty() => {
                format!("Import {} from {from}", quoted(&one.facts.title))
            }
            several => format!("Import {} from {from}", counted(several.len(), "article")),
        };
        let mut changes: Vec<Change> = names.change(self).into_iter().collect();
        let places = self.places_of(&articles);
        let mut taking = Taking {
            draft: Draft::default(),
            entities: EntitiesIn::new(self, &names, entities),
            names: &names,
            from,
            relations: BTreeSet::new(),
        };
        for (article, place) in articles.into_iter().zip(places) {
            changes.extend(self.take_document(&article, place));
            taking.take_article(self, place.id, article);
        }
        let Taking { mut draft, entities, .. } = taking;
        entities.finish(self, &mut draft);
        let mut transaction = draft.finish(self, name);
        transaction.changes.retain_mut(is_new_after_all);
        changes.append(&mut transaction.changes);
        Ok(Transaction { changes, ..transaction })
    }

    /// Which documents the articles are: of the project, or new ones.
    fn places_of(&mut self, articles: &[Annotated]) -> Vec<Place> {
        let mut by_text: HashMap<String, DocumentId> = HashMap::new();
        if articles.iter().any(|article| self.document_alike(article).is_none()) {
            by_text.extend(self.documents().map(|d| (d.text.as_str().to_owned(), d.id)));
        }
        let mut next = self.documents().map(|document| document.position + 1).max().unwrap_or(0);
        let mut used = BTreeSet::new();
        let mut places = Vec::new();
        for article in articles {
            let own = article.id.parse::<DocumentId>().ok();
            let known = self.document_alike(article).or_else(|| by_text.get(article.text.as_str()).copied());
            if let Some(id) = known {
                used.insert(id);
                places.push(Place { id, position: None });
                continue;
            }
            let own = own.filter(|id| self.document(*id).is_none() && !used.contains(id));
            let id = own.unwrap_or_else(|| DocumentId::fresh(&mut self.ids));
            if own.is_none() {
                // Two files may say something of one text. Of two articles with ids of their own each stays itself.
                by_text.insert(article.text.as_str().to_owned(), id);
            }
            used.insert(id);
            places.push(Place { id, position: Some(next) });
            next += 1;
        }
        places
    }

    /// The document with the id and the words of an article.
    fn document_alike(&self, article: &Annotated) -> Option<DocumentId> {
        let document = self.document(article.id.parse().ok()?)?;
        (document.text == article.text).then_some(document.id)
    }

    /// The new document, or the one that is there with the facts that it lacked.
    fn take_document(&self, article: &Annotated, place: Place) -> Option<Change> {
        let id = place.id;
        let Some(position) = place.position else {
            let before = self.document(id)?;
            let mut after = before.clone();
            add_facts(&mut after.facts, &article.facts);
            let is_change = *before != after;
            return is_change.then(|| Change::Document {
                id,
                before: Some(Box::new(before.clone())),
                after: Some(Box::new(after)),
            });
        };
        let document = Document {
            id,
            position,
            facts: article.facts.clone(),
            source: article.source.clone(),
            encoding: article.encoding.clone(),
            text: article.text.clone(),
        };
        Some(Change::Document { id, before: None, after: Some(Box::new(document)) })
    }
}

/// Takes back roles that an entity has already: one with an organisation that nothing is known of is, once that organisation
/// has gone again, the role that came in with it the time before. Whether a change is left.
fn is_new_after_all(change: &mut Change) -> bool {
    let Change::Entity { before: Some(before), after: Some(after), .. } = change else {
        return true;
    };
    let (known, mut place) = (&before.facts.roles, 0);
    after.facts.roles.retain(|role| {
        place += 1;
        place <= known.len() || !known.contains(role)
    });
    before != after
}

/// Adds what was not known, with where it stood.
fn add_facts(facts: &mut Facts, read: &Facts) {
    let add = |(known, origin): (&mut String, &mut String), (read, stood): (&String, &String)| {
        if known.is_empty() && !read.is_empty() {
            known.clone_from(read);
            origin.clone_from(stood);
        }
    };
    let (origins, stood) = (&mut facts.origins, &read.origins);
    add((&mut facts.title, &mut origins.title), (&read.title, &stood.title));
    add((&mut facts.language, &mut origins.language), (&read.language, &stood.language));
    add((&mut facts.byline, &mut origins.byline), (&read.byline, &stood.byline));
    add((&mut facts.site, &mut origins.site), (&read.site, &stood.site));
    add((&mut facts.url, &mut origins.url), (&read.url, &stood.url));
    if facts.published.is_none() && read.published.is_some() {
        facts.published = read.published;
        facts.published_at.clone_from(&read.published_at);
        origins.published.clone_from(&stood.published);
    }
}

/// Where an article goes.
#[derive(Clone, Copy)]
struct Place {
    id: DocumentId,
    /// In the list, if it is new.
    position: Option<u32>,
}

/// A step in the making.
struct Taking<'a> {
    draft: Draft,
    entities: EntitiesIn,
    names: &'a NamesIn,
    from: ArcStr,
    /// Those that are made.
    relations: BTreeSet<(RelationTypeId, MentionId, MentionId)>,
}

/// The marks of one article.
#[derive(Default)]
struct Marks {
    /// By the ids of the file.
    named: BTreeMap<String, MentionId>,
    /// As they will be, those that change or come; the flag: whether it is new.
    records: BTreeMap<MentionId, (bool, Mention)>,
}

impl Taking<'_> {
    fn take_article(&mut self, project: &mut Project, document: DocumentId, article: Annotated) {
        let mut marks = Marks::default();
        let mut order = Vec::new();
        let twins = twins::twins(project, document, &article.marks, self.names, &self.entities);
        for (mark, twin) in article.marks.into_iter().zip(twins) {
            let Some(label) = self.names.label(&mark.label) else {
                continue;
            };
            let name = mark.id.clone();
            let words = article.text.slice(mark.span);
            let own = mark.id.parse::<MentionId>().ok();
            let id = if let Some(before) = twin.and_then(|id| project.mention(id)).cloned() {
                let after = self.changed(project, &before, mark, label, words);
                if after != before {
                    marks.records.insert(before.id, (false, after));
                }
                before.id
            } else {
                let is_free =
                    |id: &MentionId| project.mention(*id).is_none() && !marks.records.contains_key(id);
                let id = own.filter(is_free).unwrap_or_else(|| MentionId::fresh(&mut project.ids));
                let mention = self.created(project, id, document, mark, label, words);
                marks.records.insert(id, (true, mention));
                order.push(id);
                id
            };
            if !name.is_empty() {
                marks.named.insert(name, id);
            }
        }
        for relation in article.relations {
            self.take_relation(project, document, &mut marks, relation);
        }
        for id in order {
            if let Some((_, mention)) = marks.records.remove(&id) {
                self.draft.create_mention(mention);
            }
        }
        for (id, (_, after)) in marks.records {
            if let Some(before) = project.mention(id) {
                self.draft.change_mention(before, Some(after));
            }
        }
    }

    fn created(
        &mut self,
        project: &mut Project,
        id: MentionId,
        document: DocumentId,
        mark: ReadMark,
        label: LabelId,
        words: &str,
    ) -> Mention {
        let entity = match &mark.meaning {
            Meaning::Words => Some(self.draft.entity_for(project, document, label, words, None)),
            Meaning::Nothing => None,
            Meaning::Entity(name) => Some(self.entities.find(project, self.names, name, label)),
        };
        let provenance =
            mark.provenance.unwrap_or_else(|| Provenance::Imported { from: ArcStr::clone(&self.from) });
        let ReadMark { span, is_metonym, date, note, .. } = mark;
        let date = date.filter(|_| project.schema().is_for_dates(label));
        Mention { id, document, span, label, entity, is_metonym, date, note: note.into(), provenance }
    }

    /// A mark of the project with what the file says besides.
    fn changed(
        &mut self,
        project: &mut Project,
        before: &Mention,
        mark: ReadMark,
        label: LabelId,
        words: &str,
    ) -> Mention {
        let mut after = before.clone();
        let is_relabelled = before.label != label;
        (after.span, after.label) = (mark.span, label);
        if after.note.is_empty() {
            after.note = mark.note.into();
        }
        let may_be_dated = project.schema().is_for_dates(label);
        after.date = before.date.or(mark.date).filter(|_| may_be_dated);
        if is_relabelled || before.entity.is_none() {
            after.entity = match &mark.meaning {
                Meaning::Nothing => before.entity,
                Meaning::Words => Some(self.draft.entity_for(project, before.document, label, words, None)),
                Meaning::Entity(name) => {
                    let entity = self.entities.find(project, self.names, name, label);
                    // It went out with the entity of its old label.
                    let is_old = is_relabelled && before.entity == Some(entity) && !mark.is_metonym;
                    Some(if is_old {
                        self.draft.entity_for(project, before.document, label, words, None)
                    } else {
                        entity
                    })
                }
            };
            after.is_metonym = mark.is_metonym;
        } else if let Meaning::Entity(name) = &mark.meaning {
            // Met, so that what the file says of the entity comes in.
            self.entities.meet(project, self.names, name, before.entity, label);
        }
        after
    }

    fn take_relation(
        &mut self,
        project: &mut Project,
        document: DocumentId,
        marks: &mut Marks,
        relation: ReadRelation,
    ) {
        let ends = marks.named.get(&relation.from).copied().zip(marks.named.get(&relation.to).copied());
        let Some((kind, (from, to))) = self.names.relation(&relation.kind).zip(ends) else {
            return;
        };
        let is_symmetric = self.names.schema.relation_type(kind).is_some_and(|one| one.is_symmetric);
        let is_made = self.relations.contains(&(kind, from, to))
            || is_symmetric && self.relations.contains(&(kind, to, from));
        let own = relation.id.parse::<RelationId>().ok();
        let is_there = ties_alike(project, document, kind, (from, to), is_symmetric)
            || own.is_some_and(|id| project.relation(id).is_some());
        if from == to || is_made || is_there {
            return;
        }
        for end in [from, to] {
            self.give_entity(project, marks, end);
        }
        self.relations.insert((kind, from, to));
        let id = own.unwrap_or_else(|| RelationId::fresh(&mut project.ids));
        let ReadRelation { date, note, .. } = relation;
        self.draft.create_relation(Relation { id, document, kind, from, to, date, note: note.into() });
    }

    /// What is an end of a relation means something.
    fn give_entity(&mut self, project: &mut Project, marks: &mut Marks, id: MentionId) {
        let there = marks.records.get(&id).cloned();
        let there = there.or_else(|| project.mention(id).map(|mention| (false, mention.clone())));
        let Some((is_new, mention)) = there.filter(|(_, mention)| mention.entity.is_none()) else {
            return;
        };
        // The words of a new mark are not in the project yet; its id is as good a name for what it means.
        let entity = self.entities.find(project, self.names, &format!("mark {id}"), mention.label);
        marks.records.insert(id, (is_new, Mention { entity: Some(entity), ..mention }));
    }
}

/// Whether a relation of this kind is there between marks on the same words with the same labels: of several marks that are
/// alike, a file does not say which one it means.
fn ties_alike(
    project: &Project,
    document: DocumentId,
    kind: RelationTypeId,
    (from, to): (MentionId, MentionId),
    is_symmetric: bool,
) -> bool {
    let place = |id| project.mention(id).map(|mention| (mention.span, mention.label));
    let (Some(from), Some(to)) = (place(from), place(to)) else {
        return false;
    };
    project.relations_of(document).filter(|relation| relation.kind == kind).any(|relation| {
        let ends = place(relation.from).zip(place(relation.to));
        ends == Some((from, to)) || is_symmetric && ends == Some((to, from))
    })
}
