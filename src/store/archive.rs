//! Finished sessions, read when they are asked for and not before: by the writer's thread, one file at a time, so that
//! saving never waits for more than one of them.

use super::Store;
use super::ledger::{Ledger, unreadable_trouble};
use super::load::{self, Reading};
use super::read::Unreadable;
use super::slot::{SESSIONS, Slot};
use super::trouble::Trouble;
use crate::domain::Problem;
use crate::domain::facts::{Finished, MOST_FINISHED, Record};
use crate::domain::text::Lang;
use std::path::Path;

/// A file of `sessions/` without its ending, and what it holds or why that cannot be used.
pub type Kept = (String, Result<Record, Trouble>);

/// How far the reading has come.
#[derive(Debug, Default)]
pub struct Archive {
    stage: Stage,
    /// Files still to be read, the newest last.
    left: Vec<String>,
    read: Vec<Kept>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    Closed,
    Asked,
    /// The thread has a step in hand.
    UnderWay,
    Reading,
    Done,
}

/// What the thread does next.
#[derive(Debug)]
pub enum Step {
    List,
    Read(String),
}

/// What it has done.
#[derive(Debug)]
pub enum Found {
    Listed(Vec<String>),
    /// A session, and what of its file could not be read while the rest could.
    Read(Box<Kept>, Option<Trouble>),
}

impl Archive {
    /// Has the folder read, unless that is under way already.
    pub fn ask(&mut self) {
        if self.stage == Stage::Closed {
            self.stage = Stage::Asked;
        }
    }

    /// Whether the thread has something to do here.
    pub fn has_work(&self) -> bool {
        matches!(self.stage, Stage::Asked | Stage::Reading)
    }

    /// Whether the thread is at it right now.
    pub fn is_under_way(&self) -> bool {
        self.stage == Stage::UnderWay
    }

    /// Whether what was asked for has not been taken over yet.
    pub fn is_open(&self) -> bool {
        self.stage != Stage::Closed
    }

    /// The next step, taken in hand.
    pub fn next(&mut self) -> Option<Step> {
        let step = match self.stage {
            Stage::Asked => Step::List,
            Stage::Reading => Step::Read(self.left.pop()?),
            Stage::Closed | Stage::UnderWay | Stage::Done => return None,
        };
        self.stage = Stage::UnderWay;
        Some(step)
    }

    /// A step is done; nothing when it broke off at a fault of the program.
    /// Answers what is to be told.
    pub fn done(&mut self, found: Option<Found>) -> Option<Trouble> {
        let told = match found {
            Some(Found::Listed(stems)) => {
                self.left = stems;
                None
            }
            Some(Found::Read(kept, told)) => {
                self.read.push(*kept);
                told
            }
            None => None,
        };
        self.stage = if self.left.is_empty() { Stage::Done } else { Stage::Reading };
        told
    }

    /// Nobody can read: what there is must do.
    pub fn give_up(&mut self) {
        if self.is_open() {
            self.stage = Stage::Done;
        }
    }

    /// All that was read, the newest first, once it is complete.
    pub fn taken(&mut self) -> Option<Vec<Kept>> {
        (self.stage == Stage::Done).then(|| std::mem::take(self).read)
    }
}

/// Does one step. What has been read may be replaced later, so it is known from now on.
pub fn take(ledger: &mut Ledger, next: Step) -> Found {
    match next {
        Step::List => Found::Listed(newest(&ledger.folder.root)),
        Step::Read(stem) => {
            let slot = Slot::Record(stem.clone());
            let Reading { value, trouble, known } = load::read::<Record>(&ledger.folder.root, &slot.file());
            ledger.known.entry(slot).or_insert(known);
            let (found, told) = match (value, trouble) {
                (Some(record), trouble) => (Ok(record), trouble),
                (None, trouble) => (Err(trouble.unwrap_or_else(|| gone(&stem))), None),
            };
            Found::Read(Box::new((stem, found)), told)
        }
    }
}

impl Store {
    /// Has the finished sessions read for [`Store::refresh`], by the thread that writes; waits for nothing.
    pub fn read_finished(&mut self) {
        match self.shared().cloned() {
            Some(shared) => {
                shared.ask_archive();
                self.wake();
            }
            None => self.asked_in_vain = true,
        }
    }

    /// Whether finished sessions were asked for and have not been taken over.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.asked_in_vain || self.shared().is_some_and(|shared| shared.is_archive_open())
    }

    /// The files of all finished sessions in the folder without their ending, the newest first.
    #[must_use]
    pub fn finished_in(folder: Option<&Path>) -> Vec<String> {
        let mut stems = folder.map(all).unwrap_or_default();
        stems.reverse();
        stems
    }

    /// Reads one finished session of the folder; with it comes what of its file could not be read while the rest could.
    ///
    /// # Errors
    /// What is wrong with its file, in words of `lang`.
    pub fn finished_one(folder: &Path, stem: &str, lang: Lang) -> Result<(Record, Option<Problem>), Problem> {
        let Reading { value, trouble, .. } = load::read::<Record>(folder, &Slot::Record(stem.to_owned()).file());
        let told = trouble.as_ref().map(|trouble| trouble.problem(lang));
        match value {
            Some(record) => Ok((record, told)),
            None => Err(told.unwrap_or_else(|| gone(stem).problem(lang))),
        }
    }

    /// What has been read, told in the store's language.
    pub(super) fn finished(&self, (stem, found): Kept) -> Finished {
        Finished { stem, found: found.map_err(|trouble| trouble.problem(self.lang)) }
    }
}

/// The finished sessions in the folder, the newest last.
fn all(root: &Path) -> Vec<String> {
    load::stems(root, SESSIONS).0
}

/// The newest of them.
fn newest(root: &Path) -> Vec<String> {
    let mut stems = all(root);
    stems.drain(..stems.len().saturating_sub(MOST_FINISHED));
    stems
}

fn gone(stem: &str) -> Trouble {
    unreadable_trouble(&Slot::Record(stem.to_owned()).file(), &Unreadable::Missing)
}
