//! The errors of five services, each module written from that service's own error reference.

// A field is explained by its name and by the message that shows it.
#![allow(missing_docs)]

pub mod aitbc;
pub mod generation;
pub mod igny8;
pub mod image2model;
pub mod protocol_guide;
