//! Codes that no test rendered, across processes.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use errcode::{CodeSpec, RequestContext, documents::cli};
use five_services::services::aitbc::{AITBC, JobError, MinerError};

use crate::data::aitbc;

/// The arguments that run one test of this binary.
fn arguments(test: &str) -> [String; 2] {
    [format!("coverage::{test}"), "--exact".to_owned()]
}

/// What a process records that runs one test of this binary.
fn recorded(test: &str, file: &Path) -> String {
    let status = Command::new(env::current_exe().unwrap())
        .args(arguments(test))
        .env("ERRCODE_COVERAGE", file)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    fs::read_to_string(file).unwrap_or_default()
}

#[test]
fn a_job_expires() {
    let error = JobError::Expired("7".to_owned());
    assert_eq!(errcode::respond(&error, &RequestContext::new()).status(), 410);
    let body = errcode::to_json::<errcode::envelope::Nested>(&error, &RequestContext::new());
    assert!(body.starts_with(b"{\"error\""));
}

#[test]
fn a_miner_is_missing() {
    let error = MinerError::NotFound("7".to_owned());
    assert_eq!(errcode::respond(&error, &RequestContext::new()).status(), 404);
}

#[test]
fn documents_are_made() {
    let reference = aitbc();
    assert!(reference.to_html().contains("JOB_EXPIRED"));
    assert!(reference.to_vectors().contains("JOB_EXPIRED"));
}

#[test]
fn each_process_adds_the_codes_that_it_renders() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("codes");
    assert_eq!(recorded("documents_are_made", &file), "");
    assert_eq!(recorded("a_job_expires", &file), "JOB_EXPIRED\n");
    assert_eq!(recorded("a_miner_is_missing", &file), "JOB_EXPIRED\nMINER_NOT_FOUND\n");
    let missing = aitbc().never_rendered(&fs::read_to_string(&file).unwrap());
    assert_eq!(missing.len(), 29);
}

fn run(args: &[&str]) -> (u8, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["errors", "coverage"].iter().chain(args);
    let status = cli::run_with(&aitbc(), args, &mut out, &mut err);
    out.extend(err);
    (status, String::from_utf8(out).unwrap())
}

#[test]
fn a_test_run_is_told_what_it_left_out() {
    let program = env::current_exe().unwrap();
    let program = program.to_str().unwrap();
    let run = |test: &str| {
        let [name, exact] = arguments(test);
        run(&[program, &name, &exact, "--quiet"])
    };

    let (status, text) = run("a_job_expires");
    assert_eq!(status, 1, "{text}");
    assert!(text.starts_with("30 codes were never rendered:\n"), "{text}");
    assert!(
        text.contains("- `JOB_NOT_FOUND`, JobError::NotFound (src/services/aitbc.rs:"),
        "{text}"
    );
    assert!(!text.contains("JOB_EXPIRED"), "{text}");

    let (status, text) = run("documents_are_made");
    assert_eq!(status, 2);
    assert!(text.contains("the tests recorded no code"), "{text}");
}

#[test]
fn one_code_is_no_plural() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("codes");
    let codes = AITBC.iter().map(CodeSpec::code).filter(|&code| code != "JOB_EXPIRED");
    fs::write(&file, codes.collect::<Vec<_>>().join("\n")).unwrap();
    let (status, text) = run(&["--recorded", file.to_str().unwrap()]);
    assert_eq!(status, 1, "{text}");
    assert!(text.starts_with("1 code was never rendered:\n- `JOB_EXPIRED`"), "{text}");
}

#[test]
fn a_test_run_that_fails_covers_nothing() {
    let (status, text) = run(&["false"]);
    assert_eq!(status, 2);
    assert!(text.starts_with("error: `false` failed"), "{text}");
    let (status, text) = run(&["no-such-program"]);
    assert_eq!(status, 2);
    assert!(text.starts_with("error: cannot run `no-such-program`"), "{text}");
    assert_eq!(run(&[]).0, 2);
}

#[test]
fn recordings_of_several_runs_are_added_up() {
    let directory = tempfile::tempdir().unwrap();
    let file = |name: &str, codes: &str| {
        let path = directory.path().join(name);
        fs::write(&path, codes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let codes: Vec<&str> = AITBC.iter().map(CodeSpec::code).collect();
    let (one, others) = (file("one", codes[0]), file("others", &codes[1..].join("\r\n")));
    assert_eq!(run(&["--recorded", &one]).0, 1);
    assert_eq!(run(&["--recorded", &one, "--recorded", &others]), (0, String::new()));
}
