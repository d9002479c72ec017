//! Crates with very many error codes, for the program `scale`.

use std::fmt::{self, Write as _};

use crate::workspace::Package;

/// The codes of each enum.
pub const ENUM: usize = 50;

/// What the enums of a crate derive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derives {
    /// `thiserror::Error` alone: what there is without errcode.
    Thiserror,
    /// `errcode::ApiError` beside it.
    ApiError,
    /// Both, and one `catalog!` lists all of them.
    Catalog,
    /// All of it, and the catalog has a lock.
    Lock,
}

/// Every [`Derives`], each with more than the one before it.
pub const DERIVES: [Derives; 4] =
    [Derives::Thiserror, Derives::ApiError, Derives::Catalog, Derives::Lock];

impl fmt::Display for Derives {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Thiserror => "thiserror",
            Self::ApiError => "api-error",
            Self::Catalog => "catalog",
            Self::Lock => "lock",
        })
    }
}

/// The name of the crate with so many codes.
#[must_use]
pub fn name(size: usize, derives: Derives) -> String {
    format!("codes-{size}-{derives}")
}

/// A crate with so many codes in enums of [`ENUM`].
#[must_use]
pub fn package(size: usize, derives: Derives) -> Package {
    let mut main = String::new();
    let mut listed = String::new();
    let mut lock = "# errcode lock, format 1\n".to_owned();
    let mut files = Vec::new();
    for service in 0..size.div_ceil(ENUM) {
        let _ = writeln!(main, "pub mod service_{service};");
        let _ = writeln!(listed, "    service_{service}::Error,");
        let codes = ENUM.min(size - service * ENUM);
        let module = module(service, codes, derives != Derives::Thiserror, &mut lock);
        files.push((format!("service_{service}.rs"), module));
    }
    let options = match derives {
        Derives::Thiserror | Derives::ApiError => None,
        Derives::Catalog => Some(""),
        Derives::Lock => Some(", lock = \"src/errcodes.lock\""),
    };
    if let Some(options) = options {
        let _ = write!(main, "\nerrcode::catalog!(pub static ALL = [\n{listed}]{options});\n");
    }
    if derives == Derives::Lock {
        files.push(("errcodes.lock".to_owned(), lock));
    }
    files.push(("lib.rs".to_owned(), main));
    let dependencies: &[_] = match derives {
        Derives::Thiserror => &["thiserror"],
        Derives::ApiError | Derives::Catalog | Derives::Lock => &["errcode", "thiserror"],
    };
    Package { name: name(size, derives), dependencies, files }
}

/// The enum of one service: five kinds of variants in turn, as a real service has them. Adds its lines to a lock.
fn module(service: usize, codes: usize, api: bool, lock: &mut String) -> String {
    let mut text = String::new();
    let attribute = |text: &mut String, indent: &str, content: &str| {
        if api {
            let _ = writeln!(text, "{indent}#[api({content})]");
        }
    };
    let derive = if api { ", errcode::ApiError" } else { "" };
    let _ = writeln!(
        text,
        "/// Errors of service {service}.\n#[derive(Debug, thiserror::Error{derive})]"
    );
    let shared = format!(
        "prefix = \"S{service}_\", category = \"Service {service}\", \
         docs_url = \"https://docs.example.com/errors/{{code}}\""
    );
    attribute(&mut text, "", &shared);
    let _ = writeln!(text, "pub enum Error {{");
    for number in 0..codes {
        let code = format!("code = \"S{service}_CODE_{number}\"");
        let _ =
            writeln!(text, "    /// What went wrong in case {number}\n    ///\n    /// And why.");
        let (display, keys, fields, released): (_, _, &[(&str, &str)], _) = match number % 5 {
            0 => ("no such job", "status = 404", &[], "status=404 retryable=false"),
            1 => (
                "job {id} expired (deadline {deadline})",
                "status = 410, message = \"Job {id} has expired\", resolution = \"Submit a new job\"",
                &[("detail = \"job_id\"", "id: String"), ("", "deadline: u64")],
                "status=410 retryable=false since=0.1.0 detail=job_id:string",
            ),
            2 => (
                "over the limit of {limit}",
                "status = 429, retryable = true",
                &[
                    ("header = \"X-RateLimit-Limit\", detail", "limit: u32"),
                    ("retry_after", "wait: std::time::Duration"),
                ],
                "status=429 retryable=true since=0.1.0 detail=limit:integer header=x-ratelimit-limit",
            ),
            3 => (
                "the worker is gone: {reason}",
                "status = 503, retry_after = 5",
                &[("", "reason: String")],
                "status=503 retryable=true since=0.1.0",
            ),
            _ => (
                "{field} must be less than {most}",
                "status = 422, since = \"1.2.0\"",
                &[("detail", "field: &'static str"), ("detail", "most: i64")],
                "status=422 retryable=false since=1.2.0 detail=field:string detail=most:integer",
            ),
        };
        let _ = writeln!(lock, "S{service}_CODE_{number} {released}");
        let _ = writeln!(text, "    #[error({display:?})]");
        attribute(&mut text, "    ", &format!("{code}, {keys}"));
        if fields.is_empty() {
            let _ = writeln!(text, "    Case{number},");
        } else {
            let _ = writeln!(text, "    Case{number} {{");
            for (keys, field) in fields {
                if !keys.is_empty() {
                    attribute(&mut text, "        ", keys);
                }
                let _ = writeln!(text, "        {field},");
            }
            let _ = writeln!(text, "    }},");
        }
    }
    text.push_str("}\n");
    text
}
