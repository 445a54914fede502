//! Colours of labels made readable: what a label's colour becomes in the light and in the dark theme.
//!
//! Contrast is that of WCAG 2: 1 between equal colours, 21 between black and white.

use super::Tokens;
use crate::model::{Colour, LabelId, Schema};
use egui::{Color32, lerp};

/// The least contrast of words with what is behind them.
pub const TEXT_CONTRAST: f32 = 4.5;
/// The least contrast of lines and dots with what is behind them.
pub const LINE_CONTRAST: f32 = 3.0;

/// Share of a label's colour in the tint behind an accepted mark.
const TINT_LIGHT: f32 = 0.14;
const TINT_DARK: f32 = 0.26;

/// A label's colour for lines, outlines and dots: contrast of at least 3:1 with page and background.
pub fn label_colour(colour: Colour, dark: bool) -> Color32 {
    readable(plain(colour), LINE_CONTRAST, dark)
}

/// The colour for lines of a label of a schema; quiet where the schema does not have it.
pub fn colour_of(schema: &Schema, label: LabelId, tokens: &Tokens) -> Color32 {
    schema.get(label).map_or(tokens.muted, |label| label_colour(label.colour, tokens.dark))
}

/// A label's colour for words: contrast of at least 4.5:1 with page and background.
pub fn label_text_colour(colour: Colour, dark: bool) -> Color32 {
    readable(plain(colour), TEXT_CONTRAST, dark)
}

/// The contrast of a label's own colour with page and background, whichever is less: what words in it would have.
pub fn label_contrast(colour: Colour, dark: bool) -> f32 {
    let tokens = Tokens::of(dark);
    contrast(plain(colour), tokens.page).min(contrast(plain(colour), tokens.background))
}

/// The soft colour behind an accepted mark, half transparent: 14 % of `colour`, 26 % in the dark.
pub fn tint(colour: Color32, dark: bool) -> Color32 {
    colour.gamma_multiply(if dark { TINT_DARK } else { TINT_LIGHT })
}

/// The colour in between: all `from` at `share` 0, all `to` at 1.
pub fn mix(from: Color32, to: Color32, share: f32) -> Color32 {
    let part = |from: u8, to: u8| lerp(f32::from(from)..=f32::from(to), share).round() as u8;
    Color32::from_rgb(part(from.r(), to.r()), part(from.g(), to.g()), part(from.b(), to.b()))
}

/// The contrast of two opaque colours, 1–21.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// White or black, whichever is read better on `behind`.
pub fn text_on(behind: Color32) -> Color32 {
    let white = contrast(Color32::WHITE, behind) >= TEXT_CONTRAST;
    if white { Color32::WHITE } else { Color32::from_rgb(0x12, 0x14, 0x17) }
}

fn plain(colour: Colour) -> Color32 {
    Color32::from_rgb(colour.red, colour.green, colour.blue)
}

/// The colour moved towards white or black until its contrast with both surfaces is enough.
fn readable(colour: Color32, least: f32, dark: bool) -> Color32 {
    let tokens = Tokens::of(dark);
    let target = if dark { Color32::WHITE } else { Color32::BLACK };
    let steps = (0..=50_u8).map(|step| mix(colour, target, f32::from(step) / 50.0));
    let fits = |colour: &Color32| {
        contrast(*colour, tokens.page) >= least && contrast(*colour, tokens.background) >= least
    };
    steps.into_iter().find(fits).unwrap_or(target)
}

/// Relative luminance, 0–1.
fn luminance(colour: Color32) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Schema;

    fn check(what: &str, one: Color32, other: Color32, least: f32) {
        let found = contrast(one, other);
        assert!(found >= least, "{what}: {found:.2} is less than {least}");
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(Color32::from_rgb(0x77, 0x77, 0x77), Color32::WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn every_label_can_be_read_in_both_themes() {
        for schema in [Schema::news_analyst(), Schema::conll_2003(), Schema::ontonotes_18()] {
            for ((_, label), dark) in schema.labels().flat_map(|label| [(label, false), (label, true)]) {
                let tokens = Tokens::of(dark);
                let (line, text) = (label_colour(label.colour, dark), label_text_colour(label.colour, dark));
                for behind in [tokens.page, tokens.background] {
                    check(&label.name, line, behind, LINE_CONTRAST);
                    check(&label.name, text, behind, TEXT_CONTRAST);
                }
                let behind = mix(tokens.page, line, if dark { TINT_DARK } else { TINT_LIGHT });
                check(&label.name, tokens.ink, behind, TEXT_CONTRAST);
                check(&label.name, text_on(text), text, TEXT_CONTRAST);
            }
        }
    }

    #[test]
    fn every_pair_of_tokens_used_for_words_can_be_read() {
        for dark in [false, true] {
            let t = Tokens::of(dark);
            for behind in [t.background, t.page, t.selected] {
                check("ink", t.ink, behind, 7.0);
                check("muted", t.muted, behind, TEXT_CONTRAST);
                check("accent", t.accent, behind, TEXT_CONTRAST);
                check("good", t.good, behind, LINE_CONTRAST);
                check("warning", t.warning, behind, TEXT_CONTRAST);
                check("error", t.error, behind, TEXT_CONTRAST);
            }
            check("on accent", t.on_accent, t.accent, TEXT_CONTRAST);
            check("selected words", t.ink, t.selected_words(), TEXT_CONTRAST);
        }
    }
}
