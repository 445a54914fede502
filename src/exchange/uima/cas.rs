//! A CAS between its file and the project: the text, and structures with features. What the two file formats share.

use std::borrow::Cow;

/// One text with what is said of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cas<'a> {
    /// Each text with its number; more than one where a CAS has several views.
    pub sofas: Vec<Sofa<'a>>,
    /// Invariant: by number.
    pub structures: Vec<Structure<'a>>,
}

/// A text that structures point into.
#[derive(Clone, Debug)]
pub(super) struct Sofa<'a> {
    pub number: u64,
    /// `_InitialView`, where there is one.
    pub name: Cow<'a, str>,
    /// `None`: it holds no text.
    pub text: Option<Cow<'a, str>>,
}

/// One feature structure.
#[derive(Clone, Debug, Default)]
pub(super) struct Structure<'a> {
    /// Unique in its CAS.
    pub number: u64,
    /// The full name of its type.
    pub kind: Cow<'a, str>,
    /// The number of its text, where it points into one.
    pub sofa: Option<u64>,
    /// UTF-16 units, half-open.
    pub place: Option<(usize, usize)>,
    pub features: Vec<(Cow<'a, str>, Value<'a>)>,
}

/// What a feature holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// Words; in XMI everything else too.
    Words(Cow<'a, str>),
    Flag(bool),
    /// Another structure.
    One(u64),
    /// Several others.
    Many(Vec<u64>),
    /// Several words.
    List(Vec<Cow<'a, str>>),
}

impl<'a> Structure<'a> {
    /// A structure of this type without features.
    pub fn new(number: u64, kind: &'static str) -> Self {
        Self { number, kind: Cow::Borrowed(kind), ..Self::default() }
    }

    /// The same with words for a feature; empty ones are left out.
    #[must_use]
    pub fn with(mut self, feature: &'static str, words: impl Into<Cow<'a, str>>) -> Self {
        let words = words.into();
        if !words.is_empty() {
            self.features.push((Cow::Borrowed(feature), Value::Words(words)));
        }
        self
    }

    /// The same with words for a feature that lists them; none are left out.
    #[must_use]
    pub fn with_list(self, feature: &'static str, list: Vec<Cow<'a, str>>) -> Self {
        if list.is_empty() { self } else { self.with_value(feature, Value::List(list)) }
    }

    /// The same with a value for a feature.
    #[must_use]
    pub fn with_value(mut self, feature: &'static str, value: Value<'a>) -> Self {
        self.features.push((Cow::Borrowed(feature), value));
        self
    }

    /// What stands after the last full stop of the type's name.
    pub fn short_kind(&self) -> &str {
        self.kind.rsplit('.').next().unwrap_or_default()
    }

    fn value(&self, feature: &str) -> Option<&Value<'a>> {
        self.features.iter().find(|(name, _)| name == feature).map(|(_, value)| value)
    }

    /// The words of a feature; empty if it has none.
    pub fn words(&self, feature: &str) -> &str {
        match self.value(feature) {
            Some(Value::Words(words)) => words,
            _ => "",
        }
    }

    /// Whether a feature says so.
    pub fn flag(&self, feature: &str) -> bool {
        match self.value(feature) {
            Some(Value::Flag(flag)) => *flag,
            Some(Value::Words(words)) => words == "true",
            _ => false,
        }
    }

    /// The number of the structure that a feature points to.
    pub fn reference(&self, feature: &str) -> Option<u64> {
        match self.value(feature)? {
            Value::One(number) => Some(*number),
            Value::Words(words) => words.parse().ok(),
            _ => None,
        }
    }
}

impl Cas<'_> {
    /// The structures that a feature points to, also where they stand in an array of their own.
    pub fn references(&self, structure: &Structure, feature: &str) -> Vec<u64> {
        let numbers =
            |words: &str| words.split_ascii_whitespace().filter_map(|one| one.parse().ok()).collect();
        let direct: Vec<u64> = match structure.value(feature) {
            Some(Value::Many(numbers)) => numbers.clone(),
            Some(Value::One(number)) => vec![*number],
            Some(Value::Words(words)) => numbers(words),
            _ => Vec::new(),
        };
        let [one] = direct.as_slice() else { return direct };
        match self.array(*one).and_then(|array| array.value("elements")) {
            Some(Value::Many(numbers)) => numbers.clone(),
            Some(Value::Words(words)) => numbers(words),
            _ => direct,
        }
    }

    /// The words that a feature lists, also where they stand in an array of their own.
    pub fn list<'s>(&'s self, structure: &'s Structure, feature: &str) -> Vec<&'s str> {
        let of = |value: Option<&'s Value>| match value {
            Some(Value::List(list)) => list.iter().map(AsRef::as_ref).collect(),
            _ => Vec::new(),
        };
        match structure.reference(feature).and_then(|number| self.array(number)) {
            Some(array) => of(array.value("elements")),
            None => of(structure.value(feature)),
        }
    }

    fn array(&self, number: u64) -> Option<&Structure<'_>> {
        let structure = self.structure(number)?;
        structure.kind.ends_with("Array").then_some(structure)
    }

    /// The structure of a number.
    pub fn structure(&self, number: u64) -> Option<&Structure<'_>> {
        let place = self.structures.partition_point(|one| one.number < number);
        self.structures.get(place).filter(|one| one.number == number)
    }
}
