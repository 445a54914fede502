//! A window without a window, for tests: an app under `egui_kittest` whose dialogs the test answers.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

pub mod walk;

use dateline::{
    gui::{
        App,
        dialogs::{Answer, Dialogs, Request},
    },
    model::{Command, DocumentId, Facts, Pick, Provenance},
    session::Settings,
    view::MarkId,
};
use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::{
    Harness, HarnessBuilder,
    kittest::{NodeT, Queryable},
};
use std::{
    cell::RefCell,
    collections::VecDeque,
    path::{Path, PathBuf},
    rc::Rc,
    time::{Duration, Instant},
};

/// What the dialogs were asked and will answer.
#[derive(Default)]
struct Script {
    asked: Vec<Request>,
    answer: Option<Vec<PathBuf>>,
    has_none: bool,
    ready: VecDeque<Answer>,
}

struct FakeDialogs(Rc<RefCell<Script>>);

impl Dialogs for FakeDialogs {
    fn ask(&mut self, request: Request, ctx: &egui::Context) {
        let mut script = self.0.borrow_mut();
        script.asked.push(request.clone());
        let answer = match script.answer.take() {
            Some(paths) => Answer::Picked(request, paths),
            None if script.has_none => Answer::NoDialog(request),
            None => Answer::Cancelled(request),
        };
        script.ready.push_back(answer);
        ctx.request_repaint();
    }

    fn poll(&mut self) -> Option<Answer> {
        self.0.borrow_mut().ready.pop_front()
    }
}

pub struct Stage {
    harness: Harness<'static, Option<App>>,
    script: Rc<RefCell<Script>>,
    folder: tempfile::TempDir,
}

/// The words as they stand in the program.
pub fn article(words: &str) -> String {
    words.replace("\r\n", "\n")
}

impl Stage {
    pub fn new() -> Self {
        Self::sized(1280.0, 800.0)
    }

    pub fn sized(width: f32, height: f32) -> Self {
        Self::built(Harness::builder().with_size(vec2(width, height)))
    }

    /// Everything that is done is kept in this folder, as in the real window, which is opened without a file.
    pub fn kept_in(folder: &Path) -> Self {
        let state = dateline::session::StateFolder::at(folder);
        Self::built_with(Harness::builder().with_size(vec2(1280.0, 800.0)), Some(state))
    }

    fn built(builder: HarnessBuilder<Option<App>>) -> Self {
        Self::built_with(builder, None)
    }

    fn built_with(
        builder: HarnessBuilder<Option<App>>,
        mut state: Option<dateline::session::StateFolder>,
    ) -> Self {
        let script = Rc::new(RefCell::new(Script::default()));
        let dialogs = Rc::clone(&script);
        let harness =
            builder.with_step_dt(1.0 / 60.0).with_max_steps(60).allow_missing_glyphs().build_ui_state(
                move |ui, app: &mut Option<App>| {
                    let ctx = ui.ctx().clone();
                    // Fonts are there from the second frame on.
                    let Some(app) = app else {
                        // Suggestions that come in twice would make pictures depend on time.
                        let settings = Settings { careful_suggestions: false, ..Settings::default() };
                        let dialogs = Box::new(FakeDialogs(Rc::clone(&dialogs)));
                        let mut made = App::new(&ctx, dialogs, settings, None);
                        if let Some(state) = state.take() {
                            made = made.kept_in(state);
                            made.open(Vec::new(), &ctx);
                        }
                        *app = Some(made);
                        return;
                    };
                    app.logic(&ctx);
                    app.ui(ui);
                },
                None,
            );
        Self { harness, script, folder: tempfile::tempdir().expect("a folder") }
    }

    /// Small, and drawn by the renderer of the tests, for pictures.
    pub fn drawn(width: f32, height: f32, renderer: impl egui_kittest::TestRenderer + 'static) -> Self {
        Self::built(Harness::builder().with_size(vec2(width, height)).renderer(renderer))
    }

    /// With this article open and ready for keys.
    pub fn with_article(words: &str) -> Self {
        let mut stage = Self::new();
        let path = stage.file("article.txt", words.as_bytes());
        stage.answer_with(&[path]);
        stage.keys(Modifiers::CTRL, Key::O);
        stage.wait_for(|app| app.desk().document.is_some());
        stage.settle();
        stage
    }

    pub fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().expect("made in the first frame")
    }

    pub fn harness(&mut self) -> &mut Harness<'static, Option<App>> {
        &mut self.harness
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        dateline::project_file::write_atomically(&path, bytes).expect("written");
        path
    }

    pub fn answer_with(&mut self, paths: &[PathBuf]) {
        self.script.borrow_mut().answer =
            Some(paths.iter().map(|path: &PathBuf| Path::to_owned(path)).collect());
    }

    pub fn has_no_dialog(&mut self) {
        self.script.borrow_mut().has_none = true;
    }

    pub fn asked(&self) -> Vec<Request> {
        self.script.borrow().asked.clone()
    }

    /// Frames until nothing asks for one.
    pub fn settle(&mut self) {
        self.harness.run_ok();
    }

    pub fn wants_repaint(&mut self) -> bool {
        self.harness.run_ok();
        let steps = self.harness.try_run().unwrap_or(99);
        steps > 2
    }

    /// Time goes by, so that the next click does not count as a second one.
    pub fn rest(&mut self) {
        self.harness.run_steps(40);
    }

    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        let command = modifiers.ctrl || modifiers.command;
        self.harness.key_press_modifiers(Modifiers { command, ctrl: command, ..modifiers }, key);
        self.settle();
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    pub fn paste(&mut self, text: &str) {
        self.settle();
        self.harness.event(Event::Paste(text.to_owned()));
        self.settle();
    }

    pub fn shows(&mut self, label: &str) -> bool {
        self.settle();
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    pub fn click(&mut self, label: &str) {
        self.settle();
        self.harness
            .query_all_by_label(label)
            .next()
            .unwrap_or_else(|| panic!("no “{label}” to click"))
            .click();
        self.settle();
    }

    /// Waits for what comes from other threads.
    pub fn wait_for(&mut self, mut holds: impl FnMut(&mut App) -> bool) {
        let begun = Instant::now();
        loop {
            self.harness.step();
            if holds(self.app()) {
                break;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "waited in vain");
            std::thread::sleep(Duration::from_millis(2));
        }
        self.settle();
    }

    /// Sets the publication date of the article.
    pub fn publish(&mut self, day: &str) {
        let document = self.document();
        let project = self.app().session().project();
        let facts = project.document(document).expect("there").facts.clone();
        let facts = Facts { published: day.parse().ok(), ..facts };
        self.app().session().dispatch(Command::SetFacts { document, facts }).expect("can be");
        self.settle();
    }

    pub fn document(&mut self) -> DocumentId {
        self.app().desk().document.expect("an article is open")
    }

    pub fn wait_for_suggestions(&mut self) {
        let document = self.document();
        self.wait_for(|app| !app.session().is_suggesting(document));
    }

    /// Waits until something with these words in its name is shown.
    pub fn wait_for_label(&mut self, label: &str) {
        let begun = Instant::now();
        while !self.shows(label) {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "waited in vain for {label}: {:?}",
                self.labels()
            );
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Chooses what is called so from a menu; its keys, and a step that it names, may stand behind.
    pub fn choose(&mut self, menu: &str, text: &str, keys: &str) {
        self.click(menu);
        let is_called = |label: &str| {
            let rest =
                label.strip_prefix(text).map(|rest| rest.strip_suffix(keys).unwrap_or(rest).trim_end());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
        };
        let rows = self.harness.query_all_by(|node| {
            node.role() == egui::accesskit::Role::Button
                && node.label().is_some_and(|label| is_called(&label))
        });
        // What is open lies above the rest.
        let row = rows.last().unwrap_or_else(|| panic!("no “{text}” in “{menu}”"));
        row.click();
        self.settle();
    }

    /// The controls on screen of these roles, with their names.
    pub fn controls(&mut self, roles: &[egui::accesskit::Role]) -> Vec<(egui::accesskit::Role, String)> {
        let all = self.harness.root().children_recursive();
        let found = all.map(|node| node.accesskit_node()).filter(|node| roles.contains(&node.role()));
        found.map(|node| (node.role(), node.label().unwrap_or_default())).collect()
    }

    /// All names that are shown.
    pub fn labels(&mut self) -> Vec<String> {
        let all = self.harness.query_all_by(|node| node.label().is_some());
        all.filter_map(|node| node.accesskit_node().label()).collect()
    }

    pub fn centre_of(&mut self, label: &str) -> Pos2 {
        self.settle();
        self.harness.get_by_label(label).rect().center()
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            self.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers });
            self.harness.step();
        }
        self.settle();
    }

    fn at(&mut self, byte: usize) -> Pos2 {
        self.app().desk().view().expect("a view").scroll_to(byte..byte + 1);
        self.settle();
        let rect = self.app().desk().view().and_then(|view| view.rect_of(byte)).expect("in view");
        rect.center()
    }

    fn find(&mut self, words: &str) -> usize {
        let document = self.document();
        let project = self.app().session().project();
        let text = project.document(document).expect("there").text.clone();
        text.as_str()
            .find(words)
            .or_else(|| text.as_str().to_lowercase().find(&words.to_lowercase()))
            .expect("in the text")
    }

    /// Drags over these words with the mouse.
    pub fn drag(&mut self, words: &str) {
        self.rest();
        let start = self.find(words);
        let (from, to) = (self.at(start), self.at(start + words.len()));
        self.harness.hover_at(from);
        self.harness.step();
        self.harness.drag_at(from + vec2(1.0, 0.0));
        self.harness.step();
        self.harness.hover_at(from.lerp(to, 0.5));
        self.harness.step();
        self.harness.hover_at(to - vec2(1.0, 0.0));
        self.harness.step();
        self.harness.drop_at(to - vec2(1.0, 0.0));
        self.settle();
    }

    /// Clicks into the middle of these words, so many times in a row.
    pub fn click_words(&mut self, words: &str, times: usize) {
        self.rest();
        let start = self.find(words);
        let at = self.at(start + words.len() / 2);
        self.harness.hover_at(at);
        self.harness.step();
        for _ in 0..times {
            for pressed in [true, false] {
                let button = egui::PointerButton::Primary;
                self.harness.event(Event::PointerButton {
                    pos: at,
                    button,
                    pressed,
                    modifiers: Modifiers::NONE,
                });
                self.harness.step();
            }
        }
        self.settle();
    }

    /// Marks the first such words with these labels, as one step.
    pub fn mark(&mut self, marks: &[(&str, &str)]) {
        let document = self.document();
        let project = self.app().session().project();
        let text = &project.document(document).expect("there").text;
        let pick = |(words, label): &(&str, &str)| {
            let label = project.schema().known_as(label).expect("a label");
            let start = text.as_str().find(words).expect("in the text");
            let span = text.span(start, start + words.len()).expect("fits");
            Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand }
        };
        let picks = marks.iter().map(pick).collect();
        self.app().session().dispatch(Command::Mark(picks)).expect("marked");
        self.settle();
    }

    pub fn put_caret(&mut self, byte: usize) {
        let view = self.app().desk().view().expect("a view");
        view.set_caret(byte, false);
        let ctx = self.harness.ctx.clone();
        self.app().desk().view().expect("a view").request_focus(&ctx);
        self.settle();
    }

    pub fn selected(&mut self) -> String {
        let document = self.document();
        let range = self.app().desk().view().and_then(|view| view.selection()).unwrap_or_default();
        let project = self.app().session().project();
        project.document(document).expect("there").text.get(range).to_owned()
    }

    /// The marks as `words/Label`, in the order of the text.
    pub fn mentions(&mut self) -> Vec<String> {
        let document = self.document();
        let project = self.app().session().project();
        let mentions = project.mentions_of(document);
        mentions.map(|m| format!("{}/{}", project.words_of(m), project.schema().name_of(m.label))).collect()
    }

    /// The open suggestions as `words/Label`, in the order of the text.
    pub fn open(&mut self) -> Vec<String> {
        let document = self.document();
        let open = self.app().session().open_suggestions(document);
        let project = self.app().session().project();
        let text = &project.document(document).expect("there").text;
        open.iter().map(|s| format!("{}/{}", text.slice(s.span), project.schema().name_of(s.label))).collect()
    }

    pub fn current_suggestion(&mut self) -> String {
        let Some(MarkId::Suggestion(key)) = self.app().desk().current else {
            panic!("no suggestion is under review");
        };
        let project = self.app().session().project();
        let text = &project.document(key.document).expect("there").text;
        format!("{}/{}", text.slice(key.span), project.schema().name_of(key.label))
    }

    pub fn current_mention(&mut self) -> String {
        let Some(MarkId::Mention(id)) = self.app().desk().current else {
            panic!("no mark is selected");
        };
        let project = self.app().session().project();
        let mention = project.mention(id).expect("there");
        format!("{}/{}", project.words_of(mention), project.schema().name_of(mention.label))
    }
}
