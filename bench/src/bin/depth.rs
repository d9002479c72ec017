//! How deep a detail may nest before rendering it overflows the stack, beside `serde_json::to_vec` of the same value.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin depth
//! ```

use std::{env, mem, process::Command, thread};

use errcode::{ApiError, RequestContext, envelope::Problem};
use errcode_bench::table;
use serde_json::Value;

/// The stack of the thread that renders: that of a thread of tokio's.
const STACK: usize = 2 * 1024 * 1024;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("too deep")]
#[api(code = "TOO_DEEP", status = 422)]
struct TooDeep {
    #[api(detail)]
    tree: Value,
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [who, levels] = arguments.as_slice() {
        return render(who, levels.parse().expect("a number"));
    }
    let mut rows = vec![["", "levels in 2 MiB of stack"].map(str::to_owned).to_vec()];
    for who in ["errcode", "serde_json"] {
        rows.push(vec![who.to_owned(), deepest(who).to_string()]);
    }
    table::print(1, &rows);
}

/// The most levels that are rendered, to within one in a hundred.
fn deepest(who: &str) -> usize {
    let (mut held, mut broke) = (1, 1_000_000);
    while broke - held > held / 100 + 1 {
        let levels = usize::midpoint(held, broke);
        let program = env::current_exe().expect("this program has a path");
        let output = Command::new(program).args([who, &levels.to_string()]).output();
        if output.expect("it can be started").status.success() {
            held = levels;
        } else {
            broke = levels;
        }
    }
    held
}

/// Overflows the stack, or does not.
fn render(who: &str, levels: usize) {
    let tree = (0..levels).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
    let error = TooDeep { tree };
    let is_errcode = who == "errcode";
    let work = move || {
        let body = if is_errcode {
            errcode::to_json::<Problem>(&error, &RequestContext::new())
        } else {
            serde_json::to_vec(&error.tree).expect("a tree")
        };
        assert!(body.len() > 2 * levels);
        // Dropping the tree would overflow the stack too.
        mem::forget(error);
    };
    thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread").join().expect("a body");
}
