//! Annotations of other tools: found among files, looked at before they come in, taken in as one step.

use super::{Failure, Notice, Session, files::shown_path, gather::gather};
use crate::{
    exchange::{self, File, Imported},
    model::{
        Change, Command, CommandError, DocumentId, Incoming, Meaning, NameMap, Project, Provenance,
        Transaction,
    },
    suggest::Cancel,
    text::Text,
};
use arcstr::ArcStr;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::{Path, PathBuf},
};

/// What files of other tools say, read but not yet taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// The names of the formats.
    pub formats: Vec<&'static str>,
    pub imported: Imported,
}

/// Files sorted by what is in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    /// `None` if no file holds annotations.
    pub annotations: Option<Annotations>,
    /// Files that hold none: articles, perhaps.
    pub others: Vec<PathBuf>,
    /// Files of folders that are neither.
    pub passed_over: usize,
    pub failures: Vec<Failure>,
}

/// What would come in, and under which names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    pub formats: Vec<&'static str>,
    /// Labels of the files: name, how many marks have it.
    pub labels: Vec<(String, usize)>,
    /// Relation types of the files: name, how many relations are of it.
    pub relations: Vec<(String, usize)>,
    pub counts: Counts,
}

/// How much comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles that are new, and those that are there already.
    pub new_articles: usize,
    pub known_articles: usize,
    /// Marks that are new, those that are changed, and those that are as they were or are left out.
    pub new_marks: usize,
    pub changed_marks: usize,
    pub other_marks: usize,
    pub new_entities: usize,
    pub new_relations: usize,
    /// Labels and relation types that are made.
    pub new_labels: usize,
}

/// What has come in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The articles, new ones and those that were there, in the order of the files.
    pub documents: Vec<DocumentId>,
    pub counts: Counts,
    /// What was left out or set right.
    pub warnings: Vec<String>,
}

/// Reads the files of annotations among some paths. A folder is looked through for them; to a file belong those beside it
/// that its format wants, such as `a.txt` to `a.ann`.
pub fn read_annotations(paths: &[PathBuf]) -> Sorted {
    sort(paths, &Cancel::default())
}

pub(super) fn sort(paths: &[PathBuf], cancel: &Cancel) -> Sorted {
    let mut sorted = Sorted::default();
    let gathered = gather(paths, &mut sorted.failures, cancel);
    let found = exchange::recognise(&gathered.files);
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut all = Annotations::default();
    for (number, found) in found.iter().enumerate() {
        used.extend(&found.files);
        let files: Vec<File> =
            found.files.iter().filter_map(|place| gathered.files.get(*place)).cloned().collect();
        match exchange::read(found.format, &files) {
            Ok(imported) => all.add(number, found.format.name, &files, imported),
            Err(error) => sorted.failures.push(failure(&files, &error)),
        }
    }
    let others = gathered.others(&used);
    (sorted.others, sorted.passed_over) = (others.articles, others.passed_over);
    sorted.annotations = (!all.formats.is_empty()).then_some(all);
    sorted
}

fn failure(files: &[File], error: &exchange::ReadError) -> Failure {
    let name = if error.file.is_empty() { files.first().map_or("", |file| &file.name) } else { &error.file };
    let why = exchange::ReadError { file: String::new(), ..error.clone() }.to_string();
    Failure { path: PathBuf::from(name), why }
}

impl Annotations {
    /// How many marks there are.
    pub fn mark_count(&self) -> usize {
        self.imported.articles.iter().map(|article| article.marks.len()).sum()
    }

    fn add(&mut self, number: usize, format: &'static str, files: &[File], mut imported: Imported) {
        if !self.formats.contains(&format) {
            self.formats.push(format);
        }
        let from = ArcStr::from(format);
        // Two files may call two things alike; our own ids are the same everywhere.
        let apart = |id: &str| {
            let is_own = id.parse::<crate::model::EntityId>().is_ok();
            if is_own || id.is_empty() { id.to_owned() } else { format!("{number}:{id}") }
        };
        for mark in imported.articles.iter_mut().flat_map(|article| &mut article.marks) {
            mark.provenance.get_or_insert_with(|| Provenance::Imported { from: ArcStr::clone(&from) });
            if let Meaning::Entity(id) = &mut mark.meaning {
                *id = apart(id);
            }
        }
        for entity in &mut imported.entities {
            entity.id = apart(&entity.id);
            entity.roles.iter_mut().for_each(|role| role.entity = apart(&role.entity));
        }
        let name = match files {
            [one] => shown_path(Path::new(&one.name)),
            _ => format.to_owned(),
        };
        self.imported.articles.append(&mut imported.articles);
        self.imported.entities.append(&mut imported.entities);
        self.imported.labels.append(&mut imported.labels);
        self.imported.warnings.extend(imported.warnings.iter().map(|warning| format!("{name}: {warning}")));
    }

    fn incoming(self, names: NameMap) -> Incoming {
        let Imported { articles, entities, labels, .. } = self.imported;
        Incoming { from: self.formats.join(", ").into(), articles, entities, labels, names }
    }
}

impl Session {
    /// What names in the files should be called here: what the schema has, else as they are.
    pub fn proposed_names(&self, annotations: &Annotations) -> NameMap {
        exchange::propose(&annotations.imported, self.project.schema())
    }

    /// Takes annotations in as one step.
    ///
    /// # Errors
    /// As for [`Session::dispatch`].
    pub fn take_annotations(
        &mut self,
        annotations: Annotations,
        names: NameMap,
    ) -> Result<Taken, CommandError> {
        let warnings = annotations.imported.warnings.clone();
        let marks = annotations.mark_count();
        let texts: Vec<_> =
            annotations.imported.articles.iter().map(|article| article.text.clone()).collect();
        let transaction = self.dispatch(Command::TakeIn(Box::new(annotations.incoming(names))))?;
        let mut counts = counts(&transaction, texts.len(), marks);
        let documents = documents_of(&self.project, &transaction, &texts);
        counts.known_articles = texts.len().saturating_sub(counts.new_articles);
        Ok(Taken { documents, counts, warnings })
    }

    /// Reads annotations in the background; see [`Notice::AnnotationsRead`].
    pub fn read_annotations(&mut self, paths: Vec<PathBuf>) {
        self.jobs.read_annotations(paths);
    }

    pub(super) fn annotations_read(sorted: Sorted) -> Notice {
        Notice::AnnotationsRead(Box::new(sorted))
    }
}

/// What would come into a project under these names. All of it is planned for that, which may take longer than a frame.
///
/// # Errors
/// If it could not be taken in.
pub fn preview(
    project: &Project,
    annotations: &Annotations,
    names: &NameMap,
) -> Result<Preview, CommandError> {
    let (mut labels, mut relations) = (BTreeMap::new(), BTreeMap::new());
    let articles = &annotations.imported.articles;
    for mark in articles.iter().flat_map(|article| &article.marks) {
        *labels.entry(mark.label.clone()).or_insert(0) += 1;
    }
    for relation in articles.iter().flat_map(|article| &article.relations) {
        *relations.entry(relation.kind.clone()).or_insert(0) += 1;
    }
    let marks = annotations.mark_count();
    let command = Command::TakeIn(Box::new(annotations.clone().incoming(names.clone())));
    let transaction = project.clone().plan(command)?;
    Ok(Preview {
        formats: annotations.formats.clone(),
        labels: labels.into_iter().collect(),
        relations: relations.into_iter().collect(),
        counts: counts(&transaction, articles.len(), marks),
    })
}

fn counts(transaction: &Transaction, articles: usize, marks: usize) -> Counts {
    let mut counts = Counts::default();
    for change in &transaction.changes {
        match change {
            Change::Document { before: None, .. } => counts.new_articles += 1,
            Change::Mention { before: None, .. } => counts.new_marks += 1,
            Change::Mention { .. } => counts.changed_marks += 1,
            Change::Entity { before: None, .. } => counts.new_entities += 1,
            Change::Relation { before: None, .. } => counts.new_relations += 1,
            Change::Schema { before, after } => {
                let count =
                    |schema: &crate::model::Schema| schema.labels().count() + schema.relation_types().count();
                counts.new_labels += count(after).saturating_sub(count(before));
            }
            _ => {}
        }
    }
    counts.known_articles = articles.saturating_sub(counts.new_articles);
    counts.other_marks = marks.saturating_sub(counts.new_marks + counts.changed_marks);
    counts
}

/// The articles of a step: those that were made, then those that had these words before.
fn documents_of(project: &Project, transaction: &Transaction, texts: &[Text]) -> Vec<DocumentId> {
    let mut all: Vec<DocumentId> = transaction.created_documents().map(|document| document.id).collect();
    if all.len() < texts.len() {
        let texts: BTreeSet<&str> = texts.iter().map(Text::as_str).collect();
        let made: BTreeSet<DocumentId> = all.iter().copied().collect();
        let known = project.documents().filter(|document| texts.contains(document.text.as_str()));
        all.extend(known.map(|document| document.id).filter(|id| !made.contains(id)));
    }
    all
}

impl Counts {
    /// `12 articles (2 there already), 340 marks, 12 relations`, for people.
    pub fn sentence(&self) -> String {
        let counted = |count: usize, one: &str| {
            if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
        };
        let articles = counted(self.new_articles + self.known_articles, "article");
        let mut said = if self.known_articles > 0 {
            format!("{articles} ({} there already)", self.known_articles)
        } else {
            articles
        };
        let _ = write!(said, ", {}", counted(self.new_marks, "mark"));
        let more = [
            (self.changed_marks, "changed mark"),
            (self.new_relations, "relation"),
            (self.new_labels, "new label"),
        ];
        for (count, what) in more.into_iter().filter(|(count, _)| *count > 0) {
            let _ = write!(said, ", {}", counted(count, what));
        }
        if self.other_marks > 0 {
            let _ = write!(said, "; {} there already or left out", counted(self.other_marks, "mark"));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project_file::write_atomically;

    fn take(session: &mut Session, path: &Path) -> Taken {
        let annotations = read_annotations(&[path.to_owned()]).annotations.expect("there are some");
        let names = session.proposed_names(&annotations);
        let foreseen = preview(session.project(), &annotations, &names).expect("can be taken in").counts;
        let taken = session.take_annotations(annotations, names).expect("can be taken in");
        assert_eq!(taken.counts, foreseen, "the preview says what comes");
        taken
    }

    #[test]
    fn a_pair_comes_in_by_naming_one_file_of_it_and_undo_takes_all_of_it_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let ann = folder.path().join("a.ann");
        write_atomically(
            &ann,
            "T1\tPER 4 7\tKim\nT2\tCELL 12 16\tcell\nR1\tfound Arg1:T1 Arg2:T2\n".as_bytes(),
        )
        .expect("written");
        write_atomically(&folder.path().join("a.txt"), b"Mr. Kim met cell\n").expect("written");
        let mut session = Session::without_window();
        let before = session.project().clone();
        let taken = take(&mut session, &ann);
        assert_eq!(taken.counts.sentence(), "1 article, 2 marks, 1 relation, 2 new labels");
        let project = session.project();
        let labels: Vec<&str> = project.mentions().map(|m| project.schema().name_of(m.label)).collect();
        assert!(labels.contains(&"Person") && labels.contains(&"CELL"), "{labels:?}");
        assert_eq!(project.relation_count(), 1);
        let again = take(&mut session, folder.path());
        assert_eq!(
            again.counts.sentence(),
            "1 article (1 there already), 0 marks; 2 marks there already or left out"
        );
        assert_eq!(again.documents, taken.documents);
        session.undo().expect("can be undone");
        assert!(*session.project() == before, "one step");
        session.redo().expect("can be done again");
        assert_eq!(session.project().mention_count(), 2);
    }

    #[test]
    fn what_was_changed_elsewhere_is_changed_here_and_what_was_added_is_added() {
        let folder = tempfile::tempdir().expect("a folder");
        let ann = folder.path().join("a.ann");
        write_atomically(&ann, b"T1\tPER 4 7\tKim\n").expect("written");
        write_atomically(&folder.path().join("a.txt"), b"Mr. Kim met Lee\n").expect("written");
        let mut session = Session::without_window();
        take(&mut session, &ann);
        let out = folder.path().join("out");
        session.export_to("brat", &out).expect("written");
        let name = std::fs::read_dir(&out).expect("there").filter_map(|entry| Some(entry.ok()?.path()));
        let name = name.into_iter().find(|path| path.extension().is_some_and(|e| e == "ann")).expect("one");
        write_atomically(&name, b"T1\tORG 0 7\tMr. Kim\nT2\tPER 12 15\tLee\n").expect("written");
        let taken = take(&mut session, &out);
        assert_eq!(taken.counts.sentence(), "1 article (1 there already), 1 mark, 1 changed mark");
        let project = session.project();
        let marks: Vec<String> = project
            .mentions_of(taken.documents[0])
            .map(|m| format!("{} {}", project.schema().name_of(m.label), project.words_of(m)))
            .collect();
        assert_eq!(marks, ["Organization Mr. Kim", "Person Lee"]);
    }

    #[test]
    fn a_left_out_label_stays_out_and_another_is_called_as_it_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.jsonl");
        let line = "{\"text\":\"Kim met Lee\",\"label\":[[0,3,\"A\"],[8,11,\"B\"]]}\n";
        write_atomically(&path, line.as_bytes()).expect("written");
        let mut session = Session::without_window();
        let annotations = read_annotations(&[path]).annotations.expect("there are some");
        let mut names = session.proposed_names(&annotations);
        names.labels.insert("A".to_owned(), None);
        names.labels.insert("B".to_owned(), Some("Person".to_owned()));
        session.take_annotations(annotations, names).expect("can be taken in");
        let project = session.project();
        let marks: Vec<&str> = project.mentions().map(|mention| project.words_of(mention)).collect();
        assert_eq!(marks, ["Lee"]);
        assert_eq!(project.schema().labels().count(), 10);
    }

    #[test]
    fn articles_are_left_to_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let (text, plain) = (folder.path().join("a.txt"), folder.path().join("b.jsonl"));
        write_atomically(&text, b"Kim met Lee").expect("written");
        write_atomically(&plain, b"{\"text\":\"Kim\"}\n").expect("written");
        let sorted = read_annotations(&[text.clone(), plain.clone()]);
        assert_eq!((sorted.annotations, sorted.others), (None, vec![text, plain]));
    }
}
