//! `vidde check`: looks for mistakes in RON files, those of the user or the built-in ones.

use super::answer::{Answer, Code, line};
use super::asked::Asked;
use super::wrong;
use crate::data;
use crate::domain::text::{Words, words};
use crate::store;
use std::io;
use std::path::PathBuf;

const FINE: Words = words("Ingen feil; filer: {}", "Ingen feil; filer: {}", "No mistakes; files: {}");
const FAULTY: Words = words("Feil: {}", "Feil: {}", "Mistakes: {}");

/// What is wrong in `paths` (files, or folders with all their RON files); without paths in all files of the user and
/// in the built-in ones. Exit code 1 when anything is, 3 when a path cannot be read.
#[must_use]
pub fn answer(asked: &Asked, paths: &[PathBuf]) -> Answer {
    let lang = asked.files().1;
    let files = match given(asked, paths) {
        Ok(found) => found,
        Err((path, error)) => return wrong::file(&path, &error, lang),
    };
    let mut problems = if paths.is_empty() { data::built_in().1 } else { Vec::new() };
    problems.extend(files.iter().flat_map(|path| store::check(path, lang)));
    let text = problems.iter().map(line).collect::<String>();
    if problems.is_empty() {
        return Answer::fine(FINE.with(lang, files.len()) + "\n");
    }
    let text = text + &FAULTY.with(lang, problems.len()) + "\n";
    Answer { text, code: Code::No, ..Answer::default() }
}

/// The files to look at.
fn given(asked: &Asked, paths: &[PathBuf]) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let own = asked.folder.iter().filter(|folder| folder.exists());
    let folders: Vec<&PathBuf> = if paths.is_empty() { own.collect() } else { paths.iter().collect() };
    let files: Result<Vec<_>, _> = folders.into_iter().map(|path| store::ron_files(path)).collect();
    Ok(files?.concat())
}
