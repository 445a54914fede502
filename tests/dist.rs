//! What the packages carry is true of this program: the licences name the libraries that are in it, the desktop entry and
//! the metainfo say the version and the type of file.

#![allow(clippy::expect_used, reason = "a test that cannot read the files has failed")]

use std::{collections::BTreeSet, fs, path::Path};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// The values of a key in a file like `Cargo.lock`: `name = "egui"`.
fn values<'a>(text: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
    let value = move |line: &'a str| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"');
    text.lines().filter_map(value)
}

/// Name and version of each library, as `assets/licences.txt` has them.
fn named(page: &str) -> BTreeSet<String> {
    let is_licence = |rest: &str| rest.split(" and ").all(|name| !name.contains(' '));
    let library = |line: &str| {
        let (library, rest) = line.split_once(": ")?;
        let version = library.split_once(' ')?.1;
        let is_version = version.starts_with(|first: char| first.is_ascii_digit());
        (is_version && !version.contains(' ') && is_licence(rest)).then(|| library.to_owned())
    };
    page.lines().filter_map(library).collect()
}

#[test]
fn the_licences_are_those_of_the_libraries_that_are_locked() {
    let (page, lock) = (read("assets/licences.txt"), read("Cargo.lock"));
    let locked: BTreeSet<String> = values(&lock, "name")
        .zip(values(&lock, "version"))
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    let named = named(&page);
    assert!(named.len() > 200, "{}", named.len());
    let gone: Vec<_> = named.difference(&locked).collect();
    assert!(gone.is_empty(), "not in Cargo.lock: {gone:?}; run python3 dist/licences.py");
}

#[test]
fn every_library_that_is_asked_for_has_its_licence() {
    let (page, manifest) = (read("assets/licences.txt"), read("Cargo.toml"));
    let (_, rest) = manifest.split_once("\n[dependencies]\n").expect("the table");
    let (table, _) = rest.split_once("\n[dev-dependencies]").expect("the table after it");
    let asked = table.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    let asked = asked
        .filter(|name| name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)));
    let named = named(&page);
    let lacking: Vec<_> =
        asked.filter(|name| !named.iter().any(|library| library.split(' ').next() == Some(name))).collect();
    assert!(lacking.is_empty(), "not in assets/licences.txt: {lacking:?}; run python3 dist/licences.py");
}

#[test]
fn no_library_is_under_a_licence_that_reaches_over_to_the_program() {
    let page = read("assets/licences.txt");
    let (libraries, _) = page.split_once("\nLicence texts\n").expect("the texts come last");
    let bad: Vec<_> =
        libraries.lines().filter(|line| !line.starts_with(' ') && line.contains(": GPL")).collect();
    assert!(bad.is_empty(), "{bad:?}");
}

#[test]
fn packages_say_this_version_and_this_type_of_file() {
    let metainfo = read("dist/linux/org.dateline.Dateline.metainfo.xml");
    assert!(metainfo.contains(&format!("<release version=\"{}\"", env!("CARGO_PKG_VERSION"))));
    let (entry, types) = (read("dist/linux/dateline.desktop"), read("dist/linux/dateline.xml"));
    assert!(entry.contains("MimeType=application/x-dateline-project;"));
    assert!(types.contains("<mime-type type=\"application/x-dateline-project\">"));
    // Projects are known by their first line.
    let project = read("tests/data/projects/v1.ron");
    let (_, rest) = types.split_once("offset=\"0\" value=\"").expect("the sign");
    let (sign, _) = rest.split_once('"').expect("its end");
    assert!(project.starts_with(sign), "{sign}");
}
