//! The program of `cargo run --package five_services`, for those who look for it among the examples.

use std::{env, process::ExitCode};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    five_services::run(env::args().skip(1)).await
}
