//! Makes a schema of the labels and relation types of a file and checks each of them once.

use super::{
    v1,
    wrong::{Checked, Wrong},
};
use crate::model::{Colour, Label, LabelId, RelationType, Schema};

/// The schema. Where it says nothing of relation types, they are the usual ones of its labels.
pub(super) fn schema(schema: v1::Schema) -> Checked<Schema> {
    let name = schema.name.as_str();
    let labels = schema.labels.into_iter().map(label).collect::<Checked<Vec<Label>>>()?;
    let wrong = |what: String| Wrong::schema(name, what);
    let usual = Schema::new(name, labels).map_err(wrong)?;
    let Some(types) = schema.relation_types else {
        return Ok(usual);
    };
    let types = types.iter().map(|one| relation_type(&usual, one)).collect::<Checked<Vec<RelationType>>>()?;
    usual.with_relation_types(types).map_err(wrong)
}

fn relation_type(schema: &Schema, one: &v1::RelationType) -> Checked<RelationType> {
    let name = one.name.as_str();
    let labels = |names: &[v1::Words]| {
        let label = |label: &v1::Words| {
            let label = label.as_str();
            let what = || format!("“{name}” joins “{label}”, which is no label of the schema");
            schema.named(label).ok_or_else(|| Wrong::schema(name, what()))
        };
        names.iter().map(label).collect::<Checked<Vec<LabelId>>>()
    };
    Ok(RelationType {
        name: name.to_owned(),
        key: one.key.as_ref().map(|key| one_character(name, key.as_str())).transpose()?,
        from: labels(&one.from)?,
        to: labels(&one.to)?,
        inverse: one.inverse.clone(),
        is_symmetric: one.symmetric,
    })
}

fn label(label: v1::Label) -> Checked<Label> {
    let name = label.name.as_str().to_owned();
    let hex = label.colour.as_str().strip_prefix('#').filter(|hex| hex.len() == 6);
    let colour = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).ok_or_else(|| {
        let colour = label.colour.as_str();
        Wrong::schema(&name, format!("“{name}” has the colour “{colour}”; `#rrggbb` is expected"))
    })?;
    let key = label.key.as_ref().map(|key| one_character(&name, key.as_str())).transpose()?;
    Ok(Label { name, colour: Colour::hex(colour), key, definition: label.definition, also: label.also })
}

fn one_character(label: &str, key: &str) -> Checked<char> {
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (Some(key), None) => Ok(key),
        _ => Err(Wrong::schema(label, format!("“{label}” has the key “{key}”; one character is expected"))),
    }
}
