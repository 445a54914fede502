//! Dates and times in the forms of news. What they are and where they end is the grammar's to say ([`crate::time`]); here
//! they get their scores.
//!
//! ```text
//! [Saturday]    [early December]    [last month]    over [the weekend]    by [the end of 2019]
//! [Nov. 9, 2019]    [2019-11-09]    in [coming weeks]    a [five-minute] talk    [every day]
//! ```

use super::page::Page;
use crate::{
    suggest::{candidate::Candidate, kind::Kind},
    time::{Certainty, Expression, Meaning, Period, When, find_in},
};

/// The dates of a page.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let Some(span) = page.passage.span(&(0..page.len())) else {
        return Vec::new();
    };
    let candidate = |expression: Expression| {
        let is_one_word = !page.passage.source.slice(expression.span).contains(char::is_whitespace);
        let score = score(&expression, is_one_word)?;
        Some(Candidate::rule(expression.span, Kind::Date, score, "date or time"))
    };
    find_in(page.passage.source, span).into_iter().filter_map(candidate).collect()
}

/// How likely an analyst marks it, in thousandths; `None` for what tells a time and is hardly worth a mark, like
/// "recently".
fn score(expression: &Expression, is_one_word: bool) -> Option<u16> {
    use Certainty::{Doubtful, Likely, Sure};
    Some(match (&expression.meaning, expression.certainty) {
        (Meaning::Date { when: When::Past(_), .. }, Doubtful) => return None,
        (Meaning::Date { when: When::Fixed(Period::Year(_) | Period::Years(..)), part: None }, certainty) => {
            match certainty {
                Sure => 880,
                Likely => 760,
                Doubtful => 500,
            }
        }
        (Meaning::Date { when: When::Fixed(_) | When::Either(..) | When::Named(..), .. }, Sure) => 950,
        (Meaning::Date { .. } | Meaning::Time { .. }, Sure) => 920,
        (Meaning::Date { .. }, Likely) => 780,
        (Meaning::Date { .. }, Doubtful) => 500,
        // "for years"
        (Meaning::Duration { length, .. }, _) if length.tenths.is_none() && is_one_word => return None,
        (Meaning::Time { .. } | Meaning::Duration { .. }, _) => 720,
        (Meaning::Set(_), Sure) => 900,
        // "the daily paper", "an annual meeting"
        (Meaning::Set(_), _) => return None,
    })
}

/// Whether the name of a month stands here.
pub(super) fn is_month(page: &Page<'_>, index: usize) -> bool {
    crate::time::is_month(page.text(index))
}

/// Whether a year stands here, 1500–2099.
pub(super) fn is_year(page: &Page<'_>, index: usize) -> bool {
    crate::time::is_year(page.text(index))
}
