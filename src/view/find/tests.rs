//! What is found, drawn into the text with `⟦` and `⟧`.

use super::*;
use crate::model::notation::Desk;

const PLAIN: FindOptions = FindOptions { whole_word: false, match_case: false, is_regex: false };
const WHOLE: FindOptions = FindOptions { whole_word: true, ..PLAIN };
const CASE: FindOptions = FindOptions { match_case: true, ..PLAIN };
const REGEX: FindOptions = FindOptions { is_regex: true, ..PLAIN };

fn found(marked: &str, typed: &str, options: FindOptions) -> String {
    let desk = Desk::with(&[marked]);
    let query =
        Query::new(typed, options, desk.project.schema()).expect("can be read").expect("is something");
    let document = desk.project.documents().next().expect("one");
    let mut shown = document.text.as_str().to_owned();
    for span in query.spans(&desk.project, document).into_iter().rev() {
        shown.insert(span.end(), '⟧');
        shown.insert(span.start(), '⟦');
    }
    shown
}

#[track_caller]
fn check(marked: &str, typed: &str, options: FindOptions, expected: &str) {
    assert_eq!(found(marked, typed, options), expected, "{typed}");
}

#[test]
fn words_are_found_whatever_their_case_spaces_and_quotes() {
    check("Kim met KIM and kimchi", "kim", PLAIN, "⟦Kim⟧ met ⟦KIM⟧ and ⟦kim⟧chi");
    check("Kim met KIM and kimchi", "kim", WHOLE, "⟦Kim⟧ met ⟦KIM⟧ and kimchi");
    check("Kim met KIM and kimchi", "Kim", CASE, "⟦Kim⟧ met KIM and kimchi");
    check("Kim\n  Jong Un", " kim  jong ", PLAIN, "⟦Kim\n  Jong⟧ Un");
    check("the U.S.’s \"ally\"", "u.s.'s “ally”", PLAIN, "the ⟦U.S.’s \"ally\"⟧");
    check("a.b axb (a.b)", "a.b", PLAIN, "⟦a.b⟧ axb (⟦a.b⟧)");
    check("aaaa", "aa", PLAIN, "⟦aa⟧⟦aa⟧");
    check("$5 and $50", "$5", WHOLE, "⟦$5⟧ and $50");
}

#[test]
fn signs_of_every_script_are_found_whole() {
    check("Café and cafe\u{301}, cafe", "café", PLAIN, "⟦Café⟧ and ⟦cafe\u{301}⟧, cafe");
    check("Café and cafe\u{301}, cafe", "cafe\u{301}", PLAIN, "⟦Café⟧ and ⟦cafe\u{301}⟧, cafe");
    check("cafe\u{301} cafe", "cafe", PLAIN, "cafe\u{301} ⟦cafe⟧");
    check("ΣΊΣΥΦΟΣ", "σίσυφος", PLAIN, "⟦ΣΊΣΥΦΟΣ⟧");
    check("Straße STRASSE", "straße", PLAIN, "⟦Straße⟧ STRASSE");
    check("İstanbul Istanbul", "istanbul", PLAIN, "İstanbul ⟦Istanbul⟧");
    check("👩‍👩‍👧 👩", "👩", PLAIN, "👩‍👩‍👧 ⟦👩⟧");
    check("🇰🇷🇺🇸", "🇺🇸", PLAIN, "🇰🇷⟦🇺🇸⟧");
    check("김정은 위원장", "정은", PLAIN, "김⟦정은⟧ 위원장");
    check("\u{1100}\u{1175}\u{11b7} 김", "김", PLAIN, "⟦\u{1100}\u{1175}\u{11b7}⟧ ⟦김⟧");
    check("one\r\ntwo", "one two", PLAIN, "⟦one\r\ntwo⟧");
}

#[test]
fn expressions_run_in_linear_time_and_say_what_is_wrong() {
    check("2019, 1999 and 20190", r"\b\d{4}\b", REGEX, "⟦2019⟧, ⟦1999⟧ and 20190");
    check("one\ntwo\r\nthree", "^t.*$", REGEX, "one\n⟦two⟧\r\n⟦three⟧");
    check("aXb", "x*", REGEX, "a⟦X⟧b");
    check("é", "e", REGEX, "é");
    check("kim kimchi", "k..", FindOptions { whole_word: true, ..REGEX }, "⟦kim⟧ kimchi");
    check(&"a".repeat(40), "(a*)*b", REGEX, &"a".repeat(40));
    let schema = Schema::news_analyst();
    let wrong = |typed: &str| Query::new(typed, REGEX, &schema).expect_err("is wrong");
    assert_eq!(wrong("(a"), "unclosed group");
    assert_eq!(wrong("a{999}{999}{999}"), "this expression is too large");
    assert!(Query::new(" \n", PLAIN, &schema).expect("can be read").is_none());
}

const TALKS: &str = "[Kim](Person) said so. “No,” [Moon](Person) told [Seoul](Place), before the talks said little. Person said x.";

#[test]
fn marks_are_found_by_their_label() {
    let plain = "Kim said so. “No,” Moon told Seoul, before the talks said little. Person said x.";
    let with = |from: &str, to: &str| plain.replacen(from, to, 1);
    check(TALKS, "label:Place", PLAIN, &with("Seoul", "⟦Seoul⟧"));
    check(TALKS, "label:PER told", PLAIN, &with("Moon told", "⟦Moon told⟧"));
    check(
        TALKS,
        "Person said",
        PLAIN,
        &with("Kim said", "⟦Kim said⟧").replacen("Person said", "⟦Person said⟧", 1),
    );
    check(TALKS, "told Place", PLAIN, &with("told Seoul", "⟦told Seoul⟧"));
    check(TALKS, "Person", PLAIN, &with("Person", "⟦Person⟧"));
}

#[test]
fn marks_are_found_near_words() {
    let plain = "Kim said so. “No,” Moon told Seoul, before the talks said little. Person said x.";
    let with = |from: &str, to: &str| plain.replacen(from, to, 1);
    check(
        TALKS,
        "label:Place near:2 talks",
        PLAIN,
        &with("Seoul, before the talks", "⟦Seoul, before the talks⟧"),
    );
    check(TALKS, "label:Place near:1 talks", PLAIN, plain);
    check(
        TALKS,
        "talks near:2 label:Place",
        PLAIN,
        &with("Seoul, before the talks", "⟦Seoul, before the talks⟧"),
    );
    check(TALKS, "label:Person near:1 label:Place", PLAIN, &with("Moon told Seoul", "⟦Moon told Seoul⟧"));
    let schema = Schema::news_analyst();
    let wrong = |typed: &str| Query::new(typed, PLAIN, &schema).expect_err("is wrong");
    assert_eq!(wrong("label:Moon said"), "there is no label “Moon”");
    for typed in ["near:5 talks", "talks near:5", "a near:5 near:5 b"] {
        assert_eq!(wrong(typed), "near: stands between two things", "{typed}");
    }
    assert_eq!(wrong("a near:x b"), "near: takes a number up to 1000");
}

#[test]
fn a_label_of_several_words_is_named_in_quotes() {
    let mut desk = Desk::with(&["[Kim](Person) left"]);
    let label = desk.label("Person");
    let mut to = desk.project.schema().get(label).expect("there").clone();
    to.name = "Human being".to_owned();
    desk.carry_out(crate::model::Command::SetLabel { label, to: Box::new(to) });
    let schema = desk.project.schema();
    let query =
        Query::new("label:\"human being\" left", PLAIN, schema).expect("can be read").expect("something");
    let document = desk.project.documents().next().expect("one");
    assert_eq!(query.spans(&desk.project, document).len(), 1);
}

#[test]
fn a_hit_is_shown_in_its_line() {
    let desk = Desk::with(&["😀 “Kim”\n\nmet\tMoon \u{0}in Seoul"]);
    let document = desk.project.documents().next().expect("one");
    let query = Query::new("met", PLAIN, desk.project.schema()).expect("can be read").expect("something");
    let span = query.spans(&desk.project, document)[0];
    let shown = kwic(&document.text, span, 9);
    assert_eq!(
        (shown.left.as_str(), shown.words.as_str(), shown.right.as_str()),
        ("😀 “Kim” ", "met", " Moon in")
    );
    assert_eq!(word_before(&document.text, span), "kim");
    assert_eq!(word_after(&document.text, span), "moon");
}

#[test]
fn a_visit_ends_when_it_is_told_to() {
    let desk = Desk::with(&["a a a a"]);
    let document = desk.project.documents().next().expect("one");
    let query = Query::new("a", PLAIN, desk.project.schema()).expect("can be read").expect("something");
    let mut count = 0;
    let went_on = query.each(&desk.project, document, &mut |_| {
        count += 1;
        count < 2
    });
    assert!(!went_on && count == 2);
}

proptest::proptest! {
    /// Whatever is typed, nothing panics, and what is found are places of the text.
    #[test]
    fn anything_may_be_typed(typed in "\\PC{0,12}", is_regex: bool, whole_word: bool) {
        let desk = Desk::with(&["[Kim](Person) met e\u{301} 👩‍👩‍👧 (a*) \"x\" label: near:2 Seoul"]);
        let document = desk.project.documents().next().expect("one");
        let options = FindOptions { is_regex, whole_word, match_case: false };
        if let Ok(Some(query)) = Query::new(&typed, options, desk.project.schema()) {
            let spans = query.spans(&desk.project, document);
            proptest::prop_assert!(spans.windows(2).all(|pair| pair[0].start() <= pair[1].start()));
        }
    }
}
