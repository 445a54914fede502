//! How the map looks: faint lines first, then relations, then the entities with a sign for their label and their names.
//!
//! A name that would lie on another one is left out until there is room; what is chosen or under the pointer has its
//! name always.

use super::{
    Chosen,
    canvas::{Scene, WORDS_MARGIN},
};
use crate::{
    gui::{
        app::App,
        theme::{self, Tokens},
    },
    model::EntityId,
    view::{TieNode, Ties},
};
use egui::{Color32, Pos2, Rect, Shape, Stroke, TextStyle, Ui, Vec2, pos2, vec2};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Between two relations of the same two entities, in points.
const BESIDE: f32 = 6.0;
/// Names longer than this are cut.
const LONGEST: usize = 28;

/// How large a node is: more mentions, more area, within bounds.
pub fn radius(node: &TieNode) -> f32 {
    9.0 + (node.mention_count as f32).sqrt().min(8.0)
}

/// How far each strong tie stands aside, so that those of the same two entities lie beside each other.
pub fn asides(ties: &Ties) -> Vec<f32> {
    let mut seen: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let aside = |(from, to): (usize, usize)| {
        let count = seen.entry((from.min(to), from.max(to))).or_default();
        let step = count.div_ceil(2) as f32 * BESIDE * if *count % 2 == 1 { 1.0 } else { -1.0 };
        *count += 1;
        // Aside is to the right of the way: the other way round it is the other side.
        if from < to { step } else { -step }
    };
    ties.strong.iter().map(|tie| (tie.from, tie.to)).map(aside).collect()
}

/// Draws the map.
pub fn paint(app: &App, ui: &Ui, scene: &Scene<'_>) {
    let tokens = theme::tokens(ui.ctx());
    faint(ui, scene, &tokens);
    strong(app, ui, scene, &tokens);
    for (node, at) in scene.map.ties.nodes.iter().zip(&scene.at) {
        let is_in_sight = scene.canvas.expand(radius(node)).contains(*at);
        if is_in_sight {
            disc(app, ui, scene, node, *at, &tokens);
        }
    }
    names(ui, scene, &tokens);
}

/// Whether what is chosen or under the pointer has to do with a tie of these two; all has while nothing is.
fn is_of_interest(scene: &Scene<'_>, one: usize, other: usize) -> bool {
    let Some(ends) = scene.map.ends(one, other) else {
        return false;
    };
    let has = |entity: EntityId| ends.0 == entity || ends.1 == entity;
    match scene.hovered.or(scene.chosen) {
        None => true,
        Some(Chosen::Entity(entity)) => has(entity),
        Some(Chosen::Strong(from, to, _)) => has(from) && has(to),
        Some(Chosen::Faint(first, second)) => has(first) && has(second),
    }
}

fn faint(ui: &Ui, scene: &Scene<'_>, tokens: &Tokens) {
    let of_all = scene.hovered.or(scene.chosen).is_none();
    for tie in &scene.map.ties.faint {
        let line = scene.line(tie.first, tie.second, 0.0);
        if !Rect::from_two_pos(line[0], line[1]).expand(4.0).intersects(scene.canvas) {
            continue;
        }
        let strength = match (of_all, is_of_interest(scene, tie.first, tie.second)) {
            (true, _) => 0.35,
            (false, true) => 0.9,
            (false, false) => 0.12,
        };
        let width = 0.8 + (tie.sentence_count as f32).sqrt().min(5.0) * 0.5;
        ui.painter().line_segment(line, Stroke::new(width, tokens.muted.gamma_multiply(strength)));
    }
}

fn strong(app: &App, ui: &Ui, scene: &Scene<'_>, tokens: &Tokens) {
    let ties = &scene.map.ties;
    let schema = app.session.project().schema();
    for (tie, aside) in ties.strong.iter().zip(asides(ties)) {
        let line = scene.line(tie.from, tie.to, aside);
        let colour = if is_of_interest(scene, tie.from, tie.to) { tokens.ink } else { tokens.line };
        let stroke = Stroke::new(2.0, colour);
        ui.painter().line_segment(line, stroke);
        let is_symmetric = schema.relation_type(tie.kind).is_some_and(|kind| kind.is_symmetric);
        if !is_symmetric {
            let at_end = ties.nodes.get(tie.to).map_or(0.0, radius);
            arrow_head(ui, line, at_end, colour);
        }
    }
}

/// A filled head at the edge of the node that the line goes to.
fn arrow_head(ui: &Ui, [from, to]: [Pos2; 2], at_end: f32, colour: Color32) {
    let along = (to - from).normalized();
    let tip = to - along * (at_end + 2.0);
    let back = tip - along * 9.0;
    let side = along.rot90() * 4.5;
    ui.painter().add(Shape::convex_polygon(vec![tip, back + side, back - side], colour, Stroke::NONE));
}

/// A disc in the colour of its label with the first letters of the label's name.
fn disc(app: &App, ui: &Ui, scene: &Scene<'_>, node: &TieNode, at: Pos2, tokens: &Tokens) {
    let schema = app.session.project().schema();
    let line = theme::colour_of(schema, node.label, tokens);
    let this = Some(Chosen::Entity(node.entity));
    let radius = radius(node);
    let fill = schema
        .get(node.label)
        .map_or(tokens.muted, |label| theme::label_text_colour(label.colour, tokens.dark));
    ui.painter().circle_filled(at, radius, fill);
    if scene.chosen == this || scene.hovered == this {
        ui.painter().circle_stroke(at, radius + 3.0, Stroke::new(2.0, line));
    }
    let letters: String = schema.name_of(node.label).chars().take(2).collect();
    let font = TextStyle::Small.resolve(ui.style());
    ui.painter().text(at, egui::Align2::CENTER_CENTER, letters, font, theme::text_on(fill));
}

/// What is tied to what is chosen or under the pointer; nothing while nothing is.
fn tied(scene: &Scene<'_>) -> BTreeSet<EntityId> {
    if scene.hovered.or(scene.chosen).is_none() {
        return BTreeSet::new();
    }
    let ties = &scene.map.ties;
    let strong = ties.strong.iter().map(|tie| (tie.from, tie.to));
    let all = strong.chain(ties.faint.iter().map(|tie| (tie.first, tie.second)));
    let of_interest = all.filter(|(one, other)| is_of_interest(scene, *one, *other));
    of_interest.filter_map(|(one, other)| scene.map.ends(one, other)).flat_map(<[_; 2]>::from).collect()
}

/// The names, those of the most mentioned first.
fn names(ui: &Ui, scene: &Scene<'_>, tokens: &Tokens) {
    let nodes = scene.map.ties.nodes.iter().zip(&scene.at);
    let mut nodes: Vec<_> = nodes.filter(|(_, at)| scene.canvas.contains(**at)).collect();
    let is_called = |node: &TieNode| {
        let this = Some(Chosen::Entity(node.entity));
        scene.chosen == this || scene.hovered == this
    };
    let tied = tied(scene);
    nodes.sort_by_key(|(node, _)| {
        (!is_called(node), !tied.contains(&node.entity), Reverse(node.mention_count), node.entity)
    });
    let discs: Vec<(Pos2, f32)> = nodes.iter().map(|(node, at)| (**at, radius(node))).collect();
    let mut taken: Vec<Rect> = Vec::new();
    let font = TextStyle::Small.resolve(ui.style());
    for (node, at) in nodes {
        let words = crate::gui::widgets::cut(&node.name, LONGEST);
        let galley = ui.painter().layout_no_wrap(words, font.clone(), tokens.ink);
        let top = *at + vec2(-galley.size().x / 2.0, radius(node) + 2.0);
        // Names at the edges move inwards.
        let last = scene.canvas.right() - galley.size().x - 2.0 * WORDS_MARGIN;
        let top = pos2(top.x.min(last).max(scene.canvas.left() + 2.0 * WORDS_MARGIN), top.y);
        let rect = Rect::from_min_size(top, galley.size()).expand2(vec2(WORDS_MARGIN, 0.0));
        let lies_on = |(centre, radius): &(Pos2, f32)| rect.distance_to_pos(*centre) < *radius - 2.0;
        let is_free = !taken.iter().any(|other| other.intersects(rect)) && !discs.iter().any(lies_on);
        if is_free || is_called(node) {
            ui.painter().rect_filled(rect, 3, tokens.page.gamma_multiply(0.85));
            ui.painter().galley(rect.min + Vec2::new(WORDS_MARGIN, 0.0), galley, tokens.ink);
            taken.push(rect);
        }
    }
}
