//! The kinds of things that the program can suggest, apart from any schema, and their labels in one.

use super::tagger::{KINDS, linear::SLOTS};
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

/// The labels of one schema by kind, and by their slots in the tagger that learns from the analyst.
#[derive(Clone, Debug)]
pub(super) struct Labels {
    kinds: Vec<(Kind, LabelId)>,
    /// First the kinds that the built-in tagger knows, in its order; then the other labels in theirs, as many as fit.
    slots: Vec<Option<LabelId>>,
}

impl Labels {
    /// Looks every kind up.
    pub(super) fn of(schema: &Schema) -> Self {
        let label = |kind: Kind| kind.names().iter().find_map(|name| schema.known_as(name));
        let kinds = Kind::ALL.into_iter().filter_map(|kind| label(kind).map(|id| (kind, id))).collect();
        let mut slots: Vec<Option<LabelId>> = KINDS.into_iter().map(label).collect();
        let others = schema.labels().map(|(id, _)| Some(id)).filter(|id| !slots.contains(id));
        let others: Vec<_> = others.take(SLOTS - KINDS.len()).collect();
        slots.extend(others);
        Self { kinds, slots }
    }

    /// The label of a kind; `None` where the schema has none for it.
    pub(super) fn label(&self, kind: Kind) -> Option<LabelId> {
        self.kinds.iter().find(|(known, _)| *known == kind).map(|(_, label)| *label)
    }

    /// The kind that a label stands for; `None` for a label of the analyst's own.
    pub(super) fn kind(&self, label: LabelId) -> Option<Kind> {
        self.kinds.iter().find(|(_, known)| *known == label).map(|(kind, _)| *kind)
    }
}

impl Labels {
    /// The slot of a label; `None` for one that the tagger cannot learn, where a schema has very many.
    pub(super) fn slot(&self, label: LabelId) -> Option<usize> {
        self.slots.iter().position(|own| *own == Some(label))
    }

    /// The label of a slot.
    pub(super) fn in_slot(&self, slot: usize) -> Option<LabelId> {
        self.slots.get(slot).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_its_place() {
        for (place, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind.index(), place);
        }
    }

    #[test]
    fn labels_have_slots_those_of_the_tagger_first() {
        let schema = Schema::news_analyst();
        let labels = Labels::of(&schema);
        assert_eq!(labels.slot(schema.named("Person").expect("there")), Some(0));
        let weapon = schema.named("Weapon").expect("there");
        let slot = labels.slot(weapon).expect("fits");
        assert!(slot >= KINDS.len() && labels.in_slot(slot) == Some(weapon));
        assert!(schema.labels().all(|(id, _)| labels.slot(id).is_some()));
        assert_eq!(labels.in_slot(SLOTS), None);
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
