//! Writes the enums for the program `lookups`: no macro by example can write a code, which is a literal.

use std::{env, fmt::Write as _, fs, io, path::Path};

/// The codes of each enum.
const SIZES: [usize; 3] = [20, 200, 2_000];
/// The statuses of the codes, in turn.
const STATUSES: [u16; 5] = [404, 409, 429, 500, 503];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    for size in SIZES {
        enumeration(&mut text, size);
        by_hand(&mut text, size);
    }
    let dir = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?;
    fs::write(Path::new(&dir).join("lookups.rs"), text)
}

fn status(case: usize) -> u16 {
    STATUSES[case % STATUSES.len()]
}

fn enumeration(text: &mut String, size: usize) {
    let _ =
        writeln!(text, "/// So many codes.\n#[derive(Debug, thiserror::Error, errcode::ApiError)]");
    let _ = writeln!(text, "pub enum Of{size} {{");
    for case in 0..size {
        let status = status(case);
        let _ = writeln!(text, "    /// A case.\n    #[error(\"case {case}\")]");
        let _ = writeln!(
            text,
            "    #[api(code = \"SERVICE_CASE_{case}\", status = {status})]\n    Case{case},"
        );
    }
    let _ = writeln!(
        text,
        "}}\n\nerrcode::catalog!(/// Its codes.\npub static CODES_{size} = [Of{size}]);\n"
    );
    let _ = writeln!(
        text,
        "impl Of{size} {{\n    /// Every variant.\n    pub const ALL: [Self; {size}] = ["
    );
    for case in 0..size {
        let _ = writeln!(text, "        Self::Case{case},");
    }
    text.push_str("    ];\n}\n\n");
}

/// The same facts as a `match` each, and a search for a code as one.
fn by_hand(text: &mut String, size: usize) {
    type Fact = fn(case: usize) -> String;
    let facts: [(&str, &str, Fact); 3] = [
        ("code", "&'static str", |case| format!("\"SERVICE_CASE_{case}\"")),
        ("status", "u16", |case| status(case).to_string()),
        ("is_retryable", "bool", |case| matches!(status(case), 429 | 503).to_string()),
    ];
    let _ = writeln!(text, "impl ByHand for Of{size} {{");
    for (name, ty, fact) in facts {
        let _ = writeln!(text, "    fn {name}(&self) -> {ty} {{\n        match self {{");
        for case in 0..size {
            let _ = writeln!(text, "            Self::Case{case} => {},", fact(case));
        }
        text.push_str("        }\n    }\n\n");
    }
    text.push_str("}\n\n");
    let _ = writeln!(
        text,
        "/// The position of a code.\n#[must_use]\npub fn position_{size}(code: &str) -> Option<usize> {{\n    Some(match code {{"
    );
    for case in 0..size {
        let _ = writeln!(text, "        \"SERVICE_CASE_{case}\" => {case},");
    }
    text.push_str("        _ => return None,\n    })\n}\n\n");
}
