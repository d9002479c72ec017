//! The CPU time of `cargo check` of 2,000 errors, beside thiserror alone, a `match` by hand and the crate api-error.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin compile
//! ```

use std::{io, time::Duration};

use errcode_bench::{
    compile::{self, Shape, WAYS},
    table,
    workspace::{Mode, Workspace},
};

const SHAPES: [Shape; 2] =
    [Shape { enums: 100, variants: 20 }, Shape { enums: 1, variants: 2_000 }];
const MODES: [Mode; 2] = [Mode::Incremental, Mode::FromScratch];
/// Checks of each crate; the fastest counts, as nothing but disturbance makes one slower.
const ROUNDS: usize = 7;

fn main() -> io::Result<()> {
    let packages: Vec<_> =
        SHAPES.iter().flat_map(|shape| WAYS.map(|way| compile::package(*shape, way))).collect();
    let workspace = Workspace::generate("compile", &packages, &MODES)?;

    let head = [
        "enums × variants",
        "",
        "thiserror alone",
        "by hand",
        "api-error",
        "errcode",
        "÷ by hand",
        "÷ api-error",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for shape in SHAPES {
        for mode in MODES {
            let mut best = [Duration::MAX; WAYS.len()];
            for _ in 0..ROUNDS {
                for (best, way) in best.iter_mut().zip(WAYS) {
                    *best = workspace.check(&compile::name(shape, way), mode)?.min(*best);
                }
            }
            let best @ [_, by_hand, peer, errcode] = best.map(|best| best.as_secs_f64());
            let mode = match mode {
                Mode::Incremental => "incremental",
                Mode::FromScratch => "from scratch",
            };
            let mut row = vec![shape.to_string(), mode.to_owned()];
            row.extend(best.map(|seconds| format!("{seconds:.2} s")));
            row.extend([by_hand, peer].map(|other| format!("{:.2}", errcode / other)));
            rows.push(row);
        }
    }
    table::print(2, &rows);
    Ok(())
}
