//! The map to be moved and clicked: the wheel zooms at the pointer, dragging moves, the keys + − and arrows do the same,
//! Home shows all of it.

use super::{Chosen, Map, TiesDesk, paint};
use crate::{
    gui::{app::App, theme, widgets},
    words::say,
};
use egui::{
    CursorIcon, EventFilter, Key, Modifiers, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo,
    accesskit::Role, vec2,
};

/// So near to a line is on it, in points.
const NEAR: f32 = 5.0;
/// The keys move it by so many points.
const STEP: f32 = 60.0;

/// Where all of it lies in this frame.
pub struct Scene<'m> {
    pub map: &'m Map,
    pub canvas: Rect,
    /// One for each node.
    pub at: Vec<Pos2>,
    pub chosen: Option<Chosen>,
    /// The node or tie under the pointer.
    pub hovered: Option<Chosen>,
}

impl Scene<'_> {
    /// Where a node lies.
    pub fn place(&self, node: usize) -> Pos2 {
        self.at.get(node).copied().unwrap_or_default()
    }

    /// The ends of a line, moved aside where several relations tie the same two.
    pub fn line(&self, from: usize, to: usize, aside: f32) -> [Pos2; 2] {
        let (from, to) = (self.place(from), self.place(to));
        let shift = (to - from).normalized().rot90() * aside;
        [from + shift, to + shift]
    }
}

/// Draws it and takes what the mouse and the keys say.
pub fn ui(app: &App, ui: &mut Ui, desk: &mut TiesDesk, map: &Map) {
    let (canvas, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, say!("map-of-ties")));
    desk.camera.fit_once(&map.layout, canvas);
    if !desk.has_keyboard && app.desk.overlay.is_none() {
        response.request_focus();
        desk.has_keyboard = true;
    }
    move_by_mouse(ui, desk, &response, canvas);
    let has_keys = app.desk.overlay.is_none() && !ui.ctx().text_edit_focused();
    if has_keys && !egui::Popup::is_any_open(ui.ctx()) {
        move_by_keys(ui, desk, &response, map, canvas);
    }
    let at: Vec<Pos2> = map.layout.places.iter().map(|place| desk.camera.at(canvas, *place)).collect();
    let mut scene = Scene { map, canvas, at, chosen: desk.chosen, hovered: None };
    let clicked = nodes_ui(app, ui, &mut scene);
    if scene.hovered.is_none() {
        scene.hovered = response.hover_pos().and_then(|pointer| tie_at(&scene, pointer));
    }
    paint::paint(app, ui, &scene);
    if response.has_focus() {
        widgets::focus_ring(ui, &response, canvas.shrink(1.0));
    }
    if response.clicked() {
        desk.chosen = scene.hovered;
    }
    if clicked.is_some() {
        desk.chosen = clicked;
    }
    if scene.hovered.is_some() && !response.dragged() {
        let text = hover_text(app, &scene);
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text_at_pointer(text);
    }
}

fn move_by_mouse(ui: &Ui, desk: &mut TiesDesk, response: &Response, canvas: Rect) {
    if response.dragged() {
        desk.camera.shift(response.drag_delta());
    }
    // A node lies over the map, but the wheel is the map's.
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|pointer| canvas.contains(*pointer));
    if let Some(pointer) = pointer.filter(|_| ui.ui_contains_pointer()) {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        let factor = (wheel.y * 0.005).exp() * pinch;
        if (factor - 1.0).abs() > f32::EPSILON {
            desk.camera.zoom(canvas, factor, pointer);
        }
        if wheel.x.abs() > 0.0 {
            desk.camera.shift(vec2(wheel.x, 0.0));
        }
    }
}

fn move_by_keys(ui: &Ui, desk: &mut TiesDesk, response: &Response, map: &Map, canvas: Rect) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Plus) || pressed(Key::Equals) {
        desk.camera.zoom(canvas, 1.25, canvas.center());
    }
    if pressed(Key::Minus) {
        desk.camera.zoom(canvas, 0.8, canvas.center());
    }
    if pressed(Key::Home) {
        desk.camera.fit(&map.layout, canvas);
    }
    let ways = [
        (Key::ArrowLeft, Vec2::RIGHT),
        (Key::ArrowRight, Vec2::LEFT),
        (Key::ArrowUp, Vec2::DOWN),
        (Key::ArrowDown, Vec2::UP),
    ];
    for (key, way) in ways {
        if pressed(key) {
            desk.camera.shift(way * STEP);
        }
    }
}

/// Each node in sight is a button; the one that was clicked.
fn nodes_ui(app: &App, ui: &Ui, scene: &mut Scene<'_>) -> Option<Chosen> {
    let schema = app.session.project().schema();
    let mut clicked = None;
    for (node, at) in scene.map.ties.nodes.iter().zip(&scene.at) {
        let rect = Rect::from_center_size(*at, Vec2::splat(2.0 * paint::radius(node) + 4.0));
        if !rect.intersects(scene.canvas) {
            continue;
        }
        let id = ui.scope_id().with(("node", node.entity));
        let response = ui.interact(rect.intersect(scene.canvas), id, Sense::click());
        let this = Chosen::Entity(node.entity);
        response.widget_info(|| {
            let name = format!("{}, {}", node.name, schema.name_of(node.label));
            WidgetInfo::selected(Role::Button, true, scene.chosen == Some(this), name)
        });
        if response.hovered() || response.has_focus() {
            scene.hovered = Some(this);
        }
        if response.clicked() {
            clicked = Some(this);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    clicked
}

/// The tie under the pointer: a relation before sentences in common.
fn tie_at(scene: &Scene<'_>, pointer: Pos2) -> Option<Chosen> {
    let is_near = |[from, to]: [Pos2; 2]| {
        let along = to - from;
        let share = ((pointer - from).dot(along) / along.length_sq().max(0.01)).clamp(0.0, 1.0);
        (from + along * share).distance(pointer) <= NEAR
    };
    let ties = &scene.map.ties;
    let asides = paint::asides(ties);
    let mut strong = ties.strong.iter().zip(asides);
    if let Some((tie, _)) = strong.find(|(tie, aside)| is_near(scene.line(tie.from, tie.to, *aside))) {
        let (from, to) = scene.map.ends(tie.from, tie.to)?;
        return Some(Chosen::Strong(from, to, tie.kind));
    }
    let faint = ties.faint.iter().find(|tie| is_near(scene.line(tie.first, tie.second, 0.0)))?;
    let (first, second) = scene.map.ends(faint.first, faint.second)?;
    Some(Chosen::Faint(first, second))
}

fn hover_text(app: &App, scene: &Scene<'_>) -> String {
    let name = |entity| scene.map.name(entity);
    match scene.hovered {
        None => String::new(),
        Some(Chosen::Entity(entity)) => {
            let node = scene.map.ties.nodes.iter().find(|node| node.entity == entity);
            let count = node.map_or(0, |node| node.mention_count);
            format!("{} · {}", name(entity), say!("mention-count", count = count))
        }
        Some(chosen) => super::side::title(app, scene.map, chosen),
    }
}

/// The margin of words on the map.
pub const WORDS_MARGIN: f32 = theme::MARGIN / 4.0;
