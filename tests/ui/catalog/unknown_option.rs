// 1 error

use errcode::catalog;

catalog!(pub static CODES = [], locked = "errcodes.lock");

fn main() {
    assert!(CODES.is_empty());
}
