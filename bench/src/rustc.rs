//! The instructions that the compiler executes, counted by valgrind: the same on a busy machine, where times are not.
//!
//! A program that measures is also what Cargo calls in place of `rustc`: see [`wrap`].

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// The environment variable that names the file for the count; its name is that of the crate to count for.
const VARIABLE: &str = "ERRCODE_BENCH_INSTRUCTIONS";

/// Makes this program the wrapper of `rustc` for a call of Cargo.
///
/// # Errors
///
/// If the path of this program is not known.
pub fn count(cargo: &mut Command, crate_name: &str, dir: &Path) -> io::Result<PathBuf> {
    let file = dir.join(crate_name);
    cargo.env("RUSTC_WRAPPER", env::current_exe()?).env(VARIABLE, &file);
    Ok(file)
}

/// Reads what was counted.
///
/// # Errors
///
/// If the compiler was not called, or the file is no log of valgrind.
pub fn counted(file: &Path) -> io::Result<u64> {
    let log = fs::read_to_string(file)?;
    fs::remove_file(file)?;
    // `I refs:`, with more space in some versions.
    let count = log
        .split_once("refs:")
        .and_then(|(_, count)| count.lines().next()?.replace(',', "").trim().parse().ok());
    count.ok_or_else(|| io::Error::other(log))
}

/// Acts as `rustc`, if Cargo calls the program for that.
#[must_use]
pub fn wrap() -> Option<ExitCode> {
    let file = PathBuf::from(env::var_os(VARIABLE)?);
    let mut arguments = env::args_os().skip(1);
    let rustc = arguments.next()?;
    let arguments: Vec<_> = arguments.collect();
    let is_counted = arguments
        .windows(2)
        .any(|pair| pair[0] == "--crate-name" && Some(pair[1].as_os_str()) == file.file_name());
    let mut command = if is_counted {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
        // What `rustc` names may be rustup, which replaces itself by the compiler.
        valgrind.arg("--trace-children=yes").arg(log_to(&file)).arg(rustc);
        valgrind
    } else {
        Command::new(rustc)
    };
    let passes = command.args(arguments).status().is_ok_and(|status| status.success());
    Some(if passes { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn log_to(file: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from("--log-file=");
    argument.push(file);
    argument
}
