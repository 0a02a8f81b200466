//! Learned durations: how long a tool, or a block of some title, actually took in sessions that were held. Nothing of it
//! is stored; it is read off the finished sessions.

use super::agenda::{Block, Kind};
use super::review::LEAST;
use super::schedule::{Replay, Timing};
use super::session::Session;
use super::text::{Lang, Words, words};
use super::times::{Moment, Seconds};
use super::tool::{ToolId, Variant};
use std::collections::BTreeMap;

/// What a time was taken of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    /// A tool in one of its lengths, whatever the block was called.
    Tool(ToolId, Variant),
    /// A block without a tool: its title in small letters.
    Title(String),
}

/// How long things took, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Learned(BTreeMap<Subject, Vec<Seconds>>);

impl Learned {
    /// What the `sessions` tell, the newest first.
    #[must_use]
    pub fn of<'a>(sessions: impl IntoIterator<Item = &'a Session>, now: Moment) -> Learned {
        let mut learned = Learned::default();
        for session in sessions {
            learned.take(session, session.seen_last(now));
        }
        learned
    }

    /// What one session tells that has come so far.
    #[must_use]
    pub fn at(session: &Session, now: Moment) -> Learned {
        let mut learned = Learned::default();
        learned.take(session, now);
        learned
    }

    /// The times of the blocks that `session` had left behind at `now` come after what is known: it is older.
    fn take(&mut self, session: &Session, now: Moment) {
        let replay = Replay::of(session, now);
        let plan = session.plan_at(now);
        let rows = replay.schedule().rows;
        for (row, block) in rows.iter().zip(&plan.blocks).rev() {
            let used = replay.used(row.id);
            let counts = matches!(row.timing, Timing::Done(_)) && block.kind != Kind::Buffer && used >= LEAST;
            if let Some(subject) = subject(block).filter(|_| counts) {
                self.0.entry(subject).or_default().push(used);
            }
        }
    }

    /// The times of blocks like this one, newest first.
    #[must_use]
    pub fn took(&self, block: &Block) -> &[Seconds] {
        subject(block).map_or(&[], |subject| self.times(&subject))
    }

    /// The times of this tool in this length, newest first.
    #[must_use]
    pub fn took_by(&self, tool: &ToolId, variant: Variant) -> &[Seconds] {
        self.times(&Subject::Tool(tool.clone(), variant))
    }

    fn times(&self, subject: &Subject) -> &[Seconds] {
        self.0.get(subject).map_or(&[], Vec::as_slice)
    }
}

fn subject(block: &Block) -> Option<Subject> {
    match &block.tool {
        Some(tool) => Some(Subject::Tool(tool.clone(), block.variant)),
        None if block.title.is_empty() || block.is_marker() => None,
        None => Some(Subject::Title(block.title.to_lowercase())),
    }
}

/// The latest two, as `tok 31 og 28 min sist`; nothing when nothing is known.
#[must_use]
pub fn told(times: &[Seconds], lang: Lang) -> Option<String> {
    let minutes = |time: &Seconds| time.minutes_near();
    match times {
        [] => None,
        [last] => Some(TOOK.with(lang, minutes(last))),
        [last, before, ..] => Some(TOOK_BOTH.with2(lang, minutes(last), minutes(before))),
    }
}

const TOOK: Words = words("tok {} min sist", "tok {} min sist", "took {} min last time");
const TOOK_BOTH: Words =
    words("tok {} og [] min sist", "tok {} og [] min sist", "took {} and [] min the last two times");
