//! A service on loopback under load: with errcode beside one that is written by hand.
//!
//! ```text
//! cargo run --release --manifest-path bench/Cargo.toml --bin load
//! ```

use std::{io, time::Duration};

use errcode_bench::{
    load::{Clients, Request, Service, Variant},
    table,
};

const CONNECTIONS: usize = 64;
const ROUNDS: usize = 25;
const ROUND: Duration = Duration::from_millis(200);

#[allow(clippy::cast_precision_loss)] // Thousands.
fn main() -> io::Result<()> {
    let services = [Variant::ByHand, Variant::Layered, Variant::Errcode].map(Service::start);
    let head = ["route", "CPU of an answer", "throughput ÷ by hand", "÷ a layer that does nothing"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut clients = Vec::new();
    for service in &services {
        clients.push(Clients::connect(service.address, CONNECTIONS)?);
    }
    let limited = Request { path: "/limited", status: 429, body_has_id: true };
    for request in [
        limited,
        Request { path: "/jobs/7", status: 200, body_has_id: false },
        Request { path: "/ok", status: 200, body_has_id: false },
    ] {
        let mut costs = vec![Vec::new(); services.len()];
        // Each is asked once beforehand, and then in turn, so that a busy machine disturbs all alike.
        for round in 0..=ROUNDS {
            for turn in 0..services.len() {
                let at = (round + turn) % services.len();
                let before = services[at].cpu_time()?;
                let answered = clients[at].ask(request, ROUND)?;
                let spent = services[at].cpu_time()?.saturating_sub(before);
                if round > 0 {
                    costs[at].push(spent.as_secs_f64() * 1e6 / answered as f64);
                }
            }
        }
        let [by_hand, layered, errcode] = [0, 1, 2].map(|at: usize| undisturbed(&mut costs[at]));
        let ratio = |other: f64| format!("{:.2}", other / errcode);
        let cost = format!("{errcode:.1} µs");
        rows.push(vec![request.path.to_owned(), cost, ratio(by_hand), ratio(layered)]);
    }
    table::print(1, &rows);

    // Thousands at once: `ask` fails if an answer has another request's identifier.
    let mut thousands = Clients::connect(services[2].address, 2_000)?;
    let answered = thousands.ask(limited, Duration::from_secs(3))?;
    println!(
        "\n2000 connections at once: {answered} answers, each with the identifier of its request"
    );
    Ok(())
}

/// The cost in a round that other work on the machine disturbed little: most of the others cost more.
fn undisturbed(costs: &mut [f64]) -> f64 {
    costs.sort_unstable_by(f64::total_cmp);
    costs[costs.len() / 8]
}
