//! Files that hold what a test generates.

use std::{env, fs, path::Path};

/// Compares a file of the package with its expected text. With `ERRCODE_BLESS` set, writes it.
pub(crate) fn check(path: &str, expected: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("ERRCODE_BLESS").is_some() {
        fs::write(&file, expected).unwrap();
    }
    let actual = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if actual != expected {
        let line = actual.lines().zip(expected.lines()).take_while(|(a, b)| a == b).count();
        panic!(
            "{path} is out of date from line {}: run `ERRCODE_BLESS=1 cargo test --test documents`\n found: {:?}\nwanted: {:?}",
            line + 1,
            actual.lines().nth(line),
            expected.lines().nth(line)
        );
    }
}
