//! Files that hold a document.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use similar::TextDiff;
use tempfile::Builder;

/// Replaces a file, or leaves it as it is if that fails.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    // A link is followed: what it leads to is replaced, not the link.
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
            // Build tools that look at times have nothing to do.
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

/// A new file in the directory that the path is in, so that it can be renamed.
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
        // As any other new file: less what the process's mask takes away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(directory)
}

/// The difference between a file and what it should hold, or `None` if there is none. A file that does not exist is
/// empty; line ends of Windows, which a checkout can make, are no difference.
pub(super) fn diff(path: &Path, text: &str) -> io::Result<Option<String>> {
    let found = match fs::read(path) {
        Ok(found) => String::from_utf8_lossy(&found).replace("\r\n", "\n"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    if found == text {
        return Ok(None);
    }
    // Of two long documents without a line in common, a rougher diff in time is of more use.
    let diff = TextDiff::configure().timeout(Duration::from_secs(2)).diff_lines(&found, text);
    let name = path.display().to_string();
    Ok(Some(diff.unified_diff().header(&name, "generated").to_string()))
}
