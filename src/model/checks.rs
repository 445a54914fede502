//! What must hold in every project, looked at from outside.
//!
//! [`Project::apply`](super::Project::apply) keeps these; tests and `dateline check` look again.

use super::Project;
use std::fmt;

/// Something that must not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The record: `mention m…`.
    pub record: String,
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.record, self.what)
    }
}

/// Everything that is wrong with a project; nothing, if all is well.
pub fn verify(project: &Project) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in project.mentions() {
        let mut found = |what: &str| {
            problems.push(Problem { record: format!("mention {}", mention.id), what: what.into() })
        };
        match project.document(mention.document) {
            None => found("its article is not there"),
            Some(document) => {
                let fits = document.text.span(mention.span.start(), mention.span.end()) == Ok(mention.span);
                if !fits {
                    found("its span does not fit the text");
                }
            }
        }
        if project.schema().get(mention.label).is_none() {
            found("its label is not in the schema");
        }
        match mention.entity.map(|id| project.entity(id)) {
            Some(None) => found("its entity is not there"),
            Some(Some(_)) | None => {}
        }
    }
    let lonely =
        project.entities().filter(|e| e.is_plain() && project.mentions_of_entity(e.id).next().is_none());
    problems.extend(lonely.map(|entity| Problem {
        record: format!("entity {}", entity.id),
        what: "nothing points to it and it says nothing".into(),
    }));
    problems
}
