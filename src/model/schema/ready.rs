//! The ready sets of labels.

use super::{Colour, KEYS, Label, Schema};

impl Schema {
    /// What the ready sets are called, the usual one first.
    pub const READY: [&'static str; 4] = ["News analyst", "CoNLL-2003", "OntoNotes 18", "Empty"];

    /// The ready set of this name, in whatever case.
    pub fn ready_named(name: &str) -> Option<Self> {
        let all = [Self::news_analyst, Self::conll_2003, Self::ontonotes_18, Self::empty];
        let place = Self::READY.iter().position(|ready| ready.eq_ignore_ascii_case(name.trim()))?;
        all.get(place).map(|make| make())
    }

    /// The labels of news analysis; what a new project has.
    pub fn news_analyst() -> Self {
        Self::ready("News analyst", NEWS_ANALYST)
    }

    /// The four labels of the CoNLL-2003 shared task.
    pub fn conll_2003() -> Self {
        Self::ready("CoNLL-2003", CONLL_2003)
    }

    /// The eighteen labels of the `OntoNotes` corpus, release 5.
    pub fn ontonotes_18() -> Self {
        Self::ready("OntoNotes 18", ONTONOTES_18)
    }

    /// No labels yet.
    pub fn empty() -> Self {
        Self::ready("Empty", &[])
    }

    fn ready(name: &str, rows: &[Row]) -> Self {
        let labels = rows.iter().zip(KEYS.chars().map(Some).chain(std::iter::repeat(None)));
        let labels = labels.map(|((name, colour, also, definition), key)| Label {
            name: (*name).to_owned(),
            colour: Colour::hex(*colour),
            key,
            definition: (*definition).to_owned(),
            also: also.split_whitespace().map(str::to_owned).collect(),
        });
        Self::with_usual_relations(name, labels.collect())
    }
}

/// Name, colour, names elsewhere, definition.
type Row = (&'static str, u32, &'static str, &'static str);

const NEWS_ANALYST: &[Row] = &[
    ("Person", 0x3b_6f_d4, "PER PERSON", "A person by name, without the title"),
    (
        "Organization",
        0x8a_5c_d1,
        "ORG ORGANIZATION ORGANISATION",
        "A body by name: ministry, agency, party, company, regime",
    ),
    ("Place", 0x2f_8f_5b, "LOC GPE PLACE LOCATION FAC", "A country, city, region, site or facility"),
    ("Group", 0xb4_76_1f, "NORP GROUP MISC", "A nationality, religion or political leaning"),
    ("Event", 0xc2_48_4f, "EVENT EVT", "A named happening: summit, conference, war, election"),
    ("Date", 0x5b_6b_7c, "DATE TIME", "A date or time, absolute or relative"),
    ("Role", 0xa0_4a_8d, "ROLE TITLE", "A title or office"),
    ("Weapon", 0x7a_4b_2a, "WEAPON", "A weapon or weapon system"),
    (
        "Quantity",
        0x4a_7d_8c,
        "QUANTITY MONEY PERCENT CARDINAL",
        "A number with what it counts, a sum of money, a share",
    ),
    ("Other", 0x6f_6f_6f, "OTHER", "Anything else worth a mark"),
];

const CONLL_2003: &[Row] = &[
    ("PER", 0x3b_6f_d4, "Person PERSON", "A person"),
    ("ORG", 0x8a_5c_d1, "Organization ORGANIZATION", "An organisation"),
    ("LOC", 0x2f_8f_5b, "Place GPE LOCATION", "A place"),
    ("MISC", 0xb4_76_1f, "Group NORP", "Any other name: nationality, event, work"),
];

const ONTONOTES_18: &[Row] = &[
    ("PERSON", 0x3b_6f_d4, "PER Person", "People, also fictional"),
    ("NORP", 0xb4_76_1f, "Group", "Nationalities, religious or political groups"),
    ("FAC", 0x2e_8a_8a, "FACILITY", "Buildings, airports, highways, bridges"),
    ("ORG", 0x8a_5c_d1, "Organization", "Companies, agencies, institutions"),
    ("GPE", 0x2f_8f_5b, "Place", "Countries, cities, states"),
    ("LOC", 0x55_8b_2f, "LOCATION", "Other places: mountains, seas"),
    ("PRODUCT", 0x7a_4b_2a, "Weapon", "Vehicles, weapons, foods"),
    ("EVENT", 0xc2_48_4f, "Event", "Named storms, battles, wars, games"),
    ("WORK_OF_ART", 0xa0_4a_8d, "WORK", "Titles of books, songs"),
    ("LAW", 0x8a_6d_3b, "", "Named documents made into laws"),
    ("LANGUAGE", 0x9c_5b_4d, "", "Any named language"),
    ("DATE", 0x5b_6b_7c, "Date", "Dates and periods"),
    ("TIME", 0x4d_6f_8f, "", "Times shorter than a day"),
    ("PERCENT", 0x4a_7d_8c, "", "Percentages"),
    ("MONEY", 0x3f_7f_6f, "", "Sums of money"),
    ("QUANTITY", 0x5f_7a_5f, "Quantity", "Weights and distances"),
    ("ORDINAL", 0x77_6b_8c, "", "first, second"),
    ("CARDINAL", 0x6f_6f_6f, "", "Other numbers"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_schemas_keep_their_own_rules_and_are_found_by_name() {
        for name in Schema::READY {
            let schema = Schema::ready_named(&name.to_uppercase()).expect("there");
            assert_eq!(schema.name, name);
            let labels = schema.labels().map(|(_, label)| label.clone()).collect();
            assert_eq!(Schema::new(&schema.name, labels), Ok(schema));
        }
        assert_eq!(Schema::ready_named("Birds"), None);
    }
}
