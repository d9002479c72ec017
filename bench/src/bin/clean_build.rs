//! The CPU time of a first `cargo build` of a crate that depends on errcode with its default features, beside crates with
//! some of what errcode depends on.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin clean_build
//! ```

use std::{io, time::Duration};

use errcode_bench::{
    table,
    workspace::{Package, Workspace},
};

/// Each crate and what it depends on.
const PACKAGES: [(&str, &[&str]); 4] = [
    ("errcode-alone", &["errcode"]),
    ("darling-and-serde-json", &["darling", "serde_json"]),
    ("thiserror-and-serde-json", &["serde_json", "thiserror"]),
    ("thiserror-beside-errcode", &["errcode", "thiserror"]),
];
/// Builds of each crate; the fastest counts, as nothing but disturbance makes one slower.
const ROUNDS: usize = 5;

fn main() -> io::Result<()> {
    let packages = PACKAGES.map(|(name, dependencies)| Package {
        name: name.to_owned(),
        dependencies,
        files: vec![("lib.rs".to_owned(), String::new())],
    });
    let workspace = Workspace::generate("clean-build", &packages, &[])?;
    let mut best = [Duration::MAX; PACKAGES.len()];
    for _ in 0..ROUNDS {
        for (best, (name, _)) in best.iter_mut().zip(PACKAGES) {
            *best = workspace.build_all(name)?.min(*best);
        }
    }
    let mut rows = vec![["depends on", "CPU time", "errcode ÷"].map(str::to_owned).to_vec()];
    for (took, (_, dependencies)) in best.iter().zip(PACKAGES) {
        let ratio = best[0].as_secs_f64() / took.as_secs_f64();
        rows.push(vec![
            dependencies.join(", "),
            format!("{:.1} s", took.as_secs_f64()),
            format!("{ratio:.2}"),
        ]);
    }
    table::print(1, &rows);
    Ok(())
}
