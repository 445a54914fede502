//! What the program remembers for this person on this machine: looks and recent files. Never part of a project.

use crate::{
    model::Score,
    project_file::{Disk, Storage, write_atomically},
    suggest::Care,
    words::Language,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc::{Sender, channel},
    thread::{self, JoinHandle},
};

/// How many recent files are kept.
const RECENT_COUNT: usize = 12;

/// Nobody is asked to be surer than this to be shown.
pub const MOST_SURE_PERCENT: u16 = 95;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The settings. Unknown ones are passed over and missing ones have their defaults, so that every version reads every
/// other's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// Size of the article's letters, in points.
    pub text_size: f32,
    pub recent: Vec<PathBuf>,
    /// Articles are read by the careful tagger too.
    pub careful_suggestions: bool,
    /// Suggestions that are less sure are not shown; 0–100.
    pub least_sure_percent: u16,
    /// The language of the window; `None` for that of the system.
    #[serde(with = "by_code")]
    pub language: Option<Language>,
    /// Width of the article's column, in characters.
    pub column_chars: u16,
    /// From one line of the article to the next, in per cent of the size of its letters.
    pub line_percent: u16,
    /// Size of everything in the window, in per cent.
    pub zoom_percent: u16,
    /// Nothing glides.
    pub less_motion: bool,
    /// Commands whose keys were changed, by their names: `"save": ["Ctrl+S"]`.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Where the window was when it was closed.
    pub window: Option<WindowPlace>,
    /// The tour was taken or turned down.
    pub tour_done: bool,
}

/// A place on the screens of this machine, in points at 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// The outer left top corner; `None` where the system does not tell.
    pub corner: Option<(f32, f32)>,
    /// Without the frame.
    pub size: (f32, f32),
    pub is_maximized: bool,
}

/// A language by its code. One that this version does not speak is that of the system.
mod by_code {
    use super::{Deserialize, Language};
    use serde::{Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "the shape that serde asks for")]
    pub(super) fn serialize<S: Serializer>(language: &Option<Language>, to: S) -> Result<S::Ok, S::Error> {
        language.map(Language::code).serialize(to)
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Language>, D::Error> {
        let code: Option<String> = Option::deserialize(from)?;
        Ok(code.as_deref().and_then(Language::with_code))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            text_size: 17.5,
            recent: Vec::new(),
            careful_suggestions: true,
            least_sure_percent: 0,
            language: None,
            column_chars: 72,
            line_percent: 178,
            zoom_percent: 100,
            less_motion: false,
            keys: BTreeMap::new(),
            window: None,
            tour_done: false,
        }
    }
}

impl Settings {
    /// The file they are kept in: `settings.ron` in the user's configuration folder; `None` without a home.
    pub fn path() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("", "", "dateline")?;
        Some(folders.config_dir().join("settings.ron"))
    }

    /// Reads them; the defaults where there are none or they cannot be read.
    pub fn load(path: Option<&Path>) -> Self {
        let text = path.and_then(|path| fs::read_to_string(path).ok());
        let read = text.and_then(|text| ron::from_str::<Self>(&text).ok());
        read.unwrap_or_default().in_bounds()
    }

    /// Writes them.
    ///
    /// # Errors
    /// If the folder or file cannot be written.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            Disk.make_folders(folder)?;
        }
        let text =
            ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        write_atomically(path, text.as_bytes())
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT_COUNT);
    }

    /// With how much care articles are read.
    pub fn care(&self) -> Care {
        if self.careful_suggestions { Care::Full } else { Care::Fast }
    }

    /// How sure suggestions must be to be shown.
    pub fn least_sure(&self) -> Score {
        Score::from_thousandths(self.least_sure_percent.saturating_mul(10))
    }

    fn in_bounds(mut self) -> Self {
        self.text_size = if self.text_size.is_finite() { self.text_size.clamp(12.0, 32.0) } else { 17.5 };
        self.recent.truncate(RECENT_COUNT);
        self.least_sure_percent = self.least_sure_percent.min(MOST_SURE_PERCENT);
        self.column_chars = self.column_chars.clamp(40, 120);
        self.line_percent = self.line_percent.clamp(150, 240);
        self.zoom_percent = self.zoom_percent.clamp(75, 200);
        let is_sane = |place: &WindowPlace| {
            let (width, height) = place.size;
            (200.0..=20_000.0).contains(&width) && (200.0..=20_000.0).contains(&height)
        };
        self.window = self.window.filter(is_sane);
        self
    }
}

/// The file of the settings, written beside the frames: the newest wins, and none is left out at the end.
pub struct SettingsFile {
    changes: Option<Sender<Settings>>,
    writer: Option<JoinHandle<()>>,
}

impl SettingsFile {
    /// Keeps settings at this path.
    pub fn new(path: PathBuf) -> Self {
        let (changes, arriving) = channel::<Settings>();
        let write = move || {
            while let Ok(first) = arriving.recv() {
                let newest = arriving.try_iter().last().unwrap_or(first);
                // Settings that could not be written are not worth a word: the next change writes them again.
                let _ = newest.save(&path);
            }
        };
        let writer = thread::Builder::new().name("dateline-settings".to_owned()).spawn(write).ok();
        Self { changes: Some(changes), writer }
    }

    /// Writes these soon.
    pub fn keep(&self, settings: &Settings) {
        let _ = self.changes.as_ref().map(|changes| changes.send(settings.clone()));
    }
}

impl Drop for SettingsFile {
    fn drop(&mut self) {
        drop(self.changes.take());
        let _ = self.writer.take().map(JoinHandle::join);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_damage_means_defaults() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/settings.ron");
        assert_eq!(Settings::load(Some(&path)), Settings::default());
        let mut settings = Settings { theme: ThemeChoice::Dark, text_size: 20.0, ..Settings::default() };
        settings.language = Language::with_code("ko");
        assert!(settings.language.is_some());
        settings.remember(Path::new("/a/one.ron"));
        settings.remember(Path::new("/a/two.ron"));
        settings.remember(Path::new("/a/one.ron"));
        settings.save(&path).expect("written");
        let loaded = Settings::load(Some(&path));
        assert_eq!(loaded, settings);
        assert_eq!(loaded.recent, [PathBuf::from("/a/one.ron"), PathBuf::from("/a/two.ron")]);
        let later = fs::read_to_string(&path).expect("readable").replace("\"ko\"", "\"tlh\"");
        write_atomically(&path, later.as_bytes()).expect("written");
        let loaded = Settings::load(Some(&path));
        assert_eq!(loaded, Settings { language: None, ..settings }, "a language of a later version");
        let last = Settings { zoom_percent: 150, ..Settings::default() };
        let file = SettingsFile::new(path.clone());
        (1..=20)
            .for_each(|size| file.keep(&Settings { text_size: 12.0 + size as f32, ..Settings::default() }));
        file.keep(&last);
        drop(file);
        assert_eq!(Settings::load(Some(&path)), last, "the newest is written before the program ends");
        fs::remove_file(&path).expect("removed");
        fs::create_dir(&path).expect("in the way");
        assert_eq!(Settings::load(Some(&path)), Settings::default());
    }
}
