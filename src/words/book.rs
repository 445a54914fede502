//! The messages of one language, read once. Those that need nothing filled in are kept as they are said, so that a
//! frame pays one look-up for each.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, Pattern};
use std::collections::HashMap;
use unic_langid::LanguageIdentifier;

/// All messages of a language.
pub(super) struct Book {
    /// By key; those without gaps only.
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

impl Book {
    /// Reads the messages; what is not in order is left out (a test sees to it that nothing is).
    pub(super) fn new(code: &str, source: &str) -> Self {
        let language: LanguageIdentifier = code.parse().unwrap_or_default();
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, _)| read);
        let keys: Vec<String> = messages(&resource).map(|(key, _)| key.to_owned()).collect();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Marks around what is filled in would be drawn as boxes, and no language here needs them.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut book = Self { plain: HashMap::new(), bundle };
        for key in keys {
            let mut gaps = Vec::new();
            let words = book.format(&key, None, &mut gaps);
            if let Some(words) = words.filter(|_| gaps.is_empty()) {
                book.plain.insert(key, words);
            }
        }
        book
    }

    /// A message without gaps.
    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// A message with its gaps filled.
    pub(super) fn filled(&self, key: &str, values: &FluentArgs<'_>) -> Option<String> {
        self.format(key, Some(values), &mut Vec::new())
    }

    fn format(
        &self,
        key: &str,
        values: Option<&FluentArgs<'_>>,
        gaps: &mut Vec<fluent_bundle::FluentError>,
    ) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, values, gaps).into_owned())
    }
}

/// The messages with their keys, in their order.
pub(super) fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}
