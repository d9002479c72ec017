//! The size of a stripped release build with 2,000 errors in one enum, of which it prints all that is known of one: with
//! thiserror alone, a `match` by hand for each fact, and errcode.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin program_size
//! ```

use std::{fmt::Write as _, io};

use errcode_bench::{
    compile::{self, Shape, Way},
    table,
    workspace::Workspace,
};

const SHAPE: Shape = Shape { enums: 1, variants: 2_000, fields: true };
const RENDERED: &str =
    "errcode::render::<errcode::envelope::Problem>(&error, &errcode::RequestContext::new())";
/// The ways, and what each prints beside the `Display`.
const WAYS: [(Way, &str); 4] = [
    (Way::Thiserror, "()"),
    (
        Way::ByHand,
        "((error.code(), error.docs_url(), error.status(), error.is_retryable(), error.title()), \
         error.description(), error.resolution(), error.category(), error.since(), \
         error.retry_after(), error.message(), error.headers(), error.details().to_string())",
    ),
    (Way::Errcode, RENDERED),
    (Way::Domain, RENDERED),
];

fn main() -> io::Result<()> {
    let packages = WAYS.map(|(way, facts)| {
        let mut package = compile::package(SHAPE, way);
        let library = package.name.replace('-', "_");
        package.files.push(("main.rs".to_owned(), program(&library, facts)));
        package
    });
    let workspace = Workspace::generate("program-size", &packages, &[])?;
    let mut sizes = [0; WAYS.len()];
    for (size, package) in sizes.iter_mut().zip(&packages) {
        *size = workspace.program_size(&package.name)?;
    }
    let mut rows =
        vec![["thiserror alone", "by hand", "errcode", "in a domain"].map(str::to_owned).to_vec()];
    rows.push(sizes.map(|size| format!("{} kB", size / 1000)).to_vec());
    table::print(0, &rows);
    Ok(())
}

/// A program that may make any of the errors.
fn program(library: &str, facts: &str) -> String {
    let mut text = format!("use {library}::Error0;\n\nfn error(number: usize) -> Error0 {{\n");
    text.push_str("    let (id, limit, reason) = (1, 2, String::new());\n    match number {\n");
    for case in 1..SHAPE.variants {
        let _ = writeln!(text, "        {case} => Error0::Case{case} {{ id, limit, reason }},");
    }
    text.push_str("        _ => Error0::Case0 { id, limit, reason },\n    }\n}\n\n");
    let _ = write!(
        text,
        "fn main() {{\n    let error = error(std::env::args().count());\n    \
         println!(\"{{error}} {{:?}}\", {facts});\n}}\n"
    );
    text
}
