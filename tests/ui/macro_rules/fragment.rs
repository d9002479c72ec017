// 3 errors

use errcode::ApiError;

macro_rules! errors {
    ($name:ident, $code:literal, $status:expr, $message:expr) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        enum $name {
            #[error("gone")]
            #[api(code = $code, status = $status, message = $message)]
            Gone,
        }
    };
}

errors!(Right, "GONE", 410, "it is gone");
errors!(Wrong, "gone", "410", "it {is} gone");

fn main() {}
