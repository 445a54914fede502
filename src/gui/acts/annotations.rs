//! Annotations of other tools: read, looked at, taken in.

use super::super::app::App;
use crate::session::Sorted;

impl App {
    /// Files were read: what is in them comes in.
    pub(in crate::gui) fn annotations_read(&mut self, sorted: Sorted) {
        let details: Vec<String> = sorted.failures.iter().map(ToString::to_string).collect();
        let Some(annotations) = sorted.annotations else {
            self.desk.complain("There are no annotations in these files that Dateline can read", details);
            return;
        };
        let names = self.session.proposed_names(&annotations);
        match self.session.take_annotations(annotations, names) {
            Ok(taken) => self.desk.say(taken.counts.sentence()),
            Err(error) => self.desk.complain(format!("Nothing was imported: {error}"), details),
        }
    }
}
