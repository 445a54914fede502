//! What is known of an article beside its words, and where each thing stood.
//!
//! Readers offer what they find, the surest first; the first offer of each thing is kept. Words of a file become one plain
//! line: nothing in them acts in a list, a title or a message.

use super::{Moment, moment};

/// Something that was found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T = String> {
    pub value: T,
    /// Where it stood, in words for people: `JSON-LD`, `file name`.
    pub from: String,
}

/// The facts about an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub title: Option<Found>,
    pub byline: Option<Found>,
    /// Who published it: a newspaper, an agency, a site.
    pub site: Option<Found>,
    pub url: Option<Found>,
    /// BCP 47 tag.
    pub language: Option<Found>,
    pub published: Option<Found<Moment>>,
}

/// Longer facts are cut. Characters.
const MOST_CHARACTERS: usize = 500;

impl About {
    pub(super) fn offer_title(&mut self, words: &str, from: &str) {
        offer(&mut self.title, words, from);
    }

    pub(super) fn offer_byline(&mut self, words: &str, from: &str) {
        // A link to the author's page is no name.
        if !words.trim_start().starts_with("http") {
            offer(&mut self.byline, words, from);
        }
    }

    pub(super) fn offer_site(&mut self, words: &str, from: &str) {
        offer(&mut self.site, words, from);
    }

    pub(super) fn offer_url(&mut self, words: &str, from: &str) {
        let words = words.trim();
        if words.starts_with("http://") || words.starts_with("https://") {
            offer(&mut self.url, words, from);
        }
    }

    /// Takes tags such as `en`, `en-GB`, `en_US`.
    pub(super) fn offer_language(&mut self, tag: &str, from: &str) {
        let tag = tag.trim().replace('_', "-");
        let is_tag = (2..=35).contains(&tag.len())
            && tag.split('-').all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if is_tag {
            offer(&mut self.language, &tag, from);
        }
    }

    /// Takes a date in words; what is none is passed over.
    pub(super) fn offer_published(&mut self, words: &str, from: &str) {
        if self.published.is_none()
            && let Some(value) = moment::parse(words)
        {
            self.published = Some(Found { value, from: from.to_owned() });
        }
    }

    /// Whatever this one lacks, from another.
    pub(super) fn fill_from(&mut self, other: Self) {
        let Self { title, byline, site, url, language, published } = other;
        self.title = self.title.take().or(title);
        self.byline = self.byline.take().or(byline);
        self.site = self.site.take().or(site);
        self.url = self.url.take().or(url);
        self.language = self.language.take().or(language);
        self.published = self.published.take().or(published);
    }
}

fn offer(place: &mut Option<Found>, words: &str, from: &str) {
    if place.is_none() {
        let value = plain_line(words);
        if !value.is_empty() {
            *place = Some(Found { value, from: from.to_owned() });
        }
    }
}

/// Words as one line without anything that is unseen or would turn the direction of what stands beside it.
pub(super) fn plain_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len().min(MOST_CHARACTERS));
    let seen = words.chars().filter(|character| character.is_whitespace() || !is_unseen(*character));
    let mut wants_space = false;
    for (count, character) in seen.enumerate() {
        if count >= MOST_CHARACTERS * 4 || line.chars().count() >= MOST_CHARACTERS {
            break;
        }
        if character.is_whitespace() {
            wants_space = !line.is_empty();
            continue;
        }
        if std::mem::take(&mut wants_space) {
            line.push(' ');
        }
        line.push(character);
    }
    line
}

fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_offer_is_kept_and_empty_ones_are_none() {
        let mut about = About::default();
        about.offer_title(" \n ", "meta");
        about.offer_title("Summit\n\tends", "OpenGraph");
        about.offer_title("Other", "page");
        let title = about.title.expect("was offered");
        assert_eq!((title.value.as_str(), title.from.as_str()), ("Summit ends", "OpenGraph"));
    }

    #[test]
    fn what_is_unseen_does_not_come_into_a_line() {
        assert_eq!(plain_line("evil\u{202e}txt\u{200b}.exe\u{7}"), "eviltxt.exe");
        assert_eq!(plain_line(&"é".repeat(9_000)).chars().count(), MOST_CHARACTERS);
    }

    #[test]
    fn a_tag_is_a_tag() {
        let tag = |words: &str| {
            let mut about = About::default();
            about.offer_language(words, "page");
            about.language.map(|language| language.value)
        };
        assert_eq!(tag("en_GB").as_deref(), Some("en-GB"));
        assert_eq!(tag("English language"), None);
        assert_eq!(tag("e"), None);
    }
}
