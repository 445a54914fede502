//! Two of the program race for one project.

use super::{Dice, Stage, id, list, tag, times};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Write as _, io::Write, process::Output, thread, time::Duration};

#[test]
fn of_two_at_once_neither_loses_what_it_was_answered() {
    let (mut dice, races) = (Dice::new(), times(6, 200));
    let (stage, mut promised, mut refused) = (Stage::new(), BTreeSet::new(), 0);
    stage.write("a.txt", &"Kim met Moon in Seoul and Jo in Vienna.\n".repeat(30));
    let mut talk = stage.talk();
    let doc = list(&talk.must(json!({"do": "import", "path": "a.txt"})), "ids")[0].clone();
    let doc = doc.as_str().expect("an id").to_owned();
    talk.end();
    for _ in 0..races {
        let (first, second) = (lines(&doc, &mut dice), lines(&doc, &mut dice));
        let head_start = Duration::from_millis(dice.below(60) as u64);
        let stage = &stage;
        let ran: Vec<Output> = thread::scope(|scope| {
            let run = move |input: String, wait: Duration| {
                thread::sleep(wait);
                let mut child = stage.command(&["edit", "p.ron"]).spawn().expect("starts");
                // One that is refused does not read it.
                let _ = child.stdin.take().expect("is piped").write_all(input.as_bytes());
                child.wait_with_output().expect("ends")
            };
            let both = [
                scope.spawn(move || run(first, Duration::ZERO)),
                scope.spawn(move || run(second, head_start)),
            ];
            both.into_iter().map(|one| one.join().expect("ends")).collect()
        });
        assert!(ran.iter().any(|ran| ran.status.success()), "{ran:?}");
        for ran in ran {
            let errors = String::from_utf8_lossy(&ran.stderr).into_owned();
            if !ran.status.success() {
                assert!(errors.contains("open in another Dateline (process"), "{errors}");
                assert!(ran.stdout.is_empty());
                refused += 1;
                continue;
            }
            assert_eq!(errors, "");
            let answers = String::from_utf8_lossy(&ran.stdout).into_owned();
            for answer in answers.lines() {
                let answer: Value = serde_json::from_str(answer).expect("is JSON");
                assert_eq!(answer["ok"], true, "{answer}");
                if !answer["id"].is_null() {
                    promised.insert(id(&answer));
                }
            }
        }
        stage.expect_sound_file();
    }
    let mut talk = stage.talk();
    let there: BTreeSet<String> =
        list(&talk.must(json!({"do": "mentions", "doc": doc})), "mentions").iter().map(id).collect();
    talk.end();
    let lost: Vec<&String> = promised.difference(&there).collect();
    assert!(lost.is_empty(), "lost {lost:?}");
    println!("{races} races, {refused} refused, {} marks", promised.len());
}

fn lines(doc: &str, dice: &mut Dice) -> String {
    let mut lines = String::new();
    for _ in 0..=dice.below(6) {
        let start = dice.below(1_000);
        let _ = writeln!(lines, "{}", tag(doc, start, start + 1 + dice.below(20)));
        if dice.below(3) == 0 {
            lines.push_str("{\"do\":\"save\"}\n");
        }
    }
    lines
}
