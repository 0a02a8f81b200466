//! What went wrong with a file, kept as words so that it can be told in any of the three languages.

use super::fault::Fault;
use crate::domain::Problem;
use crate::domain::text::{Lang, Line, Words, words};
use std::io;

/// A place, sentences about it, and perhaps a drawing of the fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    place: String,
    /// Each sentence with what stands for its `{}`.
    sentences: Vec<(Words, String)>,
    /// Where in the text it is.
    fault: Option<Box<Fault>>,
}

impl Trouble {
    /// Trouble with a file; `place` is its name, cleaned here.
    pub fn at(place: &str, sentence: Words) -> Trouble {
        Trouble { place: Line::clean(place).to_string(), sentences: vec![(sentence, String::new())], fault: None }
    }

    /// Trouble that the system reports when it reads a file that is there, or writes.
    pub fn io(place: &str, error: &io::Error) -> Trouble {
        Trouble::at(place, Trouble::words_of(error)).about(&error.to_string())
    }

    /// What an error of the system means to a person.
    pub fn words_of(error: &io::Error) -> Words {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => FULL,
            io::ErrorKind::ReadOnlyFilesystem => READ_ONLY,
            io::ErrorKind::PermissionDenied => DENIED,
            io::ErrorKind::NotFound => GONE,
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => NO_FOLDER,
            _ => OTHER,
        }
    }

    /// Fills in the last sentence.
    pub fn about(mut self, what: &str) -> Trouble {
        if let Some((_, about)) = self.sentences.last_mut() {
            *about = Line::clean(what).to_string();
        }
        self
    }

    /// One sentence more, filled in.
    pub fn and(mut self, sentence: Words, what: &str) -> Trouble {
        self.sentences.push((sentence, String::new()));
        self.about(what)
    }

    /// A fault in the text of a file, with its drawing and its place when it has one.
    pub fn drawn(file: &str, fault: Fault) -> Trouble {
        let place = match fault.at {
            Some((line, column)) => format!("{}:{line}:{column}", Line::clean(file)),
            None => Line::clean(file).to_string(),
        };
        Trouble { place, sentences: Vec::new(), fault: Some(Box::new(fault)) }
    }

    /// For the list of problems.
    pub fn problem(&self, lang: Lang) -> Problem {
        let drawn = self.fault.as_ref().map(|fault| fault.drawn(lang)).unwrap_or_default();
        let parts = [drawn, self.told(lang)];
        let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        Problem { place: self.place.clone(), text }
    }

    /// Why something cannot be saved, in one line: the place and the reason.
    pub fn notice(&self, lang: Lang) -> String {
        let place = if self.place.is_empty() { String::new() } else { format!("{}: ", self.place) };
        place + &self.told(lang)
    }

    fn told(&self, lang: Lang) -> String {
        self.sentences.iter().map(|(words, about)| words.with(lang, about)).collect::<Vec<_>>().join(" ")
    }
}

const FULL: Words = words("disken er full.", "disken er full.", "the disk is full.");
const READ_ONLY: Words = words("disken kan bare leses.", "disken kan berre lesast.", "the disk is read-only.");
const DENIED: Words = words(
    "du har ikke tilgang til filen eller mappen.",
    "du har ikkje tilgang til fila eller mappa.",
    "you do not have permission for the file or folder.",
);
const GONE: Words = words("mappen er borte.", "mappa er borte.", "the folder is gone.");
const NO_FOLDER: Words = words(
    "noe annet ligger der mappen skulle vært.",
    "noko anna ligg der mappa skulle vore.",
    "there is something else where the folder should be.",
);
const OTHER: Words = words("systemet svarer: {}.", "systemet svarar: {}.", "the system says: {}.");
