//! The words of an article and places in them.
//!
//! [`Text`] never changes once made. A [`Span`] is a half-open range of bytes of one text and is made
//! only by [`Text::span`], so a span never starts or ends inside a character.
//! This room names no other and knows no file, no clock and no window.

mod bidi;
mod normalize;
mod offsets;
mod paragraphs;
mod sentences;
mod span;
mod tokens;

pub use bidi::{Segment, has_rtl, in_visual_order, segments, starts_at_right, visual_order, without_end};
pub use normalize::normalize;
pub use offsets::{LineColumn, OffsetMap};
pub use paragraphs::{PARAGRAPH_CHUNK_BYTES, Paragraphs};
pub use sentences::{SentenceFinder, sentence_at, sentences};
pub use span::{Span, SpanError, Text};
pub use tokens::{Token, TokenKind, tokens, word_at, word_left, word_right};
