//! The map of ties in the place of the article: entities as discs, relations as lines, sentences in common as faint ones,
//! and at the side the sentences behind what was chosen.
//!
//! Ties and layout are worked out on a thread of their own; the map that is there stays until the next one comes.

mod camera;
mod canvas;
mod paint;
mod side;

use super::{Act, App, label_chip::label_chip, page_head};
use crate::{
    gui::{desk::Kept, later::Later, theme, widgets},
    model::{DocumentId, EntityId, LabelId, Project, RelationTypeId},
    view::{
        EntitySentence, Layout, StrongTie, TieFilter, Ties, entity_sentences, layout, relation_sentences,
        tie_sentences, ties,
    },
    words::say,
};
use camera::Camera;
use egui::{Rect, RichText, Ui, UiBuilder, vec2};
use std::{collections::BTreeSet, sync::Arc};

/// More entities than these make no map that can be read.
const MOST: usize = 300;
/// Narrower pages have the sentences below the map.
const WIDE: f32 = 640.0;

/// What a map was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    revision: u64,
    document: Option<DocumentId>,
    labels_off: BTreeSet<LabelId>,
}

/// A map with its places.
struct Map {
    stamp: Stamp,
    ties: Ties,
    layout: Layout,
}

/// What is chosen. Entities and types are named by id, so that it outlives the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    Entity(EntityId),
    Strong(EntityId, EntityId, RelationTypeId),
    Faint(EntityId, EntityId),
}

/// How the map of ties stands.
#[derive(Default)]
pub struct TiesDesk {
    of_article: bool,
    /// Labels that are left out; until it is chosen, those that tie little.
    labels_off: Option<BTreeSet<LabelId>>,
    /// Labels that any entity has.
    labels: Kept<u64, Vec<LabelId>>,
    work: Later<Map>,
    /// What was asked for last.
    asked: Option<Stamp>,
    map: Option<Map>,
    camera: Camera,
    chosen: Option<Chosen>,
    sentences: Kept<(u64, Option<DocumentId>, Option<Chosen>), Vec<EntitySentence>>,
    has_keyboard: bool,
}

impl TiesDesk {
    /// The whole of it is shown when it is opened.
    pub fn open(&mut self) {
        self.camera = Camera::default();
        self.has_keyboard = false;
    }

    /// One step back: whether something was chosen.
    pub fn back_out(&mut self) -> bool {
        self.chosen.take().is_some()
    }

    /// Takes the map that was worked out, and asks for another when the project has changed.
    fn bring_up_to_date(&mut self, project: &Project, stamp: Stamp, ctx: &egui::Context) {
        if let Some(map) = self.work.take() {
            // Another choice is seen whole again; an edit leaves the view where it is.
            let choice = |map: &Map| (map.stamp.document, map.stamp.labels_off.clone());
            if self.map.as_ref().is_none_or(|before| choice(before) != choice(&map)) {
                self.camera = Camera::default();
            }
            self.map = Some(map);
        }
        if self.asked.as_ref() == Some(&stamp) || self.work.is_under_way() {
            return;
        }
        self.asked = Some(stamp.clone());
        let filter = TieFilter { document: stamp.document, labels_off: stamp.labels_off.clone(), most: MOST };
        let project = project.clone();
        self.work.start(ctx, "dateline-ties", move || {
            let ties = ties(&project, &filter);
            let layout = layout(&ties);
            Map { stamp, ties, layout }
        });
    }

    /// The sentences behind what is chosen.
    fn sentences(&mut self, project: &Project, map: &Map) -> Arc<Vec<EntitySentence>> {
        let (chosen, document) = (self.chosen, map.stamp.document);
        self.sentences.get((project.revision(), document, chosen), || match chosen {
            None => Vec::new(),
            Some(Chosen::Entity(entity)) => entity_sentences(project, entity, document),
            Some(Chosen::Faint(first, second)) => tie_sentences(project, first, second, document),
            Some(Chosen::Strong(from, to, kind)) => {
                let is_it =
                    |tie: &&StrongTie| map.ends(tie.from, tie.to) == Some((from, to)) && tie.kind == kind;
                let tie = map.ties.strong.iter().find(is_it);
                relation_sentences(project, from, tie.map(|tie| tie.relations.as_slice()).unwrap_or_default())
            }
        })
    }
}

impl Map {
    /// The entities of two nodes.
    fn ends(&self, one: usize, other: usize) -> Option<(EntityId, EntityId)> {
        Some((self.ties.nodes.get(one)?.entity, self.ties.nodes.get(other)?.entity))
    }

    /// What an entity of it is called.
    fn name(&self, entity: EntityId) -> &str {
        let place = self.ties.nodes.binary_search_by_key(&entity, |node| node.entity).ok();
        place.and_then(|place| self.ties.nodes.get(place)).map_or("", |node| node.name.as_str())
    }
}

/// Dates, numbers and offices tie little: they are left out at first.
fn usual_labels_off(project: &Project) -> BTreeSet<LabelId> {
    let labels = project.schema().labels();
    let is_off =
        |id: LabelId, name: &str| project.schema().is_for_dates(id) || matches!(name, "Quantity" | "Role");
    labels.filter(|(id, label)| is_off(*id, &label.name)).map(|(id, _)| id).collect()
}

/// The page.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let mut desk = std::mem::take(&mut app.desk.ties);
    let document = app.desk.document.filter(|_| desk.of_article);
    let project = app.session.project();
    let labels_off = desk.labels_off.clone().unwrap_or_else(|| usual_labels_off(project));
    let stamp = Stamp { revision: project.revision(), document, labels_off };
    desk.bring_up_to_date(project, stamp, ui.ctx());
    let counts = counts(&desk);
    let mut of_article = desk.of_article;
    page_head(ui, say!("map-of-ties"), &counts, acts, |ui| {
        for (choice, text) in [(true, say!("of-article")), (false, say!("of-project"))] {
            if ui.selectable_label(of_article == choice, RichText::new(text).small()).clicked() {
                of_article = choice;
            }
        }
    });
    desk.of_article = of_article;
    labels_ui(ui, project, &mut desk);
    match desk.map.take() {
        Some(map) if !map.ties.nodes.is_empty() => {
            map_ui(app, ui, &mut desk, &map, acts);
            desk.map = Some(map);
        }
        Some(map) => {
            widgets::empty_state(ui, say!("no-entities-yet"), say!("ties-none-hint"));
            desk.map = Some(map);
        }
        None => widgets::empty_state(ui, say!("ties-drawing"), say!("ties-drawing-hint")),
    }
    app.desk.ties = desk;
}

/// Which labels are on the map.
fn labels_ui(ui: &mut Ui, project: &Project, desk: &mut TiesDesk) {
    let schema = project.schema();
    let labels = desk.labels.get(project.revision(), || {
        let used: BTreeSet<LabelId> = project.entities().map(|entity| entity.label).collect();
        schema.labels().map(|(id, _)| id).filter(|id| used.contains(id)).collect()
    });
    if labels.len() < 2 {
        return;
    }
    let mut off = desk.labels_off.clone().unwrap_or_else(|| usual_labels_off(project));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.add_space(theme::MARGIN);
        for label in labels.iter() {
            let is_on = !off.contains(label);
            let response = label_chip(ui, schema, *label, is_on, |label| say!("show-label", label = label));
            let name = schema.name_of(*label);
            let hint =
                if is_on { say!("leave-out-label", label = name) } else { say!("show-label", label = name) };
            if response.on_hover_text(hint).clicked() {
                if is_on {
                    off.insert(*label)
                } else {
                    off.remove(label)
                };
                desk.labels_off = Some(off.clone());
            }
        }
    });
    ui.add_space(4.0);
}

fn counts(desk: &TiesDesk) -> String {
    let Some(map) = &desk.map else {
        return String::new();
    };
    let entities = say!("entity-count", count = map.ties.nodes.len());
    let ties = say!("tie-count", count = map.ties.strong.len() + map.ties.faint.len());
    match map.ties.left_out {
        0 => say!("ties-counts", entities = entities, ties = ties),
        left => say!("ties-counts-rest", entities = entities, ties = ties, left = left),
    }
}

/// The map, and the sentences beside or below it.
fn map_ui(app: &App, ui: &mut Ui, desk: &mut TiesDesk, map: &Map, acts: &mut Vec<Act>) {
    let whole = ui.available_rect_before_wrap();
    let (canvas, side) = match (desk.chosen, whole.width() >= WIDE) {
        (None, _) => (whole, Rect::NOTHING),
        (Some(_), true) => whole.split_left_right_at_x(whole.right() - 264.0),
        (Some(_), false) => whole.split_top_bottom_at_y(whole.bottom() - whole.height() * 0.42),
    };
    ui.scope_builder(UiBuilder::new().max_rect(canvas).id_salt("map"), |ui| {
        ui.set_clip_rect(canvas.intersect(ui.clip_rect()));
        canvas::ui(app, ui, desk, map);
    });
    if desk.chosen.is_some() && side.is_positive() {
        ui.scope_builder(UiBuilder::new().max_rect(side).id_salt("side"), |ui| {
            side::ui(app, ui, desk, map, acts);
        });
    }
}
