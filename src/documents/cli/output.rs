//! Files that hold a document.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use similar::TextDiff;
use tempfile::Builder;

/// Replaces a file atomically. On failure the file is unchanged.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    // Replace the target of a symbolic link, not the link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(&path).ok();
    if let Some(before) = &before {
        if before.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        // A pipe or a device, such as /dev/stdout, cannot be replaced.
        if !before.is_file() {
            return fs::OpenOptions::new().write(true).open(&path)?.write_all(text.as_bytes());
        }
        if before.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        if fs::read(&path).is_ok_and(|now| now == text.as_bytes()) {
            // Keep the modification time, which build tools look at.
            return Ok(());
        }
    }
    let mut file = temporary(&path)?;
    file.write_all(text.as_bytes())?;
    if let Some(before) = before {
        file.as_file().set_permissions(before.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Creates a temporary file in the same directory, from where it can be renamed.
fn temporary(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let directory = match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".errcode-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The process's umask applies, as to any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(directory)
}

/// Returns the diff between a file and its expected text, or `None` if they are equal. A file that does not exist is
/// treated as empty, and `\r\n` as `\n`.
pub(super) fn diff(path: &Path, text: &str) -> io::Result<Option<String>> {
    let found = match fs::read(path) {
        Ok(found) => String::from_utf8_lossy(&found).replace("\r\n", "\n"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    if found == text {
        return Ok(None);
    }
    // Two long documents without a common line would take too long: the diff is then less precise.
    let diff = TextDiff::configure().timeout(Duration::from_secs(2)).diff_lines(&found, text);
    let name = path.display().to_string();
    Ok(Some(diff.unified_diff().header(&name, "generated").to_string()))
}
