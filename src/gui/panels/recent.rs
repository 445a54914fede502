//! Files that were open before: each by its name, and by as much of its folder as tells it from others of that name.

use super::{Act, App};
use egui::{Response, Ui};
use std::path::{Component, Path, PathBuf};

/// As many of them as are asked for, each drawn by `add`; the one that is clicked is opened. Whether one was.
pub fn ui(
    app: &App,
    ui: &mut Ui,
    most: usize,
    acts: &mut Vec<Act>,
    add: impl Fn(&mut Ui, String) -> Response,
) -> bool {
    let paths: Vec<&PathBuf> = app.settings.recent.iter().take(most).collect();
    let mut is_clicked = false;
    for (path, name) in paths.iter().zip(told_apart(&paths)) {
        if add(ui, name).on_hover_text(path.display().to_string()).clicked() {
            acts.push(Act::OpenPaths(vec![(*path).clone()]));
            is_clicked = true;
        }
    }
    is_clicked
}

/// `talks.ron`; of two with this name, `talks.ron – May` and `talks.ron – June`.
fn told_apart(paths: &[&PathBuf]) -> Vec<String> {
    let all: Vec<Vec<String>> = paths.iter().map(|path| from_the_end(path)).collect();
    let name = |parts: &[String]| {
        let others = all.iter().filter(|other| *other != parts);
        let shared = others.map(|other| alike(parts, other)).max().unwrap_or_default();
        let (name, folders) = parts.split_first()?;
        // One folder more than is shared, from the outermost to the innermost.
        let folders: Vec<&str> = folders.iter().take(shared).rev().map(String::as_str).collect();
        let folders = folders.join("/");
        Some(if folders.is_empty() { name.clone() } else { format!("{name} – {folders}") })
    };
    all.iter().map(|parts| name(parts).unwrap_or_default()).collect()
}

/// The name of a file, its folder, the folder of that, and so on.
fn from_the_end(path: &Path) -> Vec<String> {
    let named = path.components().rev().filter(|part| matches!(part, Component::Normal(_)));
    named.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

/// How many parts are the same, from the name on.
fn alike(one: &[String], other: &[String]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        let paths = [
            "/news/May/talks.ron",
            "/news/June/talks.ron",
            "/old/June/talks.ron",
            "/news/May/map.ron",
            "talks.ron",
        ];
        let paths = paths.map(PathBuf::from);
        let told = told_apart(&paths.iter().collect::<Vec<_>>());
        assert_eq!(
            told,
            ["talks.ron – May", "talks.ron – news/June", "talks.ron – old/June", "map.ron", "talks.ron"]
        );
    }
}
