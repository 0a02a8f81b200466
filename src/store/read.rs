//! Getting the bytes of one file without harm: never waits, never takes more than it should, never follows its
//! nose into a device. What the bytes mean is in `parse`.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

/// The largest file that is read, in bytes.
pub const CAP: u64 = 16 * 1024 * 1024;

/// Why there are no bytes.
#[derive(Debug)]
pub enum Unreadable {
    Missing,
    /// A folder, a pipe, a device.
    Special,
    /// So many bytes; more than [`CAP`].
    TooLarge(u64),
    /// The system says no: permission, a link in a circle, a disk fault. The file may well be good.
    Refused(io::Error),
}

/// What changes when somebody writes a file: size, time and place on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    changed: Option<Duration>,
    place: u64,
}

/// The stamp of the file or folder, if there is one.
pub fn stamp(path: &Path) -> Option<Stamp> {
    std::fs::metadata(path).ok().map(|data| stamp_of(&data))
}

/// The bytes of a regular file, and its stamp.
///
/// # Errors
/// See [`Unreadable`].
pub fn bytes(path: &Path) -> Result<(Vec<u8>, Stamp), Unreadable> {
    let file = open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::Missing,
        io::ErrorKind::IsADirectory => Unreadable::Special,
        _ if is_special(path) => Unreadable::Special,
        _ => Unreadable::Refused(error),
    })?;
    let data = file.metadata().map_err(Unreadable::Refused)?;
    if !data.is_file() {
        return Err(Unreadable::Special);
    }
    let mut bytes = Vec::new();
    file.take(CAP + 1).read_to_end(&mut bytes).map_err(Unreadable::Refused)?;
    if data.len() > CAP || bytes.len() as u64 > CAP {
        return Err(Unreadable::TooLarge(data.len()));
    }
    Ok((bytes, stamp_of(&data)))
}

/// Opens without waiting: a pipe without a writer would hold an ordinary open for ever.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn is_special(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|data| !data.is_file())
}

/// The stamp of a file whose metadata are known.
pub fn stamp_of(data: &Metadata) -> Stamp {
    let changed = data.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Stamp { bytes: data.len(), changed, place: place_of(data) }
}

#[cfg(unix)]
fn place_of(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn place_of(_: &Metadata) -> u64 {
    0
}
