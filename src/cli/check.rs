//! `vidde check`: looks for mistakes in RON files, those of the user or the built-in ones.

use super::answer::{Answer, Code, line};
use super::asked::Asked;
use super::wrong;
use crate::data;
use crate::domain::Problem;
use crate::domain::text::{Words, words};
use crate::store;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

const FINE: Words = words("Ingen feil; filer: {}", "Ingen feil; filer: {}", "No mistakes; files: {}");
const FAULTY: Words = words("Feil: {}", "Feil: {}", "Mistakes: {}");

/// How deep folders are looked into.
const DEEPEST: usize = 8;

/// What is wrong in `paths` (files, or folders with all their RON files); without paths in all files of the user and
/// in the built-in ones. Exit code 1 when anything is, 3 when a path cannot be read.
#[must_use]
pub fn answer(asked: &Asked, paths: &[PathBuf]) -> Answer {
    let lang = asked.files().1;
    let (files, mut problems) = match given(asked, paths) {
        Ok(found) => found,
        Err((path, error)) => return wrong::file(&path, &error, lang),
    };
    problems.extend(files.iter().flat_map(|path| store::check(path, lang)));
    let text = problems.iter().map(line).collect::<String>();
    if problems.is_empty() {
        return Answer::fine(FINE.with(lang, files.len()) + "\n");
    }
    let text = text + &FAULTY.with(lang, problems.len()) + "\n";
    Answer { text, code: Code::No, ..Answer::default() }
}

type Given = (Vec<PathBuf>, Vec<Problem>);

fn given(asked: &Asked, paths: &[PathBuf]) -> Result<Given, (PathBuf, io::Error)> {
    let mut files = Vec::new();
    if paths.is_empty() {
        if let Some(folder) = asked.folder.as_deref().filter(|folder| folder.exists()) {
            gather(folder, DEEPEST, &mut files)?;
        }
        return Ok((files, data::built_in().1));
    }
    for path in paths {
        let unreadable = |error| (path.clone(), error);
        let found = path.metadata().map_err(unreadable)?;
        if found.is_dir() {
            gather(path, DEEPEST, &mut files)?;
            continue;
        }
        if found.is_file() {
            File::open(path).map_err(unreadable)?;
        }
        files.push(path.clone());
    }
    Ok((files, Vec::new()))
}

/// Adds all RON files in `folder`, by name.
fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
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
