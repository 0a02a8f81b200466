//! One writer: a lock of the operating system on `vidde.lock`, held while the program is open. A kill frees it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// The file of the lock.
pub const NAME: &str = "vidde.lock";

/// Whether this program is the writer.
#[derive(Debug)]
pub enum Lock {
    Held(#[expect(dead_code, reason = "its life is the lock's")] File),
    /// Another window has it.
    Taken,
    /// There is no folder yet, or nothing can be written in it; to be tried again before the first save.
    Untried(io::Error),
    /// The file system knows no locks: nothing keeps a second window from writing.
    Impossible,
}

impl Lock {
    /// Takes the lock of the folder, if it is free.
    pub fn take(folder: &Path) -> Lock {
        let file = match open(&folder.join(NAME)) {
            Ok(file) => file,
            Err(error) => return Lock::Untried(error),
        };
        match file.try_lock() {
            Ok(()) => Lock::Held(file),
            Err(TryLockError::WouldBlock) => Lock::Taken,
            Err(TryLockError::Error(_)) => Lock::Impossible,
        }
    }

    /// Takes the lock anew where it is not held any more: never got, or its file deleted with the folder.
    pub fn renew(&mut self, folder: &Path) {
        let stands = match self {
            Lock::Held(_) | Lock::Impossible => folder.join(NAME).exists(),
            Lock::Taken | Lock::Untried(_) => false,
        };
        if !stands {
            *self = Lock::take(folder);
        }
    }
}

/// Neither waits for a pipe nor follows a link.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::CLOEXEC).bits().cast_signed();
    let file = options().mode(0o600).custom_flags(flags).open(path)?;
    super::folder::owner_only(path);
    Ok(file)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    options().open(path)
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options
}
