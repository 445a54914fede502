use super::{
    super::{
        File, Imported,
        round_trip::{lines, sample, written},
    },
    FORMAT,
    read::{beside, read, recognises},
};

#[test]
fn pages_carry_all_of_an_article() {
    insta::assert_snapshot!(written(&FORMAT));
}

fn letter(text: &str) -> Imported {
    let bytes = include_bytes!("../../../tests/data/exchange/w3c/letter.w3c.json");
    let file = File::new("folder/letter.w3c.json", bytes);
    assert!(recognises(&file));
    assert!(beside(&file).contains(&"folder/letter.txt".to_owned()));
    read(&[file, File::new("folder/letter.txt", text)]).expect("is read")
}

#[test]
fn annotations_of_other_programs_are_read() {
    insta::assert_snapshot!(lines(&letter(include_str!("../../../tests/data/exchange/w3c/letter.txt"))));
}

#[test]
fn words_are_found_again_where_the_text_has_changed() {
    let text = include_str!("../../../tests/data/exchange/w3c/letter.txt");
    let changed = format!("I say it again: Kisumu.\n{}", text.replace("wrote", "had written"));
    let imported = letter(&changed);
    let article = &imported.articles[0];
    let places: Vec<(usize, &str)> =
        article.marks.iter().map(|mark| (mark.span.start(), article.text.slice(mark.span))).collect();
    let at = |words: &str| changed.find(words).expect("there");
    let expected = [
        (at("Wanjiru"), "Wanjiru"),
        (at("Wanjiru"), "Wanjiru"),
        (at("to Kisumu") + 3, "Kisumu"),
        (at("& I") + 2, "I"),
    ];
    assert_eq!(places, expected);
}

#[test]
fn our_own_marks_are_found_again_where_the_text_has_changed() {
    let mut export = super::write::write(&sample().project);
    let before = read(&export.files).expect("is read");
    for file in export.files.iter_mut().filter(|file| file.extension() == "txt") {
        let words = String::from_utf8(file.bytes.clone()).expect("is UTF-8");
        file.bytes = format!("Moon, a new line\n{words}").into_bytes();
    }
    let after = read(&export.files).expect("is read");
    let words = |imported: &Imported| -> Vec<String> {
        let article = &imported.articles[0];
        article.marks.iter().map(|mark| article.text.slice(mark.span).to_owned()).collect()
    };
    assert_eq!(words(&before), words(&after));
    let shift = "Moon, a new line\n".len();
    let starts = |imported: &Imported| -> Vec<usize> {
        imported.articles[0].marks.iter().map(|mark| mark.span.start()).collect()
    };
    assert!(starts(&before).into_iter().map(|start| start + shift).eq(starts(&after)));
}

#[test]
fn without_the_text_it_is_said_where_to_put_it() {
    let bytes = include_bytes!("../../../tests/data/exchange/w3c/letter.w3c.json");
    let error = read(&[File::new("letter.w3c.json", bytes)]).expect_err("is refused");
    assert_eq!(
        error.to_string(),
        "letter.w3c.json: the text is not there (it is about letter.html); put it beside as plain text, called letter.w3c.txt"
    );
}
