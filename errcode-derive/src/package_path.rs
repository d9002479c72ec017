//! Paths of source files that are the same on every machine: relative to the package.

use std::{
    collections::HashMap,
    env,
    path::{Component, Path, PathBuf},
    sync::{LazyLock, Mutex, PoisonError},
};

use proc_macro::Span;

/// The file of a span: relative to the package that is compiled, or, for code of a macro of another package, to that
/// package. A file that a build script wrote is `$OUT_DIR/…`.
pub(crate) fn file(span: Span) -> String {
    static FILES: LazyLock<Mutex<HashMap<PathBuf, String>>> = LazyLock::new(Mutex::default);

    let file = span.local_file().unwrap_or_else(|| PathBuf::from(span.file()));
    let mut files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    files.entry(file.clone()).or_insert_with(|| Package::current().relative(&file)).clone()
}

struct Package {
    /// The directory that relative paths begin at.
    directory: PathBuf,
    manifest: Option<PathBuf>,
    out: Option<PathBuf>,
}

impl Package {
    fn current() -> Self {
        let path = |name| env::var_os(name).map(PathBuf::from);
        Self {
            directory: env::current_dir().unwrap_or_default(),
            manifest: path("CARGO_MANIFEST_DIR"),
            out: path("OUT_DIR"),
        }
    }

    fn relative(&self, file: &Path) -> String {
        let whole = without_dots(&self.directory.join(file));
        let below = |directory: &Option<PathBuf>| {
            whole.strip_prefix(without_dots(directory.as_ref()?)).ok().map(slashed)
        };
        if let Some(generated) = below(&self.out) {
            return format!("$OUT_DIR/{generated}");
        }
        let of_a_package = || {
            let root = whole.ancestors().skip(1).find(|root| root.join("Cargo.toml").is_file())?;
            whole.strip_prefix(root).ok().map(slashed)
        };
        below(&self.manifest).or_else(of_a_package).unwrap_or_else(|| slashed(file))
    }
}

/// A path without `.` and `..`, as far as its text tells.
fn without_dots(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if out.file_name().is_some() => {
                out.pop();
            }
            component => out.push(component),
        }
    }
    out
}

fn slashed(path: &Path) -> String {
    let parts = path.components().map(|component| match component {
        Component::RootDir => "".into(),
        component => component.as_os_str().to_string_lossy(),
    });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relative(file: &str) -> String {
        let package = Package {
            directory: "/work/space".into(),
            manifest: Some("/work/space/crates/jobs".into()),
            out: Some("/work/space/target/debug/build/jobs-1/out".into()),
        };
        package.relative(Path::new(file))
    }

    #[test]
    fn files_of_the_package_are_relative_to_it() {
        assert_eq!(relative("crates/jobs/src/lib.rs"), "src/lib.rs");
        assert_eq!(relative("/work/space/crates/jobs/src/lib.rs"), "src/lib.rs");
        assert_eq!(relative("crates/jobs/tests/api/../../src/./a.rs"), "src/a.rs");
    }

    #[test]
    fn files_that_were_generated_have_no_directory_of_a_machine() {
        assert_eq!(relative("/work/space/target/debug/build/jobs-1/out/a.rs"), "$OUT_DIR/a.rs");
    }

    #[test]
    fn files_of_other_packages_are_relative_to_those() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/package_path.rs");
        assert_eq!(relative(file), "src/package_path.rs");
        assert_eq!(relative("/nowhere/at/all.rs"), "/nowhere/at/all.rs");
    }
}
