//! `dateline edit`: what the window can do, one command a line in JSON, one answer a line.

use super::{Stop, Streams, no_wake, project, records};
use crate::{
    model::{
        Command, CommandError, Date, DocumentId, EntityId, Facts, LabelId, Mention, MentionId, Pick,
        Provenance, Reach, Transaction,
    },
    session::{RejectReach, Session, read_article},
    suggest::SuggestionKey,
    text::{OffsetMap, Span},
    view::entity_rows,
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A line of input.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
enum Wish {
    Import {
        path: PathBuf,
    },
    Documents,
    Text {
        doc: String,
    },
    Suggestions {
        doc: String,
    },
    Accept {
        suggestion: String,
    },
    AcceptEntity {
        suggestion: String,
    },
    Reject {
        suggestion: String,
        #[serde(default)]
        scope: Scope,
    },
    Tag {
        doc: String,
        start: usize,
        end: usize,
        label: String,
    },
    TagAll {
        doc: String,
        start: usize,
        end: usize,
        label: String,
    },
    Relabel {
        mention: String,
        label: String,
    },
    Resize {
        mention: String,
        start: usize,
        end: usize,
    },
    Delete {
        mention: String,
    },
    Note {
        mention: String,
        note: String,
    },
    Mentions {
        doc: String,
    },
    Entities,
    Merge {
        entities: Vec<String>,
    },
    Split {
        entity: String,
        mentions: Vec<String>,
    },
    Rename {
        entity: String,
        name: String,
    },
    SetPublished {
        doc: String,
        date: Option<String>,
    },
    Undo,
    Redo,
    Save,
    Export {
        format: String,
        out: PathBuf,
    },
    Quit,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Scope {
    #[default]
    Here,
    Article,
    Project,
}

/// The answer to a wish, or what is wrong with it.
type Answer = Result<Value, String>;

/// Answers until `quit` or the end of the input; what is not saved by then is saved.
pub fn run(path: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let session = if path.exists() { project::open(path, streams)? } else { Session::new(no_wake()) };
    let mut editor = Editor { session, path: path.to_owned() };
    let mut line = Vec::new();
    loop {
        line.clear();
        let count =
            streams.input.read_until(b'\n', &mut line).map_err(|error| Stop::Failed(error.to_string()))?;
        if count == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let wish: Result<Wish, String> =
            serde_json::from_slice(&line).map_err(|error| format!("this is no command: {error}"));
        let is_quit = matches!(wish, Ok(Wish::Quit));
        let answer = if is_quit { editor.save() } else { wish.and_then(|wish| editor.answer(wish)) };
        let answer = answer.map_or_else(|error| json!({"ok": false, "error": error}), with_ok);
        writeln!(streams.output, "{answer}")?;
        streams.output.flush()?;
        if is_quit {
            return Ok(answer["ok"] == true);
        }
    }
    editor.save().map_err(Stop::Failed)?;
    Ok(true)
}

/// Puts `"ok": true` first.
fn with_ok(fields: Value) -> Value {
    let mut answer = serde_json::Map::new();
    answer.insert("ok".to_owned(), Value::Bool(true));
    if let Value::Object(fields) = fields {
        answer.extend(fields);
    }
    Value::Object(answer)
}

struct Editor {
    session: Session,
    path: PathBuf,
}

impl Editor {
    fn answer(&mut self, wish: Wish) -> Answer {
        match wish {
            Wish::Import { path } => self.import(&path),
            Wish::Documents => Ok(self.documents()),
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
            Wish::Entities => Ok(self.entities()),
            Wish::Merge { entities } => self.merge(&entities),
            Wish::Split { entity, mentions } => self.split(&entity, &mentions),
            Wish::Rename { entity, name } => self.rename(&entity, name),
            Wish::SetPublished { doc, date } => self.set_published(&doc, date.as_deref()),
            Wish::Undo => step(self.session.undo().map_err(text_of)?),
            Wish::Redo => step(self.session.redo().map_err(text_of)?),
            Wish::Save => self.save(),
            Wish::Export { format, out } => self.export(&format, &out),
            Wish::Quit => Ok(json!({})),
        }
    }

    fn import(&mut self, path: &Path) -> Answer {
        let (article, warnings) = read_article(path).map_err(text_of)?;
        let ids = self.session.add_articles(vec![article]).map_err(text_of)?;
        Ok(json!({"ids": texts(&ids), "warnings": warnings}))
    }

    fn documents(&mut self) -> Value {
        let ids: Vec<DocumentId> = self.session.project().documents().map(|document| document.id).collect();
        let mut rows = Vec::new();
        for id in ids {
            let suggestions = self.session.open_suggestions_now(id).len();
            let project = self.session.project();
            if let Some(document) = project.document(id) {
                rows.push(json!({
                    "id": id.to_string(),
                    "title": document.display_title(),
                    "published": document.facts.published.map(|date| date.to_string()),
                    "length": document.text.as_str().chars().count(),
                    "mentions": project.mention_count_of(id),
                    "suggestions": suggestions,
                }));
            }
        }
        json!({"documents": rows})
    }

    fn text(&self, doc: &str) -> Answer {
        let id = self.document(doc)?;
        let text = self.session.project().document(id).map(|document| document.text.as_str());
        Ok(json!({"text": text}))
    }

    fn suggestions(&mut self, doc: &str) -> Answer {
        let id = self.document(doc)?;
        let open = self.session.open_suggestions_now(id);
        let project = self.session.project();
        let document = project.document(id).ok_or_else(|| no_document(doc))?;
        let map = OffsetMap::new(document.text.as_str());
        let rows = open.iter().map(|suggestion| {
            let mut record = records::suggestion(&id.to_string(), document, &map, project, suggestion);
            let key = SuggestionKey { document: id, span: suggestion.span, label: suggestion.label };
            record["id"] = Value::String(records::suggestion_id(project, key));
            record
        });
        Ok(json!({"suggestions": rows.collect::<Vec<_>>()}))
    }

    fn accept(&mut self, suggestion: &str) -> Answer {
        let key = self.open_suggestion(suggestion)?;
        created(&self.session.accept(&[key], None).map_err(text_of)?)
    }

    fn accept_entity(&mut self, suggestion: &str) -> Answer {
        let key = self.open_suggestion(suggestion)?;
        let others: Vec<DocumentId> =
            self.session.project().documents().map(|document| document.id).collect();
        for id in others {
            self.session.open_suggestions_now(id);
        }
        let transaction = self.session.accept_entity(key).map_err(text_of)?;
        Ok(json!({"ids": created_ids(&transaction)}))
    }

    fn reject(&mut self, suggestion: &str, scope: Scope) -> Answer {
        let key = self.open_suggestion(suggestion)?;
        let reach = match scope {
            Scope::Here => RejectReach::Here,
            Scope::Article => RejectReach::Article,
            Scope::Project => RejectReach::Project,
        };
        done(self.session.reject(&[key], reach))
    }

    fn tag(&mut self, doc: &str, start: usize, end: usize, label: &str) -> Answer {
        let (document, span, label) = self.place(doc, start, end, label)?;
        let pick = Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand };
        let transaction = self.session.dispatch(Command::Mark(vec![pick])).map_err(text_of)?;
        if transaction.changes.is_empty() {
            let mut there = self.session.project().mentions_overlapping(document, span.range());
            let same = there.find(|mention| mention.span == span && mention.label == label);
            return Ok(json!({"id": same.map(|mention| mention.id.to_string())}));
        }
        created(&transaction)
    }

    fn tag_all(&mut self, doc: &str, start: usize, end: usize, label: &str) -> Answer {
        let (document, span, label) = self.place(doc, start, end, label)?;
        let command = Command::TagAll { document, span, label, reach: Reach::Project };
        let transaction = self.session.dispatch(command).map_err(text_of)?;
        Ok(json!({"ids": created_ids(&transaction)}))
    }

    fn relabel(&mut self, mention: &str, label: &str) -> Answer {
        let (mention, label) = (self.mention(mention)?, self.label(label)?);
        done(self.session.dispatch(Command::Relabel { mentions: vec![mention], label }))
    }

    fn resize(&mut self, mention: &str, start: usize, end: usize) -> Answer {
        let id = self.mention(mention)?;
        let project = self.session.project();
        let document = project.mention(id).and_then(|mention| project.document(mention.document));
        let span = records::span(document.ok_or_else(|| no_mention(mention))?, start, end)?;
        done(self.session.dispatch(Command::Resize { mention: id, span }))
    }

    fn delete(&mut self, mention: &str) -> Answer {
        let id = self.mention(mention)?;
        done(self.session.dispatch(Command::Delete(vec![id])))
    }

    fn note(&mut self, mention: &str, note: String) -> Answer {
        let mention = self.mention(mention)?;
        done(self.session.dispatch(Command::SetNote { mention, note }))
    }

    fn mentions(&self, doc: &str) -> Answer {
        let id = self.document(doc)?;
        let project = self.session.project();
        let document = project.document(id).ok_or_else(|| no_document(doc))?;
        let map = OffsetMap::new(document.text.as_str());
        let rows = project.mentions_of(id).map(|mention: &Mention| records::mention(project, &map, mention));
        Ok(json!({"mentions": rows.collect::<Vec<_>>()}))
    }

    fn entities(&self) -> Value {
        let project = self.session.project();
        let rows = entity_rows(project, None);
        json!({"entities": rows.iter().map(|row| records::entity(project, row)).collect::<Vec<_>>()})
    }

    fn merge(&mut self, entities: &[String]) -> Answer {
        let ids: Vec<EntityId> = entities.iter().map(|id| self.entity(id)).collect::<Result<_, _>>()?;
        let kept = ids.first().map(ToString::to_string);
        self.session.dispatch(Command::MergeEntities(ids)).map_err(text_of)?;
        Ok(json!({"id": kept}))
    }

    fn split(&mut self, entity: &str, mentions: &[String]) -> Answer {
        let entity = self.entity(entity)?;
        let mentions: Vec<MentionId> =
            mentions.iter().map(|id| self.mention(id)).collect::<Result<_, _>>()?;
        let first = mentions.first().copied();
        self.session.dispatch(Command::SplitEntity { entity, mentions }).map_err(text_of)?;
        let new = first.and_then(|id| self.session.project().mention(id)).and_then(|mention| mention.entity);
        Ok(json!({"id": new.map(|id| id.to_string())}))
    }

    fn rename(&mut self, entity: &str, name: String) -> Answer {
        let entity = self.entity(entity)?;
        done(self.session.dispatch(Command::RenameEntity { entity, name }))
    }

    fn set_published(&mut self, doc: &str, date: Option<&str>) -> Answer {
        let id = self.document(doc)?;
        let parse = |date: &str| {
            date.parse::<Date>().map_err(|error| format!("“{date}” is no date (YYYY-MM-DD): {error}"))
        };
        let published = date.map(parse).transpose()?;
        let facts = self.session.project().document(id).map(|document| document.facts.clone());
        let facts = Facts { published, ..facts.unwrap_or_default() };
        done(self.session.dispatch(Command::SetFacts { document: id, facts }))
    }

    fn save(&mut self) -> Answer {
        if self.session.has_unsaved_changes() || !self.path.exists() {
            self.session.save_now(&self.path).map_err(text_of)?;
        }
        Ok(json!({}))
    }

    fn export(&self, format: &str, out: &Path) -> Answer {
        let losses = self.session.export_to(format, out).map_err(text_of)?;
        Ok(json!({"losses": losses}))
    }

    /// A document by id or by title.
    fn document(&self, name: &str) -> Result<DocumentId, String> {
        let mut documents = self.session.project().documents();
        let found =
            documents.find(|document| document.id.to_string() == name || document.display_title() == name);
        found.map(|document| document.id).ok_or_else(|| no_document(name))
    }

    fn mention(&self, name: &str) -> Result<MentionId, String> {
        let id: MentionId = name.parse().map_err(text_of)?;
        self.session.project().mention(id).map(|mention| mention.id).ok_or_else(|| no_mention(name))
    }

    fn entity(&self, name: &str) -> Result<EntityId, String> {
        let id: EntityId = name.parse().map_err(text_of)?;
        self.session
            .project()
            .entity(id)
            .map(|entity| entity.id)
            .ok_or_else(|| format!("there is no entity “{name}”"))
    }

    fn label(&self, name: &str) -> Result<LabelId, String> {
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
        let id = self.document(doc)?;
        let document = self.session.project().document(id).ok_or_else(|| no_document(doc))?;
        Ok((id, records::span(document, start, end)?, self.label(label)?))
    }

    fn open_suggestion(&mut self, name: &str) -> Result<SuggestionKey, String> {
        let key = records::suggestion_key(self.session.project(), name);
        let key = key.ok_or_else(|| format!("“{name}” is no suggestion"))?;
        self.session.open_suggestions_now(key.document);
        let open = self.session.suggestion(key);
        open.map(|_| key).ok_or_else(|| format!("the suggestion “{name}” is not open any more"))
    }
}

fn no_document(name: &str) -> String {
    format!("there is no article “{name}”")
}

fn no_mention(name: &str) -> String {
    format!("there is no mention “{name}”")
}

fn text_of(error: impl ToString) -> String {
    error.to_string()
}

fn texts(ids: &[impl ToString]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn created_ids(transaction: &Transaction) -> Vec<String> {
    transaction.created_mentions().map(|mention| mention.id.to_string()).collect()
}

fn created(transaction: &Transaction) -> Answer {
    let first = transaction.created_mentions().next().map(|mention| mention.id.to_string());
    Ok(json!({"id": first}))
}

fn done(result: Result<Transaction, CommandError>) -> Answer {
    result.map(|_| json!({})).map_err(text_of)
}

/// What an undo or redo did.
fn step(transaction: Option<Transaction>) -> Answer {
    transaction
        .map(|transaction| json!({"step": transaction.name}))
        .ok_or_else(|| "there is nothing left to do".to_owned())
}
