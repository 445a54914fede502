//! The thread that makes suggestions: reads articles, lets the tagger learn, chooses.

use super::{
    super::Wake,
    found::Made,
    marked_in,
    queue::{Answer, Calm, Queue, Sweep, Task, Wish},
    readings::Readings,
};
use crate::{
    model::{DocumentId, Schema},
    suggest::{Adapting, Article, Cancel, Care, Engine, Reading},
    text::Text,
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc::Sender},
};

/// What has been read and learnt, shared with the thread.
pub(super) struct Known {
    pub readings: Readings,
    adapting: Mutex<Adapting>,
}

impl Known {
    pub(super) fn new(schema: &Schema) -> Self {
        Self { readings: Readings::default(), adapting: Mutex::new(Adapting::new(schema)) }
    }

    /// The tagger that learns.
    pub(super) fn adapting(&self) -> MutexGuard<'_, Adapting> {
        self.adapting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Does what is asked for until the session is over.
pub(super) fn work(queue: &Queue, known: &Known, sender: &Sender<Answer>, wake: &Wake) {
    let mut calm = Calm::Resting;
    while let Some(task) = queue.next(calm) {
        calm = task.leaves();
        let answer = match task {
            Task::Pause => Some(Answer::Pause),
            Task::Rest => {
                Engine::rest();
                None
            }
            Task::Sweep(sweep, cancel) => Some(concerned(&sweep, &cancel)),
            Task::Suggest(wish, cancel) => suggest(queue, known, wish, &cancel),
        };
        match answer.map(|answer| sender.send(answer)) {
            Some(Err(_)) => return,
            Some(Ok(())) => wake(),
            None => {}
        }
    }
}

/// The articles in which one of the names stands.
fn concerned(sweep: &Sweep, cancel: &Cancel) -> Answer {
    let mut found = Vec::new();
    for document in sweep.project.documents() {
        if cancel.is_cancelled() {
            break;
        }
        if !sweep.but.contains(&document.id) && sweep.names.is_any_in(&document.text) {
            found.push(document.id);
        }
    }
    Answer::Concerned(found)
}

/// The suggestions of one article; asks for more care afterwards where that is wanted.
fn suggest(queue: &Queue, known: &Known, wish: Wish, cancel: &Cancel) -> Option<Answer> {
    let readings = &known.readings;
    // An article on which the program stumbles has no suggestions; the others still get theirs.
    let made = AssertUnwindSafe(|| {
        let reading = reading_of(readings, wish.document, &wish.text, wish.care, cancel)?;
        let marked = marked_in(&wish.project, wish.document);
        let article = Article { document: wish.document, text: &wish.text, marked: &marked };
        let taught = known.adapting().follow(&wish.project, &wish.memory, cancel);
        Some(wish.engine.choose(article, &reading, &wish.memory, taught.as_ref(), cancel))
    });
    let suggestions = catch_unwind(made).unwrap_or_default().unwrap_or_default();
    if cancel.is_cancelled() {
        return None;
    }
    let (document, number) = (wish.document, wish.number);
    let made = if queue.prefers(document) {
        Made::whole(suggestions)
    } else {
        Made::open(&wish.project, document, &suggestions)
    };
    if wish.care < wish.wanted && readings.get(document, wish.wanted).is_none() {
        queue.ask_later(Wish { care: wish.wanted, ..wish });
    }
    Some(Answer::Made { document, number, made })
}

/// What has been read with so much care or more, or is read now.
pub(super) fn reading_of(
    readings: &Readings,
    document: DocumentId,
    text: &Text,
    care: Care,
    cancel: &Cancel,
) -> Option<Arc<Reading>> {
    if let Some(reading) = readings.get(document, care) {
        return Some(reading);
    }
    let reading = Arc::new(Engine::read(text, care, cancel)?);
    readings.keep(document, &reading, care);
    Some(reading)
}
