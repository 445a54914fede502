//! The small words beneath marks, what a date comes to: set into the gap under the line, so that nothing moves.
//!
//! Two notes never cover each other. Where there is no room a note ends in an ellipsis or is left out; the accessible name
//! of the mark says it in any case.

use super::{
    marks::{Fragment, LANE_HEIGHT},
    sheet::Measure,
};
use crate::view::{Mark, MarkId};
use egui::{
    Color32, Context, FontId, Galley, Pos2, Rangef, pos2,
    text::{LayoutJob, TextWrapping},
};
use std::{collections::BTreeMap, sync::Arc};

/// Between two notes, and the least width of one that is cut, in points.
const GAP: f32 = 8.0;
const LEAST_WIDTH: f32 = 40.0;

/// Small words beneath a mark; places from the paragraph's corner, in points.
pub(super) struct Note {
    /// Which of the marks.
    pub(super) mark: usize,
    pub(super) at: Pos2,
    pub(super) galley: Arc<Galley>,
}

impl Note {
    fn x_range(&self) -> Rangef {
        Rangef::new(self.at.x, self.at.x + self.galley.size().x)
    }
}

/// A note that looks for its place.
struct Wanted<'a> {
    mark: usize,
    words: &'a str,
    /// The first part of the mark.
    fragment: &'a Fragment,
    is_suggestion: bool,
}

/// Sets the notes. Those of accepted marks come first; a suggestion's takes what they leave, since at most one of them is
/// under review and drawn.
pub(super) fn placed(
    ctx: &Context,
    said: &BTreeMap<usize, String>,
    marks: &[Mark],
    fragments: &[Fragment],
    measure: &Measure,
) -> Vec<Note> {
    let wanted = |(index, words): (&usize, &'_ String)| {
        let fragment = fragments.iter().find(|fragment| fragment.mark == *index)?;
        let is_suggestion = matches!(marks.get(*index)?.id, MarkId::Suggestion(_));
        Some((*index, words.clone(), fragment, is_suggestion))
    };
    let found: Vec<_> = said.iter().filter_map(wanted).collect();
    let wanted = found.iter().map(|(mark, words, fragment, is_suggestion)| Wanted {
        mark: *mark,
        words,
        fragment,
        is_suggestion: *is_suggestion,
    });
    let (suggested, accepted): (Vec<_>, Vec<_>) = wanted.partition(|wanted| wanted.is_suggestion);
    let setting = Setting { ctx, fragments, measure };
    let mut notes: Vec<(f32, Note)> = Vec::new();
    for (place, one) in accepted.iter().enumerate() {
        let row = one.fragment.rect.top();
        let later = accepted.iter().skip(place + 1).map(|next| next.fragment.rect);
        let end = later.filter(|rect| is_same_row(rect.top(), row)).map(|rect| rect.left()).next();
        let before = notes.iter().filter(|(top, _)| is_same_row(*top, row));
        let start = before.map(|(_, note)| note.x_range().max + GAP).fold(0.0, f32::max);
        let free = Rangef::new(start, end.map_or(measure.width, |left| left - GAP));
        notes.extend(setting.note(one, free).map(|note| (row, note)));
    }
    for one in &suggested {
        let (row, left) = (one.fragment.rect.top(), one.fragment.rect.left());
        let mut free = Rangef::new(0.0, measure.width);
        for (_, note) in notes.iter().filter(|(top, note)| {
            is_same_row(*top, row) && matches!(marks.get(note.mark).map(|m| m.id), Some(MarkId::Mention(_)))
        }) {
            let taken = note.x_range();
            if taken.min > left {
                free.max = free.max.min(taken.min - GAP);
            } else {
                free.min = free.min.max(taken.max + GAP);
            }
        }
        notes.extend(setting.note(one, free).map(|note| (row, note)));
    }
    notes.into_iter().map(|(_, note)| note).collect()
}

fn is_same_row(one: f32, other: f32) -> bool {
    (one - other).abs() < 1.0
}

/// Where the notes of one paragraph are set.
struct Setting<'a> {
    ctx: &'a Context,
    fragments: &'a [Fragment],
    measure: &'a Measure,
}

impl Setting<'_> {
    /// The note within `free`, near the start of its mark; `None` where it does not fit.
    fn note(&self, wanted: &Wanted<'_>, free: Rangef) -> Option<Note> {
        let rect = wanted.fragment.rect;
        let whole = self.laid(wanted.words, f32::INFINITY);
        let width = whole.size().x;
        // It may stand out to the left, as long as its end is under its mark.
        let least = free.min.max((rect.right() - width).min(rect.left() + 1.0));
        let room = free.max - least;
        let (galley, x) = if width <= room {
            (whole, (rect.left() + 1.0).clamp(least, free.max - width))
        } else if room >= LEAST_WIDTH {
            (self.laid(wanted.words, room), least)
        } else {
            return None;
        };
        let taken = Rangef::new(x, x + galley.size().x);
        // Beneath the lines of all marks there; not where these fill the gap.
        let on_row = self.fragments.iter().filter(|other| is_same_row(other.rect.top(), rect.top()));
        let above = on_row.filter(|other| other.rect.x_range().intersects(taken));
        let lowest = above.map(|other| other.lane_y).fold(wanted.fragment.lane_y, f32::max);
        let has_room = lowest - rect.bottom() < 1.5 * LANE_HEIGHT * self.measure.text_size;
        let outline = if wanted.is_suggestion { 1.5 } else { 0.0 };
        has_room.then(|| Note { mark: wanted.mark, at: pos2(x, lowest + 0.5 + outline), galley })
    }

    fn laid(&self, words: &str, width: f32) -> Arc<Galley> {
        let font = FontId::proportional((self.measure.text_size * 0.56).clamp(9.0, 14.0));
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font, Color32::PLACEHOLDER);
        job.wrap = TextWrapping::truncate_at_width(width);
        self.ctx.fonts_mut(|fonts| fonts.layout_job(job))
    }
}
