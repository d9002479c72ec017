//! The command line.

use std::{fs, path::Path};

use errcode::documents::{Reference, cli};

use crate::{
    data::{aitbc, every_kind},
    since::JOBS,
};

struct Run {
    status: u8,
    out: String,
    err: String,
}

fn run(args: &[&str]) -> Run {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once(&"errors").chain(args);
    let status = cli::run_with(&aitbc(), args, &mut out, &mut err);
    Run { status, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_document_can_be_printed() {
    for (name, document) in [
        ("markdown", aitbc().to_markdown()),
        ("html", aitbc().to_html()),
        ("json", aitbc().to_json()),
        ("json-schema", errcode::documents::JSON_SCHEMA.to_owned()),
        ("typescript", aitbc().to_typescript()),
        ("openapi", aitbc().to_openapi()),
        ("vectors", aitbc().to_vectors()),
    ] {
        let Run { status, out, err } = run(&[name]);
        assert_eq!((status, err.as_str()), (0, ""));
        assert_eq!(out, document);
    }
}

#[test]
fn a_stale_file_fails_the_check_with_a_diff() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("errors.md");
    let path = file.to_str().unwrap();

    let missing = run(&["markdown", "--out", path, "--check"]);
    assert_eq!((missing.status, file.exists()), (1, false));
    assert!(missing.out.contains("+# AITBC error codes\n"), "{}", missing.out);

    assert_eq!(run(&["markdown", "--out", path]).status, 0);
    assert_eq!(run(&["markdown", "--out", path, "--check"]).status, 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), aitbc().to_markdown());
    assert_eq!(names(directory.path()), ["errors.md"]);

    fs::write(&file, aitbc().to_markdown().replace('\n', "\r\n")).unwrap();
    assert_eq!(run(&["markdown", "--out", path, "--check"]).status, 0);

    fs::write(&file, aitbc().to_markdown().replace("| 410 |", "| 404 |")).unwrap();
    let stale = run(&["markdown", "--out", path, "--check"]);
    assert_eq!(stale.status, 1);
    assert!(stale.out.contains("-| `JOB_EXPIRED` | 404 |"), "{}", stale.out);
    assert!(stale.out.contains("+| `JOB_EXPIRED` | 410 |"), "{}", stale.out);
}

#[test]
fn what_cannot_be_written_leaves_the_file() {
    let directory = tempfile::tempdir().unwrap();
    let is_directory = run(&["json", "--out", directory.path().to_str().unwrap()]);
    assert_eq!(is_directory.status, 2);
    assert!(is_directory.err.starts_with("error: cannot write "), "{}", is_directory.err);

    let nowhere = directory.path().join("no/such/errors.json");
    let nowhere = run(&["json", "--out", nowhere.to_str().unwrap()]);
    assert_eq!(nowhere.status, 2);
    assert!(nowhere.err.contains("no/such/errors.json"), "{}", nowhere.err);

    // Not even root can write there.
    if cfg!(target_os = "linux") {
        let read_only = run(&["json", "--out", "/proc/errors.json"]);
        assert_eq!(read_only.status, 2);
        assert!(read_only.err.starts_with("error: cannot write /proc/errors.json: "));
    }

    let file = directory.path().join("errors.json");
    fs::write(&file, "old").unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let read_only = run(&["json", "--out", file.to_str().unwrap()]);
    assert_eq!(read_only.status, 2);
    assert!(read_only.err.contains("read-only"), "{}", read_only.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    assert_eq!(names(directory.path()), ["errors.json"]);
}

#[cfg(unix)]
#[test]
fn links_permissions_and_devices_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("errors.json");
    let link = directory.path().join("link.json");
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&file, &link).unwrap();
    assert_eq!(run(&["json", "--out", link.to_str().unwrap()]).status, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), aitbc().to_json());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);

    assert_eq!(run(&["json", "--out", "/dev/null"]).status, 0);
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn differences_of_a_document_fail() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("old.md");
    fs::write(&file, aitbc().to_markdown()).unwrap();
    let same = run(&["compare", file.to_str().unwrap()]);
    assert_eq!((same.status, same.out.as_str()), (0, ""));

    fs::write(&file, every_kind().to_markdown()).unwrap();
    let other = run(&["compare", file.to_str().unwrap()]);
    assert_eq!(other.status, 1);
    assert!(other.out.contains("`JOB_EXPIRED` is missing in the document\n"), "{}", other.out);

    assert_eq!(run(&["compare", "/no/such/file.md"]).status, 2);
}

#[test]
fn the_lock_keeps_what_was_released() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("errcodes.lock");
    let path = file.to_str().unwrap();
    let jobs = || Reference::new(&JOBS);
    let lock_of = |reference: &Reference, args: &[&str]| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["errors", "lock", "--out", path].into_iter().chain(args.iter().copied());
        let status = cli::run_with(reference, args, &mut out, &mut err);
        out.extend(err);
        (status, String::from_utf8(out).unwrap())
    };
    let lock = |version: &str, args: &[&str]| lock_of(&jobs().version(version), args);
    assert_eq!(lock("1.0.0", &["--check"]).0, 1);
    let (status, text) = lock_of(&jobs(), &[]);
    assert!(status == 2 && text.contains("CARGO_PKG_VERSION"), "{text}");
    if std::env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false") {
        let (status, text) = lock("1.0.0", &[]);
        assert!(status == 2 && text.contains("`CI` is set"), "{text}");
        return;
    }
    assert_eq!(lock("1.0.0", &[]), (0, String::new()));
    let written = fs::read_to_string(&file).unwrap();
    assert_eq!(written, include_str!("since.lock"));
    assert_eq!(lock("2.0.0", &["--check"]), (0, String::new()));

    // What another wrote is not lost.
    fs::write(&file, written.replace("JOB_EXPIRED", "JOB_GONE")).unwrap();
    let (status, text) = lock("2.0.0", &[]);
    assert!(status == 2 && text.contains("has changed since"), "{text}");
    assert!(fs::read_to_string(&file).unwrap().contains("JOB_GONE"));
    let (status, text) = lock_of(&aitbc().version("1.0.0"), &[]);
    assert!(status == 2 && text.contains("has no lock"), "{text}");
}

#[test]
fn mistakes_name_what_is_right() {
    let Run { status, out, err } = run(&["markdwon"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("markdown"), "{err}");
    let Run { status, err, .. } = run(&["markdown", "--check"]);
    assert_eq!(status, 2);
    assert!(err.contains("--out <FILE>"), "{err}");
    let Run { status, out, .. } = run(&["--help"]);
    assert_eq!(status, 0);
    assert!(out.contains("typescript"), "{out}");
}

#[test]
fn an_output_that_is_gone_is_no_failure_and_one_that_is_full_is() {
    struct Broken(std::io::ErrorKind);

    impl std::io::Write for Broken {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let status = |kind| {
        let mut err = Vec::new();
        cli::run_with(&aitbc(), ["errors", "json"], &mut Broken(kind), &mut err)
    };
    assert_eq!(status(std::io::ErrorKind::BrokenPipe), 0);
    assert_eq!(status(std::io::ErrorKind::StorageFull), 2);
}
