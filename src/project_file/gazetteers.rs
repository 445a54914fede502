//! Makes gazetteers of the records of a file and checks each name once.

use super::{
    v1,
    wrong::{Checked, Wrong},
};
use crate::model::{Change, Gazetteer, GazetteerId, GazetteerRole, KnownName, LabelId, NameList};
use std::collections::{BTreeMap, BTreeSet};

/// The gazetteers read so far.
#[derive(Default)]
pub(super) struct Gazetteers(BTreeMap<GazetteerId, Gazetteer>);

impl Gazetteers {
    pub(super) fn add(
        &mut self,
        gazetteer: &v1::Gazetteer,
        labels: &BTreeMap<String, LabelId>,
    ) -> Checked<()> {
        let id_words = gazetteer.id.as_str();
        let id: GazetteerId = id_words.parse().map_err(|error| Wrong::new("gazetteer", id_words, error))?;
        let role = match gazetteer.role {
            v1::Role::List => GazetteerRole::List,
            v1::Role::Own => GazetteerRole::Own,
            v1::Role::Forgotten => GazetteerRole::Forgotten,
        };
        let names = names(id_words, &gazetteer.names, labels)?;
        let (name, is_on) = (gazetteer.name.as_str().into(), gazetteer.is_on);
        let record = Gazetteer { id, name, role, is_on, names };
        let is_new = self.0.insert(id, record).is_none();
        if is_new { Ok(()) } else { Err(Wrong::twice("gazetteer", id_words)) }
    }

    pub(super) fn into_changes(self) -> impl Iterator<Item = Change> {
        let gazetteers = self.0.into_iter();
        gazetteers.map(|(id, after)| Change::Gazetteer { id, before: None, after: Some(after) })
    }
}

fn names(gazetteer: &str, names: &[v1::KnownName], labels: &BTreeMap<String, LabelId>) -> Checked<NameList> {
    let wrong = |words: &str, what: &str| Wrong::new("gazetteer", gazetteer, format!("“{words}” {what}"));
    let mut known = Vec::with_capacity(names.len());
    for name in names {
        let (words, label) = (name.words.as_str(), name.label.as_str());
        let no_label = || Wrong::name(words, label, format!("the schema has no label “{label}”"));
        let label_id = labels.get(label).ok_or_else(no_label)?;
        if KnownName::tidy(words).as_deref() != Some(words) {
            return Err(Wrong::name(words, label, TIDY));
        }
        let canonical = name.canonical.as_ref().map(v1::Words::as_str);
        let made = KnownName::new(words, *label_id, canonical.unwrap_or_default());
        let as_written = made.filter(|made| made.canonical() == canonical);
        known.push(as_written.ok_or_else(|| wrong(words, "goes by a name that is none, or by its own"))?);
    }
    let count = known.len();
    let list = NameList::of(known);
    if list.count() == count {
        return Ok(list);
    }
    let mut seen = BTreeSet::new();
    let second = names.iter().find(|name| !seen.insert((name.words.as_str(), name.label.as_str())));
    Err(wrong(second.map_or("", |name| name.words.as_str()), "is there twice with one label"))
}

const TIDY: &str = "a name has a letter or digit, single spaces, and none at an end";
