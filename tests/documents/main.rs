//! Documents generated from catalogs: the five services of the example, and texts made to break them.

mod any_text;
mod cli;
mod coverage;
mod data;
mod five_references;
mod golden;
mod html;
mod json;
mod large;
mod markdown;
mod openapi;
mod page;
mod serve;
mod since;
mod typescript;
mod vectors;
