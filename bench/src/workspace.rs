//! Generated crates, and what it costs to check them.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, SystemTime},
};

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeVal,
};

use crate::rustc;

/// A crate to be written.
pub struct Package {
    /// Its name, which is also that of its folder.
    pub name: String,
    /// What it depends on, of the dependencies that every workspace has.
    pub dependencies: &'static [&'static str],
    /// The files in `src`, with their content; one is `lib.rs`.
    pub files: Vec<(String, String)>,
}

/// What is left from earlier checks when a crate is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing, as on a build server.
    FromScratch,
    /// The compiler's incremental state, as after a change of one line.
    Incremental,
}

/// A workspace of generated crates that share their dependencies, in this package's target directory.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Writes `packages` and checks them once in each of `modes`, with all they depend on.
    ///
    /// # Errors
    ///
    /// If a file cannot be written, or a crate does not pass its check.
    pub fn generate(name: &str, packages: &[Package], modes: &[Mode]) -> io::Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.join("target").join(name);
        fs::create_dir_all(&root)?;
        let mut members = String::new();
        for package in packages {
            write_package(&root.join(&package.name), package)?;
            let _ = write!(members, "{:?}, ", package.name);
        }
        let errcode = here.parent().unwrap_or(here);
        let manifest = format!(
            "[workspace]\nmembers = [{members}]\nresolver = \"3\"\n\n[workspace.dependencies]\n\
             api-error = \"0.1.9\"\ndarling = \"0.24\"\nerrcode = {{ path = '{}' }}\nhttp = \"1\"\nserde_json = \"1\"\nthiserror = \"2\"\n",
            errcode.display()
        );
        write(&root.join("Cargo.toml"), &manifest)?;
        // The versions of the benchmarks' own dependencies, which are at hand.
        fs::copy(here.join("Cargo.lock"), root.join("Cargo.lock"))?;
        let workspace = Self { root };
        for mode in modes {
            run(&mut workspace.cargo_check(None, *mode))?;
        }
        Ok(workspace)
    }

    /// The CPU time that the check of this crate alone takes.
    ///
    /// # Errors
    ///
    /// If the check cannot be run or does not pass.
    pub fn check(&self, package: &str, mode: Mode) -> io::Result<Duration> {
        self.touch(package)?;
        let before = cpu_time_of_children()?;
        run(&mut self.cargo_check(Some(package), mode))?;
        Ok(cpu_time_of_children()?.saturating_sub(before))
    }

    /// The CPU time that building this crate takes, with all it depends on, and nothing left from earlier builds.
    ///
    /// # Errors
    ///
    /// If the build cannot be run or does not pass.
    pub fn build_all(&self, package: &str) -> io::Result<Duration> {
        let target = self.root.join("target-build");
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let mut cargo = self.cargo();
        cargo.args(["build", "--package", package]).stderr(Stdio::null());
        // As Cargo builds what comes from a registry.
        cargo.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
        let before = cpu_time_of_children()?;
        run(&mut cargo)?;
        Ok(cpu_time_of_children()?.saturating_sub(before))
    }

    /// The size in bytes of this crate's program, built for release and stripped.
    ///
    /// # Errors
    ///
    /// If the program cannot be built.
    pub fn program_size(&self, package: &str) -> io::Result<u64> {
        let target = self.root.join("target");
        let mut cargo = self.cargo();
        cargo.args(["build", "--release", "--package", package]);
        cargo.env("CARGO_TARGET_DIR", &target).env("CARGO_PROFILE_RELEASE_STRIP", "true");
        run(&mut cargo)?;
        Ok(fs::metadata(target.join("release").join(package))?.len())
    }

    /// The instructions that the compiler executes to check this crate alone. The program must [`rustc::wrap`].
    ///
    /// # Errors
    ///
    /// If the check cannot be run or does not pass, or valgrind is not installed.
    pub fn instructions(&self, package: &str, mode: Mode) -> io::Result<u64> {
        self.touch(package)?;
        let mut cargo = self.cargo_check(Some(package), mode);
        let count = rustc::count(&mut cargo, &package.replace('-', "_"), &self.root)?;
        run(&mut cargo)?;
        rustc::counted(&count)
    }

    /// Makes the crate one that is to be checked.
    fn touch(&self, package: &str) -> io::Result<()> {
        let main = self.root.join(package).join("src/lib.rs");
        fs::File::options().append(true).open(main)?.set_modified(SystemTime::now())
    }

    fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        cargo
    }

    fn cargo_check(&self, package: Option<&str>, mode: Mode) -> Command {
        let (target, incremental) = match mode {
            Mode::FromScratch => ("target", "0"),
            Mode::Incremental => ("target-incremental", "1"),
        };
        let mut cargo = self.cargo();
        cargo.arg("check");
        cargo.env("CARGO_TARGET_DIR", self.root.join(target)).env("CARGO_INCREMENTAL", incremental);
        match package {
            Some(package) => cargo.args(["--package", package]).stderr(Stdio::null()),
            None => cargo.arg("--workspace"),
        };
        cargo
    }
}

fn run(command: &mut Command) -> io::Result<()> {
    if command.status()?.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("{command:?} failed")))
    }
}

/// User and system time of all processes that have ended.
fn cpu_time_of_children() -> io::Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = |time: TimeVal| {
        u64::try_from(time.tv_sec() * 1_000_000 + time.tv_usec()).map_err(io::Error::other)
    };
    Ok(Duration::from_micros(micros(usage.user_time())? + micros(usage.system_time())?))
}

fn write_package(root: &Path, package: &Package) -> io::Result<()> {
    let src = root.join("src");
    fs::create_dir_all(&src)?;
    let mut manifest = format!(
        "[package]\nname = {:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n",
        package.name
    );
    for dependency in package.dependencies {
        let _ = writeln!(manifest, "{dependency}.workspace = true");
    }
    write(&root.join("Cargo.toml"), &manifest)?;
    package.files.iter().try_for_each(|(name, content)| write(&src.join(name), content))
}

/// Writes a file, unless it is there already: what is unchanged need not be checked again.
fn write(path: &Path, content: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|present| present == content) {
        return Ok(());
    }
    fs::write(path, content)
}
