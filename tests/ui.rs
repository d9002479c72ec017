//! Every mistake and the text that explains it: `ui/<fault>/<case>.rs` beside `ui/<fault>/<case>.stderr`.
//!
//! The compiler's own words around ours change between releases, so the expected files are those of Rust 1.95.
//! `TRYBUILD=overwrite cargo test --test ui` writes them anew; read each before committing it: would a
//! newcomer mend the mistake from this alone?

use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn every_mistake_is_explained_where_it_stands() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}

/// Each case begins with the number of errors its mistakes are worth. Together with the test above, which holds
/// the compiler to the expected text, it shows that no mistake hides another and none causes a second error.
#[test]
fn as_many_errors_as_mistakes_and_no_warnings() {
    for case in cases() {
        let source = fs::read_to_string(&case).expect("a case is readable");
        let announced: usize = source
            .strip_prefix("// ")
            .and_then(|line| line.split_once(" error"))
            .and_then(|(count, _)| count.parse().ok())
            .unwrap_or_else(|| panic!("{} does not begin with `// N errors`", case.display()));
        let expected = case.with_extension("stderr");
        let text = fs::read_to_string(&expected)
            .unwrap_or_else(|_| panic!("{} is missing", expected.display()));
        let headings = |kind: &str| text.lines().filter(|line| line.starts_with(kind)).count();
        assert_eq!(headings("error"), announced, "{}", case.display());
        assert_eq!(headings("warning"), 0, "{}", case.display());
    }
}

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("a folder of cases is readable");
        entries.map(|entry| entry.expect("an entry is readable").path()).collect()
    };
    let files = entries(&root).into_iter().flat_map(|fault| entries(&fault));
    let cases: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|ext| ext == "rs")).collect();
    assert!(cases.len() > 60, "only {} cases were found", cases.len());
    cases
}
