//! What the guides name exists: every path, and every test that is said to hold a rule.

use std::{fs, path::Path};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The texts between single backticks, outside of blocks of code.
fn code_spans(guide: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(guide)).expect("a guide is readable");
    let mut in_block = false;
    let prose = text.lines().filter(|line| {
        in_block ^= line.starts_with("```");
        !in_block && !line.starts_with("```")
    });
    prose.flat_map(|line| line.split('`').skip(1).step_by(2).map(str::to_owned)).collect()
}

#[test]
fn every_test_that_is_named_exists() {
    let mut found = 0;
    for name in code_spans("SECURITY.md") {
        let Some((module, test)) =
            name.rsplit_once("::").filter(|_| !name.contains(['<', '(', ' ']))
        else {
            continue;
        };
        if !module.starts_with(|char: char| char.is_ascii_lowercase()) {
            continue;
        }
        let file = root().join("tests").join(module.replace("::", "/")).with_extension("rs");
        let source = fs::read_to_string(&file)
            .unwrap_or_else(|_| panic!("`{name}`: there is no {}", file.display()));
        assert!(source.contains(&format!("fn {test}(")), "{} has no {test}", file.display());
        found += 1;
    }
    assert!(found > 15, "only {found} tests are named");
}

#[test]
fn every_path_that_is_named_exists() {
    for guide in ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let spans = code_spans(guide);
        let paths: Vec<_> = spans.iter().filter_map(|span| path_in(span)).collect();
        assert!(!paths.is_empty(), "{guide} names no path");
        for path in paths {
            assert!(root().join(path).exists(), "{guide} names `{path}`, which does not exist");
        }
    }
}

/// The path that a span is or begins with, if it is one: `tests/ui/<fault>/<case>.rs` begins with a folder.
fn path_in(span: &str) -> Option<&str> {
    let path = span.split('<').next()?;
    let in_a_folder = path.contains('/') && path.chars().all(|char| char.is_ascii_graphic());
    let is_path = in_a_folder && !path.contains([':', '"', '{', '=', '$']);
    (is_path && !path.starts_with("application/")).then_some(path)
}

#[test]
fn every_file_that_is_linked_exists() {
    for guide in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let text = fs::read_to_string(root().join(guide)).expect("a guide is readable");
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        let files = links.map(|(link, _)| link.split('#').next().unwrap_or_default());
        for file in files.filter(|file| !file.is_empty() && !file.starts_with("https://")) {
            assert!(root().join(file).exists(), "{guide} links to {file}, which does not exist");
        }
    }
}

#[test]
fn every_feature_is_in_both_tables() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest is readable");
    let (_, rest) = manifest.split_once("\n[features]\n").expect("it has features");
    let (features, _) = rest.split_once("\n[").expect("it has more sections");
    let names = features.lines().filter_map(|line| line.split_once(" = [")).map(|(name, _)| name);
    let names: Vec<&str> = names.filter(|name| *name != "default").collect();
    assert!(names.len() > 8, "only {names:?}");
    for file in ["README.md", "src/lib.rs"] {
        let text = fs::read_to_string(root().join(file)).expect("a table is readable");
        let rows: Vec<&str> = text
            .lines()
            .map(|line| line.trim_start_matches("//! "))
            .filter_map(|line| line.strip_prefix("| ")?.split_once(" |"))
            .map(|(first, _)| first)
            .collect();
        for name in &names {
            let is_listed = rows.iter().any(|row| row.contains(&format!("`{name}`")));
            assert!(is_listed, "{file} has no row for the feature {name}");
        }
    }
}
