//! The program is killed at any moment while it edits, saves and imports.

use super::{Dice, Stage, Talk, id, list, tag, times};
use serde_json::{Value, json};
use std::{collections::BTreeSet, process::Command, sync::mpsc::channel, thread, time::Duration};

/// What was answered, and so must be there.
#[derive(Default)]
struct Promised {
    documents: Vec<String>,
    mentions: BTreeSet<String>,
    deleted: BTreeSet<String>,
    answers: usize,
}

/// What was asked last and not answered: it may have been done or not.
enum Open {
    Nothing,
    Delete(String),
}

#[test]
fn nothing_that_was_answered_is_lost_whenever_it_is_killed() {
    let (mut dice, runs) = (Dice::new(), times(20, 1_000));
    let (mut stage, mut promised, mut kills_in_work) = (Stage::new(), Promised::default(), 0);
    for run in 0..runs {
        if run % 25 == 0 {
            (stage, promised) = (Stage::new(), Promised::default());
            stage.write("a.txt", &"Kim met Moon in Seoul and Jo in Vienna.\n".repeat(30));
        }
        let mut talk = stage.talk();
        expect_all(&mut talk, &promised);
        let (answers, pid, wait) = (promised.answers, talk.child.id(), dice.below(120_000) as u64);
        let (stop, stopped) = channel::<()>();
        let killer = thread::Builder::new().name("killer".to_owned()).spawn(move || {
            let _ = stopped.recv_timeout(Duration::from_micros(wait));
            let _ = Command::new("kill").args(["-9", &pid.to_string()]).status();
        });
        let open = work(&mut talk, &mut promised, &mut dice);
        drop(stop);
        killer.expect("starts").join().expect("ends");
        let _ = talk.child.wait();
        kills_in_work += usize::from(promised.answers > answers);
        if let Open::Delete(mention) = open {
            // Nobody knows; the next look does.
            promised.mentions.remove(&mention);
        }
        stage.expect_sound_file();
    }
    let mut talk = stage.talk();
    expect_all(&mut talk, &promised);
    talk.must(json!({"do": "save"}));
    talk.end();
    stage.expect_sound_file();
    println!("{runs} kills, {kills_in_work} of them after something was answered");
    assert!(kills_in_work * 2 > runs, "only {kills_in_work} of {runs}");
    let leftovers: Vec<String> =
        stage.names().into_iter().filter(|name| !name.starts_with(".dateline-")).collect();
    assert_eq!(leftovers, ["a.txt", "p.ron"]);
}

/// Goes on until the program is gone.
fn work(talk: &mut Talk, promised: &mut Promised, dice: &mut Dice) -> Open {
    loop {
        let doc = promised.documents.get(dice.below(promised.documents.len().max(1))).cloned();
        let kind = if doc.is_none() { 9 } else { dice.below(10) };
        let doc = doc.unwrap_or_default();
        match kind {
            0..=5 => {
                let start = dice.below(1_000);
                let Some(answer) = talk.ask(&tag(&doc, start, start + 1 + dice.below(20))) else {
                    return Open::Nothing;
                };
                assert_eq!(answer["ok"], true, "{answer}");
                promised.mentions.insert(id(&answer));
            }
            6 => {
                let Some(mention) =
                    promised.mentions.iter().nth(dice.below(promised.mentions.len().max(1))).cloned()
                else {
                    continue;
                };
                let Some(answer) = talk.ask(&json!({"do": "delete", "mention": mention})) else {
                    return Open::Delete(mention);
                };
                assert_eq!(answer["ok"], true, "{answer}");
                promised.mentions.remove(&mention);
                promised.deleted.insert(mention);
            }
            7 | 8 => match talk.ask(&json!({"do": "save"})) {
                Some(answer) => assert_eq!(answer["ok"], true, "{answer}"),
                None => return Open::Nothing,
            },
            _ => match talk.ask(&json!({"do": "import", "path": "a.txt"})) {
                Some(answer) => {
                    let ids = list(&answer, "ids");
                    promised.documents.extend(ids.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                None => return Open::Nothing,
            },
        }
        promised.answers += 1;
    }
}

/// All that was answered is there, and nothing that was deleted.
#[track_caller]
fn expect_all(talk: &mut Talk, promised: &Promised) {
    let mut mentions = BTreeSet::new();
    for document in &promised.documents {
        let answer = talk.must(json!({"do": "mentions", "doc": document}));
        mentions.extend(list(&answer, "mentions").iter().map(id));
    }
    let lost: Vec<&String> = promised.mentions.difference(&mentions).collect();
    assert!(lost.is_empty(), "lost {lost:?}");
    let risen: Vec<&String> = promised.deleted.intersection(&mentions).collect();
    assert!(risen.is_empty(), "back again {risen:?}");
}
