//! A thing that mentions point to, and what is known about it.

use super::{EntityId, KnownName, LabelId, PartialDate};
use std::collections::{BTreeMap, BTreeSet};

/// One real person, organisation, place: what several mentions mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    pub id: EntityId,
    pub label: LabelId,
    /// The name that the analyst gave it, or that a suggestion brought. `None`: it is called by the longest of
    /// its mentions.
    pub name: Option<String>,
    /// Invariant: as [`EntityFacts::tidy`] makes them; no role is with the entity itself.
    pub facts: EntityFacts,
}

/// What the analyst wrote down about an entity beside its name; all of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityFacts {
    /// A remark.
    pub note: String,
    /// Other names, beside the words of its mentions.
    pub aliases: Vec<String>,
    /// The country it belongs to.
    pub country: String,
    /// What it is called in collections elsewhere: `wikidata` → `Q30`.
    pub ids: BTreeMap<String, String>,
    /// Titles and offices, in the analyst's order.
    pub roles: Vec<EntityRole>,
}

/// A title or office that somebody has or had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityRole {
    /// `foreign minister`.
    pub title: String,
    pub organisation: Option<Organisation>,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
}

/// Where a role is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Organisation {
    /// In words.
    Named(String),
    /// An entity of the project.
    Entity(EntityId),
}

impl Entity {
    /// An entity of which nothing is known but its label, and perhaps its name.
    pub fn new(id: EntityId, label: LabelId, name: Option<String>) -> Self {
        Self { id, label, name, facts: EntityFacts::default() }
    }

    /// Whether it says nothing that its mentions do not say. Such an entity goes when its last mention goes.
    pub fn is_plain(&self) -> bool {
        self.name.is_none() && self.facts == EntityFacts::default()
    }

    /// The entities that its roles are with.
    pub fn organisations(&self) -> impl Iterator<Item = EntityId> {
        self.facts.roles.iter().filter_map(|role| match role.organisation {
            Some(Organisation::Entity(id)) => Some(id),
            Some(Organisation::Named(_)) | None => None,
        })
    }
}

impl EntityFacts {
    /// The same with single spaces between words; what is there twice or says nothing is left out.
    ///
    /// # Errors
    /// Says what is no name, no id, or a role that ends before it begins.
    pub fn tidy(mut self) -> Result<Self, String> {
        let mut seen = BTreeSet::new();
        let mut aliases = Vec::new();
        for alias in &self.aliases {
            let tidy = KnownName::tidy(alias).ok_or_else(|| format!("“{alias}” is no name"))?;
            if seen.insert(tidy.clone()) {
                aliases.push(tidy);
            }
        }
        self.aliases = aliases;
        self.country = one_line(&self.country);
        let ids = std::mem::take(&mut self.ids);
        self.ids = ids.into_iter().map(tidy_id).collect::<Result<_, _>>()?;
        let roles = std::mem::take(&mut self.roles);
        let roles: Vec<EntityRole> = roles.into_iter().map(EntityRole::tidy).collect::<Result<_, _>>()?;
        self.roles = roles.into_iter().filter(|role| *role != EntityRole::default()).collect();
        Ok(self)
    }
}

impl EntityRole {
    fn tidy(mut self) -> Result<Self, String> {
        self.title = one_line(&self.title);
        if let Some(Organisation::Named(name)) = &self.organisation {
            let name = one_line(name);
            self.organisation = (!name.is_empty()).then_some(Organisation::Named(name));
        }
        match (self.from, self.to) {
            (Some(from), Some(to)) if from.first_day() > to.last_day() => {
                Err(format!("a role cannot begin in {from} and end in {to}"))
            }
            _ => Ok(self),
        }
    }
}

fn tidy_id((collection, id): (String, String)) -> Result<(String, String), String> {
    let parts = [collection.trim(), id.trim()];
    let is_id =
        |part: &&str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
    match parts {
        [collection, id] if parts.iter().all(is_id) => Ok((collection.to_owned(), id.to_owned())),
        [collection, id] => {
            Err(format!("“{collection}: {id}” is no id; neither part may be empty or have spaces"))
        }
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> EntityFacts {
        EntityFacts::default()
    }

    #[test]
    fn facts_are_made_tidy() {
        let role = EntityRole { title: " vice \n minister ".to_owned(), ..EntityRole::default() };
        let nowhere = Organisation::Named("  ".to_owned());
        let wild = EntityFacts {
            aliases: vec!["U.S. ".to_owned(), "U.S.".to_owned(), "the  States".to_owned()],
            country: " North  Korea".to_owned(),
            ids: BTreeMap::from([(" wikidata".to_owned(), "Q30 ".to_owned())]),
            roles: vec![EntityRole { organisation: Some(nowhere), ..role }, EntityRole::default()],
            note: " as it is\n".to_owned(),
        };
        let tidy = wild.tidy().expect("can be made tidy");
        assert_eq!(tidy.aliases, ["U.S.", "the States"]);
        assert_eq!((tidy.country.as_str(), tidy.note.as_str()), ("North Korea", " as it is\n"));
        assert_eq!(tidy.ids.get("wikidata").map(String::as_str), Some("Q30"));
        let role = EntityRole { title: "vice minister".to_owned(), ..EntityRole::default() };
        assert_eq!(tidy.roles, [role]);
        assert_eq!(tidy.clone().tidy(), Ok(tidy));
    }

    #[test]
    fn what_cannot_be_is_said() {
        let check = |facts: EntityFacts, what: &str| assert_eq!(facts.tidy(), Err(what.to_owned()));
        check(EntityFacts { aliases: vec!["—".to_owned()], ..facts() }, "“—” is no name");
        let ids = BTreeMap::from([("wikidata".to_owned(), "Q 30".to_owned())]);
        let what = "“wikidata: Q 30” is no id; neither part may be empty or have spaces";
        check(EntityFacts { ids, ..facts() }, what);
        let (from, to) = ("2019-05".parse().ok(), "2018".parse().ok());
        let roles = vec![EntityRole { from, to, ..EntityRole::default() }];
        check(EntityFacts { roles, ..facts() }, "a role cannot begin in 2019-05 and end in 2018");
    }
}
