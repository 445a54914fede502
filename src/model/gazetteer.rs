//! A gazetteer: a list of known names that the project carries.

use super::{GazetteerId, NameList};
use std::sync::Arc;

/// What the names of a gazetteer mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GazetteerRole {
    /// Names from a file or another project: worth suggesting.
    List,
    /// Names that the analyst wrote down: always. At most one gazetteer has this role.
    Own,
    /// Names of which marks and rejections teach nothing. At most one gazetteer has this role.
    Forgotten,
}

/// A list of known names. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gazetteer {
    pub id: GazetteerId,
    /// What people call it.
    pub name: Arc<str>,
    pub role: GazetteerRole,
    /// Whether it has a say in suggestions.
    pub is_on: bool,
    pub names: NameList,
}
