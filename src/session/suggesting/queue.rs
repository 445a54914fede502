//! What is to be suggested, in what order, between the session and its thread.

use super::{found::Made, names::Names};
use crate::{
    model::{DocumentId, Project},
    suggest::{Cancel, Care, Engine, Memory},
    text::Text,
};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// After so long without work there is time to apply what was learnt to the articles that nobody looks at.
const PAUSE: Duration = Duration::from_secs(3);

/// After so long without work the thread lets go what takes much memory.
const IDLE: Duration = Duration::from_secs(30);

/// How long nothing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calm {
    /// There was work just now.
    Working,
    Pausing,
    Resting,
}

/// What the thread sends back.
pub(super) enum Answer {
    /// The suggestions of an article.
    Made { document: DocumentId, number: u64, made: Made },
    /// In these articles stands one of the names that a decision was about.
    Concerned(Vec<DocumentId>),
    /// Nothing has come for a moment.
    Pause,
}

/// An article to be suggested.
#[derive(Clone)]
pub(super) struct Wish {
    pub number: u64,
    pub document: DocumentId,
    pub text: Text,
    /// Knows what is marked in it.
    pub project: Arc<Project>,
    pub memory: Arc<Memory>,
    pub engine: Arc<Engine>,
    /// With how much care it is read this time.
    pub care: Care,
    /// With how much care in the end.
    pub wanted: Care,
}

/// Names to look for in all articles but some.
pub(super) struct Sweep {
    pub names: Names,
    pub project: Arc<Project>,
    pub but: BTreeSet<DocumentId>,
}

/// What to do next.
pub(super) enum Task {
    Suggest(Wish, Cancel),
    Sweep(Sweep, Cancel),
    /// Nothing has come for a moment.
    Pause,
    /// Nothing has come for a while.
    Rest,
}

impl Task {
    /// How calm it is after the task.
    pub(super) fn leaves(&self) -> Calm {
        match self {
            Self::Suggest(..) | Self::Sweep(..) => Calm::Working,
            Self::Pause => Calm::Pausing,
            Self::Rest => Calm::Resting,
        }
    }
}

#[derive(Default)]
pub(super) struct Queue {
    wishes: Mutex<Wishes>,
    arrived: Condvar,
}

#[derive(Default)]
pub(super) struct Wishes {
    /// What the next look at the article should show.
    waiting: BTreeMap<DocumentId, Wish>,
    /// The same with more care, for when nothing else waits.
    later: BTreeMap<DocumentId, Wish>,
    sweeps: VecDeque<Sweep>,
    preferred: Option<DocumentId>,
    under_way: Option<UnderWay>,
    is_closed: bool,
}

/// What the thread is doing.
struct UnderWay {
    /// The article worked on; `None` for a search.
    document: Option<DocumentId>,
    /// The wish, where it can wait if something else cannot.
    patient: Option<Wish>,
    cancel: Cancel,
}

impl Wishes {
    fn stop_work_on(&mut self, is_meant: impl Fn(&UnderWay) -> bool) {
        if let Some(under_way) = self.under_way.take_if(|under_way| is_meant(under_way)) {
            under_way.cancel.cancel();
        }
    }

    /// Puts a careful reading off: what is waited for comes first.
    fn put_off_careful(&mut self) {
        if let Some(under_way) = self.under_way.take_if(|under_way| under_way.patient.is_some()) {
            under_way.cancel.cancel();
            if let Some(wish) = under_way.patient {
                self.later.entry(wish.document).or_insert(wish);
            }
        }
    }

    fn begin(&mut self, document: Option<DocumentId>, patient: Option<Wish>) -> Cancel {
        let cancel = Cancel::default();
        self.under_way = Some(UnderWay { document, patient, cancel: cancel.clone() });
        cancel
    }

    fn next(&mut self) -> Option<Task> {
        let preferred = self.preferred.and_then(|id| self.waiting.remove(&id));
        let preferred = preferred.or_else(|| self.preferred.and_then(|id| self.later.remove(&id)));
        if preferred.is_none()
            && let Some(sweep) = self.sweeps.pop_front()
        {
            let cancel = self.begin(None, None);
            return Some(Task::Sweep(sweep, cancel));
        }
        let wish = preferred.or_else(|| self.waiting.pop_first().map(|(_, wish)| wish));
        let wish = wish.or_else(|| self.later.pop_first().map(|(_, wish)| wish))?;
        let patient = (wish.care == Care::Full).then(|| wish.clone());
        let cancel = self.begin(Some(wish.document), patient);
        Some(Task::Suggest(wish, cancel))
    }
}

impl Queue {
    /// Asks for an article in place of what was asked for it before.
    pub(super) fn ask(&self, wish: Wish) {
        let mut wishes = self.lock();
        wishes.stop_work_on(|under_way| under_way.document == Some(wish.document));
        wishes.put_off_careful();
        wishes.later.remove(&wish.document);
        wishes.waiting.insert(wish.document, wish);
        self.arrived.notify_one();
    }

    /// Asks for an article when nothing else waits, unless it has been asked for again since.
    pub(super) fn ask_later(&self, wish: Wish) {
        let mut wishes = self.lock();
        if !wishes.waiting.contains_key(&wish.document) {
            wishes.later.insert(wish.document, wish);
            self.arrived.notify_one();
        }
    }

    pub(super) fn sweep(&self, sweep: Sweep) {
        let mut wishes = self.lock();
        wishes.put_off_careful();
        wishes.sweeps.push_back(sweep);
        self.arrived.notify_one();
    }

    pub(super) fn prefer(&self, document: DocumentId) {
        let mut wishes = self.lock();
        if wishes.preferred != Some(document) {
            wishes.preferred = Some(document);
            let under_way = wishes.under_way.as_ref().and_then(|under_way| under_way.document);
            if under_way != Some(document) {
                wishes.put_off_careful();
            }
        }
    }

    /// Whether an article comes before all others.
    pub(super) fn prefers(&self, document: DocumentId) -> bool {
        self.lock().preferred == Some(document)
    }

    /// Takes back what was asked for an article.
    pub(super) fn withdraw(&self, document: DocumentId) {
        let mut wishes = self.lock();
        wishes.waiting.remove(&document);
        wishes.later.remove(&document);
        wishes.stop_work_on(|under_way| under_way.document == Some(document));
    }

    /// Takes back everything.
    pub(super) fn clear(&self) {
        let mut wishes = self.lock();
        wishes.waiting.clear();
        wishes.later.clear();
        wishes.sweeps.clear();
        wishes.preferred = None;
        wishes.stop_work_on(|_| true);
    }

    /// Takes back what was asked for with more care than is wished for now.
    pub(super) fn clear_later(&self) {
        let mut wishes = self.lock();
        wishes.later.clear();
        wishes.stop_work_on(|under_way| under_way.patient.is_some());
    }

    pub(super) fn close(&self) {
        let mut wishes = self.lock();
        wishes.is_closed = true;
        wishes.stop_work_on(|_| true);
        self.arrived.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Wishes> {
        self.wishes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next thing to do; `None` when the session is over.
    pub(super) fn next(&self, calm: Calm) -> Option<Task> {
        let mut wishes = self.lock();
        // What was under way is done.
        wishes.under_way = None;
        loop {
            if wishes.is_closed {
                return None;
            }
            if let Some(task) = wishes.next() {
                return Some(task);
            }
            let (patience, task) = match calm {
                Calm::Working => (PAUSE, Task::Pause),
                Calm::Pausing => (IDLE.saturating_sub(PAUSE), Task::Rest),
                Calm::Resting => {
                    wishes = self.arrived.wait(wishes).unwrap_or_else(PoisonError::into_inner);
                    continue;
                }
            };
            let waited = self.arrived.wait_timeout(wishes, patience).unwrap_or_else(PoisonError::into_inner);
            if waited.1.timed_out() {
                return Some(task);
            }
            wishes = waited.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, Schema};

    fn wish(document: DocumentId, care: Care) -> Wish {
        Wish {
            number: 1,
            document,
            text: Text::new("Oslo").expect("short"),
            project: Arc::new(Project::new(Schema::news_analyst(), IdSource::new(1))),
            memory: Arc::default(),
            engine: Arc::new(Engine::new(&Schema::news_analyst())),
            care,
            wanted: Care::Full,
        }
    }

    fn next(queue: &Queue) -> (DocumentId, Care, Cancel) {
        match queue.next(Calm::Resting) {
            Some(Task::Suggest(wish, cancel)) => (wish.document, wish.care, cancel),
            _ => panic!("a wish was asked for"),
        }
    }

    fn ids() -> (DocumentId, DocumentId) {
        let mut source = IdSource::new(7);
        (DocumentId::fresh(&mut source), DocumentId::fresh(&mut source))
    }

    /// The article in front once waited for the careful reading of another, which may take half a minute.
    #[test]
    fn a_careful_reading_is_put_off_for_what_is_waited_for() {
        let (one, two) = ids();
        let queue = Queue::default();
        queue.ask_later(wish(one, Care::Full));
        let (document, care, careful) = next(&queue);
        assert_eq!((document, care), (one, Care::Full));
        queue.ask(wish(two, Care::Fast));
        assert!(careful.is_cancelled());
        let (document, care, quick) = next(&queue);
        assert_eq!((document, care), (two, Care::Fast));
        // It is not lost, and does not stop what is quick.
        queue.prefer(one);
        assert!(!quick.is_cancelled());
        let (document, care, again) = next(&queue);
        assert_eq!((document, care), (one, Care::Full));
        queue.prefer(one);
        assert!(!again.is_cancelled());
        queue.prefer(two);
        assert!(again.is_cancelled());
    }

    /// The careful reading of an article once began again when the analyst turned to it.
    #[test]
    fn a_reading_goes_on_when_its_article_comes_to_the_front() {
        let (one, two) = ids();
        let queue = Queue::default();
        queue.ask_later(wish(one, Care::Full));
        let (.., careful) = next(&queue);
        queue.prefer(one);
        assert!(!careful.is_cancelled());
        queue.prefer(two);
        assert!(careful.is_cancelled());
    }

    #[test]
    fn an_article_that_is_asked_for_again_is_not_read_for_the_old_wish() {
        let (one, _) = ids();
        let queue = Queue::default();
        queue.ask_later(wish(one, Care::Full));
        let (.., careful) = next(&queue);
        queue.ask(wish(one, Care::Fast));
        assert!(careful.is_cancelled());
        assert_eq!(next(&queue).1, Care::Fast);
        queue.close();
        assert!(queue.next(Calm::Resting).is_none());
    }
}
