//! The article view as its reader meets it: mouse, keys, and what is drawn.

#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::expect_used, reason = "a test may panic")]
#![cfg(feature = "gui")]

mod soft;

use dateline::{
    gui::{
        article_view::{ArticleView, Event, Fact, Head, Motion, Page},
        fonts, theme,
    },
    model::{
        Change, Document, DocumentId, Facts, IdSource, Label, LabelId, Mention, MentionId, Project,
        Provenance, Schema, Score, Transaction,
    },
    suggest::{Source, Suggestion, SuggestionKey, Why},
    text::{Span, Text},
    view::MarkId,
};
use egui::{Key, Modifiers, Pos2, Theme, vec2};
use egui_kittest::{Harness, HarnessBuilder, kittest::Queryable as _};
use std::ops::Range;

/// An article on screen, with what its view said so far.
struct Reader {
    view: ArticleView,
    project: Project,
    document: Document,
    suggestions: Vec<Suggestion>,
    current: Option<MarkId>,
    text_size: f32,
    facts: Vec<Fact>,
    events: Vec<Event>,
}

impl Reader {
    /// Marks are given as label and words; those with `?` before the label are suggestions.
    fn new(words: &str, marks: &[(&str, &str)]) -> Self {
        let mut ids = IdSource::new(1);
        let id = DocumentId::fresh(&mut ids);
        let text = Text::new(words).expect("short enough");
        let facts = Facts { title: "Talks may resume".to_owned(), ..Facts::default() };
        let (source, encoding) = ("talks.txt".to_owned(), "UTF-8".to_owned());
        let document = Document { id, position: 0, facts, source, encoding, text: text.clone() };
        let mut project = Project::new(Schema::news_analyst(), IdSource::new(2));
        let mut changes = vec![Change::Document { id, before: None, after: Some(document.clone().into()) }];
        let mut suggestions = Vec::new();
        for (label, words) in marks {
            let span = text.occurrences(words).next().expect("the words are there");
            let label_id = project.schema().named(label.trim_start_matches('?')).expect("a label");
            if label.starts_with('?') {
                suggestions.push(suggestion(span, label_id));
            } else {
                let mention = mention(MentionId::fresh(&mut ids), id, span, label_id);
                changes.push(Change::Mention { id: mention.id, before: None, after: Some(mention) });
            }
        }
        suggestions.sort_by_key(|suggestion| suggestion.span);
        project.apply(&Transaction { name: "test".into(), changes }).expect("applies");
        Self {
            view: ArticleView::default(),
            project,
            document,
            suggestions,
            current: None,
            text_size: theme::READING_SIZE,
            facts: Vec::new(),
            events: Vec::new(),
        }
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let schema = self.project.schema();
        let page = Page {
            document: &self.document,
            project: &self.project,
            suggestions: &self.suggestions,
            revision: self.project.revision(),
            current: self.current,
            head: Head { title: &self.document.facts.title, facts: &self.facts, ..Head::default() },
            text_size: self.text_size,
            line_ratio: theme::LINE_RATIO,
            column_chars: 72.0,
            label_name: &|label| {
                schema.get(label).map_or_else(String::new, |label: &Label| label.name.clone())
            },
            date_note: &|_| None,
            arcs: &[],
        };
        for event in self.view.show(ui, &page) {
            match event {
                Event::SelectMark(mark) => self.current = Some(mark),
                Event::ClearCurrent => self.current = None,
                _ => {}
            }
            self.events.push(event);
        }
    }

    fn words(&self, bytes: Option<Range<usize>>) -> &str {
        bytes.map_or("", |bytes| &self.document.text.as_str()[bytes])
    }

    fn selected(&self) -> &str {
        self.words(self.view.selection())
    }

    /// The words of the current mark and its label.
    fn current(&self) -> String {
        let (span, label) = match self.current {
            Some(MarkId::Mention(id)) => {
                let mention = self.project.mention(id).expect("there");
                (mention.span, mention.label)
            }
            Some(MarkId::Suggestion(SuggestionKey { span, label, .. })) => (span, label),
            None => return String::new(),
        };
        format!("{}: {}", self.project.schema().name_of(label), self.document.text.slice(span))
    }
}

fn mention(id: MentionId, document: DocumentId, span: Span, label: LabelId) -> Mention {
    let (is_metonym, note, provenance) = (false, "".into(), Provenance::ByHand);
    Mention { id, document, span, label, entity: None, is_metonym, date: None, note, provenance }
}

fn suggestion(span: Span, label: LabelId) -> Suggestion {
    let score = Score::from_thousandths(900);
    Suggestion { span, label, score, source: Source::Rules, why: Why::Plain(""), entity: None }
}

fn harness(reader: Reader) -> Harness<'static, Reader> {
    themed(reader, Theme::Light, 700.0, 500.0)
}

fn themed(reader: Reader, theme: Theme, width: f32, height: f32) -> Harness<'static, Reader> {
    let builder = builder(width, height).with_theme(theme).with_render_cursor(false);
    started(builder.renderer(soft::SoftRenderer::default()), reader)
}

/// For words that the fonts of the program have no letters for.
fn without_letters(reader: Reader, width: f32) -> Harness<'static, Reader> {
    started(builder(width, 300.0).allow_missing_glyphs(), reader)
}

fn builder(width: f32, height: f32) -> HarnessBuilder<Reader> {
    Harness::builder().with_size(vec2(width, height)).with_step_dt(1.0 / 60.0).with_max_steps(60)
}

fn started(builder: HarnessBuilder<Reader>, reader: Reader) -> Harness<'static, Reader> {
    let builder = builder.with_context_setup(|ctx| {
        ctx.set_fonts(fonts::definitions());
        theme::install(ctx);
    });
    let mut harness = builder.build_ui_state(|ui, reader: &mut Reader| reader.show(ui), reader);
    harness.run();
    harness
}

/// The middle of the letter that starts the first `words`, moved by `letters`.
fn at(harness: &mut Harness<'_, Reader>, words: &str, letters: usize) -> Pos2 {
    let reader = harness.state_mut();
    let byte = reader.document.text.as_str().find(words).expect("the words are there") + letters;
    let left = reader.view.rect_of(byte).expect("in view");
    let right = reader.view.rect_of(byte + 1).expect("in view");
    if right.left() > left.left() { left.union(right).center() } else { left.center() + vec2(2.0, 0.0) }
}

fn drag(harness: &mut Harness<'_, Reader>, from: Pos2, to: Pos2, modifiers: Modifiers) {
    let middle = from + (to - from) / 2.0;
    harness.event(egui::Event::PointerMoved(from));
    press(harness, from, true, modifiers);
    for point in [middle, to] {
        harness.event(egui::Event::PointerMoved(point));
        harness.step();
    }
    harness.run_ok();
    press(harness, to, false, modifiers);
    harness.run();
}

fn press(harness: &mut Harness<'_, Reader>, pos: Pos2, pressed: bool, modifiers: Modifiers) {
    let button = egui::PointerButton::Primary;
    harness.event_modifiers(egui::Event::PointerButton { pos, button, pressed, modifiers }, modifiers);
    harness.step();
}

fn click(harness: &mut Harness<'_, Reader>, pos: Pos2, times: usize) {
    harness.event(egui::Event::PointerMoved(pos));
    for _ in 0..times {
        press(harness, pos, true, Modifiers::NONE);
        press(harness, pos, false, Modifiers::NONE);
    }
    // Long enough that the next click is not a double one.
    harness.run_steps(40);
}

const TALKS: &str = "North Korean officials met Kim Jong-un in Moscow. They said little, Mr. Jo added.\n\
    A second paragraph names the Foreign Ministry’s director general for North America.\n\
    The third one is short.";

#[test]
fn a_drag_selects_whole_words() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let (from, to) = (at(&mut harness, "officials", 3), at(&mut harness, "Jong-un", 5));
    drag(&mut harness, from, to, Modifiers::NONE);
    assert_eq!(harness.state().selected(), "officials met Kim Jong-un");
    assert_eq!(harness.state().events.last(), Some(&Event::SelectionMade));
    drag(&mut harness, to, from, Modifiers::NONE);
    assert_eq!(harness.state().selected(), "officials met Kim Jong-un");
    let caret = harness.state().view.caret();
    assert_eq!(&TALKS[caret..caret + 9], "officials", "the caret follows the mouse");
}

#[test]
fn a_drag_that_ends_on_a_comma_does_not_take_it_along() {
    let mut harness = harness(Reader::new("Chung Eui-yong, the adviser; he said: no.\n", &[]));
    for (from, to, expected) in
        [("Chung", ",", "Chung Eui-yong"), ("the", ";", "the adviser"), ("he said", ":", "he said")]
    {
        let (from, to) = (at(&mut harness, from, 0), at(&mut harness, to, 0));
        drag(&mut harness, from, to, Modifiers::NONE);
        assert_eq!(harness.state().selected(), expected);
    }
}

#[test]
fn a_drag_with_alt_selects_characters() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let (from, to) = (at(&mut harness, "fficials", 0), at(&mut harness, "met", 1));
    drag(&mut harness, from - vec2(3.0, 0.0), to - vec2(3.0, 0.0), Modifiers::ALT);
    assert_eq!(harness.state().selected(), "fficials m");
}

#[test]
fn a_drag_goes_across_paragraphs() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let (from, to) = (at(&mut harness, "little", 2), at(&mut harness, "third", 1));
    drag(&mut harness, from, to, Modifiers::NONE);
    assert!(harness.state().selected().starts_with("little, Mr. Jo"));
    assert!(harness.state().selected().ends_with("The third"));
}

#[test]
fn two_clicks_select_the_word_and_three_the_sentence() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let place = at(&mut harness, "Jong-un", 1);
    click(&mut harness, place, 2);
    assert_eq!(harness.state().selected(), "Jong-un");
    let place = at(&mut harness, "little", 1);
    click(&mut harness, place, 3);
    assert_eq!(harness.state().selected(), "They said little, Mr. Jo added.");
    assert_eq!(harness.state().events.last(), Some(&Event::SelectionMade));
}

#[test]
fn a_click_selects_the_smallest_mark_and_the_next_click_the_one_beneath() {
    let marks = [
        ("Role", "Foreign Ministry’s director general for North America"),
        ("Organization", "Foreign Ministry"),
        ("?Place", "Moscow"),
    ];
    let mut harness = harness(Reader::new(TALKS, &marks));
    let place = at(&mut harness, "Ministry", 3);
    click(&mut harness, place, 1);
    assert_eq!(harness.state().current(), "Organization: Foreign Ministry");
    click(&mut harness, place, 1);
    assert_eq!(harness.state().current(), "Role: Foreign Ministry’s director general for North America");
    click(&mut harness, place, 1);
    assert_eq!(harness.state().current(), "Organization: Foreign Ministry");
    let place = at(&mut harness, "Moscow", 3);
    click(&mut harness, place, 1);
    assert_eq!(harness.state().current(), "Place: Moscow");
    let place = at(&mut harness, "little", 3);
    click(&mut harness, place, 1);
    assert_eq!(harness.state().current(), "");
    assert_eq!(harness.state().events.last(), Some(&Event::ClearCurrent));
}

#[test]
fn the_pointer_tells_when_it_comes_to_a_mark_and_when_it_leaves() {
    let mut harness = harness(Reader::new(TALKS, &[("Place", "Moscow")]));
    let (mark, beside) = (at(&mut harness, "Moscow", 3), at(&mut harness, "little", 3));
    for point in [mark, mark + vec2(4.0, 0.0), beside] {
        harness.event(egui::Event::PointerMoved(point));
        harness.run();
    }
    let events = &harness.state().events;
    assert!(matches!(events[..], [Event::HoverMark(Some(_)), Event::HoverMark(None)]), "{events:?}");
}

#[test]
fn the_keys_move_the_caret_and_shift_selects_across_paragraphs() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let place = at(&mut harness, "Kim", 0) - vec2(4.0, 0.0);
    click(&mut harness, place, 1);
    let mut keys = |keys: &[(Modifiers, Key)]| {
        for (modifiers, key) in keys {
            harness.key_press_modifiers(*modifiers, *key);
        }
        harness.run();
        let reader = harness.state();
        (
            TALKS[reader.view.caret()..].split([' ', '\n']).next().unwrap_or("").to_owned(),
            reader.selected().to_owned(),
        )
    };
    let (none, shift, ctrl) = (Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND);
    assert_eq!(keys(&[(ctrl, Key::ArrowRight), (none, Key::ArrowRight)]), ("Jong-un".into(), String::new()));
    assert_eq!(keys(&[(ctrl | shift, Key::ArrowRight)]).1, "Jong");
    assert_eq!(keys(&[(none, Key::ArrowLeft)]), ("Jong-un".into(), String::new()), "leaves to the left");
    let (_, selected) = keys(&[(shift, Key::ArrowDown), (shift, Key::ArrowDown)]);
    assert!(
        selected.starts_with("Jong-un in Moscow") && selected.contains("A second paragraph"),
        "{selected}"
    );
    assert_eq!(keys(&[(none, Key::ArrowUp), (none, Key::ArrowUp)]).0, "Jong-un", "back where it came from");
    assert_eq!(keys(&[(none, Key::Home)]).0, "North");
    assert_eq!(keys(&[(ctrl, Key::End), (none, Key::Home)]).0, "The");
    assert_eq!(keys(&[(ctrl | shift, Key::Home)]).1.len(), TALKS.len() - "The third one is short.".len());
}

#[test]
fn alt_arrows_enter_and_tab_are_left_to_others() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let place = at(&mut harness, "Kim", 1);
    click(&mut harness, place, 1);
    let caret = harness.state().view.caret();
    let events = harness.state().events.len();
    for (modifiers, key) in
        [(Modifiers::ALT, Key::ArrowRight), (Modifiers::NONE, Key::Enter), (Modifiers::NONE, Key::Tab)]
    {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
    }
    assert_eq!(harness.state().view.caret(), caret);
    assert_eq!(harness.state().events.len(), events, "Enter is not a click");
    assert!(harness.ctx.memory(|memory| memory.has_focus(harness.state().view.id())));
}

#[test]
fn copying_takes_the_selected_words() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let place = at(&mut harness, "Moscow", 1);
    click(&mut harness, place, 2);
    harness.event(egui::Event::Copy);
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("Moscow"));
}

/// An article of about this many bytes; each paragraph says its number.
fn long_article(bytes: usize) -> String {
    let mut words = String::new();
    let mut number = 0;
    while words.len() < bytes {
        number += 1;
        let length = 2 + number * 7 % 9;
        let more = "It tells more of the talks in Moscow. ".repeat(length);
        words.extend(["Paragraph ", &number.to_string(), " begins here. ", &more, "\n"]);
    }
    words
}

#[test]
fn only_what_is_in_view_is_laid_out() {
    let words = long_article(10_000_000);
    let mut harness = harness(Reader::new(&words, &[]));
    assert!(harness.state().view.laid_out_count() < 12);
    for _ in 0..200 {
        harness.state_mut().view.scroll_to(0..1);
        harness.run_ok();
        let far = words.len() / 2;
        harness.state_mut().view.scroll_to(far..far + 1);
        harness.step();
        harness.key_press(Key::PageDown);
        harness.step();
        if harness.state().view.laid_out_count() > 300 {
            break;
        }
    }
    assert!(harness.state().view.laid_out_count() <= 300, "{}", harness.state().view.laid_out_count());
}

#[test]
fn selection_survives_being_scrolled_away() {
    let words = long_article(200_000);
    let mut harness = harness(Reader::new(&words, &[]));
    let place = at(&mut harness, "begins", 2);
    click(&mut harness, place, 2);
    let end = words.len() - 1;
    harness.state_mut().view.scroll_to(end..end + 1);
    harness.run();
    assert!(harness.state().view.visible_bytes().start > 100_000);
    assert_eq!(harness.state().selected(), "begins");
    harness.state_mut().view.scroll_to(0..5);
    harness.run();
    assert_eq!(harness.state().view.visible_bytes().start, 0);
    assert_eq!(harness.state().selected(), "begins");
}

#[test]
fn the_words_at_the_top_stay_there() {
    let words = long_article(300_000);
    let mut harness = harness(Reader::new(&words, &[]));
    let middle = words.find("Paragraph 400 ").expect("there");
    harness.state_mut().view.scroll_to(middle..middle + 9);
    harness.run();
    let before = harness.state_mut().view.rect_of(middle).expect("in view").top();
    assert!((before - 500.0 * 0.33).abs() < 4.0, "at a third: {before}");
    // Upwards, estimated heights turn into real ones; what is in view must move by the wheel alone.
    let mut expected = before;
    for _ in 0..12 {
        harness.event(egui::Event::PointerMoved(Pos2::new(300.0, 250.0)));
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            source: egui::MouseWheelSource::Trackpad,
            delta: vec2(0.0, 20.0),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        harness.run();
        expected += 20.0;
        let now = harness.state_mut().view.rect_of(middle).expect("still in view").top();
        assert!((now - expected).abs() < 1.5, "{now} and not {expected}");
    }
    let first = harness.state().view.visible_bytes().start;
    harness.state_mut().text_size = 23.0;
    harness.run();
    assert_eq!(harness.state().view.visible_bytes().start, first, "larger letters");
    harness.set_size(vec2(420.0, 500.0));
    harness.run();
    assert_eq!(harness.state().view.visible_bytes().start, first, "a narrower window");
}

#[test]
fn odd_characters_do_no_harm() {
    let odd =
        "\tTab\u{b} \u{0} e\u{301} 👩‍👩‍👧 \u{200b}zero\u{ad}width \u{202e}אבג دولة\u{202c} 김정은\n\n\n\r x\n";
    let mut harness = without_letters(Reader::new(odd, &[]), 300.0);
    harness.state().view.request_focus(&harness.ctx);
    let motions =
        [Key::ArrowRight, Key::ArrowDown, Key::ArrowUp, Key::End, Key::ArrowLeft, Key::PageDown, Key::Home];
    for step in 0..200 {
        let modifiers = if step % 3 == 0 { Modifiers::COMMAND } else { Modifiers::SHIFT };
        harness.key_press_modifiers(modifiers, motions[step % motions.len()]);
        harness.step();
        assert!(odd.is_char_boundary(harness.state().view.caret()));
    }
    for x in 0..30 {
        let (from, to) = (Pos2::new(x as f32 * 10.0, 130.0), Pos2::new(300.0 - x as f32 * 10.0, 210.0));
        drag(&mut harness, from, to, Modifiers::ALT);
    }
}

#[test]
fn words_from_right_to_left_are_where_they_belong() {
    let words = "שלום אמר Kim Jong-un (לוי) היום\nKim met לוי כהן there\n";
    let mut harness =
        without_letters(Reader::new(words, &[("Person", "לוי"), ("Person", "Kim Jong-un")]), 700.0);
    let left = |harness: &mut Harness<'_, Reader>, byte: usize| {
        harness.state_mut().view.rect_of(byte).expect("in view").left()
    };
    let place = |part: &str| words.find(part).expect("is there");
    let in_order = ["שלום", "אמר", "(לוי", "היום"].map(|part| left(&mut harness, place(part)));
    assert!(in_order.is_sorted_by(|one, next| one > next), "{in_order:?}");
    assert!(left(&mut harness, place("Jong")) > left(&mut harness, place("Kim")));
    assert!(left(&mut harness, place("לוי כהן")) > left(&mut harness, place("כהן")));
    assert!(left(&mut harness, place("there")) > left(&mut harness, place("לוי כהן")));

    // Within a word from right to left, its letters are at the left of where it starts.
    for (part, expected) in [("שלום", ""), ("לוי)", "Person: לוי"), ("Jong", "Person: Kim Jong-un")]
    {
        let y = harness.state_mut().view.rect_of(place(part)).expect("in view").center().y;
        let side = if part == "Jong" { 4.0 } else { -4.0 };
        let point = Pos2::new(left(&mut harness, place(part)) + side, y);
        click(&mut harness, point, 1);
        assert_eq!(harness.state().current(), expected, "{part}");
    }
    let y = harness.state_mut().view.rect_of(0).expect("in view").center().y;
    let (from, to) = (left(&mut harness, 0) - 3.0, left(&mut harness, place("אמר")) - 3.0);
    drag(&mut harness, Pos2::new(from, y), Pos2::new(to, y), Modifiers::NONE);
    assert_eq!(harness.state().selected(), "שלום אמר");

    harness.state_mut().view.set_caret(0, false);
    harness.state().view.request_focus(&harness.ctx);
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().view.caret(), "ש".len());
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(harness.state().view.caret(), place("\n"));
}

#[test]
fn an_empty_article_is_shown() {
    let mut harness = harness(Reader::new("", &[]));
    harness.state().view.request_focus(&harness.ctx);
    for key in [Key::ArrowRight, Key::ArrowDown, Key::ArrowUp, Key::End, Key::PageDown] {
        harness.key_press(key);
        harness.run();
    }
    drag(&mut harness, Pos2::new(100.0, 150.0), Pos2::new(300.0, 300.0), Modifiers::NONE);
    assert_eq!((harness.state().view.caret(), harness.state().selected()), (0, ""));
}

#[test]
fn a_drag_past_the_lower_edge_takes_the_words_along() {
    let mut harness = harness(Reader::new(&long_article(50_000), &[]));
    let (from, below) = (at(&mut harness, "begins", 2), Pos2::new(300.0, 540.0));
    let end = harness.state().view.visible_bytes().end;
    harness.event(egui::Event::PointerMoved(from));
    press(&mut harness, from, true, Modifiers::NONE);
    for _ in 0..90 {
        harness.event(egui::Event::PointerMoved(below));
        harness.step();
    }
    press(&mut harness, below, false, Modifiers::NONE);
    let selected = harness.state().view.selection().expect("words");
    assert!(selected.start < 20 && selected.end > end, "{selected:?} and {end}");
}

#[test]
fn a_page_down_takes_the_view_along() {
    let mut harness = harness(Reader::new(&long_article(50_000), &[]));
    let place = at(&mut harness, "begins", 2);
    click(&mut harness, place, 1);
    let caret = |harness: &mut Harness<'_, Reader>| {
        let view = &mut harness.state_mut().view;
        view.rect_of(view.caret()).expect("in view").top()
    };
    for _ in 0..3 {
        harness.key_press(Key::PageDown);
        harness.run();
        let now = caret(&mut harness);
        assert!((20.0..480.0).contains(&now), "{now}");
    }
    assert!(harness.state().view.visible_bytes().start > 1_000);
}

#[test]
fn everything_has_a_name() {
    let marks = [("Person", "Kim Jong-un"), ("?Place", "Moscow")];
    let mut reader = Reader::new(TALKS, &marks);
    reader.facts = vec![Fact { text: "published 10 Nov 2019".to_owned(), id: Some("published") }];
    let mut harness = harness(reader);
    harness.get_by_label("Article text");
    harness.get_by_label("Person: Kim Jong-un");
    harness.get_by_label("Suggestion, Place: Moscow");
    harness.get_by_label("The third one is short.");
    harness.get_by_label("published 10 Nov 2019").click();
    harness.run();
    assert!(harness.state().events.contains(&Event::FactClicked("published")));
}

#[test]
fn motions_can_be_asked_for_by_others() {
    let mut harness = harness(Reader::new(TALKS, &[]));
    let Reader { view, project, document, .. } = harness.state_mut();
    let page = Page {
        document,
        project,
        suggestions: &[],
        revision: 0,
        current: None,
        head: Head::default(),
        text_size: 17.5,
        line_ratio: theme::LINE_RATIO,
        column_chars: 72.0,
        label_name: &|_| String::new(),
        date_note: &|_| None,
        arcs: &[],
    };
    view.set_caret(6, false);
    view.move_caret(Motion::WordRight, true, &page);
    assert_eq!(view.selection(), Some(6..12));
    view.clear_selection();
    assert_eq!((view.selection(), view.caret()), (None, 12));
    view.select(0..5);
    assert_eq!(harness.state().selected(), "North");
}

const DRAWN: &str = "U.S. and South Korean officials held a meeting Saturday at the 2019 Moscow Conference in Seoul.\n\
    Chung Eui-yong, the adviser to Moon Jae-in, spoke on Sunday.";

fn drawn(theme: Theme) -> Harness<'static, Reader> {
    let marks = [
        ("Place", "U.S."),
        ("Group", "South Korean"),
        ("Date", "Saturday"),
        ("Event", "2019 Moscow Conference"),
        ("Place", "Moscow"),
        ("Date", "2019"),
        ("Place", "Seoul"),
        ("Organization", "Seoul"),
        ("?Person", "Chung Eui-yong"),
        ("?Person", "Moon Jae-in"),
        ("?Date", "Sunday"),
    ];
    let mut reader = Reader::new(DRAWN, &marks);
    let under_review = reader.suggestions[0].clone();
    let SuggestionKey { document, span, label } =
        SuggestionKey { document: reader.document.id, span: under_review.span, label: under_review.label };
    reader.current = Some(MarkId::Suggestion(SuggestionKey { document, span, label }));
    reader.facts = vec![
        Fact { text: "talks.txt".to_owned(), id: None },
        Fact { text: "published 10 Nov 2019".to_owned(), id: Some("published") },
    ];
    let spoke = DRAWN.find("spoke").expect("there");
    reader.view.select(spoke..spoke + 5);
    themed(reader, theme, 480.0, 280.0)
}

#[test]
fn drawn_light() {
    drawn(Theme::Light).snapshot("article_view_light");
}

#[test]
fn drawn_dark() {
    drawn(Theme::Dark).snapshot("article_view_dark");
}
