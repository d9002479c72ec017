//! Documents generated from catalogs: the five services of the example, and texts made to break them.

#[path = "../../examples/five_services/services/mod.rs"]
mod services;

mod five_references;
mod golden;
mod markdown;
mod typescript;
