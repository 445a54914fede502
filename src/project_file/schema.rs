//! The schema of a file: made of its labels and relation types, each of which is checked once, and written.
//!
//! A schema may be a file of its own as well, for other projects: the same records, without numbers and without a checksum,
//! for it is made to be written by hand.

use super::{
    ReadError,
    lines::{Line, put, quote},
    read::parsed,
    v1::{self, FORMAT},
    wrong::{Checked, Wrong},
};
use crate::model::{Colour, Label, LabelId, RelationType, Schema};

/// Reads a file of labels.
///
/// # Errors
/// Says what is wrong with it, and where.
pub fn read_schema(bytes: &[u8]) -> Result<Schema, ReadError> {
    let file = super::read::text(bytes)?;
    let wire: v1::SchemaFile = parsed(file)?;
    let mut made = wire.schema;
    // It stands for itself: which numbers its labels had elsewhere says nothing.
    made.labels.iter_mut().for_each(|label| label.number = None);
    made.relation_types.iter_mut().flatten().for_each(|one| one.number = None);
    schema(made).map_err(|wrong| wrong.in_file(file))
}

/// Lays a file of labels out.
pub fn schema_to_bytes(schema: &Schema) -> Vec<u8> {
    let mut out = String::new();
    put(&mut out, format_args!("// Labels for Dateline, format {FORMAT}.\n(\nformat: {FORMAT},\n"));
    write(&mut out, schema, true, false);
    out.push_str(")\n");
    out.into_bytes()
}

/// The field `schema` of a file.
pub(super) fn write(out: &mut String, schema: &Schema, with_types: bool, with_numbers: bool) {
    out.push_str("schema: (\n    name: ");
    quote(out, &schema.name);
    out.push_str(",\n    labels: [\n");
    for (place, (id, label)) in schema.labels().enumerate() {
        let number = Some(id.number()).filter(|number| with_numbers && usize::from(*number) != place);
        label_line(out, "        ", label, number).close();
    }
    out.push_str("    ],\n");
    if with_types {
        out.push_str("    relation_types: Some([\n");
        for (place, (id, one)) in schema.relation_types().enumerate() {
            let number = Some(id.number()).filter(|number| with_numbers && usize::from(*number) != place);
            relation_type_line(out, "        ", schema, one, number).close();
        }
        out.push_str("    ]),\n");
    }
    out.push_str("),\n");
}

/// The same in the journal, on one line.
pub(super) fn write_within(out: &mut String, schema: &Schema) {
    out.push_str("(name: ");
    quote(out, &schema.name);
    out.push_str(", labels: [");
    for (place, (id, label)) in schema.labels().enumerate() {
        let number = Some(id.number()).filter(|number| usize::from(*number) != place);
        label_line(out, if place == 0 { "" } else { ", " }, label, number).close_within();
    }
    out.push_str("], relation_types: Some([");
    for (place, (id, one)) in schema.relation_types().enumerate() {
        let number = Some(id.number()).filter(|number| usize::from(*number) != place);
        relation_type_line(out, if place == 0 { "" } else { ", " }, schema, one, number).close_within();
    }
    out.push_str("]))");
}

/// The fields of a relation type, behind `indent`.
fn relation_type_line<'a>(
    out: &'a mut String,
    indent: &str,
    schema: &Schema,
    one: &RelationType,
    number: Option<u16>,
) -> Line<'a> {
    let names = |labels: &[LabelId]| -> Vec<String> {
        labels.iter().map(|label| schema.name_of(*label).to_owned()).collect()
    };
    let key = one.key.map(String::from);
    let line = Line::open(out, indent).words("name", &one.name).some_words("key", key.as_deref());
    let line = if one.is_symmetric { line.bare("symmetric", true) } else { line };
    let line = line
        .list_if_any("from", &names(&one.from))
        .list_if_any("to", &names(&one.to))
        .words_if_any("inverse", &one.inverse);
    numbered(line, number)
}

/// The fields of a label, behind `indent`.
fn label_line<'a>(out: &'a mut String, indent: &str, label: &Label, number: Option<u16>) -> Line<'a> {
    let key = label.key.map(String::from);
    let line = Line::open(out, indent)
        .words("name", &label.name)
        .words("colour", &label.colour.to_string())
        .some_words("key", key.as_deref())
        .list_if_any("also", &label.also)
        .words_if_any("definition", &label.definition);
    numbered(line, number)
}

fn numbered(line: Line<'_>, number: Option<u16>) -> Line<'_> {
    match number {
        Some(number) => line.bare("number", format_args!("Some({number})")),
        None => line,
    }
}

/// The schema. Where it says nothing of relation types, they are the usual ones of its labels.
pub(super) fn schema(schema: v1::Schema) -> Checked<Schema> {
    let name = schema.name.as_str();
    let labels = schema.labels.into_iter().map(label).collect::<Checked<Vec<(Label, Option<u16>)>>>()?;
    let wrong = |what: String| Wrong::schema(name, what);
    let usual = Schema::numbered(name, labels).map_err(wrong)?;
    let Some(types) = schema.relation_types else {
        return Ok(usual);
    };
    let types = types.iter().map(|one| Ok((relation_type(&usual, one)?, one.number)));
    let types = types.collect::<Checked<Vec<(RelationType, Option<u16>)>>>()?;
    usual.with_numbered_types(types).map_err(wrong)
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

fn label(label: v1::Label) -> Checked<(Label, Option<u16>)> {
    let name = label.name.as_str().to_owned();
    let colour = Colour::parse(label.colour.as_str()).ok_or_else(|| {
        let colour = label.colour.as_str();
        Wrong::schema(&name, format!("“{name}” has the colour “{colour}”; `#rrggbb` is expected"))
    })?;
    let key = label.key.as_ref().map(|key| one_character(&name, key.as_str())).transpose()?;
    Ok((Label { name, colour, key, definition: label.definition, also: label.also }, label.number))
}

fn one_character(label: &str, key: &str) -> Checked<char> {
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (Some(key), None) => Ok(key),
        _ => Err(Wrong::schema(label, format!("“{label}” has the key “{key}”; one character is expected"))),
    }
}
