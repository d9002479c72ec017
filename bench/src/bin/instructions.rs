//! The instructions that rendering an error takes, counted by valgrind's callgrind: the same on a busy machine.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin instructions
//! ```

use std::{env, hint::black_box};

use errcode_bench::{
    callgrind,
    render::{Occurrence, SHAPES, Shape},
    table,
};

/// The calls that are counted: the difference between two runs of the program, so that its start does not count.
const CALLS: u64 = 1000;
const WHO: [&str; 3] = ["errcode", "by hand", "reserved"];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [shape, details, who, what, calls] = arguments.as_slice() {
        return call(
            shape,
            details.parse().expect("a number"),
            who,
            what,
            calls.parse().expect("a number"),
        );
    }
    let head = ["envelope", "details", "what", "errcode", "÷ by hand", "÷ reserved"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for shape in &SHAPES {
        for details in ["0", "2", "8"] {
            for what in ["body", "response"] {
                let [errcode, by_hand, reserved] =
                    WHO.map(|who| count(shape.name, details, who, what));
                let mut row = [shape.name, details, what].map(str::to_owned).to_vec();
                row.push(errcode.to_string());
                row.extend([by_hand, reserved].map(|other| ratio(errcode, other)));
                rows.push(row);
            }
        }
    }
    table::print(3, &rows);
}

#[allow(clippy::cast_precision_loss)] // Thousands.
fn ratio(one: u64, other: u64) -> String {
    format!("{:.2}", one as f64 / other as f64)
}

/// The instructions of one call.
fn count(shape: &str, details: &str, who: &str, what: &str) -> u64 {
    let of = |calls: u64| callgrind::count(&[shape, details, who, what, &calls.to_string()]);
    (of(2 * CALLS) - of(CALLS)) / CALLS
}

/// What is counted.
fn call(shape: &str, details: usize, who: &str, what: &str, calls: u64) {
    let is_named = |candidate: &&Shape| candidate.name == shape;
    let shape = SHAPES.iter().find(is_named).expect("the name of an envelope");
    let (body, response) = match who {
        "errcode" => shape.errcode,
        "by hand" => shape.by_hand,
        _ => shape.reserved,
    };
    let occurrence = Occurrence::with_details(details);
    for _ in 0..calls {
        if what == "body" {
            black_box(body(black_box(&occurrence)));
        } else {
            black_box(response(black_box(&occurrence)));
        }
    }
}
