use super::*;
use crate::model::{Command, EntityFacts, Facts, notation::Desk};

fn page(desk: &Desk) -> String {
    let export = write(&desk.project);
    let [file] = export.files.as_slice() else { panic!("one file") };
    String::from_utf8(file.bytes.clone()).expect("is UTF-8")
}

fn body(page: &str) -> &str {
    page.split("<main>").nth(1).expect("there").split("</main>").next().expect("there")
}

#[test]
fn marks_nest_cross_and_break_at_lines() {
    let mut desk = Desk::with(&["[[U.S.](Place) envoy](Person) met [Kim\n\nJong](Person) [Friday](Date)"]);
    let crossing = desk.pick(0, "envoy met", "Event");
    desk.carry_out(Command::Mark(vec![crossing]));
    let facts = Facts {
        published: "2019-11-10".parse().ok(),
        title: "T".to_owned(),
        language: "en".to_owned(),
        ..Facts::default()
    };
    desk.carry_out(Command::SetFacts { document: desk.document(0), facts });
    insta::assert_snapshot!(body(&page(&desk)));
}

#[test]
fn hostile_words_are_shown_and_do_nothing() {
    let mut desk =
        Desk::with(&["[<script>alert\\[1\\]</script>](Person) \u{202e}met [x\" onclick=\"y](Place)\0 </p>"]);
    desk.relate("<script>alert[1]</script>", "met", "x\" onclick=\"y");
    let facts = EntityFacts { note: "<img src=x onerror=1>".to_owned(), ..EntityFacts::default() };
    desk.carry_out(Command::SetEntity { entity: desk.entity("x\" onclick=\"y"), facts });
    let facts = Facts {
        title: "</title><script>".to_owned(),
        published: None,
        language: "\"><b>".to_owned(),
        ..Facts::default()
    };
    desk.carry_out(Command::SetFacts { document: desk.document(0), facts });
    let page = page(&desk);
    assert!(
        !page.contains("<script")
            && !page.contains("<img")
            && !page.contains(" onclick=\"")
            && !page.contains('\0')
    );
    assert!(page.contains("&lt;script&gt;alert[1]&lt;/script&gt;"));
    assert_eq!(page.matches("<p").count(), page.matches("</p>").count(), "no paragraph is closed by a word");
    let losses = write(&desk.project).losses;
    assert_eq!(losses, ["characters that a page cannot show, shown as U+FFFD: 2"]);
}

#[test]
fn nothing_is_fetched() {
    let page = page(&Desk::with(&["[Kim](Person) met [Moon](Person)."]));
    for word in ["src=", "url(", "@import", "<link", "<script", "http://", "https://"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn a_project_with_nothing_in_it_is_a_page_too() {
    let page = page(&Desk::with(&[]));
    assert!(page.contains("<h1>0 articles</h1>") && page.ends_with("</html>\n"));
}
