//! The fonts of the window: Inter for the interface, Source Serif 4 for reading.
//!
//! Both are carried in `assets/fonts`, cut to Latin, Greek and Cyrillic. What they lack comes from egui's symbols
//! and emoji, and then from the fonts of the system, which eframe looks up by itself.

use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// Half-bold Inter, for names and headings of the interface.
pub const SEMIBOLD: &str = "semibold";
/// Source Serif 4, for the words of an article.
pub const SERIF: &str = "serif";
/// Half-bold Source Serif 4, for the title of an article.
pub const SERIF_SEMIBOLD: &str = "serif-semibold";

const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
const INTER_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");
const SOURCE_SERIF: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf");
const SOURCE_SERIF_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4-SemiBold.ttf");

/// A font family by one of the names above.
pub fn family(name: &str) -> FontFamily {
    FontFamily::Name(name.into())
}

/// All families: `Proportional` is Inter, `Monospace` egui's own, and the three named ones.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let symbols = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let rows = [
        (FontFamily::Proportional, "Inter", INTER, None),
        (family(SEMIBOLD), "Inter SemiBold", INTER_SEMIBOLD, None),
        (family(SERIF), "Source Serif 4", SOURCE_SERIF, Some("Inter")),
        (family(SERIF_SEMIBOLD), "Source Serif 4 SemiBold", SOURCE_SERIF_SEMIBOLD, Some("Inter SemiBold")),
    ];
    for (family, name, bytes, next) in rows {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let chain = [Some(name), next].into_iter().flatten().map(str::to_owned);
        fonts.families.insert(family, chain.chain(symbols.iter().cloned()).collect());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::FontId;

    #[test]
    fn every_family_has_letters_quotes_and_emoji() {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        ctx.run_ui(egui::RawInput::default(), |ui| {
            for name in [SEMIBOLD, SERIF, SERIF_SEMIBOLD] {
                let font = FontId::new(14.0, family(name));
                let has = |c: &char| ui.fonts_mut(|fonts| fonts.has_glyph(&font, *c));
                let missing: String = "Aé“”’–…·Жω😀".chars().filter(|c| !has(c)).collect();
                assert_eq!(missing, "", "{name}");
            }
        })
        .drop_without_applying_deltas();
    }
}
