//! What `cargo check` of 2,000 errors costs, beside thiserror alone, a `match` by hand and the crate api-error: CPU time,
//! or with `--instructions` what the compiler executes, which is the same on a busy machine.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin compile [-- --instructions]
//! ```

use std::{env, io, process::ExitCode, time::Duration};

use errcode_bench::{
    compile::{self, Shape, WAYS},
    rustc, table,
    workspace::{Mode, Workspace},
};

const SHAPES: [Shape; 3] = [
    Shape { enums: 100, variants: 20, fields: true },
    Shape { enums: 100, variants: 20, fields: false },
    Shape { enums: 1, variants: 2_000, fields: true },
];
const MODES: [Mode; 2] = [Mode::Incremental, Mode::FromScratch];
/// Checks of each crate; the fastest counts, as nothing but disturbance makes one slower.
const ROUNDS: usize = 7;

fn main() -> io::Result<ExitCode> {
    if let Some(code) = rustc::wrap() {
        return Ok(code);
    }
    let instructions = env::args().any(|argument| argument == "--instructions");
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
        "in a domain ÷ errcode",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for shape in SHAPES {
        for mode in MODES {
            let costs = if instructions {
                executed(&workspace, shape, mode)
            } else {
                took(&workspace, shape, mode)
            };
            let [costs @ .., domain] = costs?;
            let [_, by_hand, peer, errcode] = costs;
            let mode = match mode {
                Mode::Incremental => "incremental",
                Mode::FromScratch => "from scratch",
            };
            let unit = if instructions { "G" } else { "s" };
            let mut row = vec![shape.to_string(), mode.to_owned()];
            row.extend(costs.map(|cost| format!("{cost:.2} {unit}")));
            row.extend([by_hand, peer].map(|other| format!("{:.2}", errcode / other)));
            row.push(format!("{:.2}", domain / errcode));
            rows.push(row);
        }
    }
    table::print(2, &rows);
    Ok(ExitCode::SUCCESS)
}

/// Seconds.
fn took(workspace: &Workspace, shape: Shape, mode: Mode) -> io::Result<[f64; WAYS.len()]> {
    let mut best = [Duration::MAX; WAYS.len()];
    for _ in 0..ROUNDS {
        for (best, way) in best.iter_mut().zip(WAYS) {
            *best = workspace.check(&compile::name(shape, way), mode)?.min(*best);
        }
    }
    Ok(best.map(|best| best.as_secs_f64()))
}

/// Thousand millions of instructions.
#[allow(clippy::cast_precision_loss)] // Far from 2^52.
fn executed(workspace: &Workspace, shape: Shape, mode: Mode) -> io::Result<[f64; WAYS.len()]> {
    let mut counts = [0.0; WAYS.len()];
    for (count, way) in counts.iter_mut().zip(WAYS) {
        let name = compile::name(shape, way);
        if mode == Mode::Incremental {
            // The first check after the one that made the incremental state does not find all of it.
            workspace.check(&name, mode)?;
        }
        *count = workspace.instructions(&name, mode)? as f64 / 1e9;
    }
    Ok(counts)
}
