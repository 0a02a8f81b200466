//! The files of the user's folder: read with care, replaced whole, never lost. The only place beside `data` that
//! reads files, and the only one that writes them. What the facts mean is in `domain`.
//!
//! Reading: [`load`](self) takes what is good and names what is not. Writing: [`Store::save`] compares the facts with
//! what was handed over last, and hands what differs to one thread that tries until it stands on the disk. The same
//! thread looks at the files when it is asked to; what it saw, [`Store::refresh`] takes over.

mod archive;
mod check;
mod differences;
mod fault;
mod folder;
mod fresh;
mod given;
mod ledger;
mod load;
mod lock;
mod machine;
mod opening;
mod parse;
mod read;
mod refresh;
mod replace;
mod salvage;
mod slot;
mod trouble;
mod writer;

pub use check::{agenda_file, agenda_files, check};
pub use fresh::{export, new_file};
pub use given::{ron_files, text};
pub use machine::survey;

use crate::domain::Problem;
use crate::domain::facts::{Facts, Finished, Role, Saving, Settings};
use crate::domain::session::Private;
use crate::domain::text::{Lang, Words, words};
use crate::domain::tool::Tool;
use load::Reach;
use lock::Lock;
use opening::Opening;
use refresh::{Seen, Taking};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use trouble::Trouble;
use writer::{Ending, Progress, Shared};

/// How often a viewer and the room look whether files have changed.
pub const LOOK_EVERY: Duration = Duration::from_millis(100);

/// How long leaving may wait for a save that is under way.
const LAST_WAIT: Duration = Duration::from_secs(2);

/// The folder, open.
#[derive(Debug)]
pub struct Store {
    home: Home,
    thread: Option<JoinHandle<()>>,
    /// The facts as last handed to the writer, or read.
    handed: Facts,
    /// Facts that could not be put into the words of a file.
    unwritable: Option<Trouble>,
    /// Private texts that were seen before their session was.
    early: Option<Private>,
    /// Finished sessions were asked for where there are none to read.
    asked_in_vain: bool,
    /// Another window writes, and this one may when that has gone.
    is_next: bool,
    role: Role,
    reach: Reach,
    lang: Lang,
}

/// Where facts go.
#[derive(Debug)]
enum Home {
    Folder(Arc<Shared>),
    /// There is no home: everything stays in memory, and that is said.
    Missing,
    /// A rehearsal: everything stays in memory, as it should.
    Rehearsal,
}

/// What a look at the files has brought.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// What the person must know of it.
    pub problems: Vec<Problem>,
    /// Whether the facts were touched.
    pub changed: bool,
    /// The finished sessions that were asked for, the newest first.
    pub finished: Option<Vec<Finished>>,
}

/// What the folder held.
#[derive(Debug)]
pub struct Loaded {
    pub facts: Facts,
    /// The user's own cards.
    pub tools: Vec<Tool>,
    pub problems: Vec<Problem>,
    /// Agendas may be there that could not be read.
    pub hides_agendas: bool,
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
        let (mut store, loaded) = Opening { folder, lock, role, reach: Reach::All }.finish(speak);
        store.is_next = role == Role::Viewer;
        (store, loaded)
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

    /// Reads the folder, and from then on keeps everything in memory: a rehearsal touches no file, and begins with no
    /// session running.
    #[must_use]
    pub fn rehearse(folder: Option<PathBuf>, speak: impl FnOnce(&Settings) -> Lang) -> (Store, Loaded) {
        let (mut store, mut loaded) = Store::view(folder, speak);
        (store.home, store.role, loaded.role) = (Home::Rehearsal, Role::Writer, Role::Writer);
        loaded.facts.live = None;
        (store, loaded)
    }

    /// Has written what differs from the facts handed over last. A viewer writes nothing. Agendas that are all gone at
    /// once are a fault of the program: their files stay, and [`Store::settle`] says so.
    pub fn save(&mut self, facts: &Facts) {
        if self.role == Role::Viewer {
            return;
        }
        if *facts == self.handed {
            self.unwritable = None;
            return;
        }
        if facts.settings.lang != self.handed.settings.lang {
            self.lang = facts.settings.lang.unwrap_or(self.lang);
        }
        let all_gone = facts.agendas.is_empty() && self.handed.agendas.len() > 1;
        let mut facts = facts.clone();
        if all_gone {
            facts.agendas.clone_from(&self.handed.agendas);
        }
        match differences::differences(&self.handed, &facts) {
            Ok(wanted) => {
                self.unwritable = all_gone.then(|| Trouble::at("agendas", ALL_GONE));
                self.handed = facts;
                self.hand(wanted);
            }
            Err(text) => self.unwritable = Some(Trouble::at("", UNWRITABLE).about(&text)),
        }
    }

    /// Whether all is stored, waiting at most so long for a save that is under way.
    #[must_use]
    pub fn settle(&self, at_most: Duration) -> Saving {
        let progress = match &self.home {
            Home::Folder(shared) => shared.wait(at_most),
            Home::Missing if self.handed == Facts::default() => Progress::Stored,
            Home::Missing => Progress::Failing(Trouble::at("", NO_HOME)),
            Home::Rehearsal => return Saving::Rehearsal,
        };
        match (progress, &self.unwritable) {
            (Progress::Failing(trouble), _) => Saving::Failing(trouble.notice(self.lang)),
            (_, Some(trouble)) => Saving::Failing(trouble.notice(self.lang)),
            (Progress::Stored, None) => Saving::Stored,
            (Progress::Waiting, None) => Saving::Waiting,
        }
    }

    /// Before leaving: has what could not be stored tried once more, and waits at most so long.
    pub fn flush(&mut self, at_most: Duration) -> Saving {
        if let Some(shared) = self.shared() {
            shared.hurry(Ending::GoOn);
        }
        self.settle(at_most)
    }

    /// What another thread can do at the end, whatever the loop does then: has what is left tried once more, and waits
    /// at most so long. Needs neither this store nor a file.
    pub fn last_wish(&self) -> impl FnOnce(Duration) + Send + 'static {
        let shared = self.shared().cloned();
        move |at_most| {
            if let Some(shared) = shared {
                shared.hurry(Ending::GoOn);
                shared.wait(at_most);
            }
        }
    }

    /// Has the files looked at for [`Store::refresh`], by the thread that writes; waits at most so long for it. A
    /// window that only follows looks when it refreshes.
    pub fn look(&mut self, at_most: Duration) {
        if self.role == Role::Viewer {
            return;
        }
        self.wake();
        if let Some(shared) = self.shared() {
            shared.look(at_most);
        }
    }

    /// Whether a look is not done yet.
    #[must_use]
    pub fn is_looking(&self) -> bool {
        self.shared().is_some_and(|shared| shared.is_looking())
    }

    /// Takes over what others have changed in the files. In a window that only follows it costs a look at the files'
    /// stamps when nothing has changed; the writer takes over what [`Store::look`] saw, and never waits for a disk.
    pub fn refresh(&mut self, facts: &mut Facts) -> Refreshed {
        let Some(shared) = self.shared().cloned() else {
            let finished = std::mem::take(&mut self.asked_in_vain).then(Vec::new);
            return Refreshed { finished, ..Refreshed::default() };
        };
        let is_alone = self.is_next && shared.ledger.try_lock().is_ok_and(|mut ledger| ledger.succeed());
        let Seen { changes, mut troubles } = match (self.role, shared.ledger.try_lock()) {
            (Role::Viewer, Ok(mut ledger)) => refresh::look(&mut ledger, Role::Viewer, self.reach),
            _ => shared.seen(),
        };
        troubles.extend(shared.news());
        let changed = !changes.is_empty();
        let (handed, early, again) = (&mut self.handed, &mut self.early, writer::Wanted::new());
        let mut taking = Taking { facts, handed, role: self.role, early, troubles, again };
        taking.take(changes);
        let (troubles, again) = (taking.troubles, taking.again);
        self.hand(again);
        if is_alone {
            (self.is_next, self.role) = (false, Role::Writer);
            self.handed = Facts { settings: self.handed.settings.clone(), ..facts.clone() };
        }
        let finished = shared.archive().map(|kept| kept.into_iter().map(|kept| self.finished(kept)).collect());
        let problems = troubles.iter().map(|trouble| trouble.problem(self.lang)).collect();
        Refreshed { problems, changed, finished }
    }

    /// Whether this window writes; a viewer does from the first look after the writer has gone.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    fn shared(&self) -> Option<&Arc<Shared>> {
        match &self.home {
            Home::Folder(shared) => Some(shared),
            Home::Missing | Home::Rehearsal => None,
        }
    }

    fn hand(&mut self, wanted: writer::Wanted) {
        let Some(shared) = self.shared().filter(|_| !wanted.is_empty()) else { return };
        shared.hand(wanted);
        self.wake();
    }

    /// Starts the thread when there is none.
    fn wake(&mut self) {
        let Some(shared) = self.shared() else { return };
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
    /// Stores what is left, within `LAST_WAIT`, and gives the lock free.
    fn drop(&mut self) {
        let (Some(shared), Some(thread)) = (self.shared().cloned(), self.thread.take()) else { return };
        shared.hurry(Ending::Close);
        shared.wait(LAST_WAIT);
        if shared.is_idle() {
            let _ = thread.join();
        }
    }
}

/// The user's home, if there is one.
#[must_use]
pub fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

const NO_HOME: Words = words(
    "fant ingen hjemmemappe; alt blir borte når Vidde lukkes.",
    "fann inga heimemappe; alt blir borte når Vidde blir lukka.",
    "there is no home folder; everything is gone when Vidde closes.",
);
const UNWRITABLE: Words = words(
    "dette kan ikke skrives i en fil: {}.",
    "dette kan ikkje skrivast i ei fil: {}.",
    "this cannot be written in a file: {}.",
);
const ALL_GONE: Words = words(
    "alle kjøreplanene ble borte på én gang; filene får stå som de er.",
    "alle køyreplanane vart borte på éin gong; filene får stå som dei er.",
    "all agendas went at once; their files stay as they are.",
);
