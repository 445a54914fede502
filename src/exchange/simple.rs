//! Articles of formats that say a text and its marks: start, end, label, and perhaps the words and a name.

use super::{
    placing::{Asked, RawText, Unit},
    warnings::Warnings,
};
use crate::model::{Annotated, ReadMark};

/// A mark as a file has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Item<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) label: String,
    /// The words, where the file has them.
    pub(super) quote: Option<&'a str>,
    /// Empty where it has none.
    pub(super) id: String,
    pub(super) note: String,
}

/// The article; `of` names it in warnings. The unit of offsets may be certain, as in what was written here.
pub(super) fn article(
    text: &str,
    (unit, is_sure): (Unit, bool),
    items: &[Item<'_>],
    of: &str,
    warnings: &mut Warnings,
) -> Result<Annotated, String> {
    let raw = RawText::new(text).ok_or("the text is too long")?;
    let asked: Vec<Asked> =
        items.iter().map(|item| Asked { start: item.start, end: item.end, quote: item.quote }).collect();
    let placed = if is_sure { raw.place_exactly(unit, &asked) } else { raw.place(unit, &asked) };
    warnings.add_all(of, placed.warnings);
    let mut article = Annotated::new(raw.text().clone());
    for (item, span) in items.iter().zip(placed.spans) {
        match span {
            Ok(span) => article.marks.push(ReadMark {
                id: item.id.clone(),
                note: item.note.clone(),
                ..ReadMark::new(span, item.label.clone())
            }),
            Err(why) => warnings.add_all(of, [format!("a mark {} was left out: {why}", item.label)]),
        }
    }
    Ok(article)
}
