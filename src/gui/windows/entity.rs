//! What is known about an entity, to be corrected: other names, country, ids elsewhere, roles, a remark.

use super::{Act, heading};
use crate::{
    gui::{theme, widgets},
    model::{EntityFacts, EntityId, EntityRole, Organisation, PartialDate, Project},
    words::{retold, say},
};
use egui::{Grid, RichText, ScrollArea, TextEdit, Ui, WidgetInfo, accesskit::Role};
use std::collections::BTreeMap;

/// The facts while they are being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityDraft {
    entity: EntityId,
    name: String,
    /// One a line.
    aliases: String,
    country: String,
    /// One a line: the collection, a blank, the id.
    ids: String,
    roles: Vec<RoleDraft>,
    note: String,
    is_fresh: bool,
}

/// A role while it is being edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct RoleDraft {
    title: String,
    organisation: String,
    from: String,
    to: String,
}

impl EntityDraft {
    /// The facts as they stand; `None` where there is no such entity.
    pub fn new(project: &Project, entity: EntityId) -> Option<Self> {
        let facts = project.entity(entity)?.facts.clone();
        let role = |role: EntityRole| RoleDraft {
            title: role.title,
            organisation: match role.organisation {
                Some(Organisation::Named(name)) => name,
                Some(Organisation::Entity(id)) => project.entity_name(id).to_owned(),
                None => String::new(),
            },
            from: role.from.map(|date| date.to_string()).unwrap_or_default(),
            to: role.to.map(|date| date.to_string()).unwrap_or_default(),
        };
        let ids = facts.ids.iter().map(|(collection, id)| format!("{collection} {id}"));
        Some(Self {
            entity,
            name: project.entity_name(entity).to_owned(),
            aliases: facts.aliases.join("\n"),
            country: facts.country,
            ids: ids.collect::<Vec<_>>().join("\n"),
            roles: facts.roles.into_iter().map(role).collect(),
            note: facts.note,
            is_fresh: true,
        })
    }

    /// What was typed.
    ///
    /// # Errors
    /// Says what is no id, no date, or cannot be.
    fn facts(&self, project: &Project) -> Result<EntityFacts, String> {
        let lines = |typed: &str| {
            let lines = typed.lines().map(|line| line.trim().to_owned());
            lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        let mut ids = BTreeMap::new();
        for line in lines(&self.ids) {
            let parts = line.split_once(char::is_whitespace);
            let (collection, id) = parts.ok_or_else(|| say!("no-id", line = line.as_str()))?;
            ids.insert(collection.to_owned(), id.trim().to_owned());
        }
        let roles = self.roles.iter().map(|role| self.role(project, role)).collect::<Result<_, _>>()?;
        let (aliases, country, note) = (lines(&self.aliases), self.country.clone(), self.note.clone());
        EntityFacts { note, aliases, country, ids, roles }.tidy()
    }

    fn role(&self, project: &Project, draft: &RoleDraft) -> Result<EntityRole, String> {
        let date = |typed: &str| match typed.trim() {
            "" => Ok(None),
            typed => {
                typed.parse::<PartialDate>().map(Some).map_err(|_| say!("no-partial-date", typed = typed))
            }
        };
        let typed = draft.organisation.trim();
        let mut named = project
            .entities()
            .map(|entity| entity.id)
            .filter(|id| *id != self.entity && project.entity_name(*id) == typed);
        let organisation = match (named.next(), named.next()) {
            _ if typed.is_empty() => None,
            (Some(id), None) => Some(Organisation::Entity(id)),
            _ => Some(Organisation::Named(typed.to_owned())),
        };
        let (from, to) = (date(&draft.from)?, date(&draft.to)?);
        Ok(EntityRole { title: draft.title.clone(), organisation, from, to })
    }
}

/// The fields.
pub fn ui(ui: &mut Ui, project: &Project, draft: &mut EntityDraft, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.set_width(520.0);
    heading(ui, &say!("about-entity", name = draft.name.as_str()));
    let height = (ui.ctx().content_rect().height() - 240.0).max(160.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("entity-facts").num_columns(2).spacing([12.0, 8.0]).show(ui, |ui| facts_ui(ui, draft));
        ui.add_space(8.0);
        roles_ui(ui, &mut draft.roles);
    });
    let facts = draft.facts(project);
    let trouble = facts.as_ref().err().cloned().unwrap_or_default();
    ui.label(RichText::new(retold(&trouble)).small().color(tokens.error));
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let done = ui.add_enabled(facts.is_ok(), egui::Button::new(say!("done"))).clicked();
        if let Some(facts) = facts.ok().filter(|_| done) {
            acts.push(Act::SetEntity(draft.entity, facts));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

fn facts_ui(ui: &mut Ui, draft: &mut EntityDraft) {
    let lines = |text| TextEdit::multiline(text).desired_rows(2).desired_width(f32::INFINITY);
    ui.label(say!("other-names"));
    let aliases = ui.add(lines(&mut draft.aliases).hint_text(say!("one-a-line")));
    aliases.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("other-names-field")));
    if std::mem::take(&mut draft.is_fresh) {
        aliases.request_focus();
    }
    ui.end_row();
    ui.label(say!("country"));
    let country = ui.add(TextEdit::singleline(&mut draft.country).desired_width(f32::INFINITY));
    country.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("country")));
    ui.end_row();
    ui.label(say!("ids-elsewhere"));
    let ids = ui.add(lines(&mut draft.ids).hint_text(say!("ids-hint")));
    ids.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("ids-field")));
    ui.end_row();
    ui.label(say!("note"));
    let note = ui.add(lines(&mut draft.note));
    note.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("note-about-entity")));
    ui.end_row();
}

/// Titles and offices, one a row.
fn roles_ui(ui: &mut Ui, roles: &mut Vec<RoleDraft>) {
    widgets::quiet(ui, say!("roles"));
    let mut removed = None;
    for (place, role) in roles.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            let fields = [
                (&mut role.title, say!("role-title"), 150.0),
                (&mut role.organisation, say!("role-with"), 150.0),
                (&mut role.from, say!("role-from"), 72.0),
                (&mut role.to, say!("role-to"), 72.0),
            ];
            for (text, name, width) in fields {
                let field = TextEdit::singleline(text).hint_text(name).desired_width(width);
                let field = ui.add(field.id_salt((name, place)));
                let name = say!("role-field", field = name, place = place + 1);
                field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name.clone()));
            }
            let remove = ui.small_button("×").on_hover_text(say!("role-remove-hint"));
            remove.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, say!("role-remove", place = place + 1))
            });
            if remove.clicked() {
                removed = Some(place);
            }
        });
    }
    if let Some(place) = removed {
        roles.remove(place);
    }
    if ui.button(say!("role-add")).clicked() {
        roles.push(RoleDraft::default());
    }
}
