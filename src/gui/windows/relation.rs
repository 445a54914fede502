//! A relation to be corrected: its type, which way it goes, when it held, a remark.

use super::{Act, heading};
use crate::{
    gui::{theme, widgets},
    model::{Command, Date, PartialDate, Project, RelationId, RelationTypeId, SaidDate, TimeValue},
    view::{Dates, dates_in, relation_row},
    words::say,
};
use egui::{ComboBox, Key, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// A relation while it is being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationDraft {
    relation: RelationId,
    from: String,
    to: String,
    evidence: String,
    /// What may tie the two, in this direction.
    types: Vec<(RelationTypeId, String)>,
    kind: RelationTypeId,
    /// Whether it may go the other way.
    can_turn: bool,
    date: String,
    /// What the date means, where it was not typed but taken from the text, or read back.
    value: Option<PartialDate>,
    note: String,
    published: Option<Date>,
    /// The dates that stand in its sentences, with what they mean.
    dates: Vec<(String, Option<PartialDate>)>,
    is_fresh: bool,
}

impl RelationDraft {
    /// A relation as it stands; `dates` are those of its article, where they are known.
    pub fn new(project: &Project, relation: RelationId, dates: Option<&Dates>) -> Option<Self> {
        let row = relation_row(project, relation)?;
        let document = project.document(row.document)?;
        let label = |id| project.entity(id).map(|entity| entity.label);
        let (from, to) = (label(row.from.entity)?, label(row.to.entity)?);
        let types = || project.schema().relation_types();
        let fitting = types().filter(|(id, one)| *id == row.kind || one.joins(from, to));
        let own = project.schema().relation_type(row.kind)?;
        let said = dates.map(|dates| dates_in(project, document, row.evidence, dates)).unwrap_or_default();
        Some(Self {
            relation,
            evidence: document.text.slice(row.evidence).replace('\n', " "),
            types: fitting.map(|(id, one)| (id, one.name.clone())).collect(),
            kind: row.kind,
            can_turn: !own.is_symmetric && own.joins(to, from),
            from: row.from.name,
            to: row.to.name,
            date: row.date.as_ref().map(|date| date.words().to_owned()).unwrap_or_default(),
            value: row.date.as_ref().and_then(SaidDate::value),
            note: row.note,
            published: document.facts.published,
            dates: said
                .into_iter()
                .map(|(words, value)| (words, value.and_then(|value| value.parse().ok())))
                .collect(),
            is_fresh: true,
        })
    }

    /// What the date means: as it was taken, or as it was typed.
    fn meaning(&self) -> Option<PartialDate> {
        let typed = || TimeValue::read(&self.date, self.published).ok()?.to_string().parse().ok();
        self.value.or_else(typed)
    }

    fn command(&self) -> Command {
        Command::SetRelation {
            relation: self.relation,
            kind: self.kind,
            date: SaidDate::new(&self.date, self.meaning()),
            note: self.note.trim().to_owned(),
        }
    }
}

/// The fields.
pub fn ui(ui: &mut Ui, draft: &mut RelationDraft, acts: &mut Vec<Act>) {
    ui.set_width(460.0);
    heading(ui, say!("relation-title"));
    widgets::quiet(ui, &draft.evidence);
    ui.add_space(8.0);
    ends_ui(ui, draft, acts);
    ui.add_space(8.0);
    let entered = date_ui(ui, draft);
    ui.add_space(8.0);
    ui.label(say!("note"));
    let note = ui.add(TextEdit::multiline(&mut draft.note).desired_rows(2).desired_width(f32::INFINITY));
    note.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("note-about-relation")));
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if ui.button(say!("done")).clicked() || entered {
            acts.push(Act::CloseOverlay);
            acts.push(Act::Carry(draft.command()));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

/// `Kim [Met ▾] Trump`
fn ends_ui(ui: &mut Ui, draft: &mut RelationDraft, acts: &mut Vec<Act>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&draft.from).text_style(theme::strong()));
        let name =
            |kind| draft.types.iter().find(|(id, _)| *id == kind).map_or("", |(_, name)| name.as_str());
        let chosen = name(draft.kind).to_owned();
        let box_ = ComboBox::from_id_salt("relation-type").selected_text(&chosen).show_ui(ui, |ui| {
            for (id, name) in &draft.types {
                ui.selectable_value(&mut draft.kind, *id, name);
            }
        });
        box_.response.widget_info(|| {
            WidgetInfo::labeled(Role::ComboBox, true, say!("relation-type-is", kind = chosen.as_str()))
        });
        ui.label(RichText::new(&draft.to).text_style(theme::strong()));
        let turn = ui.add_enabled(draft.can_turn, egui::Button::new(say!("turn-round")));
        if turn.on_hover_text(say!("turn-round-hint")).clicked() {
            acts.push(Act::TurnRelation(draft.relation));
        }
    });
}

/// When it held; whether Enter was pressed there.
fn date_ui(ui: &mut Ui, draft: &mut RelationDraft) -> bool {
    let tokens = theme::tokens(ui.ctx());
    ui.label(say!("when"));
    let hint = RichText::new(say!("when-hint")).color(tokens.muted);
    let field = ui.add(TextEdit::singleline(&mut draft.date).hint_text(hint).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("when-field")));
    if std::mem::take(&mut draft.is_fresh) {
        field.request_focus();
    }
    if field.changed() {
        draft.value = None;
    }
    let meaning = match draft.meaning() {
        Some(value) => say!("means-value", value = value.to_string()),
        None if draft.date.trim().is_empty() => String::new(),
        None => say!("kept-as-words").to_owned(),
    };
    ui.label(RichText::new(meaning).small().color(tokens.muted));
    if !draft.dates.is_empty() {
        ui.horizontal_wrapped(|ui| {
            widgets::quiet(ui, say!("in-the-text"));
            for (words, value) in &draft.dates {
                if ui.small_button(words).clicked() {
                    draft.date.clone_from(words);
                    draft.value = *value;
                }
            }
        });
    }
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
