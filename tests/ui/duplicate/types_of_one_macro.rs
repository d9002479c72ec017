// 1 error

use errcode::{ApiError, ErrorCodes, catalog};

trait Twin {
    type Type: ErrorCodes;
}

struct One;
struct Two;

macro_rules! twin {
    ($of:ident, $status:literal) => {
        const _: () = {
            #[derive(Debug, thiserror::Error, ApiError)]
            #[error("failed")]
            #[api(code = "TWIN_FAILED", status = $status)]
            pub struct Failed;

            impl Twin for $of {
                type Type = Failed;
            }
        };
    };
}

twin!(One, 404);
twin!(Two, 503);

catalog!(pub static TWINS = [<One as Twin>::Type, <Two as Twin>::Type]);

fn main() {}
