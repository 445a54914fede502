//! The window: everything that draws. It names session and view, and changes nothing by itself: panels collect acts, and
//! [`App`] carries them out.

mod acts;
mod app;
pub mod article_view;
mod commands;
mod desk;
pub mod dialogs;
pub mod fonts;
mod keymap;
mod keys;
mod languages;
mod later;
mod panels;
mod place;
mod sayings;
pub mod theme;
mod widgets;
mod windows;

pub use app::App;
pub use commands::{COMMANDS, Menu, Row, UiCommand};
pub use desk::{Desk, Tab};

use crate::{
    session::{Settings, StateFolder},
    words::{self, Language},
};
use std::path::PathBuf;

/// The icon of the window, 256 by 256 points.
const ICON: &[u8] = include_bytes!("../../assets/icon-256.png");

/// Opens the window with these articles or this project, and returns when it is closed.
///
/// # Errors
/// One plain sentence, if there is no display to open a window on.
pub fn run(paths: Vec<PathBuf>) -> Result<(), String> {
    let icon = eframe::icon_data::from_png_bytes(ICON).unwrap_or_default();
    let path = Settings::path();
    let settings = Settings::load(path.as_deref());
    let viewport =
        egui::ViewportBuilder::default().with_app_id("dateline").with_title("Dateline").with_icon(icon);
    let place = settings.window;
    let options = eframe::NativeOptions {
        viewport: place::restore(viewport, place),
        centered: place.is_none_or(|place| place.corner.is_none()),
        ..Default::default()
    };
    let created = eframe::run_native(
        "Dateline",
        options,
        Box::new(move |context| {
            let dialogs = Box::new(dialogs::SystemDialogs::new());
            place::bring_into_view(context.winit_window(), place);
            words::speak(Language::of_system());
            let mut app = App::new(&context.egui_ctx, dialogs, settings, path);
            if let Some(state) = StateFolder::of_user() {
                app = app.kept_in(state);
            }
            app.open(paths, &context.egui_ctx);
            Ok(Box::new(app))
        }),
    );
    created.map_err(|error| match error {
        eframe::Error::WinitEventLoop(_) => {
            "there is no display to open the window on; the commands that need none are in `dateline --help`"
                .to_owned()
        }
        other => format!("the window cannot be opened: {other}"),
    })
}
