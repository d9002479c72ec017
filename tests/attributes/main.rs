//! Every `#[api(...)]` key: what it says, what stands in for it, and what overrides it.

mod arguments;
mod code;
mod defaults;
mod details;
mod documentation;
mod field_errors;
mod headers;
mod literals;
mod retry_after;
mod status;
mod transparent_field;
