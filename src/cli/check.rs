//! `vidde check`: looks for mistakes in RON files, those of the user or the built-in ones.

use super::answer::{Answer, Code, line};
use super::asked::Asked;
use super::wrong;
use crate::data;
use crate::domain::Problem;
use crate::domain::proof::{self, Limits};
use crate::domain::text::{Lang, Words, words};
use crate::domain::tool::Tool;
use crate::store;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

const FINE: Words = words("Ingen feil; filer: {}", "Ingen feil; filer: {}", "No mistakes; files: {}");
const FAULTY: Words = words("Feil: {}", "Feil: {}", "Mistakes: {}");

/// How deep folders are looked into.
const DEEPEST: usize = 8;

const ADVICE: Words = words(
    "Råd om egne kort (ingen feil): {}",
    "Råd om eigne kort (ingen feil): {}",
    "Advice on cards of your own (no mistakes): {}",
);

/// What is wrong in `paths` (files, or folders with all their RON files); without paths in all files of the user and
/// in the built-in ones, how those are written, and advice on the user's own cards. Exit code 1 when anything is, 3 when a path cannot be read.
#[must_use]
pub fn answer(asked: &Asked, paths: &[PathBuf]) -> Answer {
    let (loaded, lang) = asked.files();
    let (files, mut problems) = match given(asked, paths) {
        Ok(found) => found,
        Err((path, error)) => return wrong::file(&path, &error, lang),
    };
    problems.extend(files.iter().flat_map(|path| store::check(path, lang)));
    let mut text = String::new();
    if paths.is_empty() {
        problems.extend(built_in());
        text += &advice(&loaded.tools, lang);
    }
    text.extend(problems.iter().map(line));
    if problems.is_empty() {
        return Answer::fine(text + &FINE.with(lang, files.len()) + "\n");
    }
    let text = text + &FAULTY.with(lang, problems.len()) + "\n";
    Answer { text, code: Code::No, ..Answer::default() }
}

/// What there is to remark on how the built-in cards, guide and templates are written.
fn built_in() -> Vec<Problem> {
    proof::all(&data::catalogue(Vec::new()).0, &data::guide().0, &Limits::default())
}

/// What there is to remark on cards of the user's own; nothing of it is wrong.
fn advice(own: &[Tool], lang: Lang) -> String {
    let catalogue = data::catalogue(own.to_vec()).0;
    let remarks = own
        .iter()
        .flat_map(|tool| [proof::card(tool, &Limits::of_own(tool)), proof::relations(tool, &catalogue)].concat());
    let lines: Vec<String> = remarks.map(|remark| line(&remark)).collect();
    if lines.is_empty() { String::new() } else { ADVICE.with(lang, lines.len()) + "\n" + &lines.concat() + "\n" }
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
