//! The lock as it should be, and the test that `catalog!` generates.

use std::{collections::BTreeMap, env, fmt::Write as _, fs, io, path::Path, process};

use super::{
    Level,
    parse::{FORMAT, HEADER, Lines, is_plain},
};
use crate::{CodeSpec, catalog::Catalog};

/// The variable that allows the lock to be rewritten.
const VARIABLE: &str = "ERRCODE_LOCK";

/// Compares the lock of a catalog with what it should be, or rewrites it.
///
/// # Panics
///
/// Panics if the lock is not up to date, or cannot be rewritten: it is called by a generated test.
pub fn test(catalog: &Catalog, manifest: &str, path: &str, level: Level, version: &str) {
    let file = Path::new(manifest).join(path);
    let outcome = match env::var(VARIABLE).as_deref() {
        Err(_) | Ok("") => check(catalog, &file, level, version),
        Ok("overwrite") => {
            let is_ci = env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false");
            overwrite(catalog, &file, level, version, is_ci)
        }
        Ok(other) => {
            Err(format!("unknown value `{VARIABLE}={other}`: the only value is `overwrite`"))
        }
    };
    if let Err(message) = outcome {
        panic!("{path}: {message}");
    }
}

fn check(catalog: &Catalog, file: &Path, level: Level, version: &str) -> Result<(), String> {
    let released = fs::read_to_string(file).map_err(|error| unreadable(&error))?;
    let fresh = render(catalog, &released, level, version)?;
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

fn overwrite(
    catalog: &Catalog,
    file: &Path,
    level: Level,
    version: &str,
    is_ci: bool,
) -> Result<(), String> {
    if is_ci {
        return Err(format!(
            "not rewritten, as the variable `CI` is set: a release is accepted by a person, who runs \
             `{VARIABLE}=overwrite cargo test` and commits the result"
        ));
    }
    let released = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unreadable(&error)),
    };
    // A file that is no lock has nothing to keep; one with conflicts has.
    let released = if released.trim().is_empty() { String::new() } else { released };
    let fresh = render(catalog, &released, level, version)?;
    if released == fresh {
        return Ok(());
    }
    replace(file, &fresh).map_err(|error| format!("cannot be written: {error}"))
}

fn unreadable(error: &io::Error) -> String {
    format!("cannot be read: {error}; write it with `{VARIABLE}=overwrite cargo test`")
}

/// Writes the whole file or nothing: the text goes into a file beside it, which then takes its place.
fn replace(file: &Path, text: &str) -> io::Result<()> {
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
    /// Returns the text of the catalog's lock file, for a tool that writes it; `ERRCODE_LOCK=overwrite cargo test` does.
    ///
    /// `released` is the file as it is, or empty if there is none: retired codes and the versions that introduced codes are
    /// kept. New codes are recorded with `version`. A catalog without a lock is written in full.
    ///
    /// # Errors
    ///
    /// Returns a message if `released` is not a lock, such as one with merge conflicts.
    ///
    /// ```
    /// use errcode::{ApiError, catalog};
    ///
    /// #[derive(Debug, thiserror::Error, ApiError)]
    /// #[error("gone")]
    /// #[api(code = "GONE", status = 410)]
    /// struct Gone;
    ///
    /// catalog!(static CODES = [Gone]);
    ///
    /// let lock = CODES.to_lock("", "1.2.0")?;
    /// assert!(lock.ends_with("\nGONE status=410 retryable=false since=1.2.0\n"));
    /// assert_eq!(CODES.to_lock(&lock, "1.3.0")?, lock);
    /// # Ok::<(), String>(())
    /// ```
    pub fn to_lock(&self, released: &str, version: &str) -> Result<String, String> {
        let level = self.lock.map_or(Level::All, |lock| lock.level);
        render(self, released, level, version)
    }
}

/// The lock of a catalog, with what `released` knows of codes that are gone and of when codes were released first.
fn render(
    catalog: &Catalog,
    released: &str,
    level: Level,
    version: &str,
) -> Result<String, String> {
    let mut since: BTreeMap<String, String> = BTreeMap::new();
    if !released.is_empty() {
        let fault = |fault: super::parse::Fault| {
            let mut text = vec![0; 512];
            let mut message = crate::catalog::text::Text::new(&mut text);
            fault.write("errcodes.lock", &mut message);
            let len = message.len().min(512);
            String::from_utf8_lossy(&text[..len]).into_owned()
        };
        let mut lines = Lines::new(released.as_bytes()).map_err(fault)?;
        while let Some(line) = lines.next().map_err(fault)? {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            since
                .entry(text(line.code))
                .or_insert_with(|| line.since.map(text).unwrap_or_default());
        }
    }
    let since_of = |code: &str, spec: Option<&CodeSpec>| {
        let known = since.get(code).filter(|since| !since.is_empty()).cloned();
        let declared = spec.and_then(CodeSpec::since).map(encoded);
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
            let mut promises: Vec<String> = spec
                .details()
                .iter()
                .map(|detail| {
                    let optional = if detail.is_optional() { "?" } else { "" };
                    format!(
                        " detail={}:{}{optional}",
                        encoded(detail.name()),
                        detail.kind().as_str()
                    )
                })
                .chain(spec.headers().iter().map(|name| format!(" header={}", encoded(name))))
                .collect();
            promises.sort();
            promises.dedup();
            line.extend(promises);
        }
        lines.push(line);
    }
    let gone =
        since.keys().filter(|code| !catalog.iter().any(|spec| encoded(spec.code()) == **code));
    let retired: Vec<String> = catalog.retired().map(encoded).chain(gone.cloned()).collect();
    lines.extend(
        retired.iter().map(|code| format!("{code} retired since={}", since_of(code, None))),
    );
    lines.sort();
    lines.dedup();
    let mut text = format!(
        "{HEADER}{FORMAT}\n# Released error codes. Rewrite with `{VARIABLE}=overwrite cargo test`, and commit the result.\n"
    );
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    Ok(text)
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if is_plain(byte) {
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
        catalog::{catalog, index, lock},
    };

    const LIMIT: CodeSpec = CodeSpec::new("JOB LIMIT", StatusCode::TOO_MANY_REQUESTS)
        .with_details(&[
            DetailSpec::new("plan", DetailKind::Str).optional(),
            DetailSpec::new("limit", DetailKind::Integer),
        ])
        .with_headers(&["x-limit"]);
    const GONE: CodeSpec = CodeSpec::new("GONE", StatusCode::GONE).with_since("0.1.0");

    const MORE: CodeSpec = LIMIT
        .with_details(&[
            DetailSpec::new("new", DetailKind::Unknown),
            DetailSpec::new("limit", DetailKind::Integer),
            DetailSpec::new("plan", DetailKind::Str),
        ])
        .with_headers(&["x-new", "x-limit"])
        .with_title("New");
    const LESS: &[DetailSpec] = &[DetailSpec::new("limit", DetailKind::Integer)];
    const RETYPED: &[DetailSpec] = &[
        DetailSpec::new("limit", DetailKind::Str).optional(),
        DetailSpec::new("plan", DetailKind::Str),
    ];

    fn a_catalog(specs: Vec<CodeSpec>, retired: &'static [&'static str]) -> Catalog {
        let specs: Vec<_> = specs.leak().iter().map(Some).collect();
        let specs = specs.leak();
        let slots = Box::leak(Box::new(index::<64>(specs)));
        catalog(specs, slots, retired, None)
    }

    fn broken(catalog: &Catalog, text: &str) -> String {
        let lock = lock::lock("errcodes.lock", text.to_owned().leak(), Level::All);
        let len = lock::breaks_len(catalog, lock);
        let text = lock::breaks::<4096>(catalog, lock);
        String::from_utf8(text[..len].to_vec()).unwrap()
    }

    fn rendered(catalog: &Catalog, released: &str) -> String {
        render(catalog, released, Level::All, "0.2.0").unwrap()
    }

    #[test]
    fn a_line_a_code_whatever_the_order_of_declaration() {
        let text = rendered(&a_catalog(vec![LIMIT, GONE], &["OLD"]), "");
        let lines: Vec<&str> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                "GONE status=410 retryable=false since=0.1.0",
                "JOB%20LIMIT status=429 retryable=true since=0.2.0 detail=limit:integer detail=plan:string? header=x-limit",
                "OLD retired since=0.2.0",
            ]
        );
        assert_eq!(rendered(&a_catalog(vec![GONE, LIMIT], &["OLD"]), &text), text);
        let codes = render(&a_catalog(vec![GONE], &[]), "", Level::Codes, "0.2.0").unwrap();
        assert!(codes.ends_with("\nGONE since=0.1.0\n"), "{codes}");
    }

    #[test]
    fn what_is_gone_stays_retired_and_keeps_its_first_version() {
        let released = rendered(&a_catalog(vec![LIMIT, GONE], &[]), "");
        let without = a_catalog(vec![LIMIT], &[]);
        let text = render(&without, &released, Level::All, "0.9.0").unwrap();
        assert!(text.contains("\nGONE retired since=0.1.0\n"), "{text}");
        assert!(text.contains("since=0.2.0") && !text.contains("0.9.0"), "{text}");
        assert_eq!(render(&without, &text, Level::All, "1.0.0").unwrap(), text);
        assert!(
            broken(&a_catalog(vec![LIMIT, GONE], &[]), &text)
                .contains("retired code `GONE` is used again")
        );
    }

    #[test]
    fn additions_break_nothing_and_every_loss_does() {
        let released = rendered(&a_catalog(vec![LIMIT, GONE], &[]), "");
        let same = |limit: CodeSpec| broken(&a_catalog(vec![limit, GONE], &[]), &released);
        assert_eq!(same(LIMIT), "");
        assert_eq!(same(MORE), "");
        assert_eq!(broken(&a_catalog(vec![GONE], &["JOB LIMIT"]), &released), "");
        for (changed, expected) in [
            (LIMIT.with_retryable(false), "`retryable` was true, it is false"),
            (LIMIT.with_headers(&[]), "header `x-limit` is gone"),
            (LIMIT.with_details(LESS), "detail `plan` (string) is gone"),
            (LIMIT.with_details(RETYPED), "detail `limit` was integer, it is optional string"),
        ] {
            let text = same(changed);
            assert!(text.contains(expected) && text.contains("ERRCODE_LOCK=overwrite"), "{text}");
        }
        assert!(
            broken(&a_catalog(vec![GONE], &[]), &released)
                .contains("released code `JOB%20LIMIT` is gone")
        );
    }

    #[test]
    fn a_shared_code_keeps_each_of_its_answers() {
        let ok = CodeSpec::new("HE_02", StatusCode::OK).with_shared();
        let bad = CodeSpec::new("HE_02", StatusCode::BAD_REQUEST).with_shared();
        let released = rendered(&a_catalog(vec![ok.clone(), bad.clone()], &[]), "");
        assert_eq!(released.matches("HE_02").count(), 2);
        assert_eq!(broken(&a_catalog(vec![bad.clone(), ok], &[]), &released), "");
        let gone = bad.clone().with_retryable(true);
        let text = broken(&a_catalog(vec![bad, gone], &[]), &released);
        assert!(
            text.contains("no variant of the shared code `HE_02` answers any more as line 3"),
            "{text}"
        );
    }

    #[test]
    fn the_file_is_rewritten_whole_or_not_at_all() {
        let folder = env::temp_dir().join(format!("errcode-lock-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("errcodes.lock");
        let catalog = a_catalog(vec![GONE], &[]);
        let overwrite = |is_ci| overwrite(&catalog, &file, Level::All, "0.2.0", is_ci);
        assert!(
            check(&catalog, &file, Level::All, "0.2.0").unwrap_err().contains("cannot be read")
        );
        assert!(overwrite(true).unwrap_err().contains("`CI` is set"));
        assert!(!file.exists());
        overwrite(false).unwrap();
        assert_eq!(check(&catalog, &file, Level::All, "0.2.0"), Ok(()));
        let more = a_catalog(vec![GONE, LIMIT], &[]);
        let stale = check(&more, &file, Level::All, "0.2.0").unwrap_err();
        assert!(stale.contains("\n+ JOB%20LIMIT status=429"), "{stale}");
        fs::write(&file, "<<<<<<< HEAD\n").unwrap();
        assert!(overwrite(false).unwrap_err().contains("conflict markers"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "<<<<<<< HEAD\n");
        // A folder in its place cannot be replaced, and nothing is left beside it.
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        assert!(overwrite(false).is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
