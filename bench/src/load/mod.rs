//! A service on loopback, and clients that ask it without a pause, for the program `load`.

mod client;
mod service;

pub use client::{Checks, ask};
pub use service::{Service, Variant};
