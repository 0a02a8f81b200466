//! Changing one file so that at every moment either the old or the new one stands, whole; and keeping what was there.

use super::folder::{owner_only, sweep, sync};
use super::read::{Stamp, stamp_of};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Puts `bytes` in the place of the file: new file beside it, sync, rename, sync of the folder. Answers the stamp of
/// the new file.
///
/// # Errors
/// What the system says; the old file then stands, or the new one does and may not survive a power cut.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
    let written = write(path, bytes);
    if let (Err(_), Some(folder)) = (&written, path.parent()) {
        sweep(folder);
    }
    written
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
    let mut file = options().open(path)?;
    set_owner_only(&file)?;
    file.write_all(bytes)?;
    let stamp = stamp_of(&file.metadata()?);
    file.commit().map(|()| stamp)
}

/// Like [`replace`], and the version before becomes the first backup of `beside`; that it cannot is no reason not to
/// save.
///
/// # Errors
/// See [`replace`].
pub fn replace_and_back_up(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<Stamp> {
    let copy = &backup_of(beside, 1);
    let before = copy.with_file_name(format!(".{}.linked", name_of(copy)));
    let _ = fs::remove_file(&before);
    let twin = twin(path, &before);
    let written = replace(path, bytes);
    if twin.is_ok() {
        if written.is_ok() {
            age_backups(beside);
        }
        let moved = written.is_ok() && fs::rename(&before, copy).is_ok();
        let _ = if moved { Ok(()) } else { fs::remove_file(&before) };
    }
    written
}

/// Keeps what stands at `path` under a name of its own, `live.ron.damaged-1`, and answers that name. What is there
/// already is not kept twice; what cannot have a second name (a folder) is moved.
///
/// # Errors
/// What the system says; nothing is lost, and the caller must not replace the file.
pub fn keep(path: &Path, beside: &Path, why: &str) -> io::Result<String> {
    for number in 1..10_000 {
        let ending = format!("{}.{why}-{number}", name_of(beside));
        let copy = beside.with_file_name(&ending);
        if fs::symlink_metadata(&copy).is_ok() {
            if is_same(path, &copy) {
                return Ok(ending);
            }
            continue;
        }
        let keeping = if fs::metadata(path)?.is_file() { twin(path, &copy) } else { fs::rename(path, &copy) };
        keeping?;
        owner_only(&copy);
        copy.parent().map_or(Ok(()), sync)?;
        return Ok(ending);
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

/// Removes the file; its last version stays as its first backup.
///
/// # Errors
/// What the system says; a file that is gone already is none.
pub fn retire(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        age_backups(path);
    }
    unless_gone(fs::rename(path, backup_of(path, 1)))?;
    path.parent().map_or(Ok(()), sync)
}

/// Removes the file for good.
///
/// # Errors
/// What the system says; a file that is gone already is none.
pub fn remove(path: &Path) -> io::Result<()> {
    unless_gone(fs::remove_file(path))?;
    path.parent().map_or(Ok(()), sync)
}

/// Removes all backups of the file for good.
///
/// # Errors
/// What the system says.
pub fn remove_backups(path: &Path) -> io::Result<()> {
    (1..=BACKUPS).rev().try_for_each(|number| unless_gone(fs::remove_file(backup_of(path, number))))?;
    path.parent().map_or(Ok(()), sync)
}

/// How many earlier versions stay.
pub const BACKUPS: usize = 3;

/// The second and third backup are at least so much older than the one before them: each save makes a first one.
const APART: Duration = Duration::from_secs(10 * 60);

/// `live.ron.bak`, `live.ron.bak-2` …, beside the file; the first is the latest.
pub fn backup_of(path: &Path, number: usize) -> PathBuf {
    let ending = if number == 1 { String::new() } else { format!("-{number}") };
    path.with_file_name(format!("{}.bak{ending}", name_of(path)))
}

/// Lets backups grow a number older where the next place is free, or holds one that is old enough. Best effort.
fn age_backups(path: &Path) {
    let moves = |number: usize| {
        let (from, to) = (backup_of(path, number), backup_of(path, number + 1));
        is_due(&from, &to).then_some((from, to))
    };
    let Some(first) = moves(1) else { return };
    for (from, to) in moves(2).into_iter().chain([first]) {
        let _ = fs::rename(from, to);
    }
}

fn is_due(from: &Path, to: &Path) -> bool {
    let written = |path: &Path| fs::symlink_metadata(path).and_then(|data| data.modified());
    match (written(from), written(to)) {
        (Err(_), _) => false,
        (Ok(_), Err(_)) => true,
        (Ok(later), Ok(earlier)) => later.duration_since(earlier).is_ok_and(|apart| apart >= APART),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A second name for the file's present content, or a copy where the file system has no second names; never one that is
/// taken.
pub(super) fn twin(path: &Path, copy: &Path) -> io::Result<()> {
    match fs::hard_link(path, copy) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        Err(_) => duplicate(path, copy),
        Ok(()) => Ok(()),
    }
}

fn duplicate(path: &Path, copy: &Path) -> io::Result<()> {
    let mut to = OpenOptions::new().write(true).create_new(true).open(copy)?;
    owner_only(copy);
    let copied = File::open(path).and_then(|mut from| io::copy(&mut from, &mut to)).and_then(|_| to.sync_all());
    copied.inspect_err(|_| drop(fs::remove_file(copy)))
}

fn is_same(path: &Path, copy: &Path) -> bool {
    let (here, there) = (super::read::stamp(path), super::read::stamp(copy));
    let same_bytes =
        || matches!((super::read::bytes(path), super::read::bytes(copy)), (Ok((a, _)), Ok((b, _))) if a == b);
    here.is_some() && here == there || same_bytes()
}

fn unless_gone(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// A new file of ours is never given the mode or owner of the one it replaces.
#[cfg(unix)]
fn options() -> atomic_write_file::OpenOptions {
    use atomic_write_file::unix::OpenOptionsExt as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = atomic_write_file::OpenOptions::new();
    options.mode(0o600).preserve_mode(false).preserve_owner(false);
    options
}

#[cfg(not(unix))]
fn options() -> atomic_write_file::OpenOptions {
    atomic_write_file::OpenOptions::new()
}

#[cfg(unix)]
fn set_owner_only(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
fn set_owner_only(_: &File) -> io::Result<()> {
    Ok(())
}
