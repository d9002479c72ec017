//! Every mistake and the text that explains it: `ui/<fault>/<case>.rs` beside `ui/<fault>/<case>.stderr`.
//!
//! The compiler's own words around ours change between releases, so the expected files are those of Rust 1.95.
//! `TRYBUILD=overwrite cargo test --test ui` writes them anew; read each before committing it: would a
//! newcomer mend the mistake from this alone?

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

#[test]
fn every_mistake_is_explained_where_it_stands() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}

/// Each case begins with the number of errors its mistakes are worth. They are counted as the compiler reports them to
/// programs: what people read hides repeated ones. Together with the test above, which holds the compiler to the
/// expected text, it shows that no mistake hides another and none causes a second error.
#[test]
fn as_many_errors_as_mistakes_and_no_warnings() {
    let cases = cases();
    let reported = reported(&cases);
    let mut differing = Vec::new();
    for (name, case) in &cases {
        let source = fs::read_to_string(case).expect("a case is readable");
        let announced: usize = source
            .strip_prefix("// ")
            .and_then(|line| line.split_once(" error"))
            .and_then(|(count, _)| count.parse().ok())
            .unwrap_or_else(|| panic!("{} does not begin with `// N errors`", case.display()));
        let texts = reported.get(name).map(Vec::as_slice).unwrap_or_default();
        // A warning is none of the mistakes; a case that compiles has one of unused items.
        if texts.len() != announced || texts.iter().any(|text| text.starts_with("warning")) {
            differing.push(format!(
                "{} has {}:\n{}",
                case.display(),
                texts.len(),
                texts.join("\n")
            ));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The cases, by a name that is that of a program.
fn cases() -> BTreeMap<String, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("a folder of cases is readable");
        entries.map(|entry| entry.expect("an entry is readable").path()).collect()
    };
    let files = entries(&root).into_iter().flat_map(|fault| entries(&fault));
    let cases: BTreeMap<_, _> = files
        .filter(|file| file.extension().is_some_and(|ext| ext == "rs"))
        .map(|file| {
            let case = file.with_extension("");
            let name = case.strip_prefix(&root).expect("a case is in the folder of cases");
            (name.display().to_string().replace(['/', '\\'], "_"), file)
        })
        .collect();
    assert!(cases.len() > 60, "only {} cases were found", cases.len());
    cases
}

/// The errors and warnings of each case: every case is a program of one package.
fn reported(cases: &BTreeMap<String, PathBuf>) -> BTreeMap<String, Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let package = target.join("ui-counts");
    fs::create_dir_all(package.join("src")).expect("the package's folder can be made");
    let path = |relative: &str| format!("{:?}", root.join(relative).display().to_string());
    let mut manifest = format!(
        "[package]\nname = \"ui-counts\"\nversion = \"0.0.0\"\nedition = \"2024\"\nautobins = false\n\n\
         [dependencies]\nerrcode = {{ path = {}, features = [\"axum\"] }}\nerrcode-billing = {{ path = {} }}\n\
         displaydoc = \"0.2\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\nsnafu = \"0.9\"\n\
         thiserror = \"2\"\n\n[workspace]\n",
        path("."),
        path("tests/fixtures/billing"),
    );
    for (name, case) in cases {
        let case = case.display().to_string();
        let _ = write!(manifest, "\n[[bin]]\nname = {name:?}\npath = {case:?}\n");
    }
    fs::write(package.join("Cargo.toml"), manifest).expect("the manifest can be written");
    fs::copy(root.join("Cargo.lock"), package.join("Cargo.lock")).expect("the lock can be copied");
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--offline", "--bins", "--keep-going", "--message-format=json"])
        .arg("--target-dir")
        .arg(target.join("ui-counts-target"))
        .env_remove("RUSTFLAGS")
        .current_dir(&package)
        .output()
        .expect("cargo runs");
    let mut reported: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        let (level, text) = (&message["message"]["level"], &message["message"]["rendered"]);
        let is_summary = message["message"]["spans"].as_array().is_none_or(Vec::is_empty);
        let is_of_a_case = message["target"]["kind"][0] == "bin";
        if is_of_a_case && !is_summary && (level == "error" || level == "warning") {
            let name = message["target"]["name"].as_str().unwrap_or_default().to_owned();
            reported.entry(name).or_default().push(text.as_str().unwrap_or_default().to_owned());
        }
    }
    assert!(!reported.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    reported
}
