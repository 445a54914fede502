//! What the window remembers beside the project: which article is open, what is selected, what is being asked.

use super::{
    article_view::ArticleView,
    panels::{FindDesk, LabelsDesk, SettingsDesk, TiesDesk, TimelineDesk, TourDesk},
    windows::Overlay,
};
use crate::{
    model::{DocumentId, EntityId, LabelId, MentionId, RelationId},
    view::{
        ArticleCounts, EntityFilter, EntityOrder, EntityRow, EntitySentence, MarkId, RelationRow,
        SuggestionGroup, SuggestionOrder,
    },
};
use std::{
    collections::{BTreeMap, VecDeque},
    path::PathBuf,
    sync::Arc,
};

/// The lists at the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    Articles,
    Mentions,
    Entities,
    #[default]
    Suggestions,
    Relations,
}

/// What stands in the middle of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Centre {
    #[default]
    Article,
    Timeline,
    Ties,
    Labels,
    Find,
    Settings,
}

/// Something that can be given the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    Article,
    Note,
}

/// A line for the user, with more below it where there is more to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub details: Vec<String>,
    pub is_problem: bool,
}

/// What is to be done once nothing can be lost by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leave {
    Quit,
    NewProject,
    /// Asks which one first, if none is named.
    OpenProject(Option<PathBuf>),
}

/// A text being edited, and the record it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft<Id> {
    pub id: Id,
    pub text: String,
}

/// Something worked out from the project, kept until `stamp` differs.
#[derive(Clone, Debug)]
pub struct Kept<S, T> {
    stamp: Option<S>,
    value: Arc<T>,
}

impl<S, T: Default> Default for Kept<S, T> {
    fn default() -> Self {
        Self { stamp: None, value: Arc::default() }
    }
}

impl<S: PartialEq, T> Kept<S, T> {
    /// The value of this stamp, worked out anew if the kept one is of another.
    pub fn get(&mut self, stamp: S, make: impl FnOnce() -> T) -> Arc<T> {
        if self.stamp.as_ref() != Some(&stamp) {
            self.value = Arc::new(make());
            self.stamp = Some(stamp);
        }
        Arc::clone(&self.value)
    }
}

/// Changes whenever what is seen of an article may have changed: the article, the project's revision, the
/// answers of the suggesters.
pub type Stamp = (DocumentId, u64, u64);

/// Lists that are worked out when something changes, not in every frame.
#[derive(Default)]
pub struct Lists {
    pub mentions: Kept<Stamp, Vec<MentionId>>,
    pub entities: Kept<(Option<DocumentId>, u64, EntityFilter, EntityOrder), Vec<EntityRow>>,
    /// Of the unfolded entity.
    pub sentences: Kept<(EntityId, Option<DocumentId>, u64), Vec<EntitySentence>>,
    pub relations: Kept<(DocumentId, u64), Vec<RelationRow>>,
    pub suggestions: Kept<(Stamp, SuggestionOrder), Vec<SuggestionGroup>>,
    pub facts: Kept<DocumentId, usize>,
    /// How many dates cannot be known without the publication date.
    pub waiting: Kept<Stamp, usize>,
    /// Paragraph of the caret and the byte where it begins, by document and caret.
    pub caret: Kept<(DocumentId, usize), (usize, usize)>,
    pub counts: BTreeMap<DocumentId, (u64, u64, ArticleCounts)>,
}

/// The state of the window.
#[derive(Default)]
pub struct Desk {
    /// What stands in the middle: the article, or a page in its place.
    pub centre: Centre,
    pub timeline: TimelineDesk,
    pub ties: TiesDesk,
    pub labels: LabelsDesk,
    pub find: FindDesk,
    pub settings: SettingsDesk,
    /// The tour, while it goes on.
    pub tour: Option<TourDesk>,
    /// The article in the middle.
    pub document: Option<DocumentId>,
    /// How each article that was opened stands: scroll, caret, selection.
    pub views: BTreeMap<DocumentId, ArticleView>,
    /// The mark under review or selected.
    pub current: Option<MarkId>,
    /// The mark that is held to be related to another, until Escape.
    pub relating: Option<MentionId>,
    /// The relation that is selected in the list.
    pub relation: Option<RelationId>,
    /// The label that each new selection gets, until Escape.
    pub sticky: Option<LabelId>,
    /// The label that was used last.
    pub last_label: Option<LabelId>,
    pub tab: Tab,
    pub order: SuggestionOrder,
    /// Whether the list of entities shows the whole project.
    pub entities_of_project: bool,
    pub entity_filter: EntityFilter,
    pub entity_order: EntityOrder,
    /// The entity whose sentences are unfolded.
    pub open_entity: Option<EntityId>,
    /// Entities ticked to be merged.
    pub ticked_entities: std::collections::BTreeSet<EntityId>,
    pub message: Option<Message>,
    pub overlay: Option<Overlay>,
    /// What comes over the window once that is closed.
    pub waiting: VecDeque<Overlay>,
    /// Title and words that were to become an article, left by Escape.
    pub kept_paste: Option<(String, String)>,
    pub note_draft: Option<Draft<MentionId>>,
    pub name_draft: Option<Draft<EntityId>>,
    /// What takes the keyboard in the next frame.
    pub focus: Option<Focus>,
    /// What to do when the save that is under way has succeeded.
    pub after_save: Option<Leave>,
    /// Articles to read once the project that is being opened is there.
    pub import_next: Vec<PathBuf>,
    /// Grows with every answer of the suggesters.
    pub answers: u64,
    pub lists: Lists,
    /// The window may close without a further question.
    pub may_close: bool,
}

impl Desk {
    /// The view of the open article.
    pub fn view(&mut self) -> Option<&mut ArticleView> {
        self.document.and_then(|document| self.views.get_mut(&document))
    }

    /// Where on the screen the selected words begin, or the caret stands; `None` out of view.
    pub fn place_of_selection(&mut self) -> Option<egui::Rect> {
        let view = self.view()?;
        let byte = view.selection().map_or(view.caret(), |range| range.start);
        view.rect_of(byte)
    }

    /// The article stands in the middle again, with the keyboard.
    pub fn show_article(&mut self) {
        self.centre = Centre::Article;
        self.focus = Some(Focus::Article);
    }

    /// What has egui's focus when the open article has the keyboard.
    pub fn article_id(&self) -> Option<egui::Id> {
        let view = self.document.and_then(|document| self.views.get(&document));
        view.map(ArticleView::id)
    }

    /// Puts something over the window, at once or when what is there is closed.
    pub fn put_over(&mut self, overlay: Overlay) {
        self.waiting.push_back(overlay);
        self.next_overlay();
    }

    /// What waits comes over the window, if nothing is there.
    pub fn next_overlay(&mut self) {
        if self.overlay.is_none() {
            self.overlay = self.waiting.pop_front();
        }
    }

    /// What is kept in words is worked out again: another language is spoken.
    pub fn forget_words(&mut self) {
        self.lists = Lists::default();
        self.views.values_mut().for_each(ArticleView::rest);
    }

    /// A line for the user.
    pub fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), details: Vec::new(), is_problem: false });
    }

    /// A line for the user about something that did not work.
    pub fn complain(&mut self, text: impl Into<String>, details: Vec<String>) {
        self.message = Some(Message { text: text.into(), details, is_problem: true });
    }
}
