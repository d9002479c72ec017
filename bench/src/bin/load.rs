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

/// What errcode is measured beside, with what the table calls it.
const OTHERS: [(Variant, &str); 3] = [
    (Variant::ByHand, "throughput ÷ by hand"),
    (Variant::TowerHttp, "÷ by hand, with tower-http's layers"),
    (Variant::Layered, "÷ by hand, in a layer that does nothing"),
];

fn main() -> io::Result<()> {
    let mut services = vec![Measured::start(Variant::Errcode)?];
    for (other, _) in OTHERS {
        services.push(Measured::start(other)?);
    }
    let head = ["route", "CPU of an answer"].into_iter().chain(OTHERS.map(|(_, name)| name));
    let mut rows = vec![head.map(str::to_owned).collect()];
    let limited = Request { path: "/limited", status: 429, body_has_id: true };
    for request in [
        limited,
        Request { path: "/jobs/7", status: 200, body_has_id: false },
        Request { path: "/ok", status: 200, body_has_id: false },
    ] {
        for service in &mut services {
            service.ask(request)?;
            service.costs.clear();
        }
        // In turn, so that a busy machine disturbs all alike.
        for round in 0..ROUNDS {
            for turn in 0..services.len() {
                let at = (round + turn) % services.len();
                services[at].ask(request)?;
            }
        }
        let costs: Vec<f64> = services.iter_mut().map(Measured::undisturbed).collect();
        let (errcode, others) = (costs[0], &costs[1..]);
        let mut row = vec![request.path.to_owned(), format!("{errcode:.1} µs")];
        row.extend(others.iter().map(|other| format!("{:.2}", other / errcode)));
        rows.push(row);
    }
    table::print(1, &rows);

    // Thousands at once: `ask` fails if an answer has another request's identifier.
    let mut thousands = Clients::connect(services[0].service.address, 2_000)?;
    let answered = thousands.ask(limited, Duration::from_secs(3))?;
    println!(
        "\n2000 connections at once: {answered} answers, each with the identifier of its request"
    );
    Ok(())
}

/// A service, its clients, and the CPU time of an answer in each round, in µs.
struct Measured {
    service: Service,
    clients: Clients,
    costs: Vec<f64>,
}

impl Measured {
    fn start(variant: Variant) -> io::Result<Self> {
        let service = Service::start(variant);
        let clients = Clients::connect(service.address, CONNECTIONS)?;
        Ok(Self { service, clients, costs: Vec::new() })
    }

    #[allow(clippy::cast_precision_loss)] // Thousands.
    fn ask(&mut self, request: Request) -> io::Result<()> {
        let before = self.service.cpu_time()?;
        let answered = self.clients.ask(request, ROUND)?;
        let spent = self.service.cpu_time()?.saturating_sub(before);
        self.costs.push(spent.as_secs_f64() * 1e6 / answered as f64);
        Ok(())
    }

    /// The cost in a round that other work on the machine disturbed little, as most of the others cost more; and
    /// forgets them.
    fn undisturbed(&mut self) -> f64 {
        self.costs.sort_unstable_by(f64::total_cmp);
        let cost = self.costs[self.costs.len() / 8];
        self.costs.clear();
        cost
    }
}
