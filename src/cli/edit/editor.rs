//! Carries out the commands of `dateline edit`, one function a command.

use super::wire::{Answer, Scope, Wish};
use crate::{
    cli::{
        Stop, Streams, column, project,
        records::{self, DocumentRecord, SuggestionRecord},
    },
    model::{
        Command, Conflict, Date, Document, DocumentId, EntityId, Facts, LabelId, Mention, MentionId, Pick,
        Provenance, Reach, Transaction,
    },
    session::{LastStep, Purpose, ReadAs, RejectReach, Session},
    text::{OffsetMap, Span},
    view::{Dates, SuggestionKey, entity_rows},
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The answer to a wish, or what is wrong with it.
pub(super) type Answered = Result<Answer, String>;

/// One project and its file.
pub struct Editor {
    pub(super) session: Session,
    path: PathBuf,
}

impl Editor {
    /// Opens the project; an empty one if there is none yet.
    pub fn open(path: &Path, streams: &mut Streams<'_>) -> Result<Self, Stop> {
        let session = project::open(path, Purpose::Edit, streams)?;
        Ok(Self { session, path: path.to_owned() })
    }

    /// Carries out a command. If it changed something, that is on disk when it is answered; what could not be kept is taken
    /// back.
    pub fn answer(&mut self, wish: Wish) -> Answered {
        let last = match wish {
            Wish::Undo {} => LastStep::Undone,
            Wish::Redo {} => LastStep::Redone,
            _ => LastStep::Done,
        };
        let before = self.session.project_state();
        let answer = self.carry_out(wish)?;
        if self.session.project_state() != before {
            self.session
                .make_safe(last)
                .map_err(|why| format!("this could not be kept and was taken back: {why}"))?;
        }
        Ok(answer)
    }

    fn carry_out(&mut self, wish: Wish) -> Answered {
        match wish {
            Wish::Import { path, columns } => self.import(&path, columns),
            Wish::Documents {} => Ok(self.documents()),
            Wish::Text { doc } => self.text(&doc),
            Wish::Suggestions { doc } => self.suggestions(&doc),
            Wish::Accept { suggestion } => self.accept(&suggestion),
            Wish::AcceptEntity { suggestion } => self.accept_entity(&suggestion),
            Wish::Reject { suggestion, scope } => self.reject(&suggestion, scope),
            Wish::Tag { doc, start, end, label } => self.tag(&doc, start, end, &label),
            Wish::TagAll { doc, start, end, label } => self.tag_all(&doc, start, end, &label),
            Wish::Relabel { mention, label } => self.relabel(&mention, &label),
            Wish::Resize { mention, start, end } => self.resize(&mention, start, end),
            Wish::Delete { mention } => self.delete(&mention),
            Wish::Note { mention, note } => self.note(&mention, note),
            Wish::Mentions { doc } => self.mentions(&doc),
            Wish::Entities {} => Ok(self.entities()),
            Wish::Merge { entities } => self.merge(&entities),
            Wish::Split { entity, mentions } => self.split(&entity, &mentions),
            Wish::Rename { entity, name } => self.rename(&entity, name),
            Wish::SetEntity(wish) => self.set_entity(wish),
            Wish::Move { mentions, entity } => self.move_mentions(&mentions, &entity),
            Wish::Metonym { mentions, is } => self.metonym(&mentions, is),
            Wish::SetDate { mentions, value } => self.set_date(&mentions, value.as_deref()),
            Wish::Relate(wish) => self.relate(&wish),
            Wish::Relations { doc, entity } => self.relations(doc.as_deref(), entity.as_deref()),
            Wish::SetRelation(wish) => self.set_relation(wish),
            Wish::Reverse { relation } => self.reverse(&relation),
            Wish::Unrelate { relation } => self.unrelate(&relation),
            Wish::Find(wish) => self.find(&wish),
            Wish::Labels {} => Ok(self.labels()),
            Wish::AddLabel(wish) => self.add_label(wish),
            Wish::SetLabel(wish) => {
                let (label, wish) = wish.parts();
                self.set_label(&label, wish)
            }
            Wish::MoveLabel { label, place } => self.move_label(&label, place),
            Wish::MergeLabels { labels, into, preview } => self.merge_labels(&labels, &into, preview),
            Wish::DeleteLabel { label, into, preview } => self.delete_label(&label, into.as_deref(), preview),
            Wish::UseSchema { name, path, preview } => {
                self.use_schema(name.as_deref(), path.as_deref(), preview)
            }
            Wish::ExportSchema { out } => self.export_schema(&out),
            Wish::AddRelationType(wish) => self.add_relation_type(wish),
            Wish::SetRelationType(wish) => {
                let (kind, wish) = wish.parts();
                self.set_relation_type(&kind, wish)
            }
            Wish::DeleteRelationType { kind, preview } => self.delete_relation_type(&kind, preview),
            Wish::SetPublished { doc, date } => self.set_published(&doc, date.as_deref()),
            Wish::Undo {} => step(self.session.undo(), "undo"),
            Wish::Redo {} => step(self.session.redo(), "redo"),
            Wish::Save { copy, overwrite } => self.save(copy, overwrite),
            Wish::Reload {} => self.reload(),
            Wish::Export { format, out } => self.export(&format, &out),
            Wish::Quit {} => self.save_changes().map(|()| Answer::Done {}),
        }
    }

    fn import(&mut self, path: &Path, columns: BTreeMap<String, String>) -> Answered {
        let said = columns.into_iter().map(|(field, name)| column(&format!("{field}={name}")));
        let read_as = ReadAs { columns: said.collect::<Result<_, _>>()?, ..ReadAs::default() };
        let brought = self.session.bring_in(&[path.to_owned()], &read_as).map_err(text_of)?;
        let failures = brought.failures.iter().map(ToString::to_string);
        if brought.documents.is_empty() {
            let why: Vec<String> = failures.collect();
            return Err(if why.is_empty() { "there is no article in it".to_owned() } else { why.join("; ") });
        }
        let twins = brought.twins.iter().map(|twin| project::told(self.session.project(), *twin));
        let warnings = brought.warnings.iter().cloned().chain(twins).chain(failures).collect();
        let marks = brought.annotations.map(|(_, counts)| counts.new_marks);
        let ids = brought.documents.iter().map(ToString::to_string).collect();
        Ok(Answer::Imported { ids, warnings, marks })
    }

    fn documents(&mut self) -> Answer {
        let ids: Vec<DocumentId> = self.session.project().document_ids().collect();
        let mut documents = Vec::new();
        for id in ids {
            let suggestions = self.session.open_suggestions_now(id).len();
            let project = self.session.project();
            documents.extend(project.document(id).map(|document| DocumentRecord {
                id: id.to_string(),
                title: document.display_title().to_owned(),
                published: document.facts.published.map(|date| date.to_string()),
                length: document.text.as_str().chars().count(),
                mentions: project.mention_count_of(id),
                suggestions,
            }));
        }
        Answer::Documents { documents }
    }

    fn text(&self, doc: &str) -> Answered {
        let document = self.document(doc)?;
        Ok(Answer::Text { text: document.text.as_str().to_owned() })
    }

    fn suggestions(&mut self, doc: &str) -> Answered {
        let id = self.document(doc)?.id;
        let open = self.session.open_suggestions_now(id);
        let (project, document, doc) = (self.session.project(), self.document(doc)?, id.to_string());
        let records = records::suggestions(&doc, project, document, &open).zip(open.iter());
        let named = records.map(|(record, suggestion)| SuggestionRecord {
            id: Some(records::suggestion_id(project, id, suggestion)),
            ..record
        });
        Ok(Answer::Suggestions { suggestions: named.collect() })
    }

    fn accept(&mut self, suggestion: &str) -> Answered {
        let key = self.open_suggestion(suggestion)?;
        let transaction = self.session.accept(&[key], None).map_err(text_of)?;
        let mention = transaction.created_mentions().next().ok_or_else(|| not_open(suggestion))?;
        Ok(Answer::Id { id: mention.id.to_string() })
    }

    fn accept_entity(&mut self, suggestion: &str) -> Answered {
        let key = self.open_suggestion(suggestion)?;
        let others: Vec<DocumentId> = self.session.project().document_ids().collect();
        for id in others {
            self.session.open_suggestions_now(id);
        }
        let transaction = self.session.accept_entity(key).map_err(text_of)?;
        Ok(Answer::Ids { ids: created_ids(&transaction) })
    }

    fn reject(&mut self, suggestion: &str, scope: Scope) -> Answered {
        let key = self.open_suggestion(suggestion)?;
        let reach = match scope {
            Scope::Here => RejectReach::Here,
            Scope::Article => RejectReach::Article,
            Scope::Project => RejectReach::Project,
        };
        self.session.reject(&[key], reach).map_err(text_of)?;
        Ok(Answer::Done {})
    }

    fn tag(&mut self, doc: &str, start: usize, end: usize, label: &str) -> Answered {
        let (document, span, label) = self.place(doc, start, end, label)?;
        let pick = Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand };
        self.session.dispatch(Command::Mark(vec![pick])).map_err(text_of)?;
        // What was marked so before was left as it is.
        let mut there = self.session.project().mentions_overlapping(document, span.range());
        let same = there.find(|mention| mention.span == span && mention.label == label);
        let id = same.map(|mention| mention.id.to_string());
        Ok(Answer::Id { id: id.ok_or("the mark was not made")? })
    }

    fn tag_all(&mut self, doc: &str, start: usize, end: usize, label: &str) -> Answered {
        let (document, span, label) = self.place(doc, start, end, label)?;
        let command = Command::TagAll { document, span, label, reach: Reach::Project };
        let transaction = self.session.dispatch(command).map_err(text_of)?;
        Ok(Answer::Ids { ids: created_ids(&transaction) })
    }

    fn relabel(&mut self, mention: &str, label: &str) -> Answered {
        let (mention, label) = (self.mention(mention)?, self.label(label)?);
        self.change(Command::Relabel { mentions: vec![mention], label })
    }

    fn resize(&mut self, mention: &str, start: usize, end: usize) -> Answered {
        let id = self.mention(mention)?;
        let project = self.session.project();
        let document = project.mention(id).and_then(|mention| project.document(mention.document));
        let span = records::span(document.ok_or_else(|| no_mention(mention))?, start, end)?;
        self.change(Command::Resize { mention: id, span })
    }

    fn delete(&mut self, mention: &str) -> Answered {
        let id = self.mention(mention)?;
        self.change(Command::Delete(vec![id]))
    }

    fn note(&mut self, mention: &str, note: String) -> Answered {
        let mention = self.mention(mention)?;
        self.change(Command::SetNote { mention, note })
    }

    fn mentions(&self, doc: &str) -> Answered {
        let (project, document) = (self.session.project(), self.document(doc)?);
        let (map, dates) = (OffsetMap::new(document.text.as_str()), Dates::of(document));
        let record = |mention: &Mention| records::mention(project, &map, &dates, mention);
        Ok(Answer::Mentions { mentions: project.mentions_of(document.id).map(record).collect() })
    }

    fn entities(&self) -> Answer {
        let project = self.session.project();
        let rows = entity_rows(project, None).into_iter();
        Answer::Entities { entities: rows.map(|row| records::entity(project, row)).collect() }
    }

    fn merge(&mut self, entities: &[String]) -> Answered {
        let ids: Vec<EntityId> = entities.iter().map(|id| self.entity(id)).collect::<Result<_, _>>()?;
        let kept = ids.first().copied().ok_or("name the entities to merge")?;
        self.session.dispatch(Command::MergeEntities(ids)).map_err(text_of)?;
        Ok(Answer::Id { id: kept.to_string() })
    }

    fn split(&mut self, entity: &str, mentions: &[String]) -> Answered {
        let entity = self.entity(entity)?;
        let mentions: Vec<MentionId> =
            mentions.iter().map(|id| self.mention(id)).collect::<Result<_, _>>()?;
        let first = mentions.first().copied().ok_or("name the mentions to split off")?;
        self.session.dispatch(Command::SplitEntity { entity, mentions }).map_err(text_of)?;
        let new = self.session.project().mention(first).and_then(|mention| mention.entity);
        Ok(Answer::Id { id: new.ok_or("the mentions have no entity")?.to_string() })
    }

    fn rename(&mut self, entity: &str, name: String) -> Answered {
        let entity = self.entity(entity)?;
        self.change(Command::RenameEntity { entity, name })
    }

    fn set_published(&mut self, doc: &str, date: Option<&str>) -> Answered {
        let document = self.document(doc)?;
        // Other ways to write a day would be taken too; the project's is the one that is promised.
        let parse = |date: &str| {
            let day = date.parse::<Date>().ok().filter(|day| day.to_string() == date);
            day.ok_or_else(|| format!("“{date}” is no date; YYYY-MM-DD is expected"))
        };
        let published = date.map(parse).transpose()?;
        let (document, facts) = (document.id, Facts { published, ..document.facts.clone() });
        self.change(Command::SetFacts { document, facts })
    }

    fn save(&mut self, copy: Option<PathBuf>, overwrite: bool) -> Answered {
        if let Some(copy) = copy {
            self.session.save_now(&copy).map_err(text_of)?;
            self.path = copy;
        } else if overwrite || !self.path.exists() {
            self.session.save_now_over(&self.path, overwrite).map_err(text_of)?;
        }
        self.save_changes().map(|()| Answer::Done {})
    }

    /// Takes the file as it is now, whoever wrote it. An earlier state keeps what was not saved.
    fn reload(&mut self) -> Answered {
        let path = self.path.clone();
        let (warnings, _) = self.session.open_project_for(&path, Purpose::Reload).map_err(text_of)?;
        Ok(Answer::Reloaded { warnings })
    }

    /// Writes the project if something in it has changed since it was written last.
    pub fn save_changes(&mut self) -> Result<(), String> {
        if self.session.has_unsaved_changes() {
            self.session.save_now(&self.path).map_err(|failure| {
                format!("{failure}. Everything that was answered is kept, and is there when the project is opened again")
            })?;
        }
        Ok(())
    }

    fn export(&self, format: &str, out: &Path) -> Answered {
        let losses = self.session.export_to(format, out).map_err(text_of)?;
        Ok(Answer::Exported { losses })
    }

    pub(super) fn change(&mut self, command: Command) -> Answered {
        self.session.dispatch(command).map_err(text_of)?;
        Ok(Answer::Done {})
    }

    /// A document by id or by title.
    pub(super) fn document(&self, name: &str) -> Result<&Document, String> {
        let project = self.session.project();
        if let Some(document) = name.parse().ok().and_then(|id| project.document(id)) {
            return Ok(document);
        }
        let mut titled = project.documents().filter(|document| document.display_title() == name);
        match (titled.next(), titled.count()) {
            (None, _) => Err(format!("there is no article “{name}”")),
            (Some(document), 0) => Ok(document),
            (Some(_), others) => {
                Err(format!("{} articles are called “{name}”; name one by its id", others + 1))
            }
        }
    }

    pub(super) fn mention(&self, name: &str) -> Result<MentionId, String> {
        let id: MentionId = name.parse().map_err(text_of)?;
        self.session.project().mention(id).map(|mention| mention.id).ok_or_else(|| no_mention(name))
    }

    pub(super) fn entity(&self, name: &str) -> Result<EntityId, String> {
        let id: EntityId = name.parse().map_err(text_of)?;
        self.session
            .project()
            .entity(id)
            .map(|entity| entity.id)
            .ok_or_else(|| format!("there is no entity “{name}”"))
    }

    pub(super) fn label(&self, name: &str) -> Result<LabelId, String> {
        let schema = self.session.project().schema();
        schema.known_as(name).ok_or_else(|| format!("there is no label “{name}”"))
    }

    fn place(
        &self,
        doc: &str,
        start: usize,
        end: usize,
        label: &str,
    ) -> Result<(DocumentId, Span, LabelId), String> {
        let document = self.document(doc)?;
        Ok((document.id, records::span(document, start, end)?, self.label(label)?))
    }

    fn open_suggestion(&mut self, name: &str) -> Result<SuggestionKey, String> {
        let key = records::suggestion_key(self.session.project(), name);
        let key = key.ok_or_else(|| format!("“{name}” is no suggestion"))?;
        self.session.open_suggestions_now(key.document);
        let open = self.session.suggestion(key);
        open.map(|_| key).ok_or_else(|| not_open(name))
    }
}

fn no_mention(name: &str) -> String {
    format!("there is no mention “{name}”")
}

fn not_open(name: &str) -> String {
    format!("the suggestion “{name}” is not open any more")
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` gives the error itself")]
pub(super) fn text_of<E: ToString>(error: E) -> String {
    error.to_string()
}

fn created_ids(transaction: &Transaction) -> Vec<String> {
    transaction.created_mentions().map(|mention| mention.id.to_string()).collect()
}

/// What an undo or redo did.
fn step(done: Result<Option<Transaction>, Conflict>, what: &str) -> Answered {
    let transaction = done.map_err(text_of)?.ok_or_else(|| format!("there is nothing to {what}"))?;
    Ok(Answer::Step { step: transaction.name })
}
