//! How the file of an article was read: its encoding, what was left out of it, and a way to read it again.
//!
//! The text of an article never changes. So reading it again puts a new article in its place, or beside it where it has
//! marks already.

use super::{Act, columns, heading};
use crate::{
    gui::{theme, widgets},
    model::{Document, DocumentId},
    session::{ENCODINGS, Failure, Field, ReadAs, ReadFile},
    words::{retold, say},
};
use egui::{Button, ComboBox, RichText, ScrollArea, Ui};

/// What is asked for, and what it would give.
pub struct ReadingSheet {
    document: DocumentId,
    file_name: String,
    encoding_now: String,
    has_marks: bool,
    read_as: ReadAs,
    /// What `read_as` gives; `None` while it is being read.
    read: Option<Result<ReadFile, Failure>>,
    /// Of a table: what each column is taken for.
    fields: Vec<Option<Field>>,
}

/// So much of the words is shown.
const SAMPLE_CHARACTERS: usize = 600;

impl ReadingSheet {
    /// Nothing asked for yet.
    pub fn new(document: &Document, has_marks: bool) -> Self {
        let (file_name, encoding_now) = (document.file_name().to_owned(), document.encoding.clone());
        let read_as = ReadAs::default();
        Self {
            document: document.id,
            file_name,
            encoding_now,
            has_marks,
            read_as,
            read: None,
            fields: Vec::new(),
        }
    }

    /// Takes what a reading has brought, if it is of this article.
    pub fn take(&mut self, document: DocumentId, read: Result<ReadFile, Failure>) {
        if document == self.document {
            let columns = read.as_ref().ok().and_then(|read| read.columns.as_ref());
            self.fields = columns.map(columns::guessed).unwrap_or_default();
            self.read = Some(read);
        }
    }

    /// The reading that is to be used, and the article whose place it takes; once.
    pub fn take_reading(&mut self) -> Option<(DocumentId, ReadFile)> {
        self.read.take().and_then(Result::ok).map(|read| (self.document, read))
    }
}

/// The choices, what they give, and what is left out.
pub fn ui(ui: &mut Ui, sheet: &mut ReadingSheet, acts: &mut Vec<Act>) {
    ui.set_width(560.0);
    heading(ui, say!("reading-title"));
    widgets::quiet(
        ui,
        say!("read-as", name = sheet.file_name.as_str(), encoding = sheet.encoding_now.as_str()),
    );
    ui.add_space(8.0);
    let before = sheet.read_as.clone();
    choices_ui(ui, &mut sheet.read_as);
    if sheet.read_as != before {
        sheet.read = None;
        acts.push(Act::ReadAgain(sheet.document, sheet.read_as.clone()));
    }
    ui.add_space(8.0);
    let height = (ui.ctx().content_rect().height() - 320.0).max(120.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| match &sheet.read {
        None => drop(widgets::quiet(ui, say!("reading-file"))),
        Some(Err(failure)) => {
            let tokens = theme::tokens(ui.ctx());
            drop(ui.label(RichText::new(retold(&failure.to_string())).color(tokens.error)));
        }
        Some(Ok(read)) => {
            if let Some(columns) = &read.columns {
                let before = sheet.fields.clone();
                columns::columns_ui(ui, columns, &mut sheet.fields);
                ui.add_space(8.0);
                if sheet.fields != before {
                    sheet.read_as.columns = columns::said(columns, &sheet.fields);
                    acts.push(Act::ReadAgain(sheet.document, sheet.read_as.clone()));
                }
            }
            reading_ui(ui, read);
        }
    });
    ui.add_space(8.0);
    let is_there = matches!(&sheet.read, Some(Ok(read)) if !read.articles.is_empty());
    let count = sheet.read.as_ref().and_then(|read| read.as_ref().ok()).map_or(1, |read| read.articles.len());
    let takes_place = if count > 1 {
        say!("reading-several")
    } else if sheet.has_marks {
        say!("reading-beside")
    } else {
        say!("reading-instead")
    };
    widgets::quiet(ui, takes_place);
    ui.horizontal(|ui| {
        if ui.add_enabled(is_there, Button::new(say!("reading-use"))).clicked() {
            acts.push(Act::UseReading);
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

fn choices_ui(ui: &mut Ui, read_as: &mut ReadAs) {
    ui.horizontal(|ui| {
        let label = ui.label(say!("encoding"));
        let shown = read_as.encoding.as_deref().unwrap_or(say!("encoding-found"));
        let choice =
            ComboBox::from_id_salt("encoding").selected_text(shown).height(300.0).show_ui(ui, |ui| {
                ui.selectable_value(&mut read_as.encoding, None, say!("encoding-found"));
                for name in ENCODINGS {
                    ui.selectable_value(&mut read_as.encoding, Some((*name).to_owned()), *name);
                }
            });
        choice.response.labelled_by(label.id);
        ui.add_space(12.0);
        widgets::checkbox(ui, &mut read_as.whole_page, say!("whole-page"));
    });
}

fn reading_ui(ui: &mut Ui, read: &ReadFile) {
    for warning in &read.warnings {
        widgets::quiet(ui, retold(warning));
    }
    if let Some(article) = read.articles.first() {
        let count = read.articles.len();
        let head = if count == 1 {
            say!("reading-words", encoding = article.encoding.as_str())
        } else {
            say!("reading-first-of", count = count)
        };
        ui.label(RichText::new(head).text_style(theme::strong()));
        let words: String = article.text.as_str().chars().take(SAMPLE_CHARACTERS).collect();
        ui.label(words);
    }
    let left_out = read.left_out.iter().map(String::as_str).filter(|words| !words.is_empty());
    let left_out = left_out.collect::<Vec<_>>().join("\n");
    if !left_out.is_empty() {
        ui.add_space(8.0);
        ui.label(RichText::new(say!("reading-left-out")).text_style(theme::strong()));
        ui.label(left_out);
    }
}
