//! The look of the window, from a few colours: one place for everything that is set in egui's `Style`.
//!
//! [`install`] sets both themes once; widgets ask [`tokens`] for the colours of the one in use.

mod colour;
mod style;

pub use colour::{
    LINE_CONTRAST, TEXT_CONTRAST, colour_of, contrast, label_colour, label_contrast, label_text_colour, mix,
    text_on, tint,
};
pub use style::{caption, reading, strong, title};

use egui::{Color32, Theme};

/// Size of the words of an article, in points, unless the reader chose another.
pub const READING_SIZE: f32 = 17.5;
/// From one line of an article to the next in sizes of its letters, unless the reader chose another.
pub const LINE_RATIO: f32 = 1.78;
/// Size of an article's title, in points.
pub const TITLE_SIZE: f32 = 27.0;
/// Corners of buttons, rows and marks, in points.
pub const CORNER: u8 = 6;
/// The outer margin of panels, in points.
pub const MARGIN: f32 = 16.0;

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Whether it is the dark theme.
    pub dark: bool,
    /// Behind panels and bars.
    pub background: Color32,
    /// Behind the article and in fields.
    pub page: Color32,
    /// Words.
    pub ink: Color32,
    /// Words that stand back.
    pub muted: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Behind the selected row, and behind buttons under the pointer.
    pub selected: Color32,
    /// The one colour that calls: focus, progress, the open tab.
    pub accent: Color32,
    /// Words on the accent.
    pub on_accent: Color32,
    /// Saved, done; for dots and icons.
    pub good: Color32,
    /// Something to look at.
    pub warning: Color32,
    /// Something failed.
    pub error: Color32,
}

impl Tokens {
    /// The light theme.
    pub const LIGHT: Self = Self {
        dark: false,
        background: rgb(0xf6_f5_f2),
        page: rgb(0xff_fe_fb),
        ink: rgb(0x23_26_2b),
        muted: rgb(0x64_69_71),
        line: rgb(0xe3_e0_d9),
        selected: rgb(0xec_e9_e1),
        accent: rgb(0x2f_5f_b3),
        on_accent: Color32::WHITE,
        good: rgb(0x2f_8f_5b),
        warning: rgb(0x8a_5a_0b),
        error: rgb(0xb3_36_3e),
    };

    /// The dark theme.
    pub const DARK: Self = Self {
        dark: true,
        background: rgb(0x17_19_1d),
        page: rgb(0x1e_21_26),
        ink: rgb(0xdf_e1_e5),
        muted: rgb(0x8f_95_9e),
        line: rgb(0x2c_30_37),
        selected: rgb(0x26_2a_31),
        accent: rgb(0x7a_a2_f0),
        on_accent: rgb(0x12_14_17),
        good: rgb(0x4c_b0_7c),
        warning: rgb(0xd9_a6_4a),
        error: rgb(0xf0_80_86),
    };

    /// Those of a theme.
    pub const fn of(dark: bool) -> Self {
        if dark { Self::DARK } else { Self::LIGHT }
    }

    /// Behind selected words, opaque.
    pub fn selected_words(&self) -> Color32 {
        mix(self.page, self.accent, if self.dark { 0.32 } else { 0.2 })
    }
}

/// The colours of the theme in use. Takes a `&Ui` as well.
pub fn tokens(ctx: &egui::Context) -> Tokens {
    Tokens::of(ctx.theme() == Theme::Dark)
}

/// Sets both themes: colours, text styles, spacing. The fonts are set apart, with [`super::fonts::definitions`].
pub fn install(ctx: &egui::Context) {
    ctx.set_style_of(Theme::Light, style::style(&Tokens::LIGHT));
    ctx.set_style_of(Theme::Dark, style::style(&Tokens::DARK));
}

/// Whether things glide, or are at once where they go.
pub fn set_motion(ctx: &egui::Context, glides: bool) {
    ctx.all_styles_mut(|style| style.animation_time = if glides { style::ANIMATION_SECONDS } else { 0.0 });
}

const fn rgb(value: u32) -> Color32 {
    let [_, red, green, blue] = value.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}
