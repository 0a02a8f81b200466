//! Files that somebody names on the command line, wherever they are: which ones a folder has, and the text of one.

use super::read::CAP;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How deep folders are looked into.
const DEEPEST: usize = 8;

/// A path that cannot be read, and why.
pub type Denied = (PathBuf, io::Error);

/// The file at `path`, or all RON files in that folder and the folders in it, by name.
///
/// # Errors
/// The first path that is not there or cannot be opened.
pub fn ron_files(path: &Path) -> Result<Vec<PathBuf>, Denied> {
    let denied = |error| (path.to_owned(), error);
    let found = path.metadata().map_err(denied)?;
    let mut files = Vec::new();
    if found.is_dir() {
        gather(path, DEEPEST, &mut files)?;
        return Ok(files);
    }
    if found.is_file() {
        File::open(path).map_err(denied)?;
    }
    files.push(path.to_owned());
    Ok(files)
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Denied> {
    let entries = std::fs::read_dir(folder).map_err(|error| (folder.to_owned(), error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.is_symlink() {
            if depth > 0 {
                gather(&path, depth - 1, files)?;
            }
        } else if path.extension().is_some_and(|ending| ending == "ron") {
            files.push(path);
        }
    }
    Ok(())
}

/// The text of a file or pipe; of standard input for `-`.
///
/// # Errors
/// Those of the system; `InvalidData` for what is not UTF-8, `FileTooLarge` for more than 16 MB.
pub fn text(path: &Path) -> io::Result<String> {
    let source: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    let mut bytes = Vec::new();
    source.take(CAP + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > CAP {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}
