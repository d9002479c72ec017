//! The errors of five services, each module written from that service's own error reference.

// These are parts of five libraries: public, and with codes that no route of the example meets.
#![allow(dead_code, unreachable_pub)]

pub mod aitbc;
pub mod generation;
pub mod igny8;
pub mod image2model;
pub mod protocol_guide;
