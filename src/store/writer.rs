//! The one thread that writes: takes what is wanted, always the newest, and tries again until it stands on the disk.

use super::ledger::Ledger;
use super::slot::Slot;
use super::trouble::Trouble;
use crate::domain::text::{Words, words};
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long after a failed save it is tried again.
const PAUSE: Duration = Duration::from_secs(1);

/// What a file is to hold; nothing means that it is to go.
pub type Wanted = BTreeMap<Slot, Option<String>>;

/// What the loop and the writer hand each other.
#[derive(Debug, Default)]
pub struct Desk {
    wanted: Wanted,
    /// Something was handed over since the last attempt began, or somebody waits: do not sit out the pause.
    fresh: bool,
    at_work: bool,
    failing: Option<Trouble>,
    /// What was kept beside a file, to be told once.
    news: Vec<Trouble>,
    closing: bool,
}

/// How far the writer has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    Stored,
    Waiting,
    Failing(Trouble),
}

/// The two sides' common ground.
#[derive(Debug)]
pub struct Shared {
    desk: Mutex<Desk>,
    changed: Condvar,
    /// Held for the length of a whole attempt, which may take seconds.
    pub ledger: Mutex<Ledger>,
}

impl Desk {
    fn progress(&self) -> Progress {
        match &self.failing {
            _ if self.wanted.is_empty() && !self.at_work => Progress::Stored,
            Some(trouble) => Progress::Failing(trouble.clone()),
            None => Progress::Waiting,
        }
    }

    fn is_idle(&self) -> bool {
        !self.at_work && !self.fresh
    }
}

impl Shared {
    pub fn new(ledger: Ledger) -> Arc<Shared> {
        Arc::new(Shared { desk: Mutex::default(), changed: Condvar::new(), ledger: Mutex::new(ledger) })
    }

    /// Hands over what files are to hold; what was wanted of the same files before is forgotten.
    pub fn hand(&self, wanted: Wanted) {
        let mut desk = self.desk();
        desk.wanted.extend(wanted);
        desk.fresh = true;
        drop(desk);
        self.changed.notify_all();
    }

    /// Waits until all is stored or the attempt has failed, at most so long.
    pub fn wait(&self, at_most: Duration) -> Progress {
        let waited = self.changed.wait_timeout_while(self.desk(), at_most, |desk| !desk.is_idle());
        waited.unwrap_or_else(PoisonError::into_inner).0.progress()
    }

    /// Has the writer try once more at once, and end when `closing`.
    pub fn hurry(&self, ending: Ending) {
        let mut desk = self.desk();
        desk.fresh |= !desk.wanted.is_empty();
        desk.closing |= ending == Ending::Close;
        drop(desk);
        self.changed.notify_all();
    }

    /// Whether the writer has nothing to do and nothing it failed to do.
    pub fn is_quiet(&self) -> bool {
        self.desk().progress() == Progress::Stored
    }

    /// Whether no attempt is under way.
    pub fn is_idle(&self) -> bool {
        self.desk().is_idle()
    }

    /// What is to be told once.
    pub fn news(&self) -> Vec<Trouble> {
        std::mem::take(&mut self.desk().news)
    }

    /// Starts the thread.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub fn start(self: &Arc<Shared>) -> std::io::Result<JoinHandle<()>> {
        let shared = Arc::clone(self);
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || shared.run())
    }

    /// Marks everything wanted as failing because there is nobody to write it.
    pub fn fail(&self, trouble: Trouble) {
        let mut desk = self.desk();
        desk.failing = Some(trouble);
        desk.fresh = false;
    }

    fn run(&self) {
        while let Some(batch) = self.next_batch() {
            let (left, outcome) = attempt(&mut lock(&self.ledger), batch);
            self.finish(left, outcome);
        }
    }

    /// What to write next; nothing when the program closes and all has been tried.
    fn next_batch(&self) -> Option<Wanted> {
        let mut desk = self.desk();
        if !desk.wanted.is_empty() && !desk.fresh && !desk.closing {
            let waited = self.changed.wait_timeout_while(desk, PAUSE, |desk| !desk.fresh && !desk.closing);
            desk = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let idle = |desk: &mut Desk| desk.wanted.is_empty() && !desk.closing;
        desk = self.changed.wait_while(desk, idle).unwrap_or_else(PoisonError::into_inner);
        if desk.closing && !desk.fresh {
            return None;
        }
        desk.at_work = true;
        desk.fresh = false;
        Some(std::mem::take(&mut desk.wanted))
    }

    fn finish(&self, left: Wanted, outcome: Outcome) {
        let mut desk = self.desk();
        let newer = std::mem::replace(&mut desk.wanted, left);
        desk.wanted.extend(newer);
        desk.news.extend(outcome.kept);
        desk.failing = outcome.failed;
        desk.at_work = false;
        drop(desk);
        self.changed.notify_all();
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        lock(&self.desk)
    }
}

/// Whether the writer goes on after the attempt that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    GoOn,
    Close,
}

#[derive(Default)]
struct Outcome {
    kept: Vec<Trouble>,
    failed: Option<Trouble>,
}

/// The lock, also after a panic elsewhere: what it guards is valid after every step.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes all it can; answers what is left to do. Nothing is taken away before everything else stands, so that a
/// session is never without a file.
fn attempt(ledger: &mut Ledger, batch: Wanted) -> (Wanted, Outcome) {
    let mut outcome = Outcome::default();
    if let Err(trouble) = ledger.may_write() {
        return (batch, Outcome { failed: Some(trouble), ..outcome });
    }
    let (puts, removals): (Wanted, Wanted) = batch.into_iter().partition(|(_, text)| text.is_some());
    let mut left = Wanted::new();
    for (slot, text) in puts {
        let put = ledger.put(&slot, text.as_deref().unwrap_or_default());
        if let Some(slot) = outcome.take(put, slot) {
            left.insert(slot, text);
        }
    }
    if left.keys().any(|slot| slot.is_live() || !ledger.is_closed(slot)) {
        left.extend(removals);
        return (left, outcome);
    }
    for slot in removals.into_keys().rev() {
        let gone = ledger.take_away(&slot);
        if let Some(slot) = outcome.take(gone, slot) {
            left.insert(slot, None);
        }
    }
    (left, outcome)
}

impl Outcome {
    /// Notes how it went; answers the slot again when it must be tried once more.
    fn take(&mut self, done: Result<Vec<Trouble>, Trouble>, slot: Slot) -> Option<Slot> {
        match done {
            Ok(kept) => {
                self.kept.extend(kept);
                None
            }
            Err(trouble) => {
                self.failed.get_or_insert(trouble);
                Some(slot)
            }
        }
    }
}

/// When the system has no thread for the writer.
pub const NO_WRITER: Words = words(
    "systemet lar ikke Vidde skrive i bakgrunnen.",
    "systemet lèt ikkje Vidde skrive i bakgrunnen.",
    "the system does not let Vidde write in the background.",
);
