//! `edit`: words, expressions and marks are found.

use super::{
    edit::{refused, tag_words},
    *,
};

fn hits(stage: &Stage, line: Value) -> Vec<Value> {
    list(&stage.do_one(line), "hits").clone()
}

#[test]
fn words_are_found_in_all_articles_with_what_stands_around_them() {
    let stage = Stage::with_project();
    let answer = stage.do_one(json!({"do": "find", "query": "kim jong"}));
    assert_eq!(fields(&answer), ["hits", "more", "ok"]);
    let all = list(&answer, "hits").clone();
    assert_eq!(all.len(), 2);
    let (start, end) = place(ANNOTATED, "Kim Jong");
    assert_eq!(
        all[0],
        json!({"doc": stage.first_document(), "start": start, "end": end, "text": "Kim Jong",
               "left": "Talks “resume” 😀 in Vienna Mr. Jo Chol-su met ", "right": " Un in Seoul. Mr. Jo left “Seoul” on Nov. 9. "})
    );
    let one = json!({"do": "find", "query": "KIM", "doc": "Second story", "limit": 1});
    assert_eq!(hits(&stage, one).len(), 1);
    let limited = stage.do_one(json!({"do": "find", "query": "e", "limit": 2}));
    assert_eq!((list(&limited, "hits").len(), &limited["more"]), (2, &json!(true)));
    assert_eq!(hits(&stage, json!({"do": "find", "query": "KIM", "match_case": true})).len(), 0);
    assert_eq!(hits(&stage, json!({"do": "find", "query": "ki", "whole_word": true})).len(), 0);
    assert_eq!(hits(&stage, json!({"do": "find", "query": r"\bS\w+l\b", "regex": true})).len(), 3);
}

#[test]
fn marks_are_found_by_their_label() {
    let stage = Stage::with_project();
    stage.do_one(tag_words("Kim Jong Un", "Person"));
    stage.do_one(tag_words("Seoul", "Place"));
    let text =
        |line: Value| hits(&stage, line).into_iter().map(|hit| hit["text"].clone()).collect::<Vec<_>>();
    assert_eq!(text(json!({"do": "find", "query": "label:PER in"})), ["Kim Jong Un in"]);
    assert_eq!(text(json!({"do": "find", "query": "Person in Place"})), ["Kim Jong Un in Seoul"]);
    assert_eq!(text(json!({"do": "find", "query": "label:Place near:1 left"})), ["Seoul. Mr. Jo left"; 0]);
    assert_eq!(text(json!({"do": "find", "query": "label:Place near:2 left"})), ["Seoul. Mr. Jo left"]);
    refused(&stage, json!({"do": "find", "query": "label:Moon"}), "there is no label “Moon”");
    refused(&stage, json!({"do": "find", "query": "(", "regex": true}), "unclosed group");
    refused(&stage, json!({"do": "find", "query": " "}), "say what to find");
}
