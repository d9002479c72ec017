// 1 error

use errcode::{CodeSpec, Codes, ErrorCodes, catalog, http::StatusCode};

pub struct Teapot;

impl ErrorCodes for Teapot {
    const CODES: Codes = Codes::from_specs(&[
        CodeSpec::new("COLD", StatusCode::CONFLICT),
        CodeSpec::new("COLD", StatusCode::GONE),
    ]);
}

catalog!(pub static POTS = [Teapot]);

fn main() {}
