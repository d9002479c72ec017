// 2 errors

use errcode::catalog;

catalog!(pub static CODES = []);

catalog!(JobError, AuthError);

catalog!(pub const CODES = []);

fn main() {}
