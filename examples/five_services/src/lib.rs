//! Five real services' errors, answered over HTTP and checked against the services' own error references.
//!
//! - [`services`] is what a service's author writes: errors, the shape of their bodies, a catalog of their codes.
//! - `server` has axum handlers that return those errors, at `/aitbc`, `/igny8` and so on.
//! - `reference` has the requests, and what each service's reference says they are answered with.
//!
//! The rest sends the requests, compares and prints. The exit code says whether every answer was right.

mod client;
mod command;
mod compare;
mod declaration;
mod duplicate;
mod reference;
mod report;
mod server;
pub mod services;
mod style;
mod text;

use std::{
    error::Error,
    io::{self, Write},
    process::ExitCode,
};

use tokio::net::TcpListener;

use client::Client;
use command::{Command, Shown};
use report::Tally;

/// Runs the command that the arguments name.
pub async fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    let command = match command::parse(arguments) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("error: {message}\n\n{}", command::HELP);
            return ExitCode::from(2);
        }
    };
    match execute(command).await {
        Ok(exit) => exit,
        // Whoever reads has seen enough, as `head` has.
        Err(error) if is_broken_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn execute(command: Command) -> Result<ExitCode, Box<dyn Error>> {
    let mut out = anstream::AutoStream::auto(io::stdout()).lock();
    match command {
        Command::Check(shown) => check(&mut out, shown).await,
        Command::Serve => serve(&mut out).await,
        Command::Help => {
            write!(out, "{}", command::HELP)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Sends every request of the reference to a server of its own and compares the answers.
async fn check(out: &mut impl Write, shown: Shown) -> Result<ExitCode, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let client = Client::new(listener.local_addr()?);
    let (router, mut answered) = server::observed(server::router());
    tokio::spawn(async { axum::serve(listener, router).await });

    let mut tallies = Vec::new();
    for service in reference::services() {
        if shown.includes(&service) {
            report::heading(out, &service)?;
        }
        let mut tally = Tally::new(&service);
        let mut highlights = service.highlights.to_vec();
        for exchange in &service.exchanges {
            let answer = client.send(&exchange.request).await?;
            let spec = answered.try_recv()?;
            let differences = compare::differences(&exchange.answer, &answer);
            tally.count(differences.is_empty());

            let is_highlight = spec.is_some_and(|spec| {
                let remaining = highlights.len();
                highlights.retain(|code| *code != spec.code());
                highlights.len() < remaining
            });
            if shown.includes_all_of(&service) {
                report::exchange(out, &exchange.request, spec, &answer)?;
            } else if shown.includes(&service) && is_highlight {
                report::highlight(out, &exchange.request, spec, &answer)?;
            }
            if !differences.is_empty() {
                report::differences(out, &exchange.request, &differences)?;
            }
        }
        tallies.push(tally);
    }
    if shown == Shown::Highlights {
        duplicate::show(out)?;
    }
    report::summary(out, &tallies, shown)?;

    let all_right = tallies.iter().all(Tally::all_right);
    Ok(if all_right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Serves until it is stopped.
async fn serve(out: &mut impl Write) -> Result<ExitCode, Box<dyn Error>> {
    const ADDRESS: &str = "127.0.0.1:3000";
    let listener = match TcpListener::bind(ADDRESS).await {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("cannot listen on {ADDRESS} ({error}): using a free port instead");
            TcpListener::bind("127.0.0.1:0").await?
        }
    };
    let server = listener.local_addr()?;

    writeln!(out, "Listening on http://{server} until Ctrl-C. Try:\n")?;
    for service in reference::services() {
        report::heading(out, &service)?;
        for exchange in &service.exchanges {
            report::curl(out, server, &exchange.request)?;
        }
        writeln!(out)?;
    }
    out.flush()?;

    axum::serve(listener, server::router()).await?;
    Ok(ExitCode::SUCCESS)
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
