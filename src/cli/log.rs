//! `vidde agenda log`: the finished sessions, and what happened in one of them, from beginning to end. How one is written
//! is in `text` and `json`.

mod json;
mod text;

use super::Form;
use super::answer::{Answer, Code, echoed};
use super::asked::Asked;
use crate::domain::Problem;
use crate::domain::facts::{Live, Record};
use crate::domain::harvest::{Note, NoteKind};
use crate::domain::review::{Happened, Review, happened, review};
use crate::domain::session::Session;
use crate::domain::text::{Lang, Line, Words, words};
use crate::domain::times::Moment;
use crate::domain::version::Version;
use crate::store::Store;
use std::path::Path;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// A file, its beginning, an agenda or a title; all sessions when empty.
    pub name: String,
    pub form: Form,
    pub silent: Silent,
}

/// Whether silent notes are told too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silent {
    Kept,
    Told,
}

/// A session as it is told: where it lies, and at which moment it is looked at.
struct Told {
    /// None while it runs.
    stem: Option<String>,
    record: Record,
    now: Moment,
    /// What of its file could not be read.
    fault: Option<Problem>,
}

impl Told {
    fn running(live: Live, now: Moment) -> Told {
        let record = Record { version: Version, session: live.session, private: live.private };
        Told { stem: None, record, now, fault: None }
    }

    fn finished(stem: String, (record, fault): (Record, Option<Problem>), now: Moment) -> Told {
        let now = record.session.seen_last(now);
        Told { stem: Some(stem), record, now, fault }
    }

    fn session(&self) -> &Session {
        &self.record.session
    }

    fn review(&self) -> Review {
        review(self.session(), self.now)
    }

    fn happened(&self, lang: Lang) -> Vec<Happened> {
        happened(self.session(), self.now, lang)
    }

    fn notes(&self, silent: Silent) -> Vec<&Note> {
        let harvest = self.record.private.harvest.iter();
        harvest.filter(|note| silent == Silent::Told || note.kind != NoteKind::Silent).collect()
    }

    /// The names that it may be asked for by: its agenda and its title, in small letters.
    fn names(&self) -> [String; 2] {
        let session = self.session();
        [session.agenda.as_str().to_lowercase(), session.plan.title.to_lowercase()]
    }
}

/// The answer to `vidde agenda log`.
#[must_use]
pub fn answer(asked: &Asked, wish: &Wish) -> Answer {
    let (loaded, lang) = asked.files();
    let desk = Desk { folder: asked.folder.as_deref(), lang, now: asked.now() };
    let running = loaded.facts.live.filter(|live| live.session.has_started());
    let running = running.map(|live| Told::running(live, desk.now));
    let answer = if wish.name.is_empty() { desk.list(running, wish.form) } else { desk.one(running, wish) };
    answer.but(&loaded.problems)
}

struct Desk<'a> {
    folder: Option<&'a Path>,
    lang: Lang,
    now: Moment,
}

impl Desk<'_> {
    fn read(&self, stem: &str) -> Option<Result<Told, Problem>> {
        let found = Store::finished_one(self.folder?, stem, self.lang);
        Some(found.map(|found| Told::finished(stem.to_owned(), found, self.now)))
    }

    fn list(&self, running: Option<Told>, form: Form) -> Answer {
        let stems = Store::finished_in(self.folder);
        let (mut all, mut problems) = (Vec::from_iter(running), Vec::new());
        for found in stems.iter().filter_map(|stem| self.read(stem)) {
            match found {
                Ok(mut told) => {
                    problems.extend(told.fault.take());
                    all.push(told);
                }
                Err(problem) => problems.push(problem),
            }
        }
        let answer = match form {
            Form::Json => Answer::fine(json::list(&all, self.lang)),
            Form::Text if all.is_empty() && problems.is_empty() => Answer::wrong(Code::No, NONE.pick(self.lang)),
            Form::Text => Answer::fine(text::list(&all, self.lang)),
        };
        answer.but(&problems)
    }

    fn one(&self, running: Option<Told>, wish: &Wish) -> Answer {
        match self.find(running, &wish.name) {
            Some(Ok(told)) => Answer::fine(match wish.form {
                Form::Text => text::whole(&told, wish.silent, self.lang),
                Form::Json => json::whole(&told, wish.silent, self.lang),
            })
            .but(told.fault.as_slice()),
            Some(Err(problem)) => Answer { code: Code::File, ..Answer::default() }.but(&[problem]),
            None => Answer::wrong(Code::No, &UNKNOWN.with(self.lang, echoed(&wish.name))),
        }
    }

    /// The session that is meant: the file of that name, the newest file that begins so, the running session, or the
    /// newest session of that agenda or title; else of one that begins so.
    fn find(&self, running: Option<Told>, name: &str) -> Option<Result<Told, Problem>> {
        let wanted = Line::clean(name.trim_end_matches(".ron")).to_lowercase();
        let stems = Store::finished_in(self.folder);
        let named = |fits: &dyn Fn(&str) -> bool| stems.iter().find(|stem| fits(&Line::clean(stem).to_lowercase()));
        let exact = named(&|stem| stem == wanted);
        if let Some(stem) = exact.or_else(|| named(&|stem| !wanted.is_empty() && stem.starts_with(&wanted))) {
            return self.read(stem);
        }
        let mut all = Vec::from_iter(running);
        all.extend(stems.iter().filter_map(|stem| self.read(stem)).filter_map(Result::ok));
        let place = |fits: &dyn Fn(&String) -> bool| all.iter().position(|told| told.names().iter().any(fits));
        let begins = |called: &String| !wanted.is_empty() && called.starts_with(&wanted);
        let place = place(&|called| *called == wanted).or_else(|| place(&begins))?;
        Some(Ok(all.swap_remove(place)))
    }
}

const NONE: Words =
    words("Ingen samling er avsluttet ennå.", "Inga samling er avslutta enno.", "No session has been finished yet.");
const UNKNOWN: Words = words(
    "Det er ingen samling som heter «{}». «vidde agenda log» lister dem.",
    "Det er inga samling som heiter «{}». «vidde agenda log» listar dei.",
    "There is no session called “{}”. “vidde agenda log” lists them.",
);
