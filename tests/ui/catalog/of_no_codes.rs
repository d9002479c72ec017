// 2 errors

use errcode::catalog;

struct JobError;

catalog!(pub static CODES = [JobError, std::io::Error]);

fn main() {}
