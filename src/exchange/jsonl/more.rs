//! What is known of an article beside title, day and language, on the wire and back.

use super::wire::MoreLine;
use crate::{exchange::found, model::Facts};

/// `None` where nothing more is known.
pub(super) fn more(facts: &Facts) -> Option<MoreLine<'_>> {
    let found_in = found::places(&facts.origins);
    let line = MoreLine {
        byline: facts.byline.as_str().into(),
        site: facts.site.as_str().into(),
        url: facts.url.as_str().into(),
        published_at: facts.published_at.as_str().into(),
        found_in: found_in.map(|(fact, place)| (fact.into(), place.into())).collect(),
    };
    let words = [&line.byline, &line.site, &line.url, &line.published_at];
    let is_empty = words.iter().all(|words| words.is_empty()) && line.found_in.is_empty();
    (!is_empty).then_some(line)
}

/// Adds it to the facts of an article.
pub(super) fn apply(line: Option<MoreLine<'_>>, facts: &mut Facts) {
    let Some(MoreLine { byline, site, url, published_at, found_in }) = line else {
        return;
    };
    facts.byline = byline.into_owned();
    facts.site = site.into_owned();
    facts.url = url.into_owned();
    facts.published_at = published_at.into_owned();
    facts.origins = found::read_places(found_in.iter().map(|(fact, place)| (&**fact, &**place)));
}
