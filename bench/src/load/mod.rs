//! A service on loopback, and clients that ask it without a pause, for the program `load`.

mod client;
mod service;

pub use client::{Clients, Request};
pub use service::{Service, Variant};
