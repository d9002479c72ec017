//! Timing of contenders side by side, so that whatever else the machine does hits all of them alike.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// Batches of each contender.
const ROUNDS: usize = 301;
/// How long a batch lasts: long beside the clock's resolution, short beside the scheduler's.
const BATCH: Duration = Duration::from_micros(100);

/// What each contender took, round by round.
pub struct Contest {
    /// Nanoseconds of one call, `[contender][round]`.
    nanos: Vec<Vec<f64>>,
}

impl Contest {
    /// Times `contenders` in rounds of one batch of each.
    ///
    /// Each round has an input of its own from `make`. All stay alive to the end, with some more allocations, so
    /// that inputs and results come to lie elsewhere in each round: where a string begins in its cache line is
    /// worth some percent, and would otherwise be decided once for the whole run.
    pub fn run<I, O>(make: impl Fn() -> I, contenders: &[fn(&I) -> O]) -> Self {
        let input = make();
        let calls: Vec<u32> = contenders.iter().map(|run| calls_in_a_batch(&input, *run)).collect();
        let mut nanos = vec![Vec::with_capacity(ROUNDS); contenders.len()];
        let mut kept = Vec::with_capacity(ROUNDS);
        for round in 0..ROUNDS {
            let input = make();
            for turn in 0..contenders.len() {
                // Another one begins each round: none profits from its place in the order.
                let at = (round + turn) % contenders.len();
                let took = batch(&input, contenders[at], calls[at]);
                nanos[at].push(took.as_secs_f64() * 1e9 / f64::from(calls[at]));
            }
            kept.push((input, [32, 64, 128, 256, 512, 1024].map(Vec::<u8>::with_capacity)));
        }
        Self { nanos }
    }

    /// The median time of one call, in nanoseconds.
    #[must_use]
    pub fn nanos(&self, contender: usize) -> f64 {
        median(self.nanos[contender].clone())
    }

    /// How many times as long as `other` `contender` takes: the median over the rounds.
    #[must_use]
    pub fn ratio(&self, contender: usize, other: usize) -> f64 {
        let rounds = self.nanos[contender].iter().zip(&self.nanos[other]);
        median(rounds.map(|(contender, other)| contender / other).collect())
    }
}

fn calls_in_a_batch<I, O>(input: &I, run: fn(&I) -> O) -> u32 {
    let mut calls = 1;
    while batch(input, run, calls) < BATCH {
        calls *= 2;
    }
    calls
}

fn batch<I, O>(input: &I, run: fn(&I) -> O, calls: u32) -> Duration {
    let start = Instant::now();
    for _ in 0..calls {
        black_box(run(black_box(input)));
    }
    start.elapsed()
}

/// The middle one of `values`.
///
/// # Panics
///
/// If there are none.
#[must_use]
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
