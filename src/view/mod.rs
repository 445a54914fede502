//! What is to be seen, as plain data: nothing here draws, and nothing here changes the project.

mod articles;
mod dates;
mod entities;
mod find;
mod labels;
mod likeness;
mod marks;
mod mentions;
mod relations;
mod suggestions;
mod ties;
mod timeline;
mod visible;

pub use crate::suggest::{Suggestion, SuggestionKey};
pub use crate::time::beside;
pub use articles::{ArticleCounts, word_count};
pub use dates::{Dates, MentionDate, dates_in, mention_dates, waiting_dates};
pub use entities::{
    Alias, EntityFilter, EntityOrder, EntityRow, EntitySentence, entity_list, entity_rows, entity_sentences,
};
pub use find::{FindOptions, Hit, Kwic, Query, is_part_of_word, kwic, word_after, word_before};
pub use labels::{Effect, LabelRow, effect, label_rows, relation_type_rows};
pub use likeness::{Typed, labels_like};
pub use marks::{Mark, MarkId, marks_in, next_mark};
pub use mentions::{Context, context_of, source_of};
pub use relations::{RelationEnd, RelationRow, relation_row, relation_rows, relation_rows_of};
pub use suggestions::{SuggestionGroup, SuggestionOrder, suggestion_groups};
pub use ties::{
    FaintTie, Layout, StrongTie, TieFilter, TieNode, Ties, layout, relation_sentences, tie_sentences, ties,
};
pub use timeline::{
    DatesByArticle, Tick, Timeline, TimelineFilter, TimelineMention, TimelineRow, day_number, ticks, timeline,
};
pub use visible::visible;
