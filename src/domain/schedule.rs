//! The run sheet as it stands: planned, actual and projected times that follow from a session's plan, its log and the
//! moment (numbers such as W11 in comments are those of its [`rules`]). Nothing here is ever stored.
//!
//! [`schedule`] lays the plan on the clock (`plan`), folds the log over it (`replay`), and projects what is left
//! (`project`). It costs microseconds and is called wherever it is needed.

#[doc = include_str!("schedule/rules.md")]
pub mod rules {}

mod parts;
mod plan;
mod project;
mod replay;
mod sheet;
mod standing;

pub use parts::PartNow;
pub use replay::{Fold, Replay, Sort};
pub use sheet::{Begins, Conflict, Missed, Sheet, SheetRow};

use super::agenda::BlockId;
use super::session::Session;
use super::times::{Moment, Seconds};

/// From one moment to another, never backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: Moment,
    pub end: Moment,
}

impl Span {
    #[must_use]
    pub fn length(self) -> Seconds {
        self.end - self.start
    }
}

/// One stretch in which a block was the running one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    pub start: Moment,
    /// None while it lasts.
    pub end: Option<Moment>,
}

/// Where one block lies in time; carries only what exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timing {
    /// Still to come, projected.
    Upcoming(Span),
    /// Running or paused: projected from the start of this visit to its end.
    Current(Span),
    /// Left behind, with all its visits in order.
    Done(Vec<Visit>),
    /// Skipped by hand (W8).
    Skipped,
    /// Jumped over: out only while the run is past it (W8).
    Passed,
}

/// One line of the run sheet, in agenda order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: BlockId,
    pub timing: Timing,
    /// The plan as frozen (or rebased).
    pub baseline: Span,
    /// Its length as it now stands, with what was added; whatever was used of it.
    pub length: Seconds,
    /// The same, without what proposals that were taken have changed in it.
    pub asked: Seconds,
    /// Idle time in front of its fixed start.
    pub slack: Option<Seconds>,
    /// By how much the projection misses its fixed start or its `until`; always positive.
    pub conflict: Option<Seconds>,
}

impl Row {
    /// The projected span of a block that runs or is still to come.
    #[must_use]
    pub fn projected(&self) -> Option<Span> {
        match self.timing {
            Timing::Upcoming(span) | Timing::Current(span) => Some(span),
            Timing::Done(_) | Timing::Skipped | Timing::Passed => None,
        }
    }

    /// The moment that is meant for the start of a block with a fixed start, also where the projection misses it.
    #[must_use]
    pub fn meant(&self) -> Option<Moment> {
        Some(self.projected()?.start - self.conflict.unwrap_or_default())
    }
}

/// The running (or paused) block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    pub id: BlockId,
    /// Its row in [`Schedule::rows`].
    pub index: usize,
    /// Time left; negative in overtime (W4, W7).
    pub remaining: Seconds,
    /// Time used, in this and earlier visits.
    pub elapsed: Seconds,
    /// Its length as it now stands: elapsed + remaining.
    pub length: Seconds,
    /// Projected end of the block − its baseline end; positive = behind (W5).
    pub drift: Seconds,
    /// The part of its method that is running.
    pub part: Option<PartNow>,
}

impl Current {
    /// The time that counts: that of the part, negative when others wait for it to end; else that of the block.
    #[must_use]
    pub fn counted(&self) -> Seconds {
        let counts = |part: &PartNow| part.overtime().is_some() || !part.remaining.is_negative();
        self.part.filter(counts).map_or(self.remaining, |part| part.remaining)
    }
}

/// What the session is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunState {
    /// Not started. `to_start` counts down to the planned start and is negative when that has passed; none when the
    /// agenda starts when started.
    Before {
        to_start: Option<Seconds>,
    },
    /// Waiting for a fixed start or a changeover (W14, W16).
    Pending {
        id: BlockId,
        index: usize,
        to_start: Seconds,
        length: Seconds,
    },
    Running(Current),
    Paused(Current),
    Done,
}

/// The run sheet at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    pub state: RunState,
    pub rows: Vec<Row>,
    /// Projected (or actual) end of the session.
    pub end: Moment,
    /// Projected end of the session − its baseline end; positive = later.
    pub end_drift: Seconds,
    /// The finish line that was agreed on while it runs; else a marker or the baseline's end is it.
    pub finish: Option<Moment>,
    /// How many take part, as far as anyone has said.
    pub people: Option<u16>,
    /// Moments at which something went on by itself, in order.
    pub automatic: Vec<Moment>,
}

impl Schedule {
    /// The running or paused block.
    #[must_use]
    pub fn current(&self) -> Option<&Current> {
        match &self.state {
            RunState::Running(current) | RunState::Paused(current) => Some(current),
            RunState::Before { .. } | RunState::Pending { .. } | RunState::Done => None,
        }
    }

    /// The row that runs, is paused or is waited for.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        match &self.state {
            RunState::Running(current) | RunState::Paused(current) => Some(current.index),
            RunState::Pending { index, .. } => Some(*index),
            RunState::Before { .. } | RunState::Done => None,
        }
    }

    /// That row.
    #[must_use]
    pub fn here(&self) -> Option<&Row> {
        self.rows.get(self.index()?)
    }

    /// When the running visit began.
    #[must_use]
    pub fn began(&self) -> Option<Moment> {
        match self.here()?.timing {
            Timing::Current(span) => Some(span.start),
            _ => None,
        }
    }

    /// The rows still to come, in order: without the running one, with a pending one.
    pub fn upcoming(&self) -> impl Iterator<Item = (&Row, Span)> {
        self.rows.iter().filter_map(|row| match row.timing {
            Timing::Upcoming(span) => Some((row, span)),
            _ => None,
        })
    }

    /// Whether the picture changes as time passes, with no key pressed.
    #[must_use]
    pub fn ticks(&self) -> bool {
        !matches!(self.state, RunState::Done | RunState::Before { to_start: None })
    }

    /// Projected end of the running block − its baseline end; positive = behind. None when nothing runs (W16).
    #[must_use]
    pub fn drift(&self) -> Option<Seconds> {
        self.current().map(|current| current.drift)
    }
}

/// The run sheet of `session` at `now`.
#[must_use]
pub fn schedule(session: &Session, now: Moment) -> Schedule {
    Replay::of(session, now).schedule()
}
