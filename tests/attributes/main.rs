//! Every `#[api(...)]` key: what it says, what stands in for it, and what overrides it.

mod code;
mod details;
mod documentation;
mod field_errors;
mod headers;
mod retry_after;
mod status;
