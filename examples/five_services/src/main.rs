//! Runs the five services: see the library beside this file.

use std::{env, process::ExitCode};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    five_services::run(env::args().skip(1)).await
}
