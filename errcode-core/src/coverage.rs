//! Records which codes were rendered, for a test run that is to produce every code.
//!
//! Test binaries are processes of their own, and none knows that it is the last. So each appends to the file that the
//! environment names, and whoever started them all reads it.

/// The environment variable that names the file, by its absolute path.
pub const VARIABLE: &str = "ERRCODE_COVERAGE";

/// Notes that a code was rendered.
#[cfg(not(feature = "coverage"))]
pub(crate) const fn record(_: &'static str) {}

#[cfg(feature = "coverage")]
pub(crate) use recorder::record;

#[cfg(feature = "coverage")]
mod recorder {
    use std::{
        collections::HashSet,
        env,
        fs::{File, OpenOptions},
        io::Write,
        path::Path,
        sync::{LazyLock, Mutex, PoisonError},
    };

    use super::VARIABLE;

    static RECORDER: LazyLock<Option<Mutex<Recorder>>> =
        LazyLock::new(|| Recorder::open(Path::new(&env::var_os(VARIABLE)?)).map(Mutex::new));

    struct Recorder {
        file: File,
        /// What this process has written.
        written: HashSet<&'static str>,
    }

    impl Recorder {
        fn open(path: &Path) -> Option<Self> {
            let file = if path.is_absolute() {
                let file = OpenOptions::new().create(true).append(true).open(path);
                file.map_err(|error| error.to_string())
            } else {
                Err("the path must be absolute, as tests run in different directories".to_owned())
            };
            match file {
                Ok(file) => Some(Self { file, written: HashSet::new() }),
                Err(error) => {
                    let path = path.display();
                    eprintln!("errcode: cannot record codes in {VARIABLE}={path}: {error}");
                    None
                }
            }
        }
    }

    /// Notes that a code was rendered.
    pub(crate) fn record(code: &'static str) {
        let Some(recorder) = &*RECORDER else { return };
        let mut recorder = recorder.lock().unwrap_or_else(PoisonError::into_inner);
        if recorder.written.insert(code) {
            // One call, to a file that is opened for appending: lines of several processes do not mix.
            let line = format!("{code}\n");
            if let Err(error) = recorder.file.write_all(line.as_bytes()) {
                eprintln!("errcode: cannot record code {code} in {VARIABLE}: {error}");
            }
        }
    }
}
