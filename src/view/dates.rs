//! What the dates of an article mean, by the day on which it was published.

use crate::{
    model::{Date, Document, LabelId, Mention, MentionId, Project},
    suggest::Suggestion,
    text::Span,
    time::{Expression, Limit, Resolved, find, resolve},
};
use std::borrow::Cow;

/// The time expressions of one article and what they mean. Finding them reads the whole text; another publication date
/// ([`Dates::set_published`]) costs next to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// Invariant: in order, without overlap.
    expressions: Vec<Expression>,
    /// Invariant: one for each expression.
    resolved: Vec<Resolved>,
}

/// A mention that is a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionDate {
    pub mention: MentionId,
    pub span: Span,
    pub resolved: Resolved,
}

impl Dates {
    /// Those of an article, by its publication date.
    pub fn of(document: &Document) -> Self {
        let expressions = find(&document.text);
        let resolved = resolve(&expressions, document.facts.published);
        Self { expressions, resolved }
    }

    /// Takes another day for that of publication.
    pub fn set_published(&mut self, published: Option<Date>) {
        self.resolved = resolve(&self.expressions, published);
    }

    /// What the words of a span mean: of several expressions in it, or around it, the one that shares most with it.
    pub fn at(&self, span: Span) -> Option<&Resolved> {
        self.found_at(span).map(|(_, resolved)| resolved)
    }

    /// What a mention means: by the analyst's word, or else by its own.
    pub fn of_mention(&self, mention: &Mention) -> Option<Cow<'_, Resolved>> {
        let stated = mention.date.map(|date| Cow::Owned(date.resolved()));
        stated.or_else(|| self.at(mention.span).map(Cow::Borrowed))
    }

    /// Whether the words before a span make a limit of it: `by` Friday.
    pub fn limit_at(&self, span: Span) -> Option<Limit> {
        self.found_at(span).and_then(|(expression, _)| expression.cue.limit)
    }

    fn found_at(&self, span: Span) -> Option<(&Expression, &Resolved)> {
        let first = self.expressions.partition_point(|expression| expression.span.end() <= span.start());
        let near = self.expressions.iter().zip(&self.resolved).skip(first);
        let touching = near.take_while(|(expression, _)| expression.span.start() < span.end());
        let shared = |other: Span| other.end().min(span.end()) - other.start().max(span.start());
        touching.max_by_key(|(expression, _)| shared(expression.span))
    }
}

/// The mentions of an article that are dates and hold a time expression, in order, with what they mean.
pub fn mention_dates(project: &Project, document: &Document) -> Vec<MentionDate> {
    let dates = Dates::of(document);
    let is_date = |mention: &&Mention| project.schema().is_for_dates(mention.label);
    let with_meaning = project.mentions_of(document.id).filter(is_date).filter_map(|mention| {
        let resolved = dates.of_mention(mention)?.into_owned();
        Some(MentionDate { mention: mention.id, span: mention.span, resolved })
    });
    with_meaning.collect()
}

/// The dates that are marked in a stretch of an article, in words and as values, where these are known.
pub fn dates_in(
    project: &Project,
    document: &Document,
    stretch: Span,
    dates: &Dates,
) -> Vec<(String, Option<String>)> {
    let mentions = project.mentions_overlapping(document.id, stretch.range());
    let marked = mentions.filter(|mention| project.schema().is_for_dates(mention.label));
    let value = |mention: &Mention| dates.of_mention(mention)?.value.clone();
    marked.map(|mention| (document.text.slice(mention.span).to_owned(), value(mention))).collect()
}

/// How many dates, marked or suggested, cannot be known without the publication date. `suggestions` are the open ones.
pub fn waiting_dates(
    project: &Project,
    document: &Document,
    suggestions: &[Suggestion],
    dates: &Dates,
) -> usize {
    let labels = project.schema().labels().map(|(id, _)| id);
    let labels: Vec<LabelId> = labels.filter(|label| project.schema().is_for_dates(*label)).collect();
    let waits = |label: LabelId, span: Span| {
        labels.contains(&label) && dates.at(span).is_some_and(|date| date.value.is_none())
    };
    let waits_marked = |mention: &&Mention| mention.date.is_none() && waits(mention.label, mention.span);
    let marked = project.mentions_of(document.id).filter(waits_marked);
    let suggested = suggestions.iter().filter(|suggestion| waits(suggestion.label, suggestion.span));
    marked.count() + suggested.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, Facts, notation::Desk};

    fn values(desk: &Desk) -> Vec<String> {
        let document = desk.project.documents().next().expect("one was added");
        let dates = mention_dates(&desk.project, document).into_iter();
        dates.map(|date| date.resolved.value.unwrap_or_else(|| "-".to_owned())).collect()
    }

    fn publish(desk: &mut Desk, day: &str) {
        let document = desk.project.documents().next().expect("one was added");
        let facts = Facts { published: day.parse().ok(), ..document.facts.clone() };
        let document = document.id;
        desk.carry_out(Command::SetFacts { document, facts });
    }

    #[test]
    fn the_publication_date_gives_the_dates_their_values() {
        let mut desk = Desk::with(&[
            "He left [Saturday](Date) for [Vienna](Place). A talk of [three days](Date) ended [on May 5, 2018](Date).",
        ]);
        assert_eq!(values(&desk), ["-", "P3D", "2018-05-05"]);
        publish(&mut desk, "2019-11-10");
        assert_eq!(values(&desk), ["2019-11-09", "P3D", "2018-05-05"]);
        publish(&mut desk, "2019-11-20");
        assert_eq!(values(&desk), ["2019-11-16", "P3D", "2018-05-05"]);
    }

    #[test]
    fn what_the_analyst_says_a_date_is_outlives_another_day_of_publication() {
        let mut desk = Desk::with(&["He left [Saturday](Date) for [Vienna](Place), not [Sunday](Date)."]);
        let saturday = desk.mentions("Saturday");
        desk.carry_out(Command::SetDate { mentions: saturday.clone(), date: "2019-11-02".parse().ok() });
        publish(&mut desk, "2019-11-10");
        assert_eq!(values(&desk), ["2019-11-02", "2019-11-10"]);
        publish(&mut desk, "2019-11-20");
        assert_eq!(values(&desk), ["2019-11-02", "2019-11-17"]);
        desk.carry_out(Command::SetDate { mentions: saturday, date: None });
        assert_eq!(values(&desk), ["2019-11-16", "2019-11-17"]);
    }

    #[test]
    fn another_day_needs_no_new_search() {
        let desk = Desk::with(&["He left [Saturday](Date)."]);
        let document = desk.project.documents().next().expect("one was added");
        let mut dates = Dates::of(document);
        let span = document.text.span(8, 16).expect("fits");
        assert_eq!(dates.at(span).and_then(|resolved| resolved.value.as_deref()), None);
        dates.set_published("2019-11-10".parse().ok());
        assert_eq!(dates.at(span).map(|resolved| resolved.line.as_str()), Some("Saturday · 9 Nov 2019"));
    }

    #[test]
    fn dates_that_wait_for_the_publication_date_are_counted() {
        let mut desk =
            Desk::with(&["He left [Saturday](Date), not in [May 2018](Date), for [Sunday](Event)."]);
        let count = |desk: &Desk| {
            let document = desk.project.documents().next().expect("one was added");
            waiting_dates(&desk.project, document, &[], &Dates::of(document))
        };
        assert_eq!(count(&desk), 1);
        publish(&mut desk, "2019-11-10");
        assert_eq!(count(&desk), 0);
    }

    #[test]
    fn words_that_tell_no_time_have_no_value() {
        let desk =
            Desk::with(&["The [old days](Date) and [Seoul](Date) are gone; he left [Friday](Person)."]);
        assert_eq!(values(&desk), [""; 0]);
    }
}
