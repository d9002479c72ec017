//! The documents of a service's error codes: `cargo run --example error_documents -- help`.

#[path = "five_services/services/aitbc.rs"]
mod aitbc;

use std::process::ExitCode;

use errcode::documents::{Reference, cli};

fn main() -> ExitCode {
    let reference = Reference::new(&aitbc::AITBC).title("AITBC error codes");
    cli::run(&reference.envelope::<aitbc::Flat>())
}
