//! The one thread of the writer: takes what is wanted, always the newest, tries again until it stands on the disk, and
//! looks at the files when it is asked to.

use super::archive::{self, Archive, Kept, Step};
use super::ledger::Ledger;
use super::load::Reach;
use super::refresh::{self, Seen};
use super::slot::Slot;
use super::trouble::Trouble;
use crate::domain::facts::Role;
use crate::domain::text::{Words, words};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
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
    glance: Glance,
    /// What looks have found, until the loop takes it over.
    seen: Seen,
    archive: Archive,
    closing: bool,
}

/// Whether the thread looks at the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Glance {
    #[default]
    None,
    Asked,
    UnderWay,
}

/// What the thread does next.
enum Job {
    Write(Wanted),
    Look,
    Archive(Step),
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

    fn is_tried(&self) -> bool {
        !self.at_work && !self.fresh
    }

    fn has_work(&self) -> bool {
        !self.wanted.is_empty() || self.glance == Glance::Asked || self.archive.has_work()
    }
}

impl Shared {
    pub fn new(ledger: Ledger) -> Arc<Shared> {
        Arc::new(Shared { desk: Mutex::default(), changed: Condvar::new(), ledger: Mutex::new(ledger) })
    }

    /// Hands over what files are to hold; what was wanted of the same files before is forgotten.
    pub fn hand(&self, wanted: Wanted) {
        let mut desk = self.desk();
        desk.seen.changes.retain(|slot, _| !wanted.contains_key(slot));
        desk.wanted.extend(wanted);
        desk.fresh = true;
        drop(desk);
        self.changed.notify_all();
    }

    /// Waits until all is stored or the attempt has failed, at most so long.
    pub fn wait(&self, at_most: Duration) -> Progress {
        let waited = self.changed.wait_timeout_while(self.desk(), at_most, |desk| !desk.is_tried());
        waited.unwrap_or_else(PoisonError::into_inner).0.progress()
    }

    /// Has the writer try once more at once, and then go on or end.
    pub fn hurry(&self, ending: Ending) {
        let mut desk = self.desk();
        desk.fresh |= !desk.wanted.is_empty();
        desk.closing |= ending == Ending::Close;
        drop(desk);
        self.changed.notify_all();
    }

    /// Whether the thread does nothing at all.
    pub fn is_idle(&self) -> bool {
        let desk = self.desk();
        desk.is_tried() && desk.glance != Glance::UnderWay && !desk.archive.is_under_way()
    }

    /// Has the thread look at the files as soon as all is stored, and waits at most so long for what it sees; not at
    /// all when an earlier look is not done.
    pub fn look(&self, at_most: Duration) {
        let mut desk = self.desk();
        if desk.glance != Glance::None {
            return;
        }
        desk.glance = Glance::Asked;
        self.changed.notify_all();
        drop(self.changed.wait_timeout_while(desk, at_most, |desk| desk.glance != Glance::None));
    }

    /// Whether a look that was asked for is not done.
    pub fn is_looking(&self) -> bool {
        self.desk().glance != Glance::None
    }

    /// What has been seen and not been taken over; with nobody to look, nothing is seen any more.
    pub fn seen(&self) -> Seen {
        std::mem::take(&mut self.desk().seen)
    }

    /// Has the thread read the finished sessions, when there is nothing to write.
    pub fn ask_archive(&self) {
        self.desk().archive.ask();
        self.changed.notify_all();
    }

    /// Whether finished sessions were asked for and not taken over.
    pub fn is_archive_open(&self) -> bool {
        self.desk().archive.is_open()
    }

    /// The finished sessions, once all have been read.
    pub fn archive(&self) -> Option<Vec<Kept>> {
        self.desk().archive.taken()
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
        desk.glance = Glance::None;
        desk.archive.give_up();
        drop(desk);
        self.changed.notify_all();
    }

    fn run(&self) {
        while let Some(job) = self.next_job() {
            match job {
                Job::Write(batch) => {
                    let (left, outcome) = guarded(batch, |batch| attempt(&mut lock(&self.ledger), batch));
                    self.finish(left, outcome);
                }
                Job::Look => self.take_a_look(),
                Job::Archive(step) => self.read_archive(step),
            }
        }
    }

    /// What to do next; nothing when the program closes and all has been tried.
    fn next_job(&self) -> Option<Job> {
        let mut desk = self.desk();
        if !desk.wanted.is_empty() && !desk.fresh && !desk.closing {
            let waited = self.changed.wait_timeout_while(desk, PAUSE, |desk| !desk.fresh && !desk.closing);
            desk = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let idle = |desk: &mut Desk| !desk.closing && !desk.has_work();
        desk = self.changed.wait_while(desk, idle).unwrap_or_else(PoisonError::into_inner);
        if desk.closing && !desk.fresh {
            return None;
        }
        if desk.wanted.is_empty() && desk.glance == Glance::Asked {
            desk.glance = Glance::UnderWay;
            return Some(Job::Look);
        }
        if desk.wanted.is_empty() {
            return desk.archive.next().map(Job::Archive);
        }
        desk.at_work = true;
        desk.fresh = false;
        Some(Job::Write(std::mem::take(&mut desk.wanted)))
    }

    /// What was handed over meanwhile goes before what was seen: the save keeps the other version beside.
    fn take_a_look(&self) {
        let look = || refresh::look(&mut lock(&self.ledger), Role::Writer, Reach::All);
        let mut seen = catch_unwind(AssertUnwindSafe(look)).unwrap_or_default();
        let mut desk = self.desk();
        seen.changes.retain(|slot, _| !desk.wanted.contains_key(slot));
        desk.seen.changes.extend(seen.changes);
        desk.seen.troubles.extend(seen.troubles);
        desk.glance = Glance::None;
        drop(desk);
        self.changed.notify_all();
    }

    fn read_archive(&self, step: Step) {
        let read = || archive::take(&mut lock(&self.ledger), step);
        let found = catch_unwind(AssertUnwindSafe(read)).ok();
        let mut desk = self.desk();
        let told = desk.archive.done(found);
        desk.news.extend(told);
        drop(desk);
        self.changed.notify_all();
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

/// The batch tried; nothing of it is lost should the attempt break off at a fault of the program.
fn guarded(batch: Wanted, attempt: impl FnOnce(Wanted) -> (Wanted, Outcome)) -> (Wanted, Outcome) {
    let again = batch.clone();
    catch_unwind(AssertUnwindSafe(|| attempt(batch))).unwrap_or_else(|_| {
        let failed = Some(Trouble::at("", BROKEN_OFF));
        (again, Outcome { failed, ..Outcome::default() })
    })
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

const BROKEN_OFF: Words = words(
    "lagringen stoppet på en feil i programmet; Vidde prøver igjen.",
    "lagringa stoppa på ein feil i programmet; Vidde prøver igjen.",
    "saving stopped because of a fault in the program; Vidde tries again.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::panic, reason = "this is what is tested")]
    fn an_attempt_that_breaks_off_loses_nothing_and_is_not_called_stored() {
        let batch = Wanted::from([(Slot::Live, Some("text".to_owned())), (Slot::Settings, None)]);
        let (left, outcome) = guarded(batch.clone(), |_| panic!("a fault"));
        assert_eq!(left, batch);
        assert_eq!(outcome.failed, Some(Trouble::at("", BROKEN_OFF)));
    }
}
