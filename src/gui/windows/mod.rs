//! What comes over the window for a moment: a question, a path to type, text to paste, the keys.

mod about;
mod accept_all;
mod annotations;
mod columns;
mod date;
mod entity;
mod export;
mod facts;
mod foreign;
mod guide;
mod history;
mod keys_sheet;
mod language;
mod names;
mod palette;
mod paste;
mod path_field;
mod pick_label;
mod question;
mod reading;
mod relate;
mod relation;
mod twins;

pub use accept_all::AcceptAll;
pub use annotations::AnnotationsSheet;
pub use columns::ColumnsSheet;
pub use date::DateDraft;
pub use entity::EntityDraft;
pub use export::{ExportReport, ExportSheet};
pub use facts::FactsDraft;
pub use history::HistorySheet;
pub use names::NamesSheet;
pub use palette::Palette;
pub use path_field::PathField;
pub use pick_label::PickLabel;
pub use reading::ReadingSheet;
pub use relate::RelateChoice;
pub use relation::RelationDraft;
pub use twins::TwinsSheet;

use super::{acts::Act, app::App, desk::Leave, theme};
use crate::{model::Document, words::say};
use egui::{Align2, Color32, Frame, Id, LayerId, Modal, Order, RichText, Ui};
use std::path::PathBuf;

/// The one thing that is over the window.
pub enum Overlay {
    /// Something would be lost by this.
    Question(Leave),
    /// Another program has changed the file that was to be saved.
    Foreign(PathBuf),
    /// Earlier states of the project.
    History(HistorySheet),
    /// The system has no file dialog: the path is typed.
    Path(Box<PathField>),
    /// Text to be added as an article.
    Paste {
        title: String,
        text: String,
    },
    /// Everything that would be accepted.
    AcceptAll(AcceptAll),
    /// The lists of names.
    Names(NamesSheet),
    Keys,
    /// How everything is done.
    Guide,
    /// The language of the window.
    Language,
    About,
    /// All commands, to be found by their names.
    Palette(Palette),
    /// Title and date of an article.
    Facts(FactsDraft),
    /// How the file of an article was read.
    Reading(Box<ReadingSheet>),
    /// Tables of which it is not plain which column is what.
    Columns(Box<ColumnsSheet>),
    /// Articles that are there twice.
    Twins(TwinsSheet),
    /// The labels, to pick one for the selection.
    PickLabel(PickLabel),
    /// What two marks may be to each other.
    Relate(RelateChoice),
    /// What a date means.
    Date(DateDraft),
    /// A relation, to be corrected.
    Relation(Box<RelationDraft>),
    /// What is known about an entity.
    Entity(Box<EntityDraft>),
    /// What files of other tools would bring in.
    Annotations(Box<AnnotationsSheet>),
    /// The formats to export to.
    Export(ExportSheet),
    /// What an export could not carry.
    ExportReport(ExportReport),
}

impl Overlay {
    /// The facts of an article, to be corrected.
    pub fn facts(document: &Document) -> Self {
        Self::Facts(FactsDraft::new(document))
    }

    /// A field to paste into, with a title and words that were left before.
    pub fn paste(kept: Option<(String, String)>) -> Self {
        let (title, text) = kept.unwrap_or_default();
        Self::Paste { title, text }
    }

    /// Whether it holds words that were pasted or typed.
    pub fn is_pasted_text(&self) -> bool {
        matches!(self, Self::Paste { text, .. } if !text.trim().is_empty())
    }
}

/// Draws what is over the window, if anything is.
pub fn overlay_ui(app: &mut App, ctx: &egui::Context, acts: &mut Vec<Act>) {
    let Some(mut overlay) = app.desk.overlay.take() else {
        return;
    };
    if let Overlay::PickLabel(sheet) = &mut overlay {
        let at = app.desk.place_of_selection();
        let at = at.map_or(ctx.content_rect().center_top() + egui::vec2(-140.0, 120.0), |rect| {
            rect.left_bottom() + egui::vec2(0.0, 10.0)
        });
        if pick_label::show(ctx, app.session.project().schema(), sheet, at, acts) {
            app.desk.overlay = Some(overlay);
        }
        return;
    }
    let tokens = theme::tokens(ctx);
    let frame = Frame::new().fill(tokens.page).stroke((1.0, tokens.line)).corner_radius(8).inner_margin(20);
    let modal = Modal::new(Id::unique("overlay")).frame(frame).backdrop_color(Color32::from_black_alpha(70));
    let name = app.project_name();
    let stem = app.export_stem();
    let response = modal.show(ctx, |ui| match &mut overlay {
        Overlay::Question(leave) => question::ui(ui, leave, &name, app.session.is_kept(), acts),
        Overlay::Foreign(path) => foreign::ui(ui, path, acts),
        Overlay::History(sheet) => history::ui(ui, sheet, acts),
        Overlay::Path(field) => path_field::ui(ui, field, app.session.path(), acts),
        Overlay::Paste { title, text } => paste::ui(ui, title, text, acts),
        Overlay::AcceptAll(preview) => accept_all::ui(ui, app.session.project().schema(), preview, acts),
        Overlay::Names(sheet) => names::ui(ui, app.session.project(), sheet, acts),
        Overlay::Keys => keys_sheet::ui(ui, acts),
        Overlay::Guide => guide::ui(ui, acts),
        Overlay::Language => language::ui(ui, app.settings.language, acts),
        Overlay::About => about::ui(ui, acts),
        Overlay::Palette(palette) => palette::ui(app, ui, palette, acts),
        Overlay::Facts(draft) => facts::ui(ui, draft, acts),
        Overlay::Date(draft) => date::ui(ui, draft, acts),
        Overlay::Relation(draft) => relation::ui(ui, draft, acts),
        Overlay::Reading(sheet) => reading::ui(ui, sheet, acts),
        Overlay::Columns(sheet) => columns::ui(ui, sheet, acts),
        Overlay::Twins(sheet) => twins::ui(ui, sheet, acts),
        // It stands beside the words, not over all.
        Overlay::PickLabel(_) => {}
        Overlay::Relate(choice) => relate::ui(ui, choice, acts),
        Overlay::Entity(draft) => entity::ui(ui, app.session.project(), draft, acts),
        Overlay::Annotations(sheet) => annotations::ui(ui, app.session.project(), sheet, acts),
        Overlay::Export(sheet) => export::ui(ui, sheet, &stem, acts),
        Overlay::ExportReport(report) => export::report_ui(ui, report, acts),
    });
    still_growing(ctx, response.response.rect);
    // A click beside it closes what holds nothing typed.
    let may_close = !matches!(
        overlay,
        Overlay::Paste { .. }
            | Overlay::Question(_)
            | Overlay::Foreign(_)
            | Overlay::Entity(_)
            | Overlay::Relation(_)
            | Overlay::Annotations(_)
            | Overlay::Columns(_)
    );
    if may_close && response.backdrop_response.clicked() {
        return;
    }
    app.desk.overlay = Some(overlay);
}

/// What has another size than in the frame before is drawn again, until it stands still: nothing moves under a hand later.
fn still_growing(ctx: &egui::Context, rect: egui::Rect) {
    let id = Id::unique("size of overlay");
    let before = ctx.data_mut(|data| {
        let before = data.get_temp::<egui::Rect>(id);
        data.insert_temp(id, rect);
        before
    });
    if before != Some(rect) {
        ctx.request_repaint();
    }
}

/// While files are held over the window: that they can be dropped.
pub fn drop_hint_ui(ctx: &egui::Context) {
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let tokens = theme::tokens(ctx);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop-hint")));
    let rect = ctx.content_rect();
    painter.rect_filled(rect, 0, tokens.page.gamma_multiply(0.85));
    let font = egui::TextStyle::Heading.resolve(&ctx.global_style());
    painter.text(rect.center(), Align2::CENTER_CENTER, say!("drop-to-open"), font, tokens.ink);
}

/// The heading of an overlay.
fn heading(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).heading());
    ui.add_space(8.0);
}
