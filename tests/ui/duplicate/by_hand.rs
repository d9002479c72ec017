// 1 error

use errcode::{CodeSpec, Codes, ErrorCodes, catalog, http::StatusCode};

pub struct Teapot;
pub struct Kettle;

impl ErrorCodes for Teapot {
    const CODES: Codes = Codes::from_specs(&[CodeSpec::new("HOT", StatusCode::IM_A_TEAPOT)]);
}

impl ErrorCodes for Kettle {
    const CODES: Codes = Codes::from_specs(&[CodeSpec::new("HOT", StatusCode::IM_A_TEAPOT)]);
}

catalog!(pub static POTS = [Teapot, Kettle]);

fn main() {}
