//! The files of the user's folder: read with care, replaced whole, never lost. The only place beside `data` that
//! reads files, and the only one that writes them. What the facts mean is in `domain`.
//!
//! Reading: [`load`](self) takes what is good and names what is not. Writing: [`Store::save`] compares the facts with
//! what was handed over last, and hands what differs to one thread that tries until it stands on the disk.

mod check;
mod differences;
mod fault;
mod folder;
mod given;
mod ledger;
mod load;
mod lock;
mod parse;
mod read;
mod refresh;
mod replace;
mod slot;
mod trouble;
mod writer;

pub use check::check;
pub use given::{ron_files, text};

use crate::domain::Problem;
use crate::domain::facts::{Facts, Role, Saving, Settings};
use crate::domain::text::{Lang, Words, words};
use crate::domain::tool::Tool;
use folder::Folder;
use ledger::Ledger;
use load::{Found, Reach};
use lock::Lock;
use refresh::Refresh;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use trouble::Trouble;
use writer::{Ending, Progress, Shared};

/// How often a viewer and the room look whether files have changed.
pub const LOOK_EVERY: Duration = Duration::from_millis(250);

/// How long leaving may wait for a save that is under way.
const LAST_WAIT: Duration = Duration::from_secs(2);

/// The folder, open.
#[derive(Debug)]
pub struct Store {
    /// Nothing without a home: everything then stays in memory.
    shared: Option<Arc<Shared>>,
    thread: Option<JoinHandle<()>>,
    /// The facts as last handed to the writer, or read.
    handed: Facts,
    /// Facts that could not be put into the words of a file.
    unwritable: Option<Trouble>,
    role: Role,
    reach: Reach,
    lang: Lang,
}

/// What the folder held.
#[derive(Debug)]
pub struct Loaded {
    pub facts: Facts,
    /// The user's own cards.
    pub tools: Vec<Tool>,
    pub problems: Vec<Problem>,
    pub role: Role,
}

impl Store {
    /// The folder of all files: the one that was asked for, else `vidde` among the user's settings; none without a
    /// home.
    #[must_use]
    pub fn folder(config_dir: Option<PathBuf>) -> Option<PathBuf> {
        let usual = || directories::ProjectDirs::from("", "", "vidde").map(|dirs| dirs.config_dir().to_owned());
        config_dir.filter(|folder| !folder.as_os_str().is_empty()).or_else(usual)
    }

    /// Opens the folder as its writer, or as a viewer while another window is. Never fails: what cannot be read is
    /// a problem, and what cannot be written is told by [`Store::settle`]. Problems are told in the language that
    /// `speak` chooses once the settings are known.
    #[must_use]
    pub fn open(folder: Option<PathBuf>, speak: impl FnOnce(&Settings) -> Lang) -> (Store, Loaded) {
        let lock = match &folder {
            Some(root) if root.exists() => Lock::take(root),
            _ => Lock::Untried(std::io::Error::from(std::io::ErrorKind::NotFound)),
        };
        let role = if matches!(lock, Lock::Taken) { Role::Viewer } else { Role::Writer };
        Opening { folder, lock, role, reach: Reach::All }.finish(speak)
    }

    /// Reads the folder and leaves it alone: for answers on the command line.
    #[must_use]
    pub fn view(folder: Option<PathBuf>, speak: impl FnOnce(&Settings) -> Lang) -> (Store, Loaded) {
        Opening { folder, lock: Lock::Taken, role: Role::Viewer, reach: Reach::All }.finish(speak)
    }

    /// Follows the running session for the room: reads neither a private text nor an agenda.
    #[must_use]
    pub fn follow(folder: Option<PathBuf>, speak: impl FnOnce(&Settings) -> Lang) -> (Store, Loaded) {
        Opening { folder, lock: Lock::Taken, role: Role::Viewer, reach: Reach::Wall }.finish(speak)
    }

    /// Has written what differs from the facts handed over last. A viewer writes nothing.
    pub fn save(&mut self, facts: &Facts) {
        if self.role == Role::Viewer || *facts == self.handed {
            return;
        }
        if facts.settings.lang != self.handed.settings.lang {
            self.lang = facts.settings.lang.unwrap_or(self.lang);
        }
        match differences::differences(&self.handed, facts) {
            Ok(wanted) => {
                self.unwritable = None;
                self.handed = facts.clone();
                self.hand(wanted);
            }
            Err(text) => self.unwritable = Some(Trouble::at("", UNWRITABLE).about(&text)),
        }
    }

    /// Whether all is stored, waiting at most so long for a save that is under way.
    #[must_use]
    pub fn settle(&self, at_most: Duration) -> Saving {
        let progress = match (&self.shared, &self.unwritable) {
            (_, Some(trouble)) => Progress::Failing(trouble.clone()),
            (Some(shared), None) => shared.wait(at_most),
            (None, None) if self.handed == Facts::default() => Progress::Stored,
            (None, None) => Progress::Failing(Trouble::at("", NO_HOME)),
        };
        match progress {
            Progress::Stored => Saving::Stored,
            Progress::Waiting => Saving::Waiting,
            Progress::Failing(trouble) => Saving::Failing(trouble.notice(self.lang)),
        }
    }

    /// Before leaving: has what could not be stored tried once more, and waits at most so long.
    pub fn flush(&mut self, at_most: Duration) -> Saving {
        if let Some(shared) = &self.shared {
            shared.hurry(Ending::GoOn);
        }
        self.settle(at_most)
    }

    /// Takes over what others have changed in the files, and answers what the person must know of it. Costs a look
    /// at the files' stamps when nothing has changed; does nothing while a save is under way.
    pub fn refresh(&mut self, facts: &mut Facts) -> Vec<Problem> {
        let Some(shared) = self.shared.clone() else { return Vec::new() };
        let mut troubles = shared.news();
        if let (true, Ok(mut ledger)) = (shared.is_quiet(), shared.ledger.try_lock()) {
            let (handed, role, reach) = (&mut self.handed, self.role, self.reach);
            let (ledger, again) = (&mut *ledger, std::collections::BTreeSet::new());
            let mut refresh = Refresh { ledger, facts, handed, role, reach, troubles: Vec::new(), again };
            refresh.run();
            let (told, again) = (refresh.troubles, refresh.again);
            troubles.extend(told);
            let contents = again.into_iter().map(|slot| (differences::content(&self.handed, &slot), slot));
            self.hand(contents.filter_map(|(text, slot)| Some((slot, Some(text.ok()??)))).collect());
        }
        troubles.iter().map(|trouble| trouble.problem(self.lang)).collect()
    }

    fn hand(&mut self, wanted: writer::Wanted) {
        let Some(shared) = self.shared.as_ref().filter(|_| !wanted.is_empty()) else { return };
        shared.hand(wanted);
        if self.thread.as_ref().is_some_and(|thread| !thread.is_finished()) {
            return;
        }
        match shared.start() {
            Ok(thread) => self.thread = Some(thread),
            Err(_) => shared.fail(Trouble::at("", writer::NO_WRITER)),
        }
    }
}

impl Drop for Store {
    /// Stores what is left, within [`LAST_WAIT`], and gives the lock free.
    fn drop(&mut self) {
        let (Some(shared), Some(thread)) = (self.shared.take(), self.thread.take()) else { return };
        shared.hurry(Ending::Close);
        shared.wait(LAST_WAIT);
        if shared.is_idle() {
            let _ = thread.join();
        }
    }
}

/// A folder about to be opened.
struct Opening {
    folder: Option<PathBuf>,
    lock: Lock,
    role: Role,
    reach: Reach,
}

impl Opening {
    fn finish(self, speak: impl FnOnce(&Settings) -> Lang) -> (Store, Loaded) {
        let Opening { folder, lock, role, reach } = self;
        let mut found = Found::default();
        let shared = folder.map(|root| {
            let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
            let folder = Folder { root, home };
            found = read_all(&folder, &lock, reach);
            Shared::new(Ledger::new(folder, lock, std::mem::take(&mut found.known)))
        });
        let lang = speak(&found.facts.settings);
        let problems = found.troubles.iter().map(|trouble| trouble.problem(lang)).collect();
        let handed = facts_on_disk(&found);
        let loaded = Loaded { facts: found.facts, tools: found.tools, problems, role };
        (Store { shared, thread: None, handed, unwritable: None, role, reach, lang }, loaded)
    }
}

fn read_all(folder: &Folder, lock: &Lock, reach: Reach) -> Found {
    if matches!(lock, Lock::Held(_)) {
        folder.sweep();
    }
    let mut found = load::load(&folder.root, reach);
    match lock {
        Lock::Held(_) => found.keep_damaged(&folder.root),
        Lock::Impossible => found.troubles.push(Trouble::at("vidde.lock", NO_LOCKS)),
        Lock::Untried(error) if error.kind() != std::io::ErrorKind::NotFound => {
            found.troubles.push(Trouble::at(&shown(&folder.root), NO_SAVING).and(Trouble::words_of(error), ""));
        }
        Lock::Untried(_) | Lock::Taken => {}
    }
    found
}

fn facts_on_disk(found: &Found) -> Facts {
    Facts { live: found.live_on_disk.clone(), ..found.facts.clone() }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

const NO_HOME: Words = words(
    "fant ingen hjemmemappe; alt blir borte når Vidde lukkes.",
    "fann inga heimemappe; alt blir borte når Vidde blir lukka.",
    "there is no home folder; everything is gone when Vidde closes.",
);
const NO_LOCKS: Words = words(
    "Disken kan ikke låse filer; ha bare ett vindu med Vidde åpent.",
    "Disken kan ikkje låse filer; ha berre eitt vindauge med Vidde ope.",
    "The disk cannot lock files; keep only one window of Vidde open.",
);
const NO_SAVING: Words = words("Ingenting kan lagres her:", "Ingenting kan lagrast her:", "Nothing can be saved here:");
const UNWRITABLE: Words = words(
    "dette kan ikke skrives i en fil: {}.",
    "dette kan ikkje skrivast i ei fil: {}.",
    "this cannot be written in a file: {}.",
);
