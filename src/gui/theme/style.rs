//! egui's whole `Style`, made from the tokens: hairlines instead of boxes, no shadows, spacing in fours.

use super::{CORNER, READING_SIZE, TITLE_SIZE, Tokens, mix};
use crate::gui::fonts::{SEMIBOLD, SERIF, SERIF_SEMIBOLD, family};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals,
    style::{
        Interaction, ScrollFadeStyle, ScrollStyle, Selection, Spacing, TextCursorStyle, WidgetVisuals,
        Widgets,
    },
    vec2,
};
use std::collections::BTreeMap;

/// How long things glide.
pub(super) const ANIMATION_SECONDS: f32 = 0.1;

/// The title of an article.
pub fn title() -> TextStyle {
    TextStyle::Name("title".into())
}

/// The words of an article.
pub fn reading() -> TextStyle {
    TextStyle::Name("reading".into())
}

/// Names in lists: body size, half bold.
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// Headings of small groups: `ARTICLES`.
pub fn caption() -> TextStyle {
    TextStyle::Name("caption".into())
}

pub(super) fn style(tokens: &Tokens) -> Style {
    Style {
        text_styles: text_styles(),
        spacing: spacing(),
        interaction: Interaction {
            selectable_labels: false,
            multi_widget_text_select: false,
            tooltip_delay: 0.4,
            ..Interaction::default()
        },
        visuals: visuals(tokens),
        animation_time: ANIMATION_SECONDS,
        ..Style::default()
    }
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    use FontFamily::{Monospace, Proportional};
    [
        (TextStyle::Small, FontId::new(11.5, Proportional)),
        (TextStyle::Body, FontId::new(13.0, Proportional)),
        (TextStyle::Button, FontId::new(13.0, Proportional)),
        (TextStyle::Heading, FontId::new(16.0, family(SEMIBOLD))),
        (TextStyle::Monospace, FontId::new(12.5, Monospace)),
        (strong(), FontId::new(13.0, family(SEMIBOLD))),
        (caption(), FontId::new(11.0, family(SEMIBOLD))),
        (title(), FontId::new(TITLE_SIZE, family(SERIF_SEMIBOLD))),
        (reading(), FontId::new(READING_SIZE, family(SERIF))),
    ]
    .into()
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(8.0, 4.0),
        window_margin: Margin::same(16),
        menu_margin: Margin::same(8),
        button_padding: vec2(8.0, 4.0),
        indent: 16.0,
        interact_size: vec2(40.0, 28.0),
        slider_width: 160.0,
        slider_rail_height: 4.0,
        combo_width: 120.0,
        text_edit_width: 240.0,
        icon_width: 16.0,
        icon_width_inner: 8.0,
        icon_spacing: 8.0,
        tooltip_width: 360.0,
        menu_width: 320.0,
        menu_spacing: 4.0,
        combo_height: 320.0,
        scroll: ScrollStyle {
            bar_width: 8.0,
            floating_width: 4.0,
            handle_min_length: 24.0,
            bar_outer_margin: 2.0,
            foreground_color: true,
            active_handle_opacity: 0.25,
            interact_handle_opacity: 0.45,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            fade: ScrollFadeStyle { strength: 0.0, size: 0.0 },
            ..ScrollStyle::floating()
        },
        ..Spacing::default()
    }
}

fn visuals(t: &Tokens) -> Visuals {
    let base = if t.dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        weak_text_color: Some(t.muted),
        widgets: widgets(t),
        selection: Selection { bg_fill: t.selected_words(), stroke: Stroke::new(1.0, t.accent) },
        hyperlink_color: t.accent,
        faint_bg_color: mix(t.background, t.selected, 0.5),
        extreme_bg_color: t.page,
        text_edit_bg_color: Some(t.page),
        code_bg_color: t.selected,
        warn_fg_color: t.warning,
        error_fg_color: t.error,
        window_corner_radius: CornerRadius::same(8),
        window_shadow: Shadow::NONE,
        window_fill: t.background,
        window_stroke: Stroke::new(1.0, strong_line(t)),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(CORNER),
        panel_fill: t.background,
        popup_shadow: Shadow::NONE,
        // A blinking caret would draw frames while nothing happens.
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(1.5, t.accent),
            blink: false,
            ..TextCursorStyle::default()
        },
        collapsing_header_frame: false,
        indent_has_left_vline: false,
        slider_trailing_fill: true,
        ..base
    }
}

fn widgets(t: &Tokens) -> Widgets {
    let widget = |fill: Color32, line: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(CORNER),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    let pressed = mix(t.selected, t.ink, 0.08);
    Widgets {
        noninteractive: widget(t.background, t.line, t.ink),
        // `bg_fill` is the rail of sliders and the box of check marks: it must show on the page too.
        inactive: WidgetVisuals {
            bg_fill: t.line,
            weak_bg_fill: t.background,
            ..widget(t.background, t.line, t.ink)
        },
        hovered: widget(t.selected, strong_line(t), t.ink),
        // Also what has the keyboard's focus.
        active: widget(pressed, t.accent, t.ink),
        open: widget(t.selected, strong_line(t), t.ink),
    }
}

/// A hairline that has to hold against the selected row.
fn strong_line(t: &Tokens) -> Color32 {
    mix(t.line, t.ink, 0.14)
}
