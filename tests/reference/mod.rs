//! What the references say, and the error values that have to say the same.

pub(crate) mod bodies;
pub(crate) mod samples;
pub(crate) mod tables;
