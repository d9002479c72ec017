//! `docs/compile-errors.md` is made of the cases in `tests/ui`: a row for each error, with the text it gets.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

const INTRODUCTION: &str = "\
# Compile errors

Every mistake that can be made with `#[api(...)]` and `catalog!`, by fault, with the first line of the message it
gets. Each is a case in [`tests/ui`](../tests/ui), where the whole message stands beside the source that causes it.
`UPDATE_DOCS=1 cargo test --test docs` rewrites this page.
";

#[test]
fn the_table_of_mistakes_is_that_of_the_cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join("docs/compile-errors.md");
    let mut fresh = INTRODUCTION.to_owned();
    for folder in [root.join("tests/ui"), root.join("tests/fixtures/default-features/tests/ui")] {
        for fault in sorted(&folder) {
            let rows: String =
                sorted(&fault).iter().filter(|file| is_text(file)).map(|case| rows(case)).collect();
            let name = fault.file_name().unwrap_or_default().to_string_lossy().replace('_', " ");
            fresh += &["\n## ", &name, "\n\n| case | message |\n|---|---|\n", &rows].concat();
        }
    }
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&page, fresh).expect("the page is writable");
    } else {
        let page = fs::read_to_string(&page).expect("the page is readable");
        assert!(
            page == fresh,
            "docs/compile-errors.md is stale: UPDATE_DOCS=1 cargo test --test docs"
        );
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of cases is readable");
    let mut entries: Vec<_> =
        entries.map(|entry| entry.expect("an entry is readable").path()).collect();
    entries.sort();
    entries
}

fn is_text(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "stderr")
}

fn rows(case: &Path) -> String {
    let name = case.file_stem().unwrap_or_default().to_string_lossy().replace('_', " ");
    let text = fs::read_to_string(case).expect("an expected text is readable");
    let headings = text.lines().filter_map(|line| line.strip_prefix("error")?.split_once(": "));
    let row = |(_, message): (&str, &str)| ["| ", &name, " | ", &escaped(message), " |\n"].concat();
    headings.map(row).collect()
}

/// As it has to stand in a cell.
fn escaped(message: &str) -> String {
    message.replace("evaluation panicked: ", "").replace('|', "\\|").replace("$DIR/", "")
}
