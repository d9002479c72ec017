//! The CPU time of `cargo check` with 100, 1,000 and 10,000 codes in enums of 50.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin scale
//! ```

use std::{io, time::Duration};

use errcode_bench::{
    scale::{self, DERIVES},
    table,
    workspace::{Mode, Workspace},
};

const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// Checks of each crate; the fastest counts, as nothing but disturbance makes one slower.
const ROUNDS: [usize; 3] = [9, 7, 5];

fn main() -> io::Result<()> {
    let packages: Vec<_> = SIZES
        .iter()
        .flat_map(|size| DERIVES.map(|derives| scale::package(*size, derives)))
        .collect();
    let workspace = Workspace::generate("scale", &packages, &[Mode::FromScratch])?;
    let mut measured = Vec::new();
    for (size, rounds) in SIZES.into_iter().zip(ROUNDS) {
        let mut best = [Duration::MAX; DERIVES.len()];
        for _ in 0..rounds {
            for (best, derives) in best.iter_mut().zip(DERIVES) {
                let took = workspace.check(&scale::name(size, derives), Mode::FromScratch)?;
                *best = took.min(*best);
            }
        }
        measured.push((size, best.map(|best| best.as_secs_f64())));
    }
    print(&measured);
    Ok(())
}

fn print(measured: &[(usize, [f64; DERIVES.len()])]) {
    let head = [
        "codes",
        "thiserror alone",
        "with ApiError",
        "with catalog!",
        "with a lock",
        "uniqueness check",
        "comparison with the lock",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (size, times) in measured {
        let mut row = vec![size.to_string()];
        row.extend(times.iter().map(|seconds| format!("{seconds:.2} s")));
        row.extend(shares(times).map(|share| format!("{share:.2} s")));
        rows.push(row);
    }
    for [(smaller, before), (larger, after)] in measured.array_windows() {
        let mut row = vec![format!("{larger} ÷ {smaller}")];
        let (after, before) = (
            after.iter().copied().chain(shares(after)),
            before.iter().copied().chain(shares(before)),
        );
        row.extend(after.zip(before).map(|(after, before)| format!("{:.1}", after / before)));
        rows.push(row);
    }
    table::print(0, &rows);
}

/// What each of the last two adds to the one before it.
fn shares([_, api_error, catalog, lock]: &[f64; DERIVES.len()]) -> [f64; 2] {
    [catalog - api_error, lock - catalog]
}
