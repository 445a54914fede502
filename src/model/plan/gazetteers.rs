//! Adding, taking out and correcting lists of known names, and what the analyst wants known or forgotten.

use super::{counted, quoted};
use crate::model::{
    Change, CommandError, Gazetteer, GazetteerId, GazetteerRole, KnownName, LabelId, NameList, Project,
    Transaction,
};
use std::collections::BTreeMap;

/// What the gazetteers are called that the program makes itself.
const OWN: &str = "Known names";
const FORGOTTEN: &str = "Forgotten names";

/// What a list is called that has no name.
const NAMELESS: &str = "Names";

impl Project {
    pub(super) fn plan_add_gazetteers(
        &mut self,
        lists: Vec<(String, NameList)>,
    ) -> Result<Transaction, CommandError> {
        let step = match lists.as_slice() {
            [(name, _)] => format!("Add the list {}", quoted(name.trim())),
            several => format!("Add {}", counted(several.len(), "list")),
        };
        let mut changes = Vec::new();
        for (name, names) in lists {
            self.need_labels(names.iter())?;
            let name = Some(name.trim()).filter(|name| !name.is_empty()).unwrap_or(NAMELESS);
            changes.push(self.create_gazetteer(name, GazetteerRole::List, names));
        }
        Ok(Transaction { name: step, changes })
    }

    fn create_gazetteer(&mut self, name: &str, role: GazetteerRole, names: NameList) -> Change {
        let id = GazetteerId::fresh(&mut self.ids);
        let after = Gazetteer { id, name: name.into(), role, is_on: true, names };
        Change::Gazetteer { id, before: None, after: Some(after) }
    }

    pub(super) fn plan_remove_gazetteers(
        &mut self,
        ids: &[GazetteerId],
    ) -> Result<Transaction, CommandError> {
        let mut changes = BTreeMap::new();
        for id in ids {
            let before = Some(self.need_gazetteer(*id)?.clone());
            changes.insert(*id, Change::Gazetteer { id: *id, before, after: None });
        }
        let name = match ids.first().and_then(|id| self.gazetteer(*id)) {
            Some(gazetteer) if changes.len() == 1 => format!("Remove the list {}", quoted(&gazetteer.name)),
            _ => format!("Remove {}", counted(changes.len(), "list")),
        };
        Ok(Transaction { name, changes: changes.into_values().collect() })
    }

    pub(super) fn plan_rename_gazetteer(
        &mut self,
        id: GazetteerId,
        name: &str,
    ) -> Result<Transaction, CommandError> {
        let before = self.need_gazetteer(id)?;
        let name = Some(name.trim()).filter(|name| !name.is_empty()).unwrap_or(&before.name);
        let step = format!("Rename the list {} to {}", quoted(&before.name), quoted(name));
        let after = Gazetteer { name: name.into(), ..before.clone() };
        Ok(correct(step, before, Some(after)))
    }

    pub(super) fn plan_switch_gazetteer(
        &mut self,
        id: GazetteerId,
        is_on: bool,
    ) -> Result<Transaction, CommandError> {
        let before = self.need_gazetteer(id)?;
        let step = format!("Switch {} the list {}", if is_on { "on" } else { "off" }, quoted(&before.name));
        Ok(correct(step, before, Some(Gazetteer { is_on, ..before.clone() })))
    }

    pub(super) fn plan_edit_gazetteer(
        &mut self,
        id: GazetteerId,
        remove: &[(String, LabelId)],
        add: Vec<KnownName>,
    ) -> Result<Transaction, CommandError> {
        self.need_labels(add.iter())?;
        let before = self.need_gazetteer(id)?;
        let step = format!("Correct the list {}", quoted(&before.name));
        Ok(correct(step, before, edited(before, remove, add)))
    }

    pub(super) fn plan_know(&mut self, names: Vec<KnownName>) -> Result<Transaction, CommandError> {
        self.need_labels(names.iter())?;
        let step = match names.as_slice() {
            [name] => format!("Know {} as {}", quoted(name.words()), self.schema().name_of(name.label)),
            several => format!("Know {}", counted(several.len(), "name")),
        };
        // Words have one label there, and the last wish counts.
        let wanted: BTreeMap<_, _> = names.into_iter().map(|name| (name.shared_words(), name)).collect();
        let Some(own) = self.gazetteer_of(GazetteerRole::Own) else {
            let names = NameList::of(wanted.into_values().collect());
            let created = (!names.is_empty()).then(|| self.create_gazetteer(OWN, GazetteerRole::Own, names));
            return Ok(Transaction { name: step, changes: created.into_iter().collect() });
        };
        let same_words = wanted
            .values()
            .flat_map(|name| own.names.named(name.words()).filter(|other| other.label != name.label));
        let remove: Vec<_> = same_words.map(|other| (other.words().to_owned(), other.label)).collect();
        Ok(correct(step, own, edited(own, &remove, wanted.into_values().collect())))
    }

    pub(super) fn plan_forget(&mut self, names: &[(String, LabelId)]) -> Result<Transaction, CommandError> {
        let name = format!("Forget {}", name_of_names(names));
        let mut forgotten = Vec::new();
        for (words, label) in names {
            self.need_label(*label)?;
            forgotten.extend(KnownName::new(words, *label, ""));
        }
        let own = self.gazetteer_of(GazetteerRole::Own);
        let mut changes: Vec<Change> =
            own.and_then(|own| change(own, edited(own, names, Vec::new()))).into_iter().collect();
        match self.gazetteer_of(GazetteerRole::Forgotten) {
            Some(list) => changes.extend(change(list, edited(list, &[], forgotten))),
            None if forgotten.is_empty() => {}
            None => {
                let names = NameList::of(forgotten);
                changes.push(self.create_gazetteer(FORGOTTEN, GazetteerRole::Forgotten, names));
            }
        }
        Ok(Transaction { name, changes })
    }

    pub(super) fn plan_recall(&mut self, names: &[(String, LabelId)]) -> Transaction {
        let step = format!("Remember {} again", name_of_names(names));
        match self.gazetteer_of(GazetteerRole::Forgotten) {
            Some(list) => correct(step, list, edited(list, names, Vec::new())),
            None => Transaction { name: step, changes: Vec::new() },
        }
    }

    fn need_gazetteer(&self, id: GazetteerId) -> Result<&Gazetteer, CommandError> {
        self.gazetteer(id).ok_or(CommandError::NoGazetteer(id))
    }

    fn need_labels<'a>(&self, mut names: impl Iterator<Item = &'a KnownName>) -> Result<(), CommandError> {
        names.try_for_each(|name| self.need_label(name.label).map(|_| ()))
    }
}

/// The gazetteer without some names and with others. One that the program made itself goes with its last name.
fn edited(before: &Gazetteer, remove: &[(String, LabelId)], add: Vec<KnownName>) -> Option<Gazetteer> {
    let mut after = before.clone();
    for (words, label) in remove {
        if let Some(words) = KnownName::tidy(words) {
            after.names.remove(&words, *label);
        }
    }
    for name in add {
        if after.names.get(name.words(), name.label) != Some(&name) {
            after.names.put(name);
        }
    }
    (after.role == GazetteerRole::List || !after.names.is_empty()).then_some(after)
}

/// One record before and after; `None` where they are the same.
fn change(before: &Gazetteer, after: Option<Gazetteer>) -> Option<Change> {
    let is_change = after.as_ref() != Some(before);
    is_change.then(|| Change::Gazetteer { id: before.id, before: Some(before.clone()), after })
}

fn correct(name: String, before: &Gazetteer, after: Option<Gazetteer>) -> Transaction {
    Transaction { name, changes: change(before, after).into_iter().collect() }
}

fn name_of_names(names: &[(String, LabelId)]) -> String {
    match names {
        [(words, _)] => quoted(words),
        several => counted(several.len(), "name"),
    }
}
