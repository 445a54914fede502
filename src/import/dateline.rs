//! The line at the head of a news story that gives its place and date: `STOCKHOLM, Oct 5 (Reuters) —`.
//!
//! It seldom has the year: that is taken from the file's name or address, from a copyright line, or from what else the file
//! says of its time. Without a year there is no date. `time/` reads the words of the date.

use super::{About, Found, moment};
use crate::{
    text::Text,
    time::{self, Day, Meaning, Named, Period, When, Which},
};

/// A dateline stands in one of so many lines at the head, and ends within so many bytes.
const LINES: usize = 12;
const LONGEST_BYTES: usize = 110;

/// What ends a dateline.
const DASHES: [&str; 6] = [" — ", " – ", " -- ", " - ", "—", "--"];

/// Finds the publication date in the words, the address or the name of the file, where nothing surer has told it.
pub(super) fn date_from_words(about: &mut About, words: &str, file_name: &str) {
    // What a file says of itself is often the day of a copy: a dateline is the better witness of the day.
    let is_sure = about.published.as_ref().is_some_and(|found| found.from != WEAK);
    if is_sure {
        return;
    }
    let address = about.url.as_ref().map_or("", |url| url.value.as_str());
    let named = moment::in_name(address).map(|day| (day, "address of the page"));
    let named = named.or_else(|| moment::in_name(file_name).map(|day| (day, "file name")));
    let near = named.map(|(day, _)| day).or_else(|| about.published.as_ref().map(|found| found.value.day));
    let year = || near.map(Year::Near).or_else(|| year_told(words, address, file_name).map(Year::Is));
    let found = dateline(words).and_then(|told| told.day(year));
    let found = found.map(|day| (day, "dateline")).or(named);
    if let Some((day, from)) = found {
        about.published = Some(Found { value: moment::of_day(day), from: from.to_owned() });
    }
}

/// What document properties are called: they tell when a file was made.
pub(super) const WEAK: &str = "document properties";

/// What is known of the year.
#[derive(Clone, Copy)]
enum Year {
    Is(i16),
    /// The date lies near this one.
    Near(Day),
}

/// The date in a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Day(Day),
    /// Month and day.
    DayOfYear(i8, i8),
}

impl Told {
    fn day(self, year: impl FnOnce() -> Option<Year>) -> Option<Day> {
        let (month, day) = match self {
            Self::Day(day) => return Some(day),
            Self::DayOfYear(month, day) => (month, day),
        };
        match year()? {
            Year::Is(year) => Day::new(year, month, day).ok(),
            Year::Near(near) => {
                let years = [near.year(), near.year() - 1, near.year() + 1];
                let days = years.into_iter().filter_map(|year| Day::new(year, month, day).ok());
                days.min_by_key(|day| (near - *day).get_days().abs())
            }
        }
    }
}

fn dateline(words: &str) -> Option<Told> {
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    lines.into_iter().find_map(told_by)
}

/// The date in a line, if the line begins with a dateline.
fn told_by(line: &str) -> Option<Told> {
    let mut end = line.len().min(LONGEST_BYTES);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let head = line.get(..end)?;
    let end = DASHES.iter().filter_map(|dash| head.find(dash)).min()?;
    let head = Text::new(head.get(..end)?)?;
    let date = time::find(&head).into_iter().find_map(|expression| {
        let told = match expression.meaning {
            Meaning::Date { when: When::Fixed(Period::Day(day)), .. } => Told::Day(day),
            Meaning::Date { when: When::Named(Named::Days { from, until }, Which::Near), .. }
                if from == until =>
            {
                Told::DayOfYear(from.0, from.1)
            }
            _ => return None,
        };
        Some((told, expression.span))
    });
    let (told, span) = date?;
    let place = head.get(0..span.start());
    is_place(place).then_some(told)
}

/// Whether words before a date can be a place: `STOCKHOLM, `, `Rio de Janeiro, Brazil (AP) `.
fn is_place(words: &str) -> bool {
    let mut words =
        words.split(|next: char| !next.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "de" | "la" | "del" | "al" | "of" | "and" | "the")
    };
    words.peek().is_some_and(|word| word.starts_with(char::is_uppercase)) && words.all(is_name)
}

/// The year in the address or the name of a file, or of a copyright line near the end.
fn year_told(words: &str, address: &str, file_name: &str) -> Option<i16> {
    moment::year_in_name(address).or_else(|| moment::year_in_name(file_name)).or_else(|| {
        let lines = words.lines().rev().filter(|line| !line.trim().is_empty()).take(LINES);
        let marks = ["©", "(c)", "(C)", "Copyright", "copyright"];
        let mut signed = lines.filter(|line| marks.iter().any(|mark| line.contains(mark)));
        signed.find_map(moment::year_in_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, file_name: &str, expected: Option<(&str, &str)>) {
        let mut about = About::default();
        date_from_words(&mut about, words, file_name);
        let found = about.published.map(|found| (found.value.day.to_string(), found.from));
        let expected = expected.map(|(day, from)| (day.to_owned(), from.to_owned()));
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn a_dateline_with_its_year_is_enough() {
        let expected = Some(("2019-10-05", "dateline"));
        check("STOCKHOLM, Oct 5, 2019 (Reuters) — Talks broke down.", "a.txt", expected);
        check(
            "Talks break down\nBy A. Reporter\n\nNew York, Oct. 5, 2019 -- Talks broke down.",
            "a.txt",
            expected,
        );
    }

    #[test]
    fn the_year_comes_from_elsewhere() {
        let line = "STOCKHOLM, Oct 5 (Reuters) - Talks broke down.";
        check(line, "a.txt", None);
        check(line, "reuters-2019.txt", Some(("2019-10-05", "dateline")));
        check(line, "2019-10-06.txt", Some(("2019-10-05", "dateline")));
        check(&format!("{line}\n\n© 2019 Some agency"), "a.txt", Some(("2019-10-05", "dateline")));
        check("SEOUL, Dec. 31 (Yonhap) -- A launch.", "2020-01-01.html", Some(("2019-12-31", "dateline")));
        check("VIENNA, Nov. 10 — Envoys ended talks.", "vienna.txt", None);
    }

    #[test]
    fn a_sentence_is_no_dateline() {
        for words in [
            "Talks that began on Oct. 5, 2019 — the last of four — broke down.",
            "He came on Oct. 5, 2019 - and left.",
            "Oct. 5, 2019 is the day.",
            "STOCKHOLM — On Oct. 5, 2019 talks broke down.",
        ] {
            check(words, "a.txt", None);
        }
        check("Nothing.", "2019-10-05.txt", Some(("2019-10-05", "file name")));
    }

    #[test]
    fn what_the_file_says_of_itself_gives_way_to_a_dateline() {
        let mut about = About::default();
        about.offer_published("2019-10-07T10:00:00Z", WEAK);
        date_from_words(&mut about, "STOCKHOLM, Oct 5 (Reuters) — Talks.", "a.docx");
        assert_eq!(about.published.map(|found| found.value.day.to_string()).as_deref(), Some("2019-10-05"));
        let mut about = About::default();
        about.offer_published("2019-10-07T10:00:00Z", "JSON-LD");
        date_from_words(&mut about, "STOCKHOLM, Oct 5 (Reuters) — Talks.", "a.html");
        assert_eq!(about.published.map(|found| found.from).as_deref(), Some("JSON-LD"));
    }
}
