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
use std::io;
use std::path::PathBuf;

const FINE: Words = words("Ingen feil; filer: {}", "Ingen feil; filer: {}", "No errors; files: {}");
const FAULTY: Words = words("Feil: {}", "Feil: {}", "Errors: {}");

const ADVICE: Words = words(
    "Råd om egne kort (ingen feil): {}",
    "Råd om eigne kort (ingen feil): {}",
    "Advice on your own cards (not errors): {}",
);

/// What is wrong in `paths` (files, or folders with all their RON files); without paths in all files of the user and
/// in the built-in ones, how those are written, and advice on cards of the user's own. Exit code 1 when anything but
/// advice is found, 3 when a path cannot be read.
#[must_use]
pub fn answer(asked: &Asked, paths: &[PathBuf]) -> Answer {
    let (loaded, lang) = asked.files();
    let files = match given(asked, paths) {
        Ok(found) => found,
        Err((path, error)) => return wrong::file(&path, &error, lang),
    };
    let everything = paths.is_empty();
    let mut problems = if everything { built_in() } else { Vec::new() };
    problems.extend(files.iter().flat_map(|path| store::check(path, lang)));
    let mut text = if everything { advice(&loaded.tools, lang) } else { String::new() };
    text.extend(problems.iter().map(line));
    if problems.is_empty() {
        return Answer::fine(text + &FINE.with(lang, files.len()) + "\n");
    }
    let text = text + &FAULTY.with(lang, problems.len()) + "\n";
    Answer { text, code: Code::No, ..Answer::default() }
}

/// What is wrong with the built-in cards, guide and templates, and what there is to remark on how they are written.
fn built_in() -> Vec<Problem> {
    let (catalogue, problems) = data::catalogue(Vec::new());
    let (guide, faults) = data::guide();
    [problems, faults, proof::all(&catalogue, &guide, &Limits::default())].concat()
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

/// The files to look at.
fn given(asked: &Asked, paths: &[PathBuf]) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let own = asked.folder.iter().filter(|folder| folder.exists());
    let folders: Vec<&PathBuf> = if paths.is_empty() { own.collect() } else { paths.iter().collect() };
    let files: Result<Vec<_>, _> = folders.into_iter().map(|path| store::ron_files(path)).collect();
    Ok(files?.concat())
}
