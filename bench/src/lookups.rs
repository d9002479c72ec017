//! Enums with many codes, and what is asked of them, for the program `lookups`.

/// What errcode derives, with a `match` each.
pub trait ByHand {
    /// The code.
    fn code(&self) -> &'static str;
    /// The status.
    fn status(&self) -> u16;
    /// Whether the client may try again.
    fn is_retryable(&self) -> bool;
}

pub use generated::*;

#[allow(clippy::match_same_arms, clippy::match_like_matches_macro, clippy::too_many_lines)]
mod generated {
    use super::ByHand;

    include!(concat!(env!("OUT_DIR"), "/lookups.rs"));
}
