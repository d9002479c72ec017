//! Crates with very many error codes, for the program `scale`.

use std::{
    env,
    fmt::{self, Write as _},
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant, SystemTime},
};

/// The codes of each enum.
pub const ENUM: usize = 50;

/// What the enums of a crate derive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derives {
    /// `thiserror::Error` alone: what there is without errcode.
    Thiserror,
    /// `errcode::ApiError` beside it.
    ApiError,
    /// Both, and one `catalog!` lists all of them.
    Catalog,
}

/// Every [`Derives`], each with more than the one before it.
pub const DERIVES: [Derives; 3] = [Derives::Thiserror, Derives::ApiError, Derives::Catalog];

impl fmt::Display for Derives {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Thiserror => "thiserror",
            Self::ApiError => "api-error",
            Self::Catalog => "catalog",
        })
    }
}

/// A workspace of generated crates that share their dependencies, in this package's target directory.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Writes a crate for each of `sizes` and each of [`DERIVES`], and checks them once, with all they depend on.
    ///
    /// # Errors
    ///
    /// If a file cannot be written, or a crate does not pass its check.
    pub fn generate(sizes: &[usize]) -> io::Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.join("target").join("scale");
        let workspace = Self { root };
        let root = &workspace.root;
        fs::create_dir_all(root)?;
        let mut members = String::new();
        for (size, derives) in sizes.iter().flat_map(|size| DERIVES.map(|derives| (size, derives)))
        {
            let name = package(*size, derives);
            write_crate(&root.join(&name), &name, *size, derives)?;
            let _ = write!(members, "{name:?}, ");
        }
        let errcode = here.parent().unwrap_or(here);
        let manifest = format!(
            "[workspace]\nmembers = [{members}]\nresolver = \"3\"\n\n[workspace.dependencies]\n\
             errcode = {{ path = '{}' }}\nthiserror = \"2\"\n",
            errcode.display()
        );
        write(&root.join("Cargo.toml"), &manifest)?;
        // The versions of the benchmarks' own dependencies, which are at hand.
        fs::copy(here.join("Cargo.lock"), root.join("Cargo.lock"))?;
        workspace.cargo_check(None)?;
        Ok(workspace)
    }

    /// How long the check of this crate alone takes, from its beginning.
    ///
    /// # Errors
    ///
    /// If the check cannot be run or does not pass.
    pub fn check(&self, size: usize, derives: Derives) -> io::Result<Duration> {
        let name = package(size, derives);
        let main = self.root.join(&name).join("src/lib.rs");
        fs::File::options().append(true).open(main)?.set_modified(SystemTime::now())?;
        let start = Instant::now();
        self.cargo_check(Some(&name))?;
        Ok(start.elapsed())
    }

    fn cargo_check(&self, package: Option<&str>) -> io::Result<()> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.arg("check").current_dir(&self.root);
        cargo.env("CARGO_TARGET_DIR", self.root.join("target")).env("CARGO_INCREMENTAL", "0");
        match package {
            Some(package) => cargo.args(["--package", package]).stderr(Stdio::null()),
            None => cargo.arg("--workspace"),
        };
        if cargo.status()?.success() {
            Ok(())
        } else {
            Err(io::Error::other(format!("{cargo:?} failed")))
        }
    }
}

fn package(size: usize, derives: Derives) -> String {
    format!("codes-{size}-{derives}")
}

fn write_crate(root: &Path, name: &str, size: usize, derives: Derives) -> io::Result<()> {
    let src = root.join("src");
    fs::create_dir_all(&src)?;
    let mut manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nthiserror.workspace = true\n"
    );
    if derives != Derives::Thiserror {
        manifest.push_str("errcode.workspace = true\n");
    }
    write(&root.join("Cargo.toml"), &manifest)?;
    let mut main = String::new();
    let mut listed = String::new();
    for service in 0..size.div_ceil(ENUM) {
        let _ = writeln!(main, "pub mod service_{service};");
        let _ = writeln!(listed, "    service_{service}::Error,");
        let codes = ENUM.min(size - service * ENUM);
        let module = module(service, codes, derives != Derives::Thiserror);
        write(&src.join(format!("service_{service}.rs")), &module)?;
    }
    if derives == Derives::Catalog {
        let _ = write!(main, "\nerrcode::catalog!(pub static ALL = [\n{listed}]);\n");
    }
    write(&src.join("lib.rs"), &main)
}

/// The enum of one service: five kinds of variants in turn, as a real service has them.
fn module(service: usize, codes: usize, api: bool) -> String {
    let mut text = String::new();
    let attribute = |text: &mut String, indent: &str, content: &str| {
        if api {
            let _ = writeln!(text, "{indent}#[api({content})]");
        }
    };
    let derive = if api { ", errcode::ApiError" } else { "" };
    let _ = writeln!(
        text,
        "/// Errors of service {service}.\n#[derive(Debug, thiserror::Error{derive})]"
    );
    let shared = format!(
        "prefix = \"S{service}_\", category = \"Service {service}\", \
         docs_url = \"https://docs.example.com/errors/{{code}}\""
    );
    attribute(&mut text, "", &shared);
    let _ = writeln!(text, "pub enum Error {{");
    for number in 0..codes {
        let code = format!("code = \"S{service}_CODE_{number}\"");
        let _ =
            writeln!(text, "    /// What went wrong in case {number}\n    ///\n    /// And why.");
        let (display, keys, fields): (_, _, &[(&str, &str)]) = match number % 5 {
            0 => ("no such job", "status = 404", &[]),
            1 => (
                "job {id} expired (deadline {deadline})",
                "status = 410, message = \"Job {id} has expired\", resolution = \"Submit a new job\"",
                &[("detail = \"job_id\"", "id: String"), ("", "deadline: u64")],
            ),
            2 => (
                "over the limit of {limit}",
                "status = 429, retryable = true",
                &[
                    ("header = \"X-RateLimit-Limit\", detail", "limit: u32"),
                    ("retry_after", "wait: std::time::Duration"),
                ],
            ),
            3 => (
                "the worker is gone: {reason}",
                "status = 503, retry_after = 5",
                &[("", "reason: String")],
            ),
            _ => (
                "{field} must be less than {most}",
                "status = 422, since = \"1.2.0\"",
                &[("detail", "field: &'static str"), ("detail", "most: i64")],
            ),
        };
        let _ = writeln!(text, "    #[error({display:?})]");
        attribute(&mut text, "    ", &format!("{code}, {keys}"));
        if fields.is_empty() {
            let _ = writeln!(text, "    Case{number},");
        } else {
            let _ = writeln!(text, "    Case{number} {{");
            for (keys, field) in fields {
                if !keys.is_empty() {
                    attribute(&mut text, "        ", keys);
                }
                let _ = writeln!(text, "        {field},");
            }
            let _ = writeln!(text, "    }},");
        }
    }
    text.push_str("}\n");
    text
}

/// Writes a file, unless it is there already: what is unchanged need not be checked again.
fn write(path: &Path, content: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|present| present == content) {
        return Ok(());
    }
    fs::write(path, content)
}
