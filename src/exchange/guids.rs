//! The long ids that other formats ask for, made from ours: the same record has the same one in every export, so that a
//! program that has seen it before knows it again.

use std::fmt::Display;
use uuid::Uuid;

/// The room of our names, drawn once at random.
const DATELINE: Uuid = Uuid::from_u128(0xe953_9cee_7397_41a5_94ca_1b2c_d07c_f71f);

/// A UUID of version 5 (RFC 9562) for the record of this kind and id.
pub(super) fn guid(kind: &str, id: impl Display) -> Uuid {
    Uuid::new_v5(&DATELINE, format!("{kind} {id}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files that went out with other ids would not be known again.
    #[test]
    fn the_same_record_has_the_same_id_for_ever() {
        assert_eq!(guid("mention", "m0123456789").to_string(), "32a6581b-5ac4-5158-b6eb-9b10598a32d9");
        assert_ne!(guid("mention", "m0123456789"), guid("entity", "m0123456789"));
    }
}
