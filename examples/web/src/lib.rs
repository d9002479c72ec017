//! The examples are the files next to `Cargo.toml`.
