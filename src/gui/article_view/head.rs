//! What stands above the words: the title and one quiet line of facts. It scrolls with them.

use super::sheet::{Measure, TITLE_RATIO};
use crate::gui::{fonts, theme::Tokens};
use egui::{
    Color32, Context, CursorIcon, FontId, Galley, Id, Pos2, Rect, Role, Sense, Shape, Ui, Vec2, WidgetInfo,
    pos2, text::LayoutJob, vec2,
};
use std::sync::Arc;

/// Space above the title, between title and facts, and above the first words; in points.
const ABOVE: f32 = 36.0;
const BETWEEN: f32 = 8.0;
const BELOW: f32 = 24.0;
const FACT_HEIGHT: f32 = 20.0;

/// What is shown above the words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// The headline; nothing is shown where it is empty.
    pub title: &'a str,
    /// The first line of the words is the headline: it is set as one, so that it does not stand there twice.
    pub title_stands_first: bool,
    /// In one line, with dots between them.
    pub facts: &'a [Fact],
}

/// One thing known about the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    pub text: String,
    /// Makes it a link; a click comes back as [`super::Event::FactClicked`].
    pub id: Option<&'static str>,
}

/// The head, laid out.
#[derive(Default)]
pub(super) struct HeadLaid {
    /// In points; 0 only before it was laid out.
    pub(super) height: f32,
    title: Option<(String, Arc<Galley>)>,
    facts: Vec<(Fact, Vec2, Arc<Galley>)>,
}

impl HeadLaid {
    pub(super) fn new(ctx: &Context, head: &Head<'_>, measure: &Measure) -> Self {
        let mut y = ABOVE;
        let mut title = None;
        if !head.title.is_empty() {
            let font =
                FontId::new((measure.text_size * TITLE_RATIO).round(), fonts::family(fonts::SERIF_SEMIBOLD));
            let mut job = LayoutJob::simple(head.title.to_owned(), font, Color32::PLACEHOLDER, measure.width);
            job.sections
                .iter_mut()
                .for_each(|section| section.format.line_height = Some(measure.text_size * 2.0));
            let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
            y += galley.size().y + BETWEEN;
            title = Some((head.title.to_owned(), galley));
        }
        let font = FontId::proportional(12.5);
        let mut x = 0.0;
        let mut facts = Vec::with_capacity(head.facts.len());
        for fact in head.facts {
            let galley = ctx.fonts_mut(|fonts| {
                fonts.layout_no_wrap(fact.text.clone(), font.clone(), Color32::PLACEHOLDER)
            });
            if x > 0.0 && x + galley.size().x > measure.width {
                (x, y) = (0.0, y + FACT_HEIGHT);
            }
            let next = x + galley.size().x + DOT_SPACE;
            facts.push((fact.clone(), vec2(x, y), galley));
            x = next;
        }
        let height = y + if facts.is_empty() { 0.0 } else { FACT_HEIGHT } + BELOW;
        Self { height: height.round(), title, facts }
    }

    /// Whether it shows this.
    pub(super) fn is_of(&self, head: &Head<'_>) -> bool {
        let title = self.title.as_ref().map_or("", |(title, _)| title);
        self.height > 0.0 && title == head.title && self.facts.iter().map(|(fact, ..)| fact).eq(head.facts)
    }

    /// Draws it at `corner`; gives the fact that was clicked.
    pub(super) fn show(&self, ui: &Ui, id: Id, corner: Pos2, t: &Tokens) -> Option<&'static str> {
        if let Some((title, galley)) = &self.title {
            let at = corner + vec2(0.0, ABOVE);
            let rect = Rect::from_min_size(at, galley.size());
            let response = ui.interact(rect, id.with("title"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            ui.painter().galley(at, galley.clone(), t.ink);
        }
        let mut clicked = None;
        for (index, (fact, offset, galley)) in self.facts.iter().enumerate() {
            let rect = Rect::from_min_size(corner + *offset, galley.size());
            if offset.x > 0.0 {
                let dot = pos2(rect.left() - DOT_SPACE / 2.0, rect.center().y);
                ui.painter().circle_filled(dot, 1.0, t.muted);
            }
            if fact_ui(ui, id.with(("fact", index)), fact, rect, galley, t) {
                clicked = fact.id;
            }
        }
        clicked
    }
}

/// Space between two facts in points, with a dot in its middle.
const DOT_SPACE: f32 = 14.0;

/// One fact; whether it was clicked.
fn fact_ui(ui: &Ui, id: Id, fact: &Fact, rect: Rect, galley: &Arc<Galley>, t: &Tokens) -> bool {
    let (sense, role) = match fact.id {
        Some(_) => (Sense::click(), Role::Link),
        None => (Sense::hover(), Role::Label),
    };
    let response = ui.interact(rect.expand2(vec2(2.0, 4.0)), id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, &fact.text));
    let mut colour = t.muted;
    if fact.id.is_some() {
        if response.hovered() || response.has_focus() {
            colour = t.ink;
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        let y = rect.bottom() + 1.0;
        let path = [pos2(rect.left(), y), pos2(rect.right(), y)];
        ui.painter().extend(Shape::dotted_line(&path, colour, 3.0, 0.6));
    }
    ui.painter().galley(rect.min, galley.clone(), colour);
    response.clicked()
}
