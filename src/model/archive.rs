//! Finished sessions as far as the program knows them: those of this run, and those that were read from the folder when
//! they were first asked for. What they tell of lengths is kept with them.

use super::Model;
use super::harvest::{Source, Taken};
use crate::domain::Problem;
use crate::domain::agenda::Block;
use crate::domain::facts::{Finished, Live, Record};
use crate::domain::learned::Learned;
use crate::domain::session::{Private, Session};
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::{ToolId, Variant};

/// So many sessions, the newest, tell how long things take.
const LEARNT_FROM: usize = 60;

/// What is known of finished sessions.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    reading: Reading,
    /// From the folder, newest first.
    sessions: Vec<Finished>,
    /// The file of the session that ended last in this window.
    filed: Option<String>,
    learned: Learned,
    /// The session that was rehearsed last, while the rehearsal lasts; never stored.
    pub(super) rehearsed: Option<Box<Live>>,
    /// What was last changed in harvests, latest last.
    pub(super) taken_back: Vec<Taken>,
}

/// Whether the folder has been asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Reading {
    #[default]
    Unasked,
    Wanted,
    Done,
}

/// A finished session in the list: its file, and what that holds or why it cannot be used.
pub type Listed<'a> = (&'a str, Result<&'a Record, &'a Problem>);

impl Model {
    /// Asks for the sessions in the folder, once; they come when the disk has given them.
    pub fn want_finished(&mut self) {
        if self.archive.reading == Reading::Unasked {
            self.archive.reading = Reading::Wanted;
        }
    }

    /// Whether they have been asked for and have not come.
    #[must_use]
    pub fn waits_for_finished(&self) -> bool {
        self.archive.reading == Reading::Wanted
    }

    /// The sessions of the folder have come, the newest first.
    pub fn take_finished(&mut self, sessions: Vec<Finished>, now: Moment) {
        self.archive.sessions = sessions;
        self.archive.reading = Reading::Done;
        self.learn(now);
    }

    /// All finished sessions that are known, newest first.
    #[must_use]
    pub fn finished(&self) -> Vec<Listed<'_>> {
        let here = &self.facts.finished;
        let own = here.iter().map(|(stem, record)| (stem.as_str(), Ok(record)));
        let read = self.archive.sessions.iter().filter(|session| !here.contains_key(&session.stem));
        let read = read.map(|session| (session.stem.as_str(), session.found.as_ref()));
        let mut all: Vec<Listed<'_>> = own.chain(read).collect();
        all.sort_by(|one, other| other.0.cmp(one.0));
        all
    }

    /// The finished session in the file of this name.
    #[must_use]
    pub fn record(&self, stem: &str) -> Option<&Record> {
        let read = || self.archive.sessions.iter().find(|session| session.stem == stem)?.found.as_ref().ok();
        self.facts.finished.get(stem).or_else(read)
    }

    /// The session that ended last in this window, with the name of its file.
    #[must_use]
    pub fn filed(&self) -> Option<(&str, &Record)> {
        let stem = self.archive.filed.as_deref()?;
        Some((stem, self.facts.finished.get(stem)?))
    }

    /// The session that was rehearsed last, until the rehearsal ends.
    #[must_use]
    pub fn rehearsed(&self) -> Option<&Live> {
        self.archive.rehearsed.as_deref()
    }

    /// A rehearsed session is over: it can be looked back on, and is not stored.
    pub fn note_rehearsed(&mut self, live: Live) {
        self.archive.rehearsed = Some(Box::new(live));
    }

    /// The running session has gone to the finished ones.
    pub fn note_filed(&mut self, stem: &str, now: Moment) {
        for taken in &mut self.archive.taken_back {
            taken.follow(stem);
        }
        self.archive.filed = Some(stem.to_owned());
        self.learn(now);
    }

    /// The running session is put away, and leaves nothing behind.
    pub fn note_put_away(&mut self) {
        self.archive.filed = None;
    }

    /// How long blocks like this took, the newest first: tonight's before those of finished sessions.
    #[must_use]
    pub fn took(&self, block: &Block, now: Moment) -> Vec<Seconds> {
        [self.tonight(now).took(block), self.archive.learned.took(block)].concat()
    }

    /// How long this tool took in this length, the newest first.
    #[must_use]
    pub fn took_by(&self, tool: &ToolId, variant: Variant) -> &[Seconds] {
        self.archive.learned.took_by(tool, variant)
    }

    fn tonight(&self, now: Moment) -> Learned {
        let live = self.session().filter(|session| !self.is_rehearsal() && session.has_started());
        live.map(|session| Learned::at(session, now)).unwrap_or_default()
    }

    /// Reads the lengths off the newest finished sessions; a rehearsal leaves none.
    fn learn(&mut self, now: Moment) {
        if self.is_rehearsal() {
            return;
        }
        let known = self.finished().into_iter().filter_map(|(_, found)| found.ok()).take(LEARNT_FROM);
        let learned = Learned::of(known.map(|record| &record.session), now);
        self.archive.learned = learned;
    }

    /// The session that a harvest or a review belongs to, and what is private in it.
    #[must_use]
    pub fn of_source(&self, source: &Source) -> Option<(&Session, &Private)> {
        match source {
            Source::Live => self.facts.live.as_ref().map(|live| (&live.session, &live.private)),
            Source::Rehearsed => self.rehearsed().map(|live| (&live.session, &live.private)),
            Source::Finished(stem) => self.record(stem).map(|record| (&record.session, &record.private)),
        }
    }
}
