//! A date beside its own words.

/// What a date comes to, for the place beside its own words: `9 Nov 2019` for “Saturday”, `Oct 2019` for “last month”.
/// The name of the day is left out where the words say it; `None` where the words say all of it.
pub fn beside(words: &str, line: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let said: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let (day, rest) = line.split_once(" · ").unwrap_or(("", line));
    let rest_lower = rest.to_lowercase();
    let mut parts = rest_lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    // `Jun 2018` says nothing that “June 2018” does not.
    if parts.all(|part| said.iter().any(|word| word.starts_with(part))) {
        return None;
    }
    let says_day = lower.contains(&day.to_lowercase());
    Some(if says_day { rest } else { line }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_words_say_is_not_said_again() {
        let check = |words: &str, line: &str, expected: Option<&str>| {
            assert_eq!(beside(words, line).as_deref(), expected, "{words}");
        };
        check("on saturday", "Saturday · 9 Nov 2019", Some("9 Nov 2019"));
        check("yesterday", "Saturday · 9 Nov 2019", Some("Saturday · 9 Nov 2019"));
        check("last month", "Oct 2019", Some("Oct 2019"));
        check("May 5, 2018", "Saturday · 5 May 2018", None);
        check("June 2018", "Jun 2018", None);
        check("soon", "", None);
    }
}
