//! The kinds of things that the program can suggest, apart from any schema, and their labels in one.

use crate::model::{LabelId, Schema};

/// What a suggested mark stands for, before a schema gives it a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Person,
    Organization,
    Place,
    Group,
    Event,
    Date,
    Role,
    Weapon,
    Quantity,
}

impl Kind {
    /// All of them.
    pub(super) const ALL: [Self; 9] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Date,
        Self::Role,
        Self::Weapon,
        Self::Quantity,
    ];

    /// Its place in [`Kind::ALL`].
    pub(super) fn index(self) -> usize {
        self as usize
    }

    /// What the program itself calls it: `Person`.
    pub(super) fn name(self) -> &'static str {
        self.names().first().copied().unwrap_or_default()
    }

    /// The kind that the program calls so.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What schemas call it; the first that a schema knows counts.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Person => &["Person", "PER"],
            Self::Organization => &["Organization", "ORG"],
            Self::Place => &["Place", "GPE", "LOC"],
            Self::Group => &["Group", "NORP"],
            Self::Event => &["Event"],
            Self::Date => &["Date"],
            Self::Role => &["Role", "Title"],
            Self::Weapon => &["Weapon"],
            Self::Quantity => &["Quantity"],
        }
    }

    /// Whether it is a thing with a name of its own, which other mentions may repeat or shorten.
    pub(super) fn is_named(self) -> bool {
        matches!(self, Self::Person | Self::Organization | Self::Place | Self::Group | Self::Event)
    }
}

/// The labels of one schema by kind.
#[derive(Clone, Debug)]
pub(super) struct Labels(Vec<(Kind, LabelId)>);

impl Labels {
    /// Looks every kind up.
    pub(super) fn of(schema: &Schema) -> Self {
        let label = |kind: Kind| kind.names().iter().find_map(|name| schema.known_as(name));
        Self(Kind::ALL.into_iter().filter_map(|kind| label(kind).map(|id| (kind, id))).collect())
    }

    /// The label of a kind; `None` where the schema has none for it.
    pub(super) fn label(&self, kind: Kind) -> Option<LabelId> {
        self.0.iter().find(|(known, _)| *known == kind).map(|(_, label)| *label)
    }

    /// The kind that a label stands for; `None` for a label of the analyst's own.
    pub(super) fn kind(&self, label: LabelId) -> Option<Kind> {
        self.0.iter().find(|(_, known)| *known == label).map(|(kind, _)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_its_place_and_by_its_name() {
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!((kind.index(), Kind::named(kind.name())), (place, Some(kind)));
        }
    }

    #[test]
    fn a_schema_gives_labels_to_the_kinds_it_knows() {
        let labels = Labels::of(&Schema::news_analyst());
        assert!(
            Kind::ALL.into_iter().all(|kind| labels.label(kind).and_then(|id| labels.kind(id)) == Some(kind))
        );
        let labels = Labels::of(&Schema::conll_2003());
        assert!(labels.label(Kind::Place).is_some());
        assert_eq!(labels.label(Kind::Weapon), None);
        assert_eq!(Labels::of(&Schema::empty()).label(Kind::Person), None);
    }
}
