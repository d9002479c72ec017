//! What the program prints, to whom, and how it ends.

use std::process::{Command, Output, Stdio};

fn five_services(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_five_services"));
    command.args(arguments);
    command
}

fn output(arguments: &[&str]) -> Output {
    five_services(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the program prints UTF-8")
}

#[test]
fn every_answer_is_right_and_the_short_report_fits_a_few_screens() {
    let output = output(&[]);
    let report = text(&output.stdout);
    assert!(output.status.success(), "{report}");
    assert!(report.contains("total                122      88  ✓"), "{report}");
    assert!(report.lines().count() < 200, "{report}");
    assert!(!report.contains('\u{1b}'), "colour, though this is no terminal:\n{report}");
}

#[test]
fn one_service_is_shown_in_whole_and_alone() {
    let output = output(&["aitbc"]);
    let report = text(&output.stdout);
    assert!(output.status.success(), "{report}");
    assert_eq!(report.matches("error_code").count(), 19, "{report}");
    assert!(!report.contains("protocol-guide/"), "{report}");
}

#[test]
fn help_names_every_command_and_anything_else_is_refused() {
    let help = output(&["--help"]);
    assert!(help.status.success());
    for command in ["all", "aitbc", "protocol_guide", "serve"] {
        assert!(text(&help.stdout).contains(command), "{command}");
    }
    let refused = output(&["everything"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).starts_with("error: unknown command `everything`"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = five_services(&["all"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success());
    assert_eq!(text(&output.stderr), "");
}
