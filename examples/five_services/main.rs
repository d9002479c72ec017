//! Five real services' errors, answered over HTTP and checked against the services' own error references.
//!
//! ```text
//! cargo run --example five_services            # send every request, compare the answers, exit
//! cargo run --example five_services -- serve   # stay up, with a curl line for every request
//! ```
//!
//! - `services/` is what a service's author writes: errors, the shape of their bodies, a catalog of their codes.
//! - `server/` has axum handlers that return those errors, at `/aitbc`, `/igny8` and so on.
//! - `reference/` has the requests, and what each service's reference says they are answered with.
//!
//! The rest sends the requests, compares and prints. The exit code says whether every answer was right.

mod client;
mod compare;
mod reference;
mod report;
mod server;
mod services;

use std::{
    env,
    error::Error,
    io::{self, Write},
    process::ExitCode,
};

use tokio::net::TcpListener;

use client::Client;
use report::Tally;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    match env::args().nth(1).as_deref() {
        None => check().await,
        Some("serve") => serve().await,
        Some(other) => {
            eprintln!("unknown argument `{other}`: leave it out, or say `serve`");
            Ok(ExitCode::from(2))
        }
    }
}

/// Sends every request of the reference to a server of its own and compares the answers.
async fn check() -> Result<ExitCode, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let client = Client::new(listener.local_addr()?);
    tokio::spawn(async { axum::serve(listener, server::router()).await });

    let mut out = io::stdout().lock();
    let mut tallies = Vec::new();
    for service in reference::services() {
        report::heading(&mut out, &service)?;
        let mut right = 0;
        for exchange in &service.exchanges {
            let answer = client.send(&exchange.request).await?;
            let differences = compare::differences(&exchange.answer, &answer);
            right += usize::from(differences.is_empty());
            report::exchange(&mut out, &exchange.request, &answer, &differences)?;
        }
        tallies.push(Tally { service: service.name, right, all: service.exchanges.len() });
    }
    report::summary(&mut out, &tallies)?;

    let all_right = tallies.iter().all(|tally| tally.right == tally.all);
    Ok(if all_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Serves until it is stopped.
async fn serve() -> Result<ExitCode, Box<dyn Error>> {
    const ADDRESS: &str = "127.0.0.1:3000";
    let listener = match TcpListener::bind(ADDRESS).await {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("{ADDRESS} is not to be had ({error}): taking a free port instead");
            TcpListener::bind("127.0.0.1:0").await?
        }
    };
    let server = listener.local_addr()?;

    let mut out = io::stdout().lock();
    writeln!(out, "Listening on http://{server}, until Ctrl-C. Try:\n")?;
    for service in reference::services() {
        report::heading(&mut out, &service)?;
        for exchange in &service.exchanges {
            report::curl(&mut out, server, &exchange.request)?;
        }
        writeln!(out)?;
    }
    drop(out);

    axum::serve(listener, server::router()).await?;
    Ok(ExitCode::SUCCESS)
}
