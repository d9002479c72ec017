//! What the benchmark programs share: measuring, counting allocations and printing tables.

pub mod allocations;
pub mod callgrind;
pub mod compile;
pub mod contest;
pub mod load;
pub mod lookups;
pub mod render;
pub mod rustc;
pub mod scale;
pub mod table;
pub mod workspace;
