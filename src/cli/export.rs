//! `vidde agenda export`: a run sheet as Markdown, printed or put into a new file.

use super::agenda::meant;
use super::answer::{Answer, Code};
use super::asked::Asked;
use super::wrong;
use crate::data;
use crate::domain::agenda::Notes;
use crate::domain::text::{Lang, Line, Words, words};
use crate::export::{Making, run_sheet};
use crate::store;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The agenda's name.
    pub name: String,
    pub notes: Notes,
    /// The new file; else it is printed.
    pub out: Option<PathBuf>,
}

/// The run sheet in the language that is asked for on the command line, else in that of the agenda; or the path of the
/// file that has it.
#[must_use]
pub fn answer(asked: &Asked, wish: &Wish) -> Answer {
    let (loaded, lang) = asked.files();
    let answer = match meant(&loaded, &wish.name, lang) {
        Ok(agenda) => {
            let catalogue = data::catalogue(loaded.tools.clone()).0;
            let (spoken, notes) = (asked.languages.flag.unwrap_or(agenda.lang), wish.notes);
            let making = Making { catalogue: &catalogue, lang: spoken, notes, now: asked.now(), zone: &asked.zone };
            let text = run_sheet(agenda, &making);
            match &wish.out {
                Some(path) => written(path, &text, lang),
                None => Answer::fine(text),
            }
        }
        Err(answer) => answer,
    };
    answer.but(&loaded.problems)
}

fn written(path: &Path, text: &str, lang: Lang) -> Answer {
    let named = Line::clean(&path.display().to_string());
    match store::new_file(path, text) {
        Ok(()) => Answer::fine(format!("{named}\n")),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Answer::wrong(Code::No, &TAKEN.with(lang, named)),
        Err(error) => wrong::file(path, &error, lang),
    }
}

const TAKEN: Words = words(
    "{} finnes allerede og er ikke rørt. Velg et annet navn.",
    "{} finst allereie og er ikkje rørt. Vel eit anna namn.",
    "{} exists already and is left as it is. Choose another name.",
);
