//! What unfolds beneath an entity: its name to be changed, its facts, and the sentences that speak of it.

use super::{Act, App};
use crate::{
    gui::{desk::Draft, theme, widgets},
    model::DocumentId,
    view::{EntityRow, EntitySentence, MarkId, entity_sentences},
    words::say,
};
use egui::{
    Key, TextEdit, TextStyle, Ui, WidgetInfo,
    accesskit::Role,
    pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

/// Heights of the name, of a sentence on two lines, and of the article's title beneath it, in points.
const NAME_HEIGHT: f32 = 40.0;
const SENTENCE_HEIGHT: f32 = 42.0;
const TITLE_HEIGHT: f32 = 16.0;
/// At most this many sentences are shown.
const SENTENCES_SHOWN: usize = 200;
/// So many characters are shown before the words, so that these are in sight.
const BEFORE_SHOWN: usize = 36;

fn sentence_height(titled: bool) -> f32 {
    SENTENCE_HEIGHT + if titled { TITLE_HEIGHT } else { 0.0 }
}

/// How high all of it is, in points. `titled`: each sentence says of which article it is.
pub fn height(row: &EntityRow, titled: bool) -> f32 {
    NAME_HEIGHT + row.mentions.len().min(SENTENCES_SHOWN) as f32 * sentence_height(titled) + 8.0
}

/// All of it; `document` is the article that the list is of, if it is of one.
pub fn ui(
    app: &mut App,
    ui: &mut Ui,
    row: &EntityRow,
    document: Option<DocumentId>,
    titled: bool,
    acts: &mut Vec<Act>,
) {
    ui.allocate_ui(vec2(ui.available_width(), NAME_HEIGHT), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(36.0);
            name_ui(app, ui, row, acts);
            if ui.button(say!("facts")).on_hover_text(say!("facts-hint")).clicked() {
                acts.push(Act::EntityFacts(row.id));
            }
        });
    });
    let project = app.session.project();
    let stamp = (row.id, document, project.revision());
    let sentences = app.desk.lists.sentences.get(stamp, || entity_sentences(project, row.id, document));
    for sentence in sentences.iter().take(SENTENCES_SHOWN) {
        sentence_ui(app, ui, sentence, titled, acts);
    }
}

fn name_ui(app: &mut App, ui: &mut Ui, row: &EntityRow, acts: &mut Vec<Act>) {
    let draft = app.desk.name_draft.take().filter(|draft| draft.id == row.id);
    let mut draft = draft.unwrap_or_else(|| Draft { id: row.id, text: row.name.clone() });
    let width = (ui.available_width() - 84.0).max(60.0);
    let field = ui.add(TextEdit::singleline(&mut draft.text).desired_width(width).id_salt(("name", row.id)));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("entity-name")));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if (entered || field.lost_focus()) && draft.text.trim() != row.name {
        acts.push(Act::RenameEntity(row.id, draft.text.trim().to_owned()));
    } else if field.has_focus() {
        app.desk.name_draft = Some(draft);
    }
}

fn sentence_ui(app: &App, ui: &mut Ui, found: &EntitySentence, titled: bool, acts: &mut Vec<Act>) {
    let Some(document) = app.session.project().document(found.document) else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let one_line = |from: usize, to: usize| document.text.get(from..to.max(from)).replace('\n', " ");
    let before = tail(&one_line(found.sentence.start(), found.span.start()));
    let words = one_line(found.span.start(), found.span.end());
    let after = one_line(found.span.end(), found.sentence.end());
    let is_current = app.desk.current == Some(MarkId::Mention(found.mention));
    let name = format!("{before}{words}{after}");
    let (rect, response) = widgets::list_row(ui, sentence_height(titled), is_current, name.trim());
    let (left, right) = (rect.left() + 36.0, rect.right() - 16.0);
    let font = TextStyle::Small.resolve(ui.style());
    let mut job = LayoutJob {
        wrap: TextWrapping { max_rows: 2, ..TextWrapping::wrap_at_width(right - left) },
        ..LayoutJob::default()
    };
    for (part, colour) in [(before, tokens.muted), (words, tokens.ink), (after, tokens.muted)] {
        job.append(&part, 0.0, TextFormat::simple(font.clone(), colour));
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(left, rect.top() + 6.0), galley, tokens.muted);
    if titled {
        let at = pos2(left, rect.top() + SENTENCE_HEIGHT - 4.0);
        widgets::line_at(ui, at, document.display_title(), &TextStyle::Small, tokens.muted, right - left);
    }
    if response.clicked() {
        acts.push(Act::Go(MarkId::Mention(found.mention)));
    }
}

/// The last words before a mention.
fn tail(before: &str) -> String {
    let count = before.chars().count();
    if count <= BEFORE_SHOWN {
        return before.to_owned();
    }
    let end: String = before.chars().skip(count - BEFORE_SHOWN).collect();
    format!("…{}", end.split_once(' ').map_or(end.as_str(), |(_, rest)| rest))
}
