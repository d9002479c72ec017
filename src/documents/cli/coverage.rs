//! `coverage`: a test run that is to render every code.

use std::{ffi::OsString, fs, io::ErrorKind, path::PathBuf, process::Command};

use errcode_core::coverage::VARIABLE;

use super::Outcome;
use crate::documents::Reference;

/// Runs the tests, and finds the codes that they did not render.
pub(super) fn run(reference: &Reference, command: &[OsString]) -> Result<Outcome, String> {
    let [program, arguments @ ..] = command else {
        return Err("error: no command that runs the tests is given".to_owned());
    };
    let directory = tempfile::tempdir().map_err(|error| format!("error: {error}"))?;
    let file = directory.path().join("codes");
    let name = program.to_string_lossy();
    let status = Command::new(program)
        .args(arguments)
        .env(VARIABLE, &file)
        .status()
        .map_err(|error| format!("error: cannot run `{name}`: {error}"))?;
    if !status.success() {
        return Err(format!("error: `{name}` failed ({status})"));
    }
    report(reference, &[file])
}

/// Finds the codes that are in none of the files.
pub(super) fn report(reference: &Reference, files: &[PathBuf]) -> Result<Outcome, String> {
    let mut recorded = String::new();
    for file in files {
        match fs::read_to_string(file) {
            Ok(codes) => recorded += &format!("{codes}\n"),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(format!("error: cannot read {}: {error}", file.display())),
        }
    }
    let missing = reference.never_rendered(&recorded);
    if missing.is_empty() {
        return Ok(Outcome::Text(String::new()));
    }
    if recorded.trim().is_empty() {
        let hint = "enable errcode's feature `coverage` in the dev-dependencies of the tests";
        return Err(format!("error: the tests recorded no code: {hint}"));
    }
    let mut text = match missing.len() {
        1 => "1 code was never rendered:\n".to_owned(),
        n => format!("{n} codes were never rendered:\n"),
    };
    for spec in missing {
        text += &format!("- `{}`", spec.code());
        if !spec.variant().is_empty() {
            text += &format!(", {}", spec.variant());
        }
        if !spec.location().is_empty() {
            text += &format!(" ({})", spec.location());
        }
        text.push('\n');
    }
    Ok(Outcome::Failed(text))
}
