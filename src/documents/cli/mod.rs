//! A command line for the documents (feature `cli`).
//!
//! Add a binary or an example to the service:
//!
//! ```no_run
//! use std::process::ExitCode;
//! use errcode::documents::{Reference, cli};
//! # use errcode::{ApiError, catalog};
//! # #[derive(Debug, thiserror::Error, ApiError)]
//! # #[error("gone")]
//! # #[api(code = "GONE", status = 410)]
//! # struct Gone;
//! # catalog!(static COORDINATOR = [Gone]);
//!
//! fn main() -> ExitCode {
//!     cli::run(&Reference::new(&COORDINATOR))
//! }
//! ```
//!
//! ```text
//! cargo run --example errors -- html --out docs/errors.html           # write a document
//! cargo run --example errors -- html --out docs/errors.html --check   # fail with a diff if it is stale
//! cargo run --example errors -- compare docs/old-errors.md            # fail with the differences, if there are any
//! cargo run --example errors -- coverage cargo test                   # fail if a code is rendered by no test
//! ```
//!
//! The exit status is 0 on success, 1 if a check failed, and 2 on errors. Files are replaced atomically: an interrupted run
//! leaves the old one.

mod coverage;
mod output;

use std::{
    ffi::OsString,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{JSON_SCHEMA, Reference};

/// Runs the command line with the arguments of the process.
#[must_use]
pub fn run(reference: &Reference) -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    ExitCode::from(run_with(reference, std::env::args_os(), &mut out, &mut err))
}

/// Runs the command line with these arguments, of which the first is the program's name, and returns the exit status.
///
/// ```
/// use errcode::{CodeSpec, documents::{Reference, cli}, http::StatusCode};
///
/// static GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE);
/// let reference = Reference::from_specs([&GONE]);
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// assert_eq!(cli::run_with(&reference, ["errors", "markdown"], &mut out, &mut err), 0);
/// assert_eq!(String::from_utf8_lossy(&out), reference.to_markdown());
/// assert_eq!(cli::run_with(&reference, ["errors", "pdf"], &mut out, &mut err), 2);
/// ```
pub fn run_with(
    reference: &Reference,
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let outcome = match command().try_get_matches_from(args) {
        Ok(matches) => execute(reference, &matches),
        // clap returns `--help` as an error.
        Err(error) if error.use_stderr() => Err(error.to_string()),
        Err(help) => Ok(Outcome::Text(help.to_string())),
    };
    let (text, status) = match outcome {
        Ok(Outcome::Text(text)) => (text, 0),
        Ok(Outcome::Failed(text)) => (text, 1),
        Err(text) => {
            // If stderr is closed, there is nowhere left to report to.
            let _ = writeln!(err, "{}", text.trim_end());
            return 2;
        }
    };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // A closed pipe, as with `head`, is not a failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(err, "error: cannot write the output: {error}");
            2
        }
        _ => status,
    }
}

enum Outcome {
    Text(String),
    /// The report of a failed check.
    Failed(String),
}

/// A kind of document.
struct Document {
    name: &'static str,
    about: &'static str,
    generate: fn(&Reference) -> String,
}

const DOCUMENTS: [Document; 7] = [
    Document {
        name: "markdown",
        about: "The reference as Markdown",
        generate: Reference::to_markdown,
    },
    Document {
        name: "html",
        about: "The reference as one self-contained web page",
        generate: Reference::to_html,
    },
    Document { name: "json", about: "The catalog as JSON", generate: Reference::to_json },
    Document {
        name: "json-schema",
        about: "The JSON Schema of the catalog as JSON",
        generate: |_| JSON_SCHEMA.to_owned(),
    },
    Document {
        name: "typescript",
        about: "Types and a client for TypeScript",
        generate: Reference::to_typescript,
    },
    Document { name: "openapi", about: "OpenAPI 3.1 components", generate: Reference::to_openapi },
    Document {
        name: "vectors",
        about: "Responses that a client can be tested with, as JSON",
        generate: Reference::to_vectors,
    },
];

fn command() -> Command {
    let path =
        |name: &'static str| Arg::new(name).value_name("FILE").value_parser(value_parser!(PathBuf));
    let check = || {
        Arg::new("check")
            .long("check")
            .action(ArgAction::SetTrue)
            .requires("out")
            .help("Write nothing, but fail with a diff if the file is out of date")
    };
    let documents = DOCUMENTS.iter().map(|document| {
        Command::new(document.name)
            .about(document.about)
            .arg(
                path("out")
                    .long("out")
                    .short('o')
                    .help("Write to a file instead of the standard output"),
            )
            .arg(check())
    });
    Command::new("errors")
        .about("Writes the documents of a service's error codes")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(documents)
        .subcommand(
            Command::new("lock")
                .about("Write the catalog's lock file, which records released codes")
                .arg(path("out").long("out").short('o').required(true).help("The lock file"))
                .arg(check()),
        )
        .subcommand(
            Command::new("compare")
                .about("Compare a Markdown reference that was written by hand with the codes")
                .arg(path("file").required(true).help("The Markdown reference")),
        )
        .subcommand(
            Command::new("coverage")
                .about("Run tests and name the codes that none of them renders")
                .arg(
                    path("recorded")
                        .long("recorded")
                        .action(ArgAction::Append)
                        .conflicts_with("command")
                        .help("Read what ERRCODE_COVERAGE=FILE recorded, and run nothing"),
                )
                .arg(
                    Arg::new("command")
                        .value_name("COMMAND")
                        .value_parser(value_parser!(OsString))
                        .num_args(1..)
                        .trailing_var_arg(true)
                        .allow_hyphen_values(true)
                        .required_unless_present("recorded")
                        .help("The command that runs the tests, such as `cargo test`"),
                ),
        )
}

fn execute(reference: &Reference, matches: &ArgMatches) -> Result<Outcome, String> {
    let Some((name, matches)) = matches.subcommand() else {
        return Err("error: no command is given".to_owned());
    };
    if let Some(document) = DOCUMENTS.iter().find(|document| document.name == name) {
        let text = (document.generate)(reference);
        return match matches.get_one::<PathBuf>("out") {
            None => Ok(Outcome::Text(text)),
            Some(path) if matches.get_flag("check") => check(path, &text),
            Some(path) => write(path, &text),
        };
    }
    match name {
        "compare" => match matches.get_one::<PathBuf>("file") {
            Some(path) => compare(reference, path),
            None => Err("error: no file is given".to_owned()),
        },
        "lock" => match matches.get_one::<PathBuf>("out") {
            Some(path) => lock(reference, path, matches.get_flag("check")),
            None => Err("error: no file is given".to_owned()),
        },
        "coverage" => {
            if let Some(files) = matches.get_many::<PathBuf>("recorded") {
                return coverage::report(reference, &files.cloned().collect::<Vec<_>>());
            }
            let command = matches.get_many::<OsString>("command").unwrap_or_default();
            coverage::run(reference, &command.cloned().collect::<Vec<_>>())
        }
        _ => Err(format!("error: unknown command `{name}`")),
    }
}

fn write(path: &Path, text: &str) -> Result<Outcome, String> {
    match output::write(path, text) {
        Ok(()) => Ok(Outcome::Text(String::new())),
        Err(error) => Err(format!("error: cannot write {}: {error}", path.display())),
    }
}

/// Writes or checks the lock. Like the test that `catalog!` generates, it accepts no release on a CI machine.
fn lock(reference: &Reference, path: &Path, is_check: bool) -> Result<Outcome, String> {
    let Some(catalog) = reference.catalog else {
        return Err("error: only a catalog has a lock: use `Reference::new`".to_owned());
    };
    let Some(version) = &reference.version else {
        let fix = "add `.version(env!(\"CARGO_PKG_VERSION\"))` to the `Reference`";
        return Err(format!("error: the lock records the version of the service: {fix}"));
    };
    let is_ci = std::env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false");
    if is_ci && !is_check {
        return Err(
            "error: the variable `CI` is set, and a release is accepted by a person".to_owned()
        );
    }
    let current = match fs::read_to_string(path) {
        Ok(current) => current,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(format!("error: cannot read {}: {error}", path.display())),
    };
    let text = catalog
        .to_lock(&current, version)
        .map_err(|error| format!("error: {}: {error}", path.display()))?;
    if is_check { check(path, &text) } else { write(path, &text) }
}

fn check(path: &Path, text: &str) -> Result<Outcome, String> {
    match output::diff(path, text) {
        Ok(None) => Ok(Outcome::Text(String::new())),
        Ok(Some(diff)) => Ok(Outcome::Failed(diff)),
        Err(error) => Err(format!("error: cannot read {}: {error}", path.display())),
    }
}

fn compare(reference: &Reference, path: &Path) -> Result<Outcome, String> {
    let document = fs::read(path)
        .map_err(|error| format!("error: cannot read {}: {error}", path.display()))?;
    let findings = reference.compare(&String::from_utf8_lossy(&document));
    let text: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
    Ok(if findings.is_empty() { Outcome::Text(text) } else { Outcome::Failed(text) })
}
