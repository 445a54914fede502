//! The system's file dialogs, behind a trait so that tests can answer in their place.
//!
//! rfd is named here alone. A dialog runs on a thread of its own; its answer is fetched once a frame. Where the
//! system has no dialog, rfd answers "cancelled" at once: that is told apart by the time it took.

use crate::{
    model::{GazetteerId, LabelId},
    session::article_endings,
    words::say,
};
use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::{Duration, Instant},
};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Articles to read, several at once.
    Articles,
    /// A project to open.
    Project,
    /// Where to save the project; the file name is proposed.
    SaveAs { file_name: String, folder: Option<PathBuf> },
    /// Annotations of other tools to read, several files at once.
    Annotations,
    /// Where to write the project for another tool: a file of this name, or a folder where there is no name.
    Export { format: &'static str, file_name: String },
    /// A file of labels, or a project, to take labels from.
    ImportLabels,
    /// Where to write the labels; the file name is proposed.
    ExportLabels { file_name: String },
    /// Lists of names to read; names without a label get this one.
    ImportNames(LabelId),
    /// Where to write a list of names; the file name is proposed.
    ExportNames { gazetteer: GazetteerId, file_name: String },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// At least one path.
    Picked(Request, Vec<PathBuf>),
    Cancelled(Request),
    /// The system showed no dialog.
    NoDialog(Request),
}

/// Something that asks the user for files.
pub trait Dialogs {
    /// Asks; the answer comes through [`Dialogs::poll`], and a repaint of `ctx` is asked for then.
    fn ask(&mut self, request: Request, ctx: &egui::Context);

    /// The next answer, if one has come. Never waits.
    fn poll(&mut self) -> Option<Answer>;
}

/// A dialog that ends sooner than this was never shown: no hand is so quick.
const SHOWN_AT_LEAST: Duration = Duration::from_millis(150);

/// The dialogs of the system.
pub struct SystemDialogs {
    sender: Sender<Answer>,
    receiver: Receiver<Answer>,
}

impl SystemDialogs {
    /// Ready to ask.
    pub fn new() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver }
    }
}

impl Default for SystemDialogs {
    fn default() -> Self {
        Self::new()
    }
}

impl Dialogs for SystemDialogs {
    fn ask(&mut self, request: Request, ctx: &egui::Context) {
        // Made on this thread, since macOS wants its dialogs begun on the main one; waited for on another.
        let picking = begin(&request);
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let begun = Instant::now();
        let no_thread = Answer::NoDialog(request.clone());
        let wait = move || {
            let paths = pollster::block_on(picking);
            let answer = match paths {
                Some(paths) if !paths.is_empty() => Answer::Picked(request, paths),
                _ if begun.elapsed() < SHOWN_AT_LEAST => Answer::NoDialog(request),
                _ => Answer::Cancelled(request),
            };
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send(answer);
            ctx.request_repaint();
        };
        if thread::Builder::new().name("dateline-dialog".to_owned()).spawn(wait).is_err() {
            let _ = self.sender.send(no_thread);
        }
    }

    fn poll(&mut self) -> Option<Answer> {
        self.receiver.try_recv().ok()
    }
}

type Picking = std::pin::Pin<Box<dyn Future<Output = Option<Vec<PathBuf>>> + Send>>;

fn begin(request: &Request) -> Picking {
    let dialog = rfd::AsyncFileDialog::new();
    match request {
        Request::Articles => {
            let picking = dialog
                .set_title(say!("dialog-open-articles"))
                .add_filter(say!("dialog-articles"), &article_endings())
                .add_filter(say!("dialog-all-files"), &["*"])
                .pick_files();
            Box::pin(async { Some(picking.await?.iter().map(|file| file.path().to_owned()).collect()) })
        }
        Request::Project => {
            let picking = dialog
                .set_title(say!("dialog-open-project"))
                .add_filter(say!("dialog-project"), &["ron"])
                .pick_file();
            Box::pin(async { Some(vec![picking.await?.path().to_owned()]) })
        }
        Request::ImportLabels => {
            let picking = dialog
                .set_title(say!("dialog-use-labels"))
                .add_filter(say!("dialog-labels-or-project"), &["ron"])
                .pick_file();
            Box::pin(async { Some(vec![picking.await?.path().to_owned()]) })
        }
        Request::ExportLabels { file_name } => {
            let dialog = dialog.set_title(say!("dialog-export-labels")).set_file_name(file_name);
            let picking = dialog.add_filter(say!("dialog-labels"), &["ron"]).save_file();
            Box::pin(async { Some(vec![picking.await?.path().to_owned()]) })
        }
        Request::Annotations => {
            let picking = dialog
                .set_title(say!("dialog-import-annotations"))
                .add_filter(say!("dialog-all-files"), &["*"])
                .pick_files();
            Box::pin(async { Some(picking.await?.iter().map(|file| file.path().to_owned()).collect()) })
        }
        Request::Export { file_name, .. } if file_name.is_empty() => {
            let picking = dialog.set_title(say!("dialog-export-folder")).pick_folder();
            Box::pin(async { Some(vec![picking.await?.path().to_owned()]) })
        }
        Request::Export { file_name, .. } => {
            let picking = dialog.set_title(say!("dialog-export")).set_file_name(file_name).save_file();
            Box::pin(async { Some(vec![picking.await?.path().to_owned()]) })
        }
        Request::ImportNames(_) => {
            let picking = dialog
                .set_title(say!("dialog-import-names"))
                .add_filter(say!("dialog-names"), &["txt", "csv", "tsv"])
                .add_filter(say!("dialog-all-files"), &["*"])
                .pick_files();
            Box::pin(async { Some(picking.await?.iter().map(|file| file.path().to_owned()).collect()) })
        }
        Request::ExportNames { file_name, .. } => {
            let dialog = dialog.set_title(say!("dialog-export-names")).set_file_name(file_name);
            let picking = dialog.add_filter(say!("dialog-table"), &["csv"]).save_file();
            Box::pin(async { Some(vec![picking.await?.path().to_owned()]) })
        }
        Request::SaveAs { file_name, folder } => {
            let dialog = dialog.set_title(say!("dialog-save-project")).set_file_name(file_name);
            let dialog = folder.iter().fold(dialog, rfd::AsyncFileDialog::set_directory);
            let picking = dialog.add_filter(say!("dialog-project"), &["ron"]).save_file();
            Box::pin(async { Some(vec![picking.await?.path().to_owned()]) })
        }
    }
}
