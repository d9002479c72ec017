// 2 errors

use errcode::{ApiError, CodeSpec, Codes, ErrorCodes, catalog, http::StatusCode};

mod old {
    errcode::domain! { pub Service { docs_url = "https://old.example.com/{code}" } }
}

mod new {
    errcode::domain! { pub Service { docs_url = "https://new.example.com/{code}" } }
}

trait Twin {
    type Type: ErrorCodes;
}

struct One;
struct Two;

// Both types have the same text: what tells them apart is what the domain's name means.
macro_rules! twin {
    ($of:ident, $domain:ident) => {
        const _: () = {
            use crate::$domain as domain;

            #[derive(Debug, thiserror::Error, ApiError)]
            #[error("failed")]
            #[api(domain = domain::Service, code = "TWIN_FAILED", status = 404)]
            pub struct Failed;

            impl Twin for $of {
                type Type = Failed;
            }
        };
    };
}

twin!(One, old);
twin!(Two, new);

catalog!(pub static TWINS = [<One as Twin>::Type, <Two as Twin>::Type]);

struct Teapot;
struct Kettle;

macro_rules! by_hand {
    ($($of:ident $resolution:literal)*) => {$(
        impl ErrorCodes for $of {
            const CODES: Codes = Codes::from_specs(&[
                CodeSpec::new("HOT", StatusCode::IM_A_TEAPOT).with_resolution($resolution)
            ]);
        }
    )*};
}

by_hand!(Teapot "wait" Kettle "pour");

catalog!(pub static POTS = [Teapot, Kettle]);

fn main() {}
