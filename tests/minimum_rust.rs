//! What the compiler of a newer Rust accepts without a word, and the oldest that is supported does not.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    paths
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// Rust 1.95 stabilized them.
#[test]
fn no_guard_of_a_match_has_a_pattern() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["src", "errcode-core/src", "errcode-derive/src"] {
        for file in sources(&root.join(folder)) {
            let text = fs::read_to_string(&file).expect("a source is text");
            for (index, line) in text.lines().enumerate() {
                let guard = line.split_once("if let ").filter(|(_, rest)| rest.contains("=>"));
                assert!(guard.is_none(), "{}:{}: {line}", file.display(), index + 1);
            }
        }
    }
}
