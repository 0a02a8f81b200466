//! A new file where nothing stands: written whole beside its place and put there in one step, never over anything.

use super::folder::{Folder, owner_only, sync};
use super::replace::twin;
use super::trouble::Trouble;
use crate::domain::text::Lang;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The folder of run sheets that were exported, beside the other files.
const EXPORTS: &str = "exports";

/// Most run sheets of one name.
const MOST: usize = 1000;

/// Writes `text` to a new file, readable for the owner alone.
///
/// # Errors
/// What the system says; `AlreadyExists` when something stands there, which is left as it is.
pub fn new_file(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.new-{}", std::process::id()));
    let _ = fs::remove_file(&beside);
    let placed = written(&beside, text).and_then(|()| twin(&beside, path));
    let _ = fs::remove_file(&beside);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    placed.and_then(|()| sync(folder.unwrap_or(Path::new("."))))
}

fn written(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    owner_only(path);
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Writes `text` to a new file `exports/<stem>.md` in the folder `root`, or the first free `<stem>-2.md` …; answers its
/// path.
///
/// # Errors
/// Why it cannot be written, in `lang`.
pub fn export(root: &Path, stem: &str, text: &str, lang: Lang) -> Result<PathBuf, String> {
    let folder = Folder { root: root.to_owned(), home: super::home() };
    let endings = std::iter::once(String::new()).chain((2..=MOST).map(|number| format!("-{number}")));
    let mut last = io::Error::from(ErrorKind::AlreadyExists);
    for ending in endings {
        let file = format!("{EXPORTS}/{stem}{ending}.md");
        let path = folder.path_to_write(&file).map_err(|trouble| trouble.notice(lang))?;
        match new_file(&path, text) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(Trouble::io(&file, &error).notice(lang)),
        }
    }
    Err(Trouble::io(EXPORTS, &last).notice(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_whole_and_nothing_is_written_over() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("kick-off.md");
        new_file(&path, "en")?;
        assert_eq!(new_file(&path, "to").map_err(|error| error.kind()), Err(ErrorKind::AlreadyExists));
        assert_eq!(fs::read_to_string(&path)?, "en");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1, "nothing is left beside it");
        Ok(())
    }

    #[test]
    fn each_export_gets_a_name_of_its_own() {
        let Ok(folder) = tempfile::tempdir() else { return };
        let names = ["a", "b"].map(|text| export(folder.path(), "kick-off", text, Lang::En));
        let names = names.map(|path| path.ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned())));
        assert_eq!(names, [Some("kick-off.md".to_owned()), Some("kick-off-2.md".to_owned())]);
    }
}
