//! The article set in type: its paragraphs, their heights, and those that are laid out at the moment.
//!
//! Only what is in view is laid out, and kept while there is room; everything else is an estimate. Nothing here
//! takes time in proportion to the article, except once when another article is shown or the width changes.

use super::{
    Page,
    head::{Head, HeadLaid},
    heights::Heights,
    laid::Laid,
    letters::Letters,
    marks::Marks,
};
use crate::{
    gui::fonts,
    model::DocumentId,
    text::{Paragraphs, Text, has_rtl},
    view::marks_in,
};
use egui::{
    Color32, Context, FontId,
    epaint::TextOptions,
    text::{LayoutJob, TextFormat, TextWrapping},
};
use std::{collections::BTreeMap, sync::Arc};

/// Laid-out paragraphs are kept up to this many…
const KEPT_PARAGRAPHS: usize = 300;
/// … and this many bytes of words: a laid-out byte takes about 200 bytes of memory.
const KEPT_BYTES: usize = 96 * 1024;

/// How the words are set. Lengths in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Measure {
    pub(super) text_size: f32,
    /// From one line to the next.
    pub(super) line_height: f32,
    /// Of the column.
    pub(super) width: f32,
    /// The first paragraph is set as a title.
    pub(super) titled: bool,
}

/// What laid-out words depend on beside the measure. When it changes, they are laid out again.
#[derive(Clone, Debug, Default, PartialEq)]
struct Fonts {
    pixels_per_point: f32,
    options: TextOptions,
    /// Fonts of the system that were found so far: another one may have the letters that were missing.
    found: usize,
    /// How full egui's picture of letters is. When it shrinks, the picture was made anew.
    fill: f32,
}

/// A paragraph that is laid out, and its marks.
struct Kept {
    laid: Arc<Laid>,
    marks: Option<Arc<Marks>>,
    /// The frame in which it was last asked for.
    used: u64,
}

/// Block 0 is the head, block `i + 1` paragraph `i`.
pub(super) struct Sheet {
    pub(super) document: DocumentId,
    pub(super) text: Text,
    pub(super) measure: Measure,
    pub(super) head: Arc<HeadLaid>,
    /// Whether any of its letters is of a script written from right to left.
    has_rtl: bool,
    paragraphs: Paragraphs,
    heights: Heights,
    /// Whether each line is a paragraph; else paragraphs stand apart by blank lines.
    line_is_paragraph: bool,
    fonts: Fonts,
    kept: BTreeMap<usize, Kept>,
    kept_bytes: usize,
    frame: u64,
    ctx: Context,
}

impl Sheet {
    /// Reads the article once.
    pub(super) fn new(ctx: &Context, page: &Page<'_>) -> Self {
        let words = page.document.text.as_str();
        let mut sheet = Self {
            document: page.document.id,
            text: page.document.text.clone(),
            measure: Measure::default(),
            head: Arc::default(),
            has_rtl: has_rtl(words),
            paragraphs: Paragraphs::new(words),
            heights: Heights::default(),
            line_is_paragraph: memchr::memmem::find(words.as_bytes(), b"\n\n").is_none(),
            fonts: Fonts::default(),
            kept: BTreeMap::new(),
            kept_bytes: 0,
            frame: 0,
            ctx: ctx.clone(),
        };
        sheet.measure = sheet.measure_for(page, f32::INFINITY);
        sheet
    }

    /// Begins a frame. Says whether everything has to be laid out again.
    pub(super) fn begin(&mut self, page: &Page<'_>, view_width: f32) -> bool {
        self.frame += 1;
        self.trim();
        let measure = self.measure_for(page, view_width);
        let fonts = self.fonts_now();
        let letters_gone = fonts.fill < self.fonts.fill;
        let same_fonts = Fonts { fill: self.fonts.fill, ..fonts.clone() } == self.fonts;
        let again = letters_gone || !same_fonts || measure != self.measure || self.heights.count() == 0;
        self.fonts = fonts;
        if again {
            self.measure = measure;
            self.let_go();
            self.head = Arc::default();
            self.estimate();
        }
        self.set_head(&page.head);
        again
    }

    /// Forgets what is laid out.
    pub(super) fn let_go(&mut self) {
        self.kept.clear();
        self.kept_bytes = 0;
    }

    pub(super) fn block_count(&self) -> usize {
        self.paragraphs.count() + 1
    }

    /// How many paragraphs are laid out at the moment.
    pub(super) fn laid_count(&self) -> usize {
        self.kept.len()
    }

    /// The block of a byte; never the head.
    pub(super) fn block_of(&self, byte: usize) -> usize {
        self.paragraphs.index_of(byte) + 1
    }

    /// The bytes of a block; none for the head.
    pub(super) fn bytes_of(&self, block: usize) -> std::ops::Range<usize> {
        block.checked_sub(1).map_or(0..0, |index| self.paragraphs.range(index))
    }

    /// The heights, as far as they are known.
    pub(super) fn heights(&self) -> &Heights {
        &self.heights
    }

    /// The height of a block in points; lays it out.
    pub(super) fn height(&mut self, block: usize) -> f32 {
        if block > 0 {
            self.laid(block);
        }
        self.heights.get(block)
    }

    /// A paragraph, laid out.
    pub(super) fn laid(&mut self, block: usize) -> Arc<Laid> {
        if let Some(kept) = self.kept.get_mut(&block) {
            kept.used = self.frame;
            return kept.laid.clone();
        }
        let laid = Arc::new(self.lay_out(block));
        self.heights.set(block, laid.height);
        self.kept_bytes += laid.bytes.len();
        self.kept.insert(block, Kept { laid: laid.clone(), marks: None, used: self.frame });
        laid
    }

    /// The marks of a paragraph and where they are drawn.
    pub(super) fn marks(&mut self, block: usize, page: &Page<'_>) -> Arc<Marks> {
        let laid = self.laid(block);
        let known = self.kept.get(&block).and_then(|kept| kept.marks.clone());
        if let Some(marks) = known.filter(|marks| marks.revision == page.revision) {
            return marks;
        }
        let found = marks_in(page.project, page.document.id, page.suggestions, laid.bytes.clone());
        let marks = Arc::new(Marks::new(&self.ctx, page, found, &laid, &self.measure));
        if let Some(kept) = self.kept.get_mut(&block) {
            kept.marks = Some(marks.clone());
        }
        marks
    }

    fn lay_out(&self, block: usize) -> Laid {
        let bytes = self.bytes_of(block);
        let Measure { text_size, line_height, .. } = self.measure;
        let is_title = block == 1 && self.measure.titled;
        let (family, size, line_height) = if is_title {
            (fonts::SERIF_SEMIBOLD, (text_size * TITLE_RATIO).round(), text_size * 2.0)
        } else {
            (fonts::SERIF, text_size, line_height)
        };
        let format = TextFormat {
            font_id: FontId::new(size, fonts::family(family)),
            line_height: Some(line_height),
            color: Color32::PLACEHOLDER,
            ..TextFormat::default()
        };
        let lay = |words: &str, width: f32| {
            let mut job = LayoutJob::single_section(words.to_owned(), format.clone());
            job.wrap = TextWrapping::wrap_at_width(width);
            job.break_on_newline = false;
            self.ctx.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let (words, width) = (self.text.get(bytes.clone()), self.measure.width);
        let letters = if self.has_rtl && has_rtl(words) {
            Letters::mixed(words, width, &|piece| lay(piece, f32::INFINITY))
        } else {
            Letters::plain(lay(words, width))
        };
        Laid::new(letters, words, bytes, self.blank_height(), self.gap(block))
    }

    /// The space beneath a block in points.
    fn gap(&self, block: usize) -> f32 {
        let end = self.bytes_of(block).end;
        let is_cut = block + 1 < self.block_count() && self.bytes_of(block + 1).start == end;
        if self.line_is_paragraph && !is_cut { self.blank_height() } else { 0.0 }
    }

    /// The height of a line without words, which parts paragraphs, in points.
    fn blank_height(&self) -> f32 {
        (self.measure.line_height * 0.53).round()
    }

    /// Guesses all heights anew from the bytes.
    fn estimate(&mut self) {
        let Measure { text_size, line_height, width, .. } = self.measure;
        let row_bytes = (width / (text_size * 0.48)).max(1.0);
        let (gap, blank) =
            (if self.line_is_paragraph { self.blank_height() } else { 0.0 }, self.blank_height());
        let estimate = |bytes: usize| match bytes {
            0 => blank + gap,
            _ => (bytes as f32 / row_bytes).ceil() * line_height + gap,
        };
        let paragraphs = self.paragraphs.iter().map(|range| estimate(range.len()));
        self.heights = Heights::new([0.0].into_iter().chain(paragraphs));
    }

    fn set_head(&mut self, head: &Head<'_>) {
        if !self.head.is_of(head) {
            self.head = Arc::new(HeadLaid::new(&self.ctx, head, &self.measure));
            self.heights.set(0, self.head.height);
        }
    }

    /// The column for a view of this width.
    fn measure_for(&self, page: &Page<'_>, view_width: f32) -> Measure {
        let text_size = page.text_size.clamp(6.0, 96.0);
        let font = FontId::new(text_size, fonts::family(fonts::SERIF));
        let mean = self.ctx.fonts_mut(|fonts| {
            let widths = COMMON.chars().map(|letter| fonts.glyph_width(&font, letter));
            widths.sum::<f32>() / COMMON.chars().count() as f32
        });
        let margins = if view_width < 480.0 { 32.0 } else { 64.0 };
        let width = (mean * page.column_chars).min(view_width - margins).max(80.0).round();
        let line_height = (text_size * page.line_ratio).round();
        Measure { text_size, line_height, width, titled: page.head.title_stands_first }
    }

    fn fonts_now(&self) -> Fonts {
        let pixels_per_point = self.ctx.pixels_per_point();
        self.ctx.fonts(|fonts| Fonts {
            pixels_per_point,
            options: *fonts.options(),
            found: fonts.discovered_fonts().len(),
            fill: fonts.font_atlas_fill_ratio(),
        })
    }

    /// Lets go of paragraphs that were not in view for the longest time.
    fn trim(&mut self) {
        if self.kept.len() <= KEPT_PARAGRAPHS && self.kept_bytes <= KEPT_BYTES {
            return;
        }
        let mut by_age: Vec<(u64, usize)> =
            self.kept.iter().map(|(block, kept)| (kept.used, *block)).collect();
        by_age.sort_unstable();
        for (used, block) in by_age {
            // Half, so that this is seldom; never what the last frame showed.
            let enough = self.kept.len() <= KEPT_PARAGRAPHS / 2 && self.kept_bytes <= KEPT_BYTES / 2;
            if enough || used + 1 >= self.frame {
                return;
            }
            if let Some(kept) = self.kept.remove(&block) {
                self.kept_bytes -= kept.laid.bytes.len();
            }
        }
    }
}

/// How much larger the title is than the words.
pub(super) const TITLE_RATIO: f32 = 1.54;

/// News prose: the mean width of its letters is that of a character.
const COMMON: &str = "There was no substantial meeting between officials at a key conference in Moscow over the \
    weekend, but signs are emerging that talks could resume in coming weeks, South Korea’s envoy said.";
