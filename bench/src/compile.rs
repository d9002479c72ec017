//! The same errors written in several ways, for the program `compile`.

use std::fmt::{self, Write as _};

use crate::workspace::Package;

/// How the errors are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// `thiserror::Error` alone, which says nothing about HTTP.
    Thiserror,
    /// thiserror, and a `match` for each of the facts.
    ByHand,
    /// thiserror and the crate api-error, which knows status and message only.
    PeerApiError,
    /// thiserror and errcode, with every key of a variant.
    Errcode,
    /// As [`Errcode`](Self::Errcode), in a domain, which has the template of the URL.
    Domain,
}

/// Every [`Way`].
pub const WAYS: [Way; 5] =
    [Way::Thiserror, Way::ByHand, Way::PeerApiError, Way::Errcode, Way::Domain];

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Thiserror => "thiserror",
            Self::ByHand => "by-hand",
            Self::PeerApiError => "peer",
            Self::Errcode => "errcode",
            Self::Domain => "domain",
        })
    }
}

/// So many enums with so many variants each.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// How many enums.
    pub enums: usize,
    /// How many variants each has.
    pub variants: usize,
    /// Whether variants have fields, which messages, details and headers show.
    pub fields: bool,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} × {}", self.enums, self.variants)?;
        if self.fields { Ok(()) } else { f.write_str(", no fields") }
    }
}

/// The name of the crate of this shape.
#[must_use]
pub fn name(shape: Shape, way: Way) -> String {
    let fields = if shape.fields { "fields" } else { "units" };
    format!("enums-{}-{}-{fields}-{way}", shape.enums, shape.variants)
}

/// A crate of this shape.
#[must_use]
pub fn package(shape: Shape, way: Way) -> Package {
    let mut main = String::new();
    if way == Way::PeerApiError {
        main.push_str("use api_error::ApiError;\n\n");
    }
    if way == Way::Domain {
        main.push_str(
            "errcode::domain! {\n    /// All of it.\n    pub All {\n        name = \"example.com\",\n        \
             docs_url = \"https://docs.example.com/errors/{code}\",\n    }\n}\n\n",
        );
    }
    for number in 0..shape.enums {
        enumeration(&mut main, number, shape, way);
        if way == Way::ByHand {
            matches(&mut main, number, shape);
        }
    }
    let dependencies: &[_] = match way {
        Way::Thiserror => &["thiserror"],
        Way::ByHand => &["http", "serde_json", "thiserror"],
        Way::PeerApiError => &["api-error", "http", "thiserror"],
        Way::Errcode | Way::Domain => &["errcode", "thiserror"],
    };
    Package { name: name(shape, way), dependencies, files: vec![("lib.rs".to_owned(), main)] }
}

fn enumeration(text: &mut String, number: usize, shape: Shape, way: Way) {
    let derive = match way {
        Way::Thiserror | Way::ByHand => "",
        Way::PeerApiError => ", ApiError",
        Way::Errcode | Way::Domain => ", errcode::ApiError",
    };
    let _ = writeln!(text, "#[derive(Debug, thiserror::Error{derive})]");
    let url = match way {
        Way::Errcode => Some("docs_url = \"https://docs.example.com/errors/{code}\""),
        Way::Domain => Some("domain = crate::All"),
        Way::Thiserror | Way::ByHand | Way::PeerApiError => None,
    };
    if let Some(url) = url {
        let _ = writeln!(text, "#[api(prefix = \"E{number}_\", {url})]");
    }
    let _ = writeln!(text, "pub enum Error{number} {{");
    let (shown, message) =
        if shape.fields { (" of {id}: {reason}", "Case {id}") } else { ("", "Case") };
    for case in 0..shape.variants {
        let _ = writeln!(text, "    #[error(\"case {case}{shown}\")]");
        match way {
            Way::Thiserror | Way::ByHand => {}
            Way::PeerApiError => {
                let _ =
                    writeln!(text, "    #[api_error(status_code = 429, message = \"{message}\")]");
            }
            Way::Errcode | Way::Domain => {
                let _ = writeln!(
                    text,
                    "    #[api(code = \"E{number}_CASE_{case}\", status = 429, retryable = false, \
                     message = \"{message}\", title = \"Case {case}\", description = \"What case {case} is\", \
                     resolution = \"Do something about it\", category = \"Cases\", since = \"1.2.0\", \
                     deprecated = \"use another\", retry_after = 5, header(\"X-Case\", \"{case}\"), \
                     detail(\"case\", \"{case}\"))]"
                );
            }
        }
        let (detail, header) = match way {
            Way::Errcode | Way::Domain => ("#[api(detail)] ", "#[api(header = \"X-Limit\")] "),
            _ => ("", ""),
        };
        let _ = if shape.fields {
            writeln!(
                text,
                "    Case{case} {{ {detail}id: u64, {header}limit: u32, reason: String }},"
            )
        } else {
            writeln!(text, "    Case{case},")
        };
    }
    text.push_str("}\n\n");
}

/// What errcode derives, as methods with a `match` each.
fn matches(text: &mut String, number: usize, shape: Shape) {
    /// Pattern and value for a variant of an enum.
    type Arm = fn(number: usize, case: usize) -> String;
    let of_all: [(&str, &str, Arm); 10] = [
        ("code", "&'static str", |number, case| format!("{{ .. }} => \"E{number}_CASE_{case}\"")),
        ("docs_url", "&'static str", |number, case| {
            format!("{{ .. }} => \"https://docs.example.com/errors/E{number}_CASE_{case}\"")
        }),
        ("status", "http::StatusCode", |_, _| {
            "{ .. } => http::StatusCode::TOO_MANY_REQUESTS".to_owned()
        }),
        ("is_retryable", "bool", |_, _| "{ .. } => false".to_owned()),
        ("title", "&'static str", |_, case| format!("{{ .. }} => \"Case {case}\"")),
        ("description", "&'static str", |_, case| format!("{{ .. }} => \"What case {case} is\"")),
        ("resolution", "&'static str", |_, _| "{ .. } => \"Do something about it\"".to_owned()),
        ("category", "&'static str", |_, _| "{ .. } => \"Cases\"".to_owned()),
        ("since", "&'static str", |_, _| "{ .. } => \"1.2.0\"".to_owned()),
        ("retry_after", "Option<u64>", |_, _| "{ .. } => Some(5)".to_owned()),
    ];
    let of_fields: [(&str, &str, Arm); 3] = [
        ("message", "String", |_, _| "{ id, .. } => format!(\"Case {id}\")".to_owned()),
        ("headers", "[(&'static str, String); 2]", |_, case| {
            format!(
                "{{ limit, .. }} => [(\"X-Case\", \"{case}\".to_owned()), (\"X-Limit\", limit.to_string())]"
            )
        }),
        ("details", "serde_json::Value", |_, case| {
            format!("{{ id, .. }} => serde_json::json!({{ \"case\": \"{case}\", \"id\": id }})")
        }),
    ];
    let of_units: [(&str, &str, Arm); 3] = [
        ("message", "&'static str", |_, _| "=> \"Case\"".to_owned()),
        ("headers", "[(&'static str, &'static str); 1]", |_, case| {
            format!("=> [(\"X-Case\", \"{case}\")]")
        }),
        ("details", "[(&'static str, &'static str); 1]", |_, case| {
            format!("=> [(\"case\", \"{case}\")]")
        }),
    ];
    let shown = if shape.fields { of_fields } else { of_units };
    let _ = writeln!(text, "impl Error{number} {{");
    for (fact, returns, arm) in of_all.into_iter().chain(shown) {
        let _ = writeln!(text, "    pub fn {fact}(&self) -> {returns} {{\n        match self {{");
        for case in 0..shape.variants {
            let _ = writeln!(text, "            Self::Case{case} {},", arm(number, case));
        }
        text.push_str("        }\n    }\n");
    }
    text.push_str("}\n\n");
}
