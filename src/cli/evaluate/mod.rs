//! `dateline evaluate`: how good are the suggestions, against texts whose marks are known?
//!
//! Every document goes through a session, as in the window. With `--learn` an analyst who makes no mistake decides each
//! document before the next one is suggested.

mod score;

use super::{
    Stop, Streams,
    gold::{self, GoldDocument},
};
use crate::{
    model::{Command, DocumentId, Facts, LabelId, NewDocument, Pick, Provenance},
    session::{RejectReach, Session, label_name},
    suggest::Care,
    view::{Suggestion, SuggestionKey},
};
use score::{Bare, Calibration, Scores, bare};
use std::{collections::BTreeSet, path::Path};

/// How the suggestions are made.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Each document is decided before the next is suggested.
    pub learn: bool,
    pub care: Care,
}

/// Prints the table, and to standard error how the scores keep what they promise.
pub fn run(path: &Path, options: Options, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let corpus = gold::read(path)?;
    let evaluation = go_through(&corpus, options, &mut |_, _, _| {})?;
    for label in &evaluation.unknown {
        streams.tell(&format!("the label {label} has no counterpart here and is left out"));
    }
    let schema = evaluation.session.project().schema();
    write!(streams.output, "{}", evaluation.scores.table(schema))?;
    let half = evaluation.second_half.micro().f1() * 100.0;
    let half = format!("second half of the documents: F1 {half:.1}");
    let _ = writeln!(streams.errors, "{}\n{half}", evaluation.calibration);
    Ok(true)
}

/// Is shown each document before anything of it is decided, with the marks that are right.
type Look<'a> = dyn FnMut(&Evaluation, DocumentId, &BTreeSet<Bare>) + 'a;

/// Goes through a corpus, document by document.
fn go_through(corpus: &[GoldDocument], options: Options, look: &mut Look<'_>) -> Result<Evaluation, Stop> {
    let mut evaluation = Evaluation::new(corpus, options);
    for (index, document) in corpus.iter().enumerate() {
        evaluation.take(document, index >= corpus.len() / 2, look)?;
    }
    Ok(evaluation)
}

/// Prints what is known of every mark before its document is decided, for fitting how much each thing counts: a line a mark:
/// who proposes it, whether it is right, and the numbers.
///
/// # Errors
/// As for [`run`].
pub fn print_recollections(path: &Path, care: Care, output: &mut dyn std::io::Write) -> Result<(), Stop> {
    let corpus = gold::read(path)?;
    let mut failure = None;
    go_through(&corpus, Options { learn: true, care }, &mut |evaluation, id, gold| {
        let project = evaluation.session.project();
        let Some(document) = project.document(id) else {
            return;
        };
        let known = evaluation.session.recollections_now(id).into_iter();
        for known in known.filter(|known| evaluation.asked.contains(&known.label)) {
            let mark = bare(&document.text, known.span, known.label, project.schema());
            let numbers: Vec<String> = known.features.iter().map(ToString::to_string).collect();
            let is_right = u8::from(gold.contains(&mark));
            let label = project.schema().name_of(known.label);
            let line = format!("{}\t{label}\t{is_right}\t{}", known.voices, numbers.join("\t"));
            failure = failure.take().or(writeln!(output, "{line}").err());
        }
    })?;
    failure.map_or(Ok(()), |error| Err(error.into()))
}

struct Evaluation {
    session: Session,
    options: Options,
    /// The labels that stand in the corpus.
    asked: BTreeSet<LabelId>,
    /// Labels of the corpus that have no counterpart.
    unknown: BTreeSet<String>,
    scores: Scores,
    second_half: Scores,
    calibration: Calibration,
}

impl Evaluation {
    fn new(corpus: &[GoldDocument], options: Options) -> Self {
        let mut session = Session::without_window();
        session.set_care(options.care);
        let mut unknown = BTreeSet::new();
        let mut asked = BTreeSet::new();
        for (_, label) in corpus.iter().flat_map(|document| &document.spans) {
            match label_name(label).and_then(|name| session.project().schema().named(name)) {
                Some(label) => _ = asked.insert(label),
                None => _ = unknown.insert(label.clone()),
            }
        }
        let (scores, second_half) = (Scores::default(), Scores::default());
        let calibration = Calibration::default();
        Self { session, options, asked, unknown, scores, second_half, calibration }
    }

    /// Suggests, scores and, if asked for, decides one document.
    fn take(
        &mut self,
        document: &GoldDocument,
        is_second_half: bool,
        look: &mut Look<'_>,
    ) -> Result<(), Stop> {
        let new = NewDocument {
            facts: Facts::default(),
            source: document.id.clone(),
            encoding: "UTF-8".to_owned(),
            text: document.text.clone(),
        };
        let failed = |error: &dyn std::fmt::Display| Stop::Failed(format!("{}: {error}", document.id));
        let ids = self.session.add_articles(vec![new]).map_err(|error| failed(&error))?;
        let Some(id) = ids.first().copied() else {
            return Ok(());
        };
        let gold: BTreeSet<Bare> = self.gold_of(document);
        look(self, id, &gold);
        let open = self.session.open_suggestions_now(id);
        let mut found = BTreeSet::new();
        for suggestion in open.iter().filter(|suggestion| self.asked.contains(&suggestion.label)) {
            let mark = self.bare(document, suggestion);
            self.calibration.count(suggestion.score.fraction(), gold.contains(&mark));
            found.insert(mark);
        }
        self.scores.count(&gold, &found);
        if is_second_half {
            self.second_half.count(&gold, &found);
        }
        if self.options.learn {
            self.decide(id, document, &open, &gold).map_err(|error| failed(&error))?;
        } else {
            // What is not learnt from need not be kept.
            self.session.dispatch(Command::RemoveDocuments(ids)).map_err(|error| failed(&error))?;
        }
        Ok(())
    }

    fn gold_of(&self, document: &GoldDocument) -> BTreeSet<Bare> {
        let schema = self.session.project().schema();
        let known = document.spans.iter().filter_map(|(span, label)| {
            let label = schema.named(label_name(label)?)?;
            Some(bare(&document.text, *span, label, schema))
        });
        known.collect()
    }

    fn bare(&self, document: &GoldDocument, suggestion: &Suggestion) -> Bare {
        bare(&document.text, suggestion.span, suggestion.label, self.session.project().schema())
    }

    /// Accepts what is right, rejects what is wrong, marks what is missing.
    fn decide(
        &mut self,
        id: DocumentId,
        document: &GoldDocument,
        open: &[Suggestion],
        gold: &BTreeSet<Bare>,
    ) -> Result<(), crate::model::CommandError> {
        let scored = open.iter().filter(|suggestion| self.asked.contains(&suggestion.label));
        let (right, wrong): (Vec<&Suggestion>, Vec<&Suggestion>) =
            scored.partition(|suggestion| gold.contains(&self.bare(document, suggestion)));
        let accepted: BTreeSet<Bare> = right.iter().map(|s| self.bare(document, s)).collect();
        let key = |s: &&Suggestion| SuggestionKey { document: id, span: s.span, label: s.label };
        let (right, wrong): (Vec<_>, Vec<_>) =
            (right.iter().map(key).collect(), wrong.iter().map(key).collect());
        self.session.accept(&right, None)?;
        self.session.reject(&wrong, RejectReach::Here)?;
        let missing = gold.difference(&accepted).map(|(span, label)| Pick {
            document: id,
            span: *span,
            label: *label,
            entity_name: None,
            provenance: Provenance::ByHand,
        });
        self.session.dispatch(Command::Mark(missing.collect()))?;
        Ok(())
    }
}
