//! The lock as it should be, and the test that `catalog!` generates.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs, io,
    path::Path,
    process,
};

use super::{Level, Lock, entries};
use crate::{CodeSpec, catalog::Catalog};

/// The first two lines of a lock. The macro reads locks of this format.
const HEADER: &str = "# errcode lock, format 1
# Released error codes. Rewrite with `ERRCODE_LOCK=overwrite cargo test`, and commit the result.
";

/// The variable that allows the lock to be rewritten.
const VARIABLE: &str = "ERRCODE_LOCK";

/// Compares the lock of a catalog with what it should be, or rewrites it.
///
/// # Panics
///
/// Panics if the lock is not up to date, or cannot be rewritten: it is called by a generated test.
pub fn test(catalog: &Catalog, manifest: &str, path: &str, version: &str) {
    let file = Path::new(manifest).join(path);
    let outcome = match env::var(VARIABLE).as_deref() {
        Err(_) | Ok("") => check(catalog, &file, version),
        Ok("overwrite") => {
            let is_ci = env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false");
            overwrite(catalog, &file, version, is_ci)
        }
        Ok(other) => {
            Err(format!("unknown value `{VARIABLE}={other}`: the only value is `overwrite`"))
        }
    };
    if let Err(message) = outcome {
        panic!("{path}: {message}");
    }
}

fn check(catalog: &Catalog, file: &Path, version: &str) -> Result<(), String> {
    let released = fs::read_to_string(file).map_err(|error| unreadable(&error))?;
    let fresh = catalog.to_lock(&released, version)?;
    if released == fresh {
        return Ok(());
    }
    let mut message =
        "not up to date; run `ERRCODE_LOCK=overwrite cargo test` and commit the result:".to_owned();
    for line in released.lines().filter(|line| !fresh.lines().any(|other| other == *line)) {
        let _ = write!(message, "\n- {line}");
    }
    for line in fresh.lines().filter(|line| !released.lines().any(|other| other == *line)) {
        let _ = write!(message, "\n+ {line}");
    }
    Err(message)
}

fn overwrite(catalog: &Catalog, file: &Path, version: &str, is_ci: bool) -> Result<(), String> {
    if is_ci {
        return Err(format!(
            "not rewritten, as the variable `CI` is set: a release is accepted by a person, who runs \
             `{VARIABLE}=overwrite cargo test` and commits the result"
        ));
    }
    let now = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unreadable(&error)),
    };
    let fresh = catalog.to_lock(&now, version)?;
    if now == fresh {
        return Ok(());
    }
    replace(file, &fresh).map_err(|error| format!("cannot be written: {error}"))
}

fn unreadable(error: &io::Error) -> String {
    format!("cannot be read: {error}; write it with `{VARIABLE}=overwrite cargo test`")
}

/// Writes the whole file or nothing: the text goes into a file beside it, which then takes its place. The folder of a
/// lock that is new may be new as well. A link to a lock stays one.
fn replace(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = &fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", process::id()));
    let beside = file.with_file_name(name);
    let outcome = fs::write(&beside, text).and_then(|()| fs::rename(&beside, file));
    if outcome.is_err() {
        // What is left of it is of no use; the first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    outcome
}

impl Catalog {
    /// Returns what the catalog's lock file is to say, for a tool that writes it; `ERRCODE_LOCK=overwrite cargo test` does.
    ///
    /// `current` is the file as it is, or empty if there is none. Its retired codes and the versions that introduced its
    /// codes are kept; new codes are recorded with `version`.
    ///
    /// # Errors
    ///
    /// Returns a message if the catalog has no `lock`, or if `current` is not the file that it was compiled with.
    ///
    /// ```
    /// use errcode::{ApiError, catalog};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("gone")]
    /// #[api(code = "GONE", status = 410)]
    /// struct Gone;
    ///
    /// catalog!(static CODES = [Gone]); // without `lock = "errcodes.lock"`
    ///
    /// assert!(CODES.to_lock("", env!("CARGO_PKG_VERSION")).unwrap_err().contains("has no lock"));
    /// ```
    pub fn to_lock(&self, current: &str, version: &str) -> Result<String, String> {
        let Some(lock) = self.lock else {
            return Err("the catalog has no lock: add `lock = \"errcodes.lock\"` to it".to_owned());
        };
        let fresh = render(self, lock, version);
        if current.is_empty() || current == lock.text || current == fresh {
            Ok(fresh)
        } else {
            Err("the file has changed since the catalog was compiled with it: compile the crate again, as \
                 `cargo run` and `cargo test` do"
                .to_owned())
        }
    }
}

/// The lock of a catalog, with what the present one knows of codes that are gone and of when codes were released first.
fn render(catalog: &Catalog, Lock { text, level }: Lock, version: &str) -> String {
    let mut since: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (code, version) in entries(text) {
        since.entry(code).or_insert(version);
    }
    let since_of = |code: &str, spec: Option<&CodeSpec>| {
        let known = since.get(code).copied().flatten().map(str::to_owned);
        let declared = spec.and_then(CodeSpec::since).filter(|version| !version.is_empty());
        let declared = declared.map(encoded);
        known.or(declared).unwrap_or_else(|| encoded(version))
    };
    let mut lines: Vec<String> = Vec::new();
    for spec in catalog {
        let code = encoded(spec.code());
        let mut line = code.clone();
        if level == Level::All {
            let _ =
                write!(line, " status={} retryable={}", spec.status().as_u16(), spec.retryable());
        }
        let _ = write!(line, " since={}", since_of(&code, Some(spec)));
        if level == Level::All {
            let headers = spec.headers().iter().filter(|name| !name.is_empty());
            let mut promises: Vec<String> = spec
                .details()
                .iter()
                // A hand-written spec may have an empty name, which the file has no entry for.
                .filter(|detail| !detail.name().is_empty())
                .map(|detail| {
                    let optional = if detail.is_optional() { "?" } else { "" };
                    format!(
                        " detail={}:{}{optional}",
                        encoded(detail.name()),
                        detail.kind().as_str()
                    )
                })
                .chain(headers.map(|name| format!(" header={}", encoded(name))))
                .collect();
            promises.sort();
            promises.dedup();
            line.extend(promises);
        }
        lines.push(line);
    }
    let used: BTreeSet<String> = catalog.iter().map(|spec| encoded(spec.code())).collect();
    let gone = since.keys().filter(|code| !used.contains(**code)).map(|code| (*code).to_owned());
    let retired: Vec<String> = catalog.retired().map(encoded).chain(gone).collect();
    lines.extend(
        retired.iter().map(|code| format!("{code} retired since={}", since_of(code, None))),
    );
    lines.sort();
    lines.dedup();
    let mut text = HEADER.to_owned();
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The text with all but letters, digits and `_-.+` percent-encoded.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'+') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;
    use crate::{
        DetailKind, DetailSpec,
        catalog::{self, lock},
    };

    const LIMIT: CodeSpec = CodeSpec::new("JOB LIMIT", StatusCode::TOO_MANY_REQUESTS)
        .with_details(&[
            DetailSpec::new("plan", DetailKind::Str).optional(),
            DetailSpec::new("limit", DetailKind::Integer),
        ])
        .with_headers(&["x-limit"]);
    const GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE).with_since("0.1.0");

    fn a_catalog(
        specs: Vec<CodeSpec>,
        retired: &'static [&'static str],
        released: &str,
        level: Level,
    ) -> Catalog {
        let lock = lock::lock(released.to_owned().leak(), level);
        catalog::tests::a_catalog(specs, retired, Some(lock))
    }

    fn locked(specs: Vec<CodeSpec>, released: &str) -> Catalog {
        a_catalog(specs, &[], released, Level::All)
    }

    #[test]
    fn a_line_a_code_whatever_the_order_of_declaration() {
        let text =
            a_catalog(vec![LIMIT, GONE], &["OLD"], "", Level::All).to_lock("", "0.2.0").unwrap();
        let lines: Vec<&str> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                "GONE status=410 retryable=false since=0.1.0",
                "JOB%20LIMIT status=429 retryable=true since=0.2.0 detail=limit:integer detail=plan:string? header=x-limit",
                "OLD retired since=0.2.0",
            ]
        );
        let reordered = a_catalog(vec![GONE, LIMIT], &["OLD"], &text, Level::All);
        assert_eq!(reordered.to_lock(&text, "0.3.0"), Ok(text.clone()));
        assert_eq!(reordered.since("JOB LIMIT"), Some("0.2.0"));
        let codes = a_catalog(vec![GONE], &[], "", Level::Codes).to_lock("", "0.2.0").unwrap();
        assert!(codes.ends_with("\nGONE since=0.1.0\n"), "{codes}");
    }

    #[test]
    fn an_empty_version_is_none() {
        let undated = CodeSpec::new("UNDATED", StatusCode::GONE).with_since("");
        let text = locked(vec![undated], "").to_lock("", "0.2.0").unwrap();
        assert!(text.ends_with("\nUNDATED status=410 retryable=false since=0.2.0\n"), "{text}");
    }

    #[test]
    fn a_detail_or_header_without_a_name_is_left_out() {
        const UNNAMED: CodeSpec = CodeSpec::new("UNNAMED", StatusCode::GONE)
            .with_details(&[DetailSpec::new("", DetailKind::Str)])
            .with_headers(&[""]);
        let text = locked(vec![UNNAMED], "").to_lock("", "0.2.0").unwrap();
        assert!(text.ends_with("\nUNNAMED status=410 retryable=false since=0.2.0\n"), "{text}");
    }

    #[test]
    fn what_is_gone_stays_retired_and_keeps_its_first_version() {
        let released = locked(vec![LIMIT, GONE], "").to_lock("", "0.2.0").unwrap();
        let text = locked(vec![LIMIT], &released).to_lock("", "0.9.0+5").unwrap();
        assert!(text.contains("\nGONE retired since=0.1.0\n"), "{text}");
        assert!(text.contains("since=0.2.0") && !text.contains("0.9.0"), "{text}");
        assert_eq!(locked(vec![LIMIT], &text).to_lock(&text, "1.0.0"), Ok(text.clone()));
    }

    #[test]
    fn the_file_is_rewritten_whole_or_not_at_all() {
        // Made with the first lock in it.
        let folder = env::temp_dir().join(format!("errcode-lock-{}", process::id()));
        let file = folder.join("errcodes.lock");
        let check = |catalog: &Catalog| check(catalog, &file, "0.2.0");
        let overwrite = |catalog: &Catalog, is_ci| overwrite(catalog, &file, "0.2.0", is_ci);
        let first = locked(vec![GONE], "");
        assert!(check(&first).unwrap_err().contains("cannot be read"));
        assert!(overwrite(&first, true).unwrap_err().contains("`CI` is set"));
        assert!(!file.exists());
        overwrite(&first, false).unwrap();
        let released = fs::read_to_string(&file).unwrap();
        assert_eq!(check(&locked(vec![GONE], &released)), Ok(()));
        let more = locked(vec![GONE, LIMIT], &released);
        let stale = check(&more).unwrap_err();
        assert!(stale.contains("\n+ JOB%20LIMIT status=429"), "{stale}");
        overwrite(&more, false).unwrap();
        // The next build knows this text: one that does not would lose what another wrote.
        fs::write(&file, released.replace("GONE", "OTHER")).unwrap();
        assert!(overwrite(&more, false).unwrap_err().contains("has changed since"));
        assert!(fs::read_to_string(&file).unwrap().contains("OTHER"));
        // A folder in its place cannot be replaced, and nothing is left beside it.
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        assert!(overwrite(&more, false).is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn a_link_to_a_lock_stays_one() {
        let folder = env::temp_dir().join(format!("errcode-linked-lock-{}", process::id()));
        fs::create_dir_all(folder.join("docs")).unwrap();
        let [link, file] = ["errcodes.lock", "docs/errcodes.lock"].map(|name| folder.join(name));
        fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        overwrite(&locked(vec![GONE], ""), &link, "0.2.0", false).unwrap();
        assert!(link.is_symlink());
        assert!(fs::read_to_string(&file).unwrap().contains("GONE"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
