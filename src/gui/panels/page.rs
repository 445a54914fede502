//! The article in the middle; where there is none, what to do next.

use super::{
    super::{
        app::App,
        article_view::{Arc, Event, Fact, Head, Page},
        commands::UiCommand,
        desk::{Centre, Focus},
        sayings, theme, widgets,
        windows::Overlay,
    },
    Act, find, labels, menu_bar, recent, settings, ties, timeline,
};
use crate::{
    model::{Document, DocumentId, Facts, Project, Relation},
    view::{Mark, MarkId, beside, visible, waiting_dates, word_count},
    words::{retold, say},
};
use egui::{Align, Layout, RichText, Ui, vec2};
use std::borrow::Cow;

/// The article, or what to do without one.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    match app.desk.document {
        _ if app.desk.centre == Centre::Labels => labels::ui(app, ui, acts),
        _ if app.desk.centre == Centre::Settings => settings::ui(app, ui, acts),
        Some(_) if app.desk.centre == Centre::Find => find::page_ui(app, ui, acts),
        Some(_) if app.desk.centre == Centre::Timeline => timeline::ui(app, ui, acts),
        Some(_) if app.desk.centre == Centre::Ties => ties::ui(app, ui, acts),
        Some(document) => article_ui(app, ui, document, acts),
        None => welcome_ui(app, ui, acts),
    }
}

fn article_ui(app: &mut App, ui: &mut Ui, id: DocumentId, acts: &mut Vec<Act>) {
    let suggestions = app.session.open_suggestions(id);
    let dates = app.session.dates(id);
    let (project, desk) = (app.session.project(), &mut app.desk);
    let Some(document) = project.document(id) else {
        return;
    };
    let words = desk.lists.facts.get(id, || word_count(&document.text));
    let waiting = dates.as_ref().filter(|_| document.facts.published.is_none()).map_or(0, |dates| {
        let stamp = (id, project.revision(), desk.answers);
        *desk.lists.waiting.get(stamp, || waiting_dates(project, document, &suggestions, dates))
    });
    let facts = facts_line(document, *words, waiting);
    let arcs = arcs_of(project, desk.current);
    let date_note = |mark: &Mark| {
        let dates = dates.as_ref().filter(|_| project.schema().is_for_dates(mark.label))?;
        let resolved = match mark.id {
            MarkId::Mention(id) => dates.of_mention(project.mention(id)?)?,
            MarkId::Suggestion(_) => Cow::Borrowed(dates.at(mark.span)?),
        };
        beside(document.text.slice(mark.span), &resolved.line).map(|line| sayings::line(&line).into_owned())
    };
    let schema = project.schema();
    let title = document.display_title();
    let stands_first = document.text.as_str().lines().next().is_some_and(|line| line.trim() == title);
    let page = Page {
        document,
        project,
        suggestions: &suggestions,
        revision: project.revision().wrapping_mul(0x1_0000).wrapping_add(desk.answers),
        current: desk.current,
        head: Head {
            title: if stands_first { "" } else { title },
            title_stands_first: stands_first,
            facts: &facts,
        },
        text_size: app.settings.text_size,
        line_ratio: f32::from(app.settings.line_percent) / 100.0,
        column_chars: f32::from(app.settings.column_chars),
        label_name: &|label| schema.name_of(label).to_owned(),
        date_note: &date_note,
        arcs: &arcs,
    };
    let (hits, hit) = desk.find.shown(project, id);
    let Some(view) = desk.views.get_mut(&id) else {
        return;
    };
    view.set_hits(hits, hit);
    // Asked for until it is granted: an overlay that just closed still holds the keyboard for a frame.
    if desk.focus == Some(Focus::Article) && desk.overlay.is_none() {
        if ui.memory(|memory| memory.has_focus(view.id())) {
            desk.focus = None;
        } else {
            view.request_focus(ui.ctx());
            ui.ctx().request_repaint();
        }
    }
    for event in view.show(ui, &page) {
        match event {
            Event::SelectMark(mark) => acts.push(Act::Select(mark)),
            Event::ClearCurrent => acts.push(Act::ClearCurrent),
            Event::SelectionMade => acts.push(Act::SelectionMade),
            // The view itself shows what is under the pointer.
            Event::HoverMark(_) => {}
            Event::FactClicked("reading") => acts.push(Act::AskReading(id)),
            Event::FactClicked(_) => desk.overlay = Some(Overlay::facts(document)),
            Event::ContextMenu { mark } => acts.extend(mark.map(Act::Select)),
        }
    }
    if let Some(words) = view.response().cloned() {
        words.context_menu(|ui| context_menu_ui(app, ui, acts));
    }
}

/// The relations of the selected mark.
fn arcs_of(project: &Project, current: Option<MarkId>) -> Vec<Arc> {
    let Some(MarkId::Mention(id)) = current else {
        return Vec::new();
    };
    let arc = |relation: &Relation| {
        let span = |id| project.mention(id).map(|mention| mention.span);
        let name = project.schema().relation_type(relation.kind)?.name.clone();
        Some(Arc { from: span(relation.from)?, to: span(relation.to)?, name })
    };
    project.relations_of_mention(id).filter_map(arc).collect()
}

/// What the other mouse button offers on a mark or a selection.
const CONTEXT_COMMANDS: [UiCommand; 11] = [
    UiCommand::Accept,
    UiCommand::AcceptEntity,
    UiCommand::Reject,
    UiCommand::RejectInProject,
    UiCommand::DeleteMark,
    UiCommand::TagAllInArticle,
    UiCommand::EditNote,
    UiCommand::EntityFacts,
    UiCommand::ToggleMetonym,
    UiCommand::Relate,
    UiCommand::Copy,
];

/// So many labels stand in the menu of a mark.
const MENU_LABELS: usize = 10;

fn context_menu_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    ui.set_min_width(360.0);
    // A long list would not fit the window: those without a key are picked from the list that `L` opens.
    let labels = || app.session.project().schema().labels();
    let has_keys = labels().any(|(_, label)| label.key.is_some());
    let shown = labels().filter(|(_, label)| label.key.is_some() || !has_keys).take(MENU_LABELS);
    for (id, label) in shown {
        let key = label.key.map(String::from).unwrap_or_default();
        if ui.add(egui::Button::new(&label.name).shortcut_text(key)).clicked() {
            acts.push(Act::Label(id));
            ui.close();
        }
    }
    menu_bar::row_ui(app, ui, UiCommand::PickLabel.row(), acts);
    ui.separator();
    let on_mention = matches!(app.desk.current, Some(MarkId::Mention(_)));
    let fits = |command: &UiCommand| match command {
        UiCommand::DeleteMark | UiCommand::EditNote | UiCommand::EntityFacts => on_mention,
        UiCommand::Reject => !on_mention && app.is_enabled(*command),
        _ => app.is_enabled(*command),
    };
    for command in CONTEXT_COMMANDS.into_iter().filter(fits) {
        menu_bar::row_ui(app, ui, command.row(), acts);
    }
}

/// `article.html · By A. Lindqvist · The Courier · published 10 Nov 2019 (JSON-LD) · English · 710 words`.
fn facts_line(document: &Document, words: usize, waiting: usize) -> Vec<Fact> {
    let Facts { published, published_at, byline, site, language, origins, .. } = &document.facts;
    let quiet = |text: &str| Fact { text: text.to_owned(), id: None };
    let mut facts = Vec::new();
    if !document.file_name().is_empty() {
        // What was opened from a file can be read again in another way.
        let is_path = document.source.contains(['/', '\\']);
        let text = visible(document.file_name()).into_owned();
        facts.push(Fact { text, id: is_path.then_some("reading") });
    }
    facts.extend(
        [byline, site].into_iter().filter(|words| !words.is_empty()).map(|words| quiet(&visible(words))),
    );
    let text = match published {
        Some(date) => {
            let time = published_at.get(10..16).map(|time| time.replace('T', " ")).unwrap_or_default();
            let day = format!("{}{time}", sayings::day(*date));
            match origins.published.as_str() {
                "" => say!("published-on", day = day),
                origin => say!("published-from", day = day, origin = retold(origin)),
            }
        }
        None => say!("publication-unknown").to_owned(),
    };
    facts.push(Fact { text, id: Some("published") });
    if waiting > 0 {
        facts.push(quiet(&say!("needed-for-dates", count = waiting)));
    }
    if language == "en" || language.starts_with("en-") {
        facts.push(quiet(say!("english")));
    } else if !language.is_empty() {
        facts.push(quiet(language));
    }
    facts.push(quiet(&say!("word-count", count = words)));
    facts
}

fn welcome_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.add_space((ui.available_height() * 0.22).max(24.0));
    ui.vertical_centered(|ui| {
        ui.set_max_width(480.0);
        ui.label(RichText::new(say!("welcome-title")).text_style(theme::title()));
        ui.add_space(8.0);
        ui.label(RichText::new(say!("welcome-hint")).color(tokens.muted));
        ui.add_space(20.0);
        ui.allocate_ui_with_layout(vec2(448.0, 32.0), Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let open = egui::Button::new(RichText::new(say!("open-articles")).color(tokens.on_accent))
                .fill(tokens.accent);
            let choices = [
                (say!("welcome-sample"), UiCommand::OpenSample),
                (say!("welcome-paste"), UiCommand::PasteArticle),
            ];
            if ui.add(open).clicked() {
                acts.push(Act::Do(UiCommand::OpenArticles));
            }
            for (text, command) in choices {
                if ui.button(text).clicked() {
                    acts.push(Act::Do(command));
                }
            }
            if ui.button(say!("open-project")).clicked() {
                acts.push(Act::Do(UiCommand::OpenProject));
            }
        });
        left_over_ui(app, ui, acts);
        if !app.settings.tour_done && app.desk.tour.is_none() {
            ui.add_space(16.0);
            if ui.link(say!("tour-offer")).clicked() {
                acts.push(Act::Do(UiCommand::Tour));
            }
        }
        recent_ui(app, ui, acts);
    });
}

/// Projects whose last steps a crash kept from their files: to open one brings them back.
fn left_over_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    for project in app.left_over.iter().take(4) {
        ui.add_space(12.0);
        let name = project.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        ui.label(say!("unsaved-steps", name = name.as_str(), count = project.steps));
        let link =
            ui.link(say!("unsaved-open", name = name)).on_hover_text(project.path.display().to_string());
        if link.clicked() {
            acts.push(Act::OpenPaths(vec![project.path.clone()]));
        }
    }
}

/// So many files that were open before are offered on an empty page.
const RECENT_SHOWN: usize = 6;

fn recent_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    if app.settings.recent.is_empty() {
        return;
    }
    ui.add_space(28.0);
    widgets::quiet(ui, say!("recent"));
    recent::ui(app, ui, RECENT_SHOWN, acts, Ui::link);
}
