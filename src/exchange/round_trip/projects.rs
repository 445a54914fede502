//! Projects with everything in them that has ever broken an exporter.

use crate::model::{
    Command, EntityFacts, EntityRole, Facts, History, IdSource, NewDocument, Organisation, Origins, Project,
    SaidDate, Schema,
    notation::{Desk, article},
    random,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Texts with signs that tools trip over: emoji, combining marks, right-to-left runs, NUL, what XML, CSV and TSV mean by signs.
const WILD: &[&str] = &[
    "😀 “Kim’s” plan — e\u{301}té \u{202e}שלום עולם\u{202c} & <Seoul attr=\"x\"> ]]> said\nKim.\tSeoul; \"Trump\"\n",
    "=1+1 @Kim -Seoul +Trump, \"Kim\"\n\n|Kim| [Seoul] \\Trump\\ _Kim_ ->Seoul *; &#10;&amp;\u{0}\u{1}\u{feff}Kim",
    "a 👩‍👩‍👧 b 🇰🇷 c 김정은 d\u{2028}e\u{85}f\u{a0}g Kim Seoul",
    " Kim \n\n\n  Seoul ",
];

/// What is known of an article beside title, day and language.
fn signed() -> Facts {
    Facts {
        published_at: "2019-11-10T09:14:00+09:00".to_owned(),
        byline: "=By <Kim & “Lee”>".to_owned(),
        site: "Yonhap".to_owned(),
        url: "https://example.org/?a=1&b=%20".to_owned(),
        origins: Origins { byline: "JSON-LD".to_owned(), url: "<link>".to_owned(), ..Origins::default() },
        ..Facts::default()
    }
}

/// A project of wild texts with marks, entities and relations as drawn.
pub(in crate::exchange) fn wild(draws: &[random::Draw]) -> Project {
    let mut project = Project::new(Schema::news_analyst(), IdSource::new(7));
    let mut history = History::default();
    let articles = WILD.iter().enumerate().map(|(number, words)| NewDocument {
        facts: Facts {
            title: if number % 2 == 0 { format!("Wild <{number}> & “free”, =1") } else { String::new() },
            published: (number % 3 != 0).then(|| jiff::civil::date(2019, 11, 10)),
            language: ["en", ""][number % 2].to_owned(),
            ..if number == 0 { signed() } else { Facts::default() }
        },
        source: format!("folder/wild {number}.txt"),
        ..article(words)
    });
    let articles = articles.collect();
    history.dispatch(&mut project, Command::AddDocuments(articles)).expect("can be added");
    for draw in draws {
        let [kind, rest @ ..] = *draw;
        // No article is taken out, and none is added twice: ids tell them apart in some formats only. Kinds of work from 44 on
        // change the labels.
        let kind = kind % 44;
        if !matches!(kind, 0 | 1) {
            let [a, b, c, d] = rest;
            let command = random::command(&project, [kind, a, b, c, d]);
            let _ = history.dispatch(&mut project, command);
        }
    }
    project
}

/// Draws of work for [`wild`].
pub(in crate::exchange) fn draws() -> impl Strategy<Value = Vec<random::Draw>> {
    random::draws(80)
}

/// An article with all there can be: nested and crossing marks, Korean, an emoji, a metonym, a relation with a date, facts,
/// signs that XML and JSON escape; and one without marks.
pub(in crate::exchange) fn sample() -> Desk {
    let mut desk = Desk::with(&[
        "😀 [[김정은](Person) <위원장>](Role) met “[Moon & Co.](Person)”\nin [Seoul](Place) on [Friday](Date), [Pyongyang](Place) said.",
        "Nothing.\n",
    ]);
    let crossing = desk.pick(0, "met “Moon", "Event");
    desk.carry_out(Command::Mark(vec![crossing]));
    desk.relate("김정은", "met", "Moon & Co.");
    let relation = desk.project.relations().next().expect("was made");
    let (id, kind) = (relation.id, relation.kind);
    let date = SaidDate::new("Friday", "2019-11-08".parse().ok());
    desk.carry_out(Command::SetRelation { relation: id, kind, date, note: "a \"note\"".to_owned() });
    desk.carry_out(Command::SetMetonym { mentions: desk.mentions("Pyongyang"), is_metonym: true });
    let mention = desk.mentions("Seoul").first().copied().expect("is marked");
    desk.carry_out(Command::SetNote { mention, note: "the city\nnot the government".to_owned() });
    let role = EntityRole {
        title: "chairman".to_owned(),
        organisation: Some(Organisation::Entity(desk.entity("Pyongyang"))),
        from: "2016-06".parse().ok(),
        to: None,
    };
    let facts = EntityFacts {
        note: "Third of his line".to_owned(),
        aliases: vec!["Kim Jong Un".to_owned()],
        country: "North Korea".to_owned(),
        ids: BTreeMap::from([("wikidata".to_owned(), "Q56226".to_owned())]),
        roles: vec![role],
    };
    desk.carry_out(Command::SetEntity { entity: desk.entity("김정은"), facts });
    let published = "2019-11-10".parse().ok();
    let facts =
        Facts { title: "A <meeting>".to_owned(), published, language: "en".to_owned(), ..Facts::default() };
    desk.carry_out(Command::SetFacts { document: desk.document(0), facts });
    desk
}
