//! What a reader gave, set in order, so that it can be taken in whole: what cannot be is left out and said.

use super::{File, Format, Imported, ReadError, warnings::Warnings};
use crate::model::{Annotated, DocumentId, EntityFacts, KnownName, ReadEntity};
use std::collections::BTreeSet;

/// Reads files that were recognised as of a format.
///
/// # Errors
/// If nothing of them can be read: why.
pub fn read(format: &Format, files: &[File]) -> Result<Imported, ReadError> {
    let read = format.read.ok_or_else(|| ReadError::new(format!("{} can only be written", format.name)))?;
    let mut imported = read(files)?;
    if let [only] = files {
        name_sources(&mut imported.articles, &only.name);
    }
    Ok(settled(imported))
}

/// Articles of which it is not known where they came from came from the file; of our own it is known that they were pasted.
fn name_sources(articles: &mut [Annotated], file: &str) {
    let is_alone = articles.len() == 1;
    let is_unknown =
        |article: &Annotated| article.source.is_empty() && article.id.parse::<DocumentId>().is_err();
    for (place, article) in articles.iter_mut().enumerate().filter(|(_, article)| is_unknown(article)) {
        article.source = if is_alone { file.to_owned() } else { format!("{file}#{}", place + 1) };
    }
}

fn settled(mut imported: Imported) -> Imported {
    let mut warnings = Warnings::default();
    warnings.add_all("", std::mem::take(&mut imported.warnings));
    for article in &mut imported.articles {
        let mut ids = BTreeSet::new();
        for mark in &mut article.marks {
            if !mark.id.is_empty() && !ids.insert(mark.id.clone()) {
                warnings.add(format!("two marks are called {}: relations are with the first", mark.id));
                mark.id.clear();
            }
        }
        article.relations.retain(|relation| {
            let missing = [&relation.from, &relation.to].into_iter().find(|end| !ids.contains(*end));
            let what = match missing {
                Some(end) => format!("there is no mark {end}"),
                None if relation.from == relation.to => "it ties a mark to itself".to_owned(),
                None => return true,
            };
            warnings.add(format!("a relation {} was left out: {what}", relation.kind));
            false
        });
    }
    let mut ids = BTreeSet::new();
    imported.entities.retain(|entity| ids.insert(entity.id.clone()));
    for entity in &mut imported.entities {
        tidy(entity, &mut warnings);
    }
    imported.warnings = warnings.into_vec();
    imported
}

/// Leaves out what can be no fact.
fn tidy(entity: &mut ReadEntity, warnings: &mut Warnings) {
    let whose = entity.name.clone().unwrap_or_else(|| entity.id.clone());
    entity.name = entity.name.take().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let facts = std::mem::take(&mut entity.facts);
    let mut kept = EntityFacts { note: facts.note, country: facts.country, ..EntityFacts::default() };
    for alias in facts.aliases {
        match KnownName::tidy(&alias) {
            Some(alias) if kept.aliases.contains(&alias) => {}
            Some(alias) => kept.aliases.push(alias),
            None => warnings.add(format!("{whose}: “{alias}” is no name and was left out")),
        }
    }
    for (collection, id) in facts.ids {
        let one = EntityFacts { ids: [(collection, id)].into(), ..EntityFacts::default() };
        match one.tidy() {
            Ok(one) => kept.ids.extend(one.ids),
            Err(why) => warnings.add(format!("{whose}: {why}; it was left out")),
        }
    }
    // Nothing is left that could be wrong but the spaces of the country.
    entity.facts = kept.tidy().unwrap_or_default();
    entity.roles.retain_mut(|role| {
        let is_well = role.from.zip(role.to).is_none_or(|(from, to)| from.first_day() <= to.last_day());
        if !is_well {
            warnings.add(format!(
                "{whose}: the role {} ends before it begins; its days were left out",
                role.title
            ));
            (role.from, role.to) = (None, None);
        }
        let says_something = !role.title.trim().is_empty() || !role.organisation.trim().is_empty();
        says_something || !role.entity.is_empty() || role.from.is_some() || role.to.is_some()
    });
}
