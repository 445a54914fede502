//! Going back to an earlier state of the project, as one step: what is not so there is made so.

use crate::model::{Change, Project, Schema, Transaction};

impl Project {
    /// All that differs. Records come after those they point to and go before them. Where the labels are others, all of both
    /// are there while the records change.
    pub(super) fn plan_restore(&self, state: &Self) -> Transaction {
        let mut come = Vec::new();
        let mut go = Vec::new();
        for change in self.difference(state) {
            let goes = match &change {
                Change::Schema { .. } => false,
                Change::Document { after, .. } => after.is_none(),
                Change::Entity { after, .. } => after.is_none(),
                Change::Mention { after, .. } => after.is_none(),
                Change::Relation { after, .. } => after.is_none(),
                Change::Rejection { after, .. } => after.is_none(),
                Change::Gazetteer { after, .. } => after.is_none(),
            };
            if goes { go.push(change) } else { come.push(change) }
        }
        // Relations and gazetteers that go make room for those that come; articles and entities go when nothing points to
        // them any more.
        let goes_first =
            |change: &Change| matches!(change, Change::Relation { .. } | Change::Gazetteer { .. });
        let (first, mut last): (Vec<_>, Vec<_>) = go.into_iter().partition(goes_first);
        last.sort_by_key(|change| std::cmp::Reverse(rank(change)));
        come.sort_by_key(rank);
        let [before, after] = [self, state].map(Self::schema);
        let joined = if before == after { before.clone() } else { before.joined(after) };
        let (opening, closing) = (schema_change(before, &joined), schema_change(&joined, after));
        let changes = opening.into_iter().chain(first).chain(come).chain(last).chain(closing).collect();
        Transaction { name: "Go back to an earlier state".to_owned(), changes }
    }

    fn difference(&self, state: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        let ids = self.documents().chain(state.documents()).map(|one| one.id);
        for id in distinct(ids) {
            let [before, after] = [self, state].map(|one| one.document(id).cloned().map(Box::new));
            push(&mut changes, before == after, Change::Document { id, before, after });
        }
        for id in distinct(self.entities().chain(state.entities()).map(|one| one.id)) {
            let [before, after] = [self, state].map(|one| one.entity(id).cloned());
            push(&mut changes, before == after, Change::Entity { id, before, after });
        }
        for id in distinct(self.mentions().chain(state.mentions()).map(|one| one.id)) {
            let [before, after] = [self, state].map(|one| one.mention(id).cloned());
            push(&mut changes, before == after, Change::Mention { id, before, after });
        }
        for id in distinct(self.relations().chain(state.relations()).map(|one| one.id)) {
            let [before, after] = [self, state].map(|one| one.relation(id).cloned());
            push(&mut changes, before == after, Change::Relation { id, before, after });
        }
        for id in distinct(self.rejections().chain(state.rejections()).map(|one| one.id)) {
            let [before, after] = [self, state].map(|one| one.rejection(id).cloned());
            push(&mut changes, before == after, Change::Rejection { id, before, after });
        }
        for id in distinct(self.gazetteers().chain(state.gazetteers()).map(|one| one.id)) {
            let [before, after] = [self, state].map(|one| one.gazetteer(id).cloned());
            push(&mut changes, before == after, Change::Gazetteer { id, before, after });
        }
        changes
    }
}

fn schema_change(before: &Schema, after: &Schema) -> Option<Change> {
    let change = || Change::Schema { before: Box::new(before.clone()), after: Box::new(after.clone()) };
    (before != after).then(change)
}

fn push(changes: &mut Vec<Change>, is_same: bool, change: Change) {
    if !is_same {
        changes.push(change);
    }
}

fn distinct<Id: Ord>(ids: impl Iterator<Item = Id>) -> std::collections::BTreeSet<Id> {
    ids.collect()
}

/// What points to others has a higher one.
fn rank(change: &Change) -> u8 {
    match change {
        Change::Schema { .. } | Change::Document { .. } => 0,
        Change::Entity { .. } => 1,
        Change::Mention { .. } => 2,
        Change::Relation { .. } => 3,
        Change::Rejection { .. } => 4,
        Change::Gazetteer { .. } => 5,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Command, random, verify};
    use proptest::prelude::*;
    use std::sync::Arc;

    proptest! {
        #[test]
        fn any_state_can_be_gone_back_to_and_that_can_be_undone(
            draws in random::draws(40),
            more in random::draws(20),
        ) {
            let (mut project, mut history) = random::worked(&draws);
            let state = Arc::new(project.clone());
            for draw in more {
                let command = random::command(&project, draw);
                let _ = history.dispatch(&mut project, command);
            }
            let now = project.clone();
            history.dispatch(&mut project, Command::Restore(Arc::clone(&state))).expect("goes back");
            prop_assert!(project == *state);
            prop_assert_eq!(verify(&project), []);
            if now != *state {
                history.undo(&mut project).expect("can be undone");
                prop_assert!(project == now);
            }
        }
    }
}
