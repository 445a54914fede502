//! The commands of `dateline edit` that say what is known: of entities, and of what ties them.

use super::{
    editor::{Answered, Editor, text_of},
    wire::{Answer, FactsWish, RelateWish, SetRelationWish},
};
use crate::{
    cli::knowledge::{RoleRecord, relation},
    model::{
        Command, EntityRole, MentionId, NewRelation, Organisation, PartialDate, Relation, RelationTypeId,
        SaidDate,
    },
    view::{relation_rows, relation_rows_of},
};

impl Editor {
    pub(super) fn set_entity(&mut self, wish: FactsWish) -> Answered {
        let entity = self.entity(&wish.entity)?;
        let before = self.session.project().entity(entity).map(|entity| entity.facts.clone());
        let mut facts = before.unwrap_or_default();
        facts.note = wish.note.unwrap_or(facts.note);
        facts.aliases = wish.aliases.unwrap_or(facts.aliases);
        facts.country = wish.country.unwrap_or(facts.country);
        facts.ids = wish.ids.unwrap_or(facts.ids);
        if let Some(roles) = wish.roles {
            facts.roles = roles.into_iter().map(|role| self.role(role)).collect::<Result<_, _>>()?;
        }
        self.change(Command::SetEntity { entity, facts })
    }

    fn role(&self, role: RoleRecord) -> Result<EntityRole, String> {
        let organisation = match role.entity {
            Some(id) => Some(Organisation::Entity(self.entity(&id)?)),
            None => (!role.organisation.is_empty()).then_some(Organisation::Named(role.organisation)),
        };
        let [from, to] = [role.from, role.to].map(|date| partial_date(date.as_deref()));
        Ok(EntityRole { title: role.title, organisation, from: from?, to: to? })
    }

    pub(super) fn move_mentions(&mut self, mentions: &[String], entity: &str) -> Answered {
        let (mentions, entity) = (self.mention_ids(mentions)?, self.entity(entity)?);
        self.change(Command::MoveMentions { mentions, entity })
    }

    pub(super) fn metonym(&mut self, mentions: &[String], is_metonym: bool) -> Answered {
        let mentions = self.mention_ids(mentions)?;
        self.change(Command::SetMetonym { mentions, is_metonym })
    }

    pub(super) fn set_date(&mut self, mentions: &[String], value: Option<&str>) -> Answered {
        let mentions = self.mention_ids(mentions)?;
        let date = value.map(str::parse).transpose().map_err(text_of::<crate::model::ParseValueError>)?;
        self.change(Command::SetDate { mentions, date })
    }

    fn mention_ids(&self, mentions: &[String]) -> Result<Vec<MentionId>, String> {
        if mentions.is_empty() {
            return Err("name the mentions".to_owned());
        }
        mentions.iter().map(|id| self.mention(id)).collect()
    }

    pub(super) fn relate(&mut self, wish: &RelateWish) -> Answered {
        let kind = self.relation_type(&wish.kind)?;
        let (from, to) = (self.mention(&wish.from)?, self.mention(&wish.to)?);
        let date = said_date(wish.date.as_deref(), wish.value.as_deref())?;
        let new = NewRelation { kind, from, to, date, note: wish.note.clone() };
        self.session.dispatch(Command::Relate(new)).map_err(text_of)?;
        // What tied the two so before was left as it is.
        let relation = self.session.project().relation_alike(kind, from, to);
        Ok(Answer::Id { id: relation.ok_or("the relation was not made")?.id.to_string() })
    }

    pub(super) fn relations(&self, doc: Option<&str>, entity: Option<&str>) -> Answered {
        let project = self.session.project();
        let document = doc.map(|doc| self.document(doc)).transpose()?.map(|document| document.id);
        let mut rows = match entity {
            Some(entity) => relation_rows_of(project, self.entity(entity)?),
            None => relation_rows(project, document),
        };
        rows.retain(|row| document.is_none_or(|document| row.document == document));
        Ok(Answer::Relations { relations: rows.into_iter().map(|row| relation(project, row)).collect() })
    }

    pub(super) fn set_relation(&mut self, wish: SetRelationWish) -> Answered {
        let before = self.relation(&wish.relation)?.clone();
        let kind = wish.kind.map_or(Ok(before.kind), |kind| self.relation_type(&kind))?;
        let date = match (wish.date, &wish.value, &before.date) {
            (Some(words), value, _) => said_date(Some(&words), value.as_deref())?,
            (None, Some(value), Some(date)) => said_date(Some(date.words()), Some(value))?,
            (None, Some(_), None) => {
                return Err("there is no date of which this could be the value".to_owned());
            }
            (None, None, _) => before.date,
        };
        let note = wish.note.unwrap_or_else(|| before.note.to_string());
        self.change(Command::SetRelation { relation: before.id, kind, date, note })
    }

    pub(super) fn reverse(&mut self, relation: &str) -> Answered {
        let id = self.relation(relation)?.id;
        self.change(Command::ReverseRelation(id))
    }

    pub(super) fn unrelate(&mut self, relation: &str) -> Answered {
        let id = self.relation(relation)?.id;
        self.change(Command::DeleteRelations(vec![id]))
    }

    fn relation(&self, name: &str) -> Result<&Relation, String> {
        let id = name.parse().map_err(|error: crate::model::ParseIdError| error.to_string())?;
        self.session.project().relation(id).ok_or_else(|| format!("there is no relation “{name}”"))
    }

    pub(super) fn relation_type(&self, name: &str) -> Result<RelationTypeId, String> {
        let schema = self.session.project().schema();
        schema.relation_known_as(name).ok_or_else(|| {
            let names: Vec<&str> = schema.relation_types().map(|(_, one)| one.name.as_str()).collect();
            format!("there is no relation type “{name}”; there is: {}", names.join(", "))
        })
    }
}

fn partial_date(words: Option<&str>) -> Result<Option<PartialDate>, String> {
    words.map(|words| words.parse().map_err(text_of::<crate::model::ParseDateError>)).transpose()
}

fn said_date(words: Option<&str>, value: Option<&str>) -> Result<Option<SaidDate>, String> {
    let value = partial_date(value)?;
    // A value alone is a date in digits.
    let digits = value.map(|value| value.to_string());
    Ok(words.or(digits.as_deref()).and_then(|words| SaidDate::new(words, value)))
}
