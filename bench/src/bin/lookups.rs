//! The instructions that finding a code in a catalog takes, and asking an error behind `&dyn ApiError` for a fact, beside
//! a `match` by hand and a `HashMap`. Counted by valgrind's callgrind: the same on a busy machine.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin lookups
//! ```

use std::{collections::HashMap, env, hint::black_box};

use errcode::{ApiError, Catalog};
use errcode_bench::{
    callgrind,
    lookups::{
        ByHand, CODES_20, CODES_200, CODES_2000, Of20, Of200, Of2000, position_20, position_200,
        position_2000,
    },
    table,
};

/// The rounds over all codes that are counted: the difference between two runs, so that the start does not count.
const ROUNDS: u64 = 100;
const FACTS: [&str; 3] = ["code", "status", "is_retryable"];

/// An enum of a size.
struct Enum {
    size: usize,
    errors: Vec<Box<dyn ApiError>>,
    by_hand: Vec<Box<dyn ByHand>>,
    catalog: &'static Catalog,
    position: fn(&str) -> Option<usize>,
}

macro_rules! enums {
    ($($errors:ident $catalog:ident $position:ident)*) => {
        [$(Enum {
            size: $errors::ALL.len(),
            errors: $errors::ALL.into_iter().map(|error| Box::new(error) as _).collect(),
            by_hand: $errors::ALL.into_iter().map(|error| Box::new(error) as _).collect(),
            catalog: &$catalog,
            position: $position,
        }),*]
    };
}

fn enums() -> [Enum; 3] {
    enums! {
        Of20 CODES_20 position_20
        Of200 CODES_200 position_200
        Of2000 CODES_2000 position_2000
    }
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [size, what, who, rounds] = arguments.as_slice() {
        let is_asked = |of: &Enum| of.size.to_string() == *size;
        let asked = enums().into_iter().find(is_asked).expect("the size of an enum");
        return run(&asked, what, who, rounds.parse().expect("a number"));
    }
    let head = ["codes", "what", "errcode", "by hand", "HashMap"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for of in enums() {
        for what in ["get", "get of an unknown code"].into_iter().chain(FACTS) {
            let mut row = vec![of.size.to_string(), what.to_owned()];
            let whose: &[_] = if FACTS.contains(&what) {
                &["errcode", "by hand"]
            } else {
                &["errcode", "by hand", "HashMap"]
            };
            let loops = count(&of, what, "nothing");
            row.extend(whose.iter().map(|who| format!("{:.1}", count(&of, what, who) - loops)));
            row.resize(head.len(), "–".to_owned());
            rows.push(row);
        }
    }
    table::print(2, &rows);
}

/// The instructions of one call and its turn of the loop.
#[allow(clippy::cast_precision_loss)] // Thousands.
fn count(of: &Enum, what: &str, who: &str) -> f64 {
    let size = of.size.to_string();
    let count = |rounds: u64| callgrind::count(&[&size, what, who, &rounds.to_string()]);
    (count(2 * ROUNDS) - count(ROUNDS)) as f64 / (ROUNDS * of.size as u64) as f64
}

/// What is counted.
fn run(of: &Enum, what: &str, who: &str, rounds: u64) {
    let codes: Vec<String> = of.errors.iter().map(|error| error.code().to_owned()).collect();
    let unknown: Vec<String> = codes.iter().map(|code| format!("{code}_")).collect();
    let codes = if what == "get" { codes } else { unknown };
    let map: HashMap<&str, usize> =
        of.catalog.iter().enumerate().map(|(position, spec)| (spec.code(), position)).collect();
    for _ in 0..rounds {
        match (what, who) {
            ("code", "errcode") => each(&of.errors, |error| error.code()),
            ("status", "errcode") => each(&of.errors, |error| error.status()),
            ("is_retryable", "errcode") => each(&of.errors, |error| error.is_retryable()),
            ("code", "by hand") => each(&of.by_hand, |error| error.code()),
            ("status", "by hand") => each(&of.by_hand, |error| error.status()),
            ("is_retryable", "by hand") => each(&of.by_hand, |error| error.is_retryable()),
            (_, "errcode") => each(&codes, |code| of.catalog.get(code)),
            (_, "by hand") => each(&codes, |code| (of.position)(code)),
            (_, "HashMap") => each(&codes, |code| map.get(code.as_str()).copied()),
            _ if FACTS.contains(&what) => each(&of.errors, |_| ()),
            _ => each(&codes, |_| ()),
        }
    }
}

fn each<T, R>(all: &[T], ask: impl Fn(&T) -> R) {
    for one in all {
        black_box(ask(black_box(one)));
    }
}
