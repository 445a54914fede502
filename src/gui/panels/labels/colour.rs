//! The colour of a label: chosen or typed, how it looks in both themes, and whether it can be read there.

use super::{draft::LabelDraft, fields};
use crate::{
    gui::{fonts, theme, theme::Tokens},
    model::{Colour, Label, Schema},
    words::say,
};
use egui::{
    Color32, FontId, Rect, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

/// Colours to choose from and a field for any other; whether one was chosen, or the field was left.
pub(super) fn ui(ui: &mut Ui, draft: &mut LabelDraft, label: &Label) -> bool {
    fields::caption(ui, say!("label-colour"));
    let mut is_left = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for colour in Schema::colours() {
            if swatch(ui, colour, label.colour == colour).clicked() && label.colour != colour {
                draft.colour = colour.to_string();
                is_left = true;
            }
        }
        let field = TextEdit::singleline(&mut draft.colour).desired_width(72.0).id_salt("label colour");
        let field = ui.add(field);
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("label-colour-field")));
        is_left |= field.lost_focus();
    });
    let colour = draft.parsed_colour();
    if colour.is_none() {
        fields::trouble_ui(ui, Some(say!("label-colour-wrong").to_owned()));
    }
    let colour = colour.unwrap_or(label.colour);
    ui.add_space(4.0);
    samples_ui(ui, colour, &draft.name);
    contrast_ui(ui, colour);
    is_left
}

fn swatch(ui: &mut Ui, colour: Colour, is_chosen: bool) -> egui::Response {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::click());
    let said = say!("label-colour-is", colour = colour.to_string());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &said));
    ui.painter().rect_filled(rect.shrink(4.0), 4, theme::label_colour(colour, tokens.dark));
    if is_chosen || response.hovered() {
        let line = if is_chosen { tokens.ink } else { tokens.line };
        ui.painter().rect_stroke(rect.shrink(1.0), 6, Stroke::new(1.5, line), StrokeKind::Inside);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6, Stroke::new(2.0, tokens.accent), StrokeKind::Outside);
    }
    response
}

/// A mark and a suggestion of it on the pages of both themes.
fn samples_ui(ui: &mut Ui, colour: Colour, name: &str) {
    ui.horizontal(|ui| {
        let width = ((ui.available_width() - 8.0) / 2.0).max(80.0);
        for dark in [false, true] {
            let (rect, _) = ui.allocate_exact_size(vec2(width, 52.0), Sense::hover());
            sample(ui, rect, &Tokens::of(dark), colour, name);
        }
    });
}

fn sample(ui: &Ui, rect: Rect, t: &Tokens, colour: Colour, name: &str) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect(rect, theme::CORNER, t.page, Stroke::new(1.0, t.line), StrokeKind::Inside);
    let (line, text) = (theme::label_colour(colour, t.dark), theme::label_text_colour(colour, t.dark));
    let serif = FontId::new(15.0, fonts::family(fonts::SERIF));
    let word = |words: &str, ink: Color32| painter.layout_no_wrap(words.to_owned(), serif.clone(), ink);
    let (marked, open) = (word(say!("sample-marked"), t.ink), word(say!("sample-suggested"), t.ink));
    let baseline = rect.top() + 22.0;
    let first = Rect::from_min_size(pos2(rect.left() + 14.0, baseline), marked.size());
    let second = Rect::from_min_size(pos2(first.right() + 12.0, baseline), open.size());
    painter.rect_filled(first.expand2(vec2(2.0, 0.0)), 4, theme::tint(line, t.dark));
    for (place, thick) in [(first.expand2(vec2(2.0, 0.0)), 2.0), (second, 1.0)] {
        let under = Rect::from_x_y_ranges(place.x_range(), place.bottom()..=place.bottom() + thick);
        painter.rect_filled(under, 0, line);
    }
    painter.galley(first.min, marked, t.ink);
    painter.galley(second.min, open, t.ink);
    let font = FontId::new(10.5, fonts::family(fonts::SEMIBOLD));
    let chip = painter.layout_no_wrap(name.trim().to_owned(), font, theme::text_on(text));
    let size = vec2(chip.size().x + 10.0, 14.0);
    let place = Rect::from_min_size(pos2(first.left() - 2.0, first.top() - 15.0), size);
    painter.rect_filled(place, 4, text);
    painter.galley(place.center() - chip.size() / 2.0, chip, Color32::PLACEHOLDER);
}

/// The contrast with both pages, and what is done where it is too low.
fn contrast_ui(ui: &mut Ui, colour: Colour) {
    let tokens = theme::tokens(ui.ctx());
    let found = [false, true].map(|dark| theme::label_contrast(colour, dark));
    let [light, dark] = found.map(|contrast| format!("{contrast:.1} : 1"));
    let is_low = found.map(|contrast| contrast < theme::TEXT_CONTRAST);
    let line = say!("contrast", light = light, dark = dark);
    ui.label(RichText::new(line).small().color(tokens.muted));
    let low = match is_low {
        [false, false] => return,
        [true, false] => say!("contrast-light"),
        [false, true] => say!("contrast-dark"),
        [true, true] => say!("contrast-both"),
    };
    ui.label(RichText::new(low).small().color(tokens.muted));
}
