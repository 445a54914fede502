//! The encoding that a page states in its head, looked for before the page is read: in a `meta` tag or an XML declaration.

/// So much of the page is searched.
const HEAD_BYTES: usize = 4096;

/// The label that stands there.
pub(in crate::import) fn stated(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let declared =
        head.starts_with("<?xml").then(|| value_after(head.split("?>").next()?, "encoding")).flatten();
    declared.or_else(|| {
        head.split("<meta").skip(1).find_map(|rest| value_after(rest.split('>').next()?, "charset"))
    })
}

/// `charset="utf-8"`, `charset=utf-8`, `content="text/html; charset=utf-8"`
fn value_after(words: &str, name: &str) -> Option<String> {
    let (_, rest) = words.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end =
        rest.find(|next: char| !(next.is_ascii_alphanumeric() || matches!(next, '-' | '_' | ':' | '.')));
    let label = rest.get(..end.unwrap_or(rest.len()))?;
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(stated(html.as_bytes()).unwrap_or_default(), expected);
    }

    #[test]
    fn each_way_to_state_it_is_known() {
        check("<html><meta charset=\"UTF-8\">", "utf-8");
        check("<meta charset=utf-8/>", "utf-8");
        check("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Shift_JIS'>", "shift_jis");
        check("<?xml version='1.0' encoding='iso-8859-1'?><html>", "iso-8859-1");
        check("<p>charset=utf-8", "");
        check("<meta name=charset>", "");
    }
}
