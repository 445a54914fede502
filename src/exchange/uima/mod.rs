//! UIMA CAS, as INCEpTION and DKPro have it: XMI with its type system, or JSON 0.4; one CAS an article.
//!
//! <https://uima.apache.org/d/uimaj-current/ref.html#ugr.ref.xmi>,
//! <https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc>. Offsets are UTF-16 units, half-open.
//! Marks are `NamedEntity`, so that other programs see them; tokens and sentences stand beside them, cut so that none
//! crosses the edge of a mark. Relations are a layer of their own. What DKPro has no type for stands in types of ours
//! (`types.rs`), which other programs carry along.

mod cas;
mod fill;
mod json;
mod take;
mod types;
mod xmi;

use super::{
    Export, File, Format, Imported, ReadError, Shape,
    codes::{Codes, Stems},
    losses::{Losses, Part},
    nothing_beside,
    warnings::Warnings,
    xml, zips,
};
use crate::model::Project;
use cas::Cas;
use std::collections::BTreeSet;

pub(super) const XMI: Format = Format {
    name: "uima-xmi",
    about: "UIMA CAS XMI with its type system, of INCEpTION and DKPro",
    carries: "everything but rejections and lists of names",
    extension: "xmi",
    shape: Shape::Folder,
    write: Some(write_xmi),
    read: Some(read_xmi),
    recognises: |looked| xmi::recognises(looked.file),
    beside: xmi::beside,
};

pub(super) const JSON: Format = Format {
    name: "uima-json",
    about: "UIMA CAS JSON 0.4, of INCEpTION and DKPro",
    carries: "everything but rejections and lists of names",
    extension: "json",
    shape: Shape::Folder,
    write: Some(write_json),
    read: Some(read_json),
    recognises: |looked| json::recognises(looked.file),
    beside: nothing_beside,
};

fn write_xmi(project: &Project) -> Export {
    let mut replaced = 0;
    let mut files = vec![File::new(xmi::TYPE_SYSTEM, xmi::type_system())];
    files.extend(cases(project).map(|(stem, cas)| {
        let (bytes, count) = xmi::write(&cas);
        replaced += count;
        File::new(format!("{stem}.xmi"), bytes)
    }));
    let mut losses = losses(project);
    if let Some(sentence) = xml::replaced_sentence(replaced) {
        losses.say(sentence);
    }
    Export { files, losses: losses.into_vec() }
}

fn write_json(project: &Project) -> Export {
    let mut losses = losses(project);
    let mut files = Vec::new();
    for (stem, cas) in cases(project) {
        match json::write(&cas) {
            Ok(bytes) => files.push(File::new(format!("{stem}.json"), bytes)),
            Err(why) => losses.say(format!("{stem}: {why}")),
        }
    }
    Export { files, losses: losses.into_vec() }
}

/// The articles, each as a CAS with the name of its file.
fn cases(project: &Project) -> impl Iterator<Item = (String, Cas<'_>)> {
    let (codes, stems) = (Codes::of(project.schema()), Stems::of(project));
    let first = project.documents().next().map(|document| document.id);
    project.documents().map(move |document| {
        let stem = stems.get(document).to_owned();
        let cas = fill::cas(project, document, &codes, first == Some(document.id));
        (stem, cas)
    })
}

fn losses(project: &Project) -> Losses {
    let mut losses = Losses::of(project, Part::ALL);
    if project.document_count() == 0 {
        losses.add(project.entities().count(), "entities, since there is no article to write them to");
    }
    losses
}

fn read_xmi(files: &[File]) -> Result<Imported, ReadError> {
    let mut all = Vec::new();
    for file in files {
        if zips::is_zip(&file.bytes) {
            let inner = zips::unpack(&file.bytes).map_err(|why| ReadError::new(why).of(&file.name))?;
            all.extend(inner.into_iter().map(|(name, bytes)| File::new(name, bytes)));
        } else {
            all.push(file.clone());
        }
    }
    // INCEpTION packs a project as a zip of zips, one an article.
    let nested: Vec<File> = all.extract_if(.., |file| zips::is_zip(&file.bytes)).collect();
    for file in nested {
        let inner = zips::unpack(&file.bytes).map_err(|why| ReadError::new(why).of(&file.name))?;
        all.extend(
            inner.into_iter().map(|(name, bytes)| File::new(format!("{}/{name}", file.stem()), bytes)),
        );
    }
    let cases = all
        .iter()
        .filter(|file| file.extension() == "xmi")
        .map(|file| xmi::read(&file.bytes).map(|cas| (file, cas)).map_err(|error| error.of(&file.name)));
    taken(cases)
}

fn read_json(files: &[File]) -> Result<Imported, ReadError> {
    taken(
        files
            .iter()
            .map(|file| json::read(&file.bytes).map(|cas| (file, cas)).map_err(|error| error.of(&file.name))),
    )
}

fn taken<'a>(
    cases: impl Iterator<Item = Result<(&'a File, Cas<'static>), ReadError>>,
) -> Result<Imported, ReadError> {
    let mut imported = Imported::default();
    let (mut warnings, mut known) = (Warnings::default(), BTreeSet::new());
    let cases = cases.collect::<Result<Vec<_>, _>>()?;
    let is_alone = cases.len() == 1;
    for (file, cas) in cases {
        let taken = take::article(&cas, file).map_err(|error| error.of(&file.name))?;
        imported.articles.extend(taken.articles);
        imported.entities.extend(taken.entities.into_iter().filter(|one| known.insert(one.id.clone())));
        warnings.add_all(if is_alone { "" } else { &file.name }, taken.warnings);
    }
    if imported.articles.is_empty() {
        return Err(ReadError::new("there is no text in it"));
    }
    imported.warnings = warnings.into_vec();
    Ok(imported)
}

#[cfg(test)]
mod tests;
