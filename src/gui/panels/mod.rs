//! The parts of the window: bars above and below, articles at the left, lists at the right, the article between.

mod articles;
mod find;
mod label_bar;
mod label_chip;
mod labels;
mod menu_bar;
mod message;
mod page;
mod page_head;
mod recent;
mod settings;
mod status_bar;
mod ties;
mod timeline;
mod tour;

mod inspector;

pub use find::FindDesk;
pub use find::hit_colour;
pub use labels::LabelsDesk;
pub use settings::SettingsDesk;
pub use ties::TiesDesk;
pub use timeline::TimelineDesk;
pub use tour::TourDesk;

use super::{acts::Act, app::App, desk::Centre, theme};
use crate::words::say;
use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use page_head::page_head;

/// The whole window.
pub fn all_ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    let bar = |margin: Margin| Frame::new().fill(tokens.background).inner_margin(margin);
    Panel::top("menu")
        .exact_size(40.0)
        .frame(bar(Margin::symmetric(16, 0)))
        .show(ui, |ui| menu_bar::ui(app, ui, acts));
    Panel::top("labels")
        .exact_size(44.0)
        .frame(bar(Margin::symmetric(16, 0)))
        .show(ui, |ui| label_bar::ui(app, ui, acts));
    Panel::bottom("status")
        .exact_size(28.0)
        .frame(bar(Margin::symmetric(16, 0)))
        .show(ui, |ui| status_bar::ui(app, ui, acts));
    if app.desk.tour.is_some() {
        Panel::bottom("tour")
            .frame(bar(Margin::symmetric(16, 10)).fill(tokens.selected))
            .show(ui, |ui| tour::ui(app, ui, acts));
    }
    sides_ui(app, ui, acts);
    if app.desk.message.as_ref().is_some_and(|message| message.is_problem) {
        Panel::bottom("message")
            .frame(bar(Margin::symmetric(16, 8)))
            .show(ui, |ui| message::ui(app, ui, acts));
    }
    if app.desk.find.is_open() && app.desk.centre == Centre::Article && app.desk.document.is_some() {
        Panel::top("find")
            .exact_size(44.0)
            .frame(bar(Margin::symmetric(16, 0)))
            .show(ui, |ui| find::bar_ui(app, ui, acts));
    }
    CentralPanel::default().frame(Frame::new().fill(tokens.page)).show(ui, |ui| page::ui(app, ui, acts));
}

/// Narrower than this, in points, as at 200 % on a small screen, the window has no room for three columns.
const NARROW: f32 = 760.0;

/// Whether the list of articles is one of the lists at the right, for want of room.
fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < NARROW
}

/// The articles at the left, the lists at the right.
fn sides_ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let (width, is_narrow) = (ui.available_width(), is_narrow(ui));
    let has_page = match app.desk.centre {
        Centre::Article => false,
        // What has much to show leaves the lists no room in windows of a middling width either.
        Centre::Settings | Centre::Labels => width < 1040.0,
        Centre::Timeline | Centre::Ties | Centre::Find => is_narrow,
    };
    if app.session.project().document_count() == 0 || has_page {
        return;
    }
    let side = Frame::new().fill(theme::tokens(ui.ctx()).background);
    // Narrow windows leave the article most of the room.
    let (left, right) = if width < 1100.0 { (192.0, 288.0) } else { (240.0, 320.0) };
    let right_name = if is_narrow { "narrow inspector" } else { "inspector" };
    if !is_narrow {
        Panel::left("articles")
            .default_size(left)
            .size_range(160.0..=(width * 0.22).max(160.0))
            .frame(side)
            .show(ui, |ui| articles::ui(app, ui, acts));
        name_splitter(ui, "articles");
    }
    Panel::right(right_name)
        .default_size(right)
        .size_range(288.0..=(width * 0.33).max(288.0))
        .frame(side)
        .show(ui, |ui| inspector::ui(app, ui, acts));
    name_splitter(ui, right_name);
}

/// The edge by which a panel is made wider has a name in English from egui.
fn name_splitter(ui: &Ui, panel: &str) {
    let id = ui.scope_id().with(panel).with("__resize");
    ui.ctx().accesskit_node_builder(id, |node| node.set_label(say!("resize-panel")));
}
