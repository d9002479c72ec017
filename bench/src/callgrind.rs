//! The instructions of a program, counted by valgrind's callgrind.

use std::{env, process::Command};

/// The instructions that this program executes when it is called with these arguments.
///
/// # Panics
///
/// If valgrind is not installed.
#[must_use]
pub fn count(arguments: &[&str]) -> u64 {
    let program = env::current_exe().expect("this program has a path");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(arguments)
        .output()
        .expect("valgrind is installed");
    let report = String::from_utf8_lossy(&output.stderr);
    let (_, collected) = report.split_once("Collected : ").expect("a report of callgrind");
    let digits = collected.split_whitespace().next().unwrap_or_default();
    digits.parse().expect("a number of instructions")
}
