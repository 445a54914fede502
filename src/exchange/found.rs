//! Where the facts of an article stood in its source, for formats that have no record of the kind: a line for each fact, its name
//! and the place, `byline JSON-LD`.

use crate::model::Origins;

/// The facts by name, with their places; those without one are left out.
pub(super) fn places(origins: &Origins) -> impl Iterator<Item = (&'static str, &str)> {
    let Origins { title, published, language, byline, site, url } = origins;
    let all = [
        ("title", title),
        ("published", published),
        ("language", language),
        ("byline", byline),
        ("site", site),
        ("url", url),
    ];
    all.into_iter().filter(|(_, place)| !place.is_empty()).map(|(fact, place)| (fact, place.as_str()))
}

/// The same from names and places; names that are not known say nothing.
pub(super) fn read_places<'a>(places: impl Iterator<Item = (&'a str, &'a str)>) -> Origins {
    let mut origins = Origins::default();
    for (fact, place) in places {
        let kept = match fact {
            "title" => &mut origins.title,
            "published" => &mut origins.published,
            "language" => &mut origins.language,
            "byline" => &mut origins.byline,
            "site" => &mut origins.site,
            "url" => &mut origins.url,
            _ => continue,
        };
        place.clone_into(kept);
    }
    origins
}

/// As lines.
pub(super) fn lines(origins: &Origins) -> Vec<String> {
    let one_line = |place: &str| place.replace(['\n', '\r'], " ");
    places(origins).map(|(fact, place)| format!("{fact} {}", one_line(place))).collect()
}

/// From lines.
pub(super) fn read_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Origins {
    read_places(lines.filter_map(|line| line.split_once(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_back_from_their_lines() {
        let origins = Origins { title: "JSON-LD".into(), url: "file name".into(), ..Origins::default() };
        assert_eq!(lines(&origins), ["title JSON-LD", "url file name"]);
        assert_eq!(read_lines(lines(&origins).iter().map(String::as_str)), origins);
        assert_eq!(read_lines(["", "x", "byline", "other place"].into_iter()), Origins::default());
    }
}
