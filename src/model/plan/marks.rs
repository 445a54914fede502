//! Marking, unmarking and changing marks.

use super::{Draft, counted, quoted};
use crate::{
    model::{
        CommandError, DocumentId, LabelId, Mention, MentionId, Pick, Project, Provenance, Reach, Transaction,
    },
    text::Span,
    time::TimeValue,
};
use arcstr::ArcStr;
use std::collections::BTreeSet;

impl Project {
    pub(super) fn plan_mark(&mut self, picks: &[Pick]) -> Result<Transaction, CommandError> {
        let mut draft = Draft::default();
        let mut seen = BTreeSet::new();
        for pick in picks {
            let words = self.need_span(pick.document, pick.span)?.to_owned();
            self.need_label(pick.label)?;
            let is_new = seen.insert((pick.document, pick.span, pick.label));
            if is_new && !self.is_marked(pick.document, pick.span, pick.label) {
                let (document, span, label) = (pick.document, pick.span, pick.label);
                let named = pick.entity_name.as_deref();
                let entity = draft.entity_for(self, document, label, &words, named);
                let id = MentionId::fresh(&mut self.ids);
                let provenance = pick.provenance.clone();
                draft.create_mention(Mention {
                    id,
                    document,
                    span,
                    label,
                    entity: Some(entity),
                    is_metonym: false,
                    date: None,
                    note: ArcStr::new(),
                    provenance,
                });
            }
        }
        let name = self.name_of_marking(picks);
        Ok(draft.finish(self, name))
    }

    fn name_of_marking(&self, picks: &[Pick]) -> String {
        let by_hand = picks.iter().all(|pick| pick.provenance == Provenance::ByHand);
        let verb = if by_hand { "Tag" } else { "Accept" };
        match picks {
            [pick] => {
                let words =
                    self.document(pick.document).map_or("", |document| document.text.slice(pick.span));
                format!("{verb} {} as {}", quoted(words), self.schema().name_of(pick.label))
            }
            several => format!("{verb} {}", counted(several.len(), "mention")),
        }
    }

    fn is_marked(&self, document: DocumentId, span: Span, label: LabelId) -> bool {
        self.mentions_overlapping(document, span.range()).any(|m| m.span == span && m.label == label)
    }

    pub(super) fn plan_tag_all(
        &mut self,
        document: DocumentId,
        span: Span,
        label: LabelId,
        reach: Reach,
    ) -> Result<Transaction, CommandError> {
        let words = self.need_span(document, span)?.to_owned();
        let label_name = self.need_label(label)?.to_owned();
        let mut picks = vec![by_hand(document, span, label)];
        for other in self.documents().filter(|other| reach == Reach::Project || other.id == document) {
            let free = other
                .text
                .occurrences(&words)
                .filter(|place| other.id != document || !place.overlaps(span))
                .filter(|place| self.mentions_overlapping(other.id, place.range()).next().is_none());
            picks.extend(free.map(|place| by_hand(other.id, place, label)));
        }
        let mut transaction = self.plan_mark(&picks)?;
        transaction.name = format!("Tag all {} as {label_name}", quoted(&words));
        Ok(transaction)
    }

    pub(super) fn plan_relabel(
        &mut self,
        ids: &[MentionId],
        label: LabelId,
    ) -> Result<Transaction, CommandError> {
        let label_name = self.need_label(label)?.to_owned();
        let mut draft = Draft::default();
        for id in ids.iter().copied().collect::<BTreeSet<_>>() {
            let before = self.need_mention(id)?.clone();
            if before.label == label {
                continue;
            }
            // A metonym that gets the label of what it means stays with it.
            let meant = before.entity.filter(|_| before.is_metonym);
            let meant = meant.filter(|id| self.entity(*id).is_some_and(|entity| entity.label == label));
            let entity = Some(meant.unwrap_or_else(|| draft.entity_of(self, &before, label)));
            let date = before.date.filter(|_| self.schema().is_for_dates(label));
            let after = Mention { label, entity, is_metonym: false, date, ..before.clone() };
            draft.change_mention(&before, Some(after));
        }
        let name = format!("Relabel {} as {label_name}", self.name_of_mentions(ids));
        Ok(draft.finish(self, name))
    }

    pub(super) fn plan_resize(&mut self, id: MentionId, span: Span) -> Result<Transaction, CommandError> {
        let before = self.need_mention(id)?.clone();
        let words = self.need_span(before.document, span)?.to_owned();
        let mut draft = Draft::default();
        draft.change_mention(&before, Some(Mention { span, ..before.clone() }));
        Ok(draft.finish(self, format!("Resize a mark to {}", quoted(&words))))
    }

    pub(super) fn plan_delete(&mut self, ids: &[MentionId]) -> Result<Transaction, CommandError> {
        let mut draft = Draft::default();
        for id in ids {
            draft.change_mention(self.need_mention(*id)?, None);
        }
        let name = format!("Delete {}", self.name_of_mentions(ids));
        Ok(draft.finish(self, name))
    }

    pub(super) fn plan_set_note(&mut self, id: MentionId, note: &str) -> Result<Transaction, CommandError> {
        let before = self.need_mention(id)?.clone();
        let mut draft = Draft::default();
        draft.change_mention(&before, Some(Mention { note: note.into(), ..before.clone() }));
        Ok(draft.finish(self, format!("Note on {}", self.name_of_mentions(&[id]))))
    }

    pub(super) fn plan_set_date(
        &mut self,
        ids: &[MentionId],
        date: Option<TimeValue>,
    ) -> Result<Transaction, CommandError> {
        let mut draft = Draft::default();
        for id in ids.iter().copied().collect::<BTreeSet<_>>() {
            let before = self.need_mention(id)?;
            if !self.schema().is_for_dates(before.label) {
                return Err(CommandError::NotADate(id));
            }
            if before.date != date {
                draft.change_mention(before, Some(Mention { date, ..before.clone() }));
            }
        }
        let words = self.name_of_mentions(ids);
        let name =
            date.map_or_else(|| format!("Let {words} say its date"), |date| format!("Date {words} {date}"));
        Ok(draft.finish(self, name))
    }

    pub(super) fn name_of_mentions(&self, ids: &[MentionId]) -> String {
        match ids {
            [id] => quoted(self.mention(*id).map_or("", |mention| self.words_of(mention))),
            several => counted(several.len(), "mention"),
        }
    }
}

fn by_hand(document: DocumentId, span: Span, label: LabelId) -> Pick {
    Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand }
}
