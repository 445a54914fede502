//! Finding: the bar, the page, from one place to the next, and marking all of them.

use super::super::{app::App, desk::Centre};
use crate::{
    model::{Command, LabelId, MentionId, Pick, Provenance},
    view::{Hit, is_part_of_word},
    words::say,
};

/// Selected words up to this many bytes are looked for.
const LONGEST_SELECTION: usize = 200;

impl App {
    pub(super) fn find_here(&mut self) {
        let words = self.selected_words();
        self.desk.find.open(words);
    }

    pub(super) fn find_in_project(&mut self) {
        let words = self.selected_words();
        if self.desk.centre != Centre::Find {
            self.toggle_page(Centre::Find);
        }
        self.desk.find.begin(words);
    }

    /// The selected words, where they are few and on one line.
    fn selected_words(&mut self) -> Option<String> {
        if self.desk.centre != Centre::Article {
            return None;
        }
        let range = self.desk.view()?.selection().filter(|range| range.len() <= LONGEST_SELECTION)?;
        let document = self.desk.document.and_then(|id| self.session.project().document(id))?;
        let words = document.text.get(range).trim().to_owned();
        (!words.is_empty() && !words.contains('\n')).then_some(words)
    }

    pub(super) fn find_next(&mut self, forward: bool) {
        let Some(document) = self.desk.document else {
            return;
        };
        if !self.desk.find.is_open() {
            self.find_here();
        }
        let caret = self.desk.view().map_or(0, |view| view.caret());
        let project = self.session.project();
        if let Some(span) = self.desk.find.step(project, document, caret, forward) {
            self.desk.current = None;
            if let Some(view) = self.desk.view() {
                view.select(span.range());
                view.scroll_to(span.range());
            }
        }
    }

    pub(super) fn go_hit(&mut self, hit: Hit) {
        self.show_document(hit.document);
        self.desk.current = None;
        if let Some(view) = self.desk.view() {
            view.select(hit.span.range());
            view.scroll_to(hit.span.range());
        }
    }

    /// Marks all of them as one step, but for parts of longer words where whole ones were found, too: who looks for “Kim”
    /// wants no “Kim” of “Kimchi”. An expression says by itself what it wants.
    pub(super) fn tag_hits(&mut self, hits: &[Hit], label: LabelId) {
        let project = self.session.project();
        let is_whole = |hit: &&Hit| {
            let document = project.document(hit.document);
            document.is_some_and(|document| !is_part_of_word(&document.text, hit.span))
        };
        let whole: Vec<Hit> = hits.iter().filter(is_whole).copied().collect();
        let takes_all = whole.is_empty() || self.desk.find.is_expression();
        let taken = if takes_all { hits } else { whole.as_slice() };
        let pick = |hit: &Hit| {
            let Hit { document, span } = *hit;
            Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand }
        };
        let result = self.session.dispatch(Command::Mark(taken.iter().map(pick).collect()));
        let made = self.settle(result).map_or(0, |transaction| transaction.created_mentions().count());
        let name = self.session.project().schema().name_of(label);
        let rest = taken.len() - made.min(taken.len());
        let said = match rest {
            0 => say!("tagged-as", count = made, label = name),
            rest => say!("tagged-as-rest", count = made, label = name, rest = rest),
        };
        self.desk.say(match hits.len() - taken.len() {
            0 => said,
            count => say!("tagged-but-parts", said = said, count = count),
        });
    }

    /// Takes the marks with a label off exactly these words, as one step.
    pub(super) fn untag_hits(&mut self, hits: &[Hit], label: LabelId) {
        let project = self.session.project();
        let marks = hits.iter().flat_map(|hit| {
            let there = project.mentions_overlapping(hit.document, hit.span.range());
            there
                .filter(|mention| mention.span == hit.span && mention.label == label)
                .map(|mention| mention.id)
        });
        let marks: Vec<MentionId> = marks.collect();
        let count = marks.len();
        self.dispatch(Command::Delete(marks));
        let name = self.session.project().schema().name_of(label);
        let said = say!("marks-taken-off", count = count, label = name);
        self.desk.say(said);
    }
}
