//! Where the files are: made for the owner alone, links followed only within the home folder, leavings swept up.

use super::slot::{AGENDAS, SESSIONS};
use super::trouble::Trouble;
use crate::domain::text::{Words, words};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of all files, and how far links in it may lead.
#[derive(Debug, Clone)]
pub struct Folder {
    pub root: PathBuf,
    /// The user's home, if there is one.
    pub home: Option<PathBuf>,
}

impl Folder {
    /// The path of `file`, through links; its folder is made when it is missing.
    ///
    /// # Errors
    /// The folder cannot be made, or a link leads out of the home folder: such a file is never written.
    pub fn path_to_write(&self, file: &str) -> Result<PathBuf, Trouble> {
        let path = self.root.join(file);
        let parent = path.parent().unwrap_or(&self.root);
        let ready = make(parent).and_then(|()| real(&path));
        let real = ready.map_err(|error| Trouble::io(file, &error))?;
        let near = [Some(&self.root), self.home.as_ref()].into_iter().flatten();
        if near.filter_map(|folder| fs::canonicalize(folder).ok()).any(|folder| real.starts_with(folder)) {
            return Ok(real);
        }
        Err(Trouble::at(file, LINK_OUT).about(&real.to_string_lossy()))
    }

    /// Removes what a killed save left behind. Only the holder of the lock may.
    pub fn sweep(&self) {
        for folder in ["", AGENDAS, SESSIONS] {
            sweep(&self.root.join(folder));
        }
    }
}

/// `path` with every link resolved; the file itself need not exist.
fn real(path: &Path) -> io::Result<PathBuf> {
    if fs::symlink_metadata(path).is_ok() {
        return fs::canonicalize(path);
    }
    let (parent, name) = (path.parent().unwrap_or(path), path.file_name().unwrap_or_default());
    Ok(fs::canonicalize(parent)?.join(name))
}

/// Makes the folder and those above it that are missing, and has the disk remember them.
fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
    if let Some(above) = above {
        make(above)?;
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !folder.is_dir() => return Err(error),
        Ok(()) => owner_only(folder),
        Err(_) => {}
    }
    above.map_or(Ok(()), sync)
}

/// Has the disk remember what was made, renamed or removed in the folder.
///
/// # Errors
/// What the system says.
pub fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Readable for the owner alone, whatever the umask. Best effort: some file systems know no owners.
pub fn owner_only(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = if path.is_dir() { 0o700 } else { 0o600 };
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Removes the new files of saves that never came to their end: `.live.ron.x7Gh2a`.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && is_leaving(&entry.file_name().to_string_lossy()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_leaving(name: &str) -> bool {
    let parts = name.strip_prefix('.').and_then(|name| name.rsplit_once('.'));
    parts.is_some_and(|(file, ending)| {
        let name = file.strip_suffix(".bak").unwrap_or(file);
        let ours = name.strip_suffix(".ron").is_some_and(|stem| !stem.is_empty());
        ours && ending.len() == 6 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

const LINK_OUT: Words = words(
    "filen er en lenke til {}, utenfor hjemmemappen din; dit skrives det ikke.",
    "fila er ei lenkje til {}, utanfor heimemappa di; dit blir det ikkje skrive.",
    "the file is a link to {}, outside your home folder; nothing is written there.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_leavings_are_swept() {
        for (name, ours) in [
            (".live.ron.x7Gh2a", true),
            (".live.ron.bak.linked", true),
            ("live.ron.x7Gh2a", false),
            (".live.ron.swp", false),
            (".bashrc.abcdef", false),
            (".ron", false),
        ] {
            assert_eq!(is_leaving(name), ours, "{name}");
        }
    }
}
