//! The review (*tilbakeblikk*): planned against actual, block by block, when a session is over, or as far as it has
//! come. Pure: the same session gives the same review at the same moment.
//!
//! *Planned* is the plan as it was when the session began, whatever was agreed on since, also by `rebase`. *Actual* is
//! the time from entering a block to leaving it, summed over its visits: what the room spent and what pushed the rest.
//! A stopped clock is within it; how much of it that was is told apart, since such time is not *used* (W4).

mod told;

pub use told::{Happened, Sense, happened};

use super::agenda::{Agenda, Block, BlockId, Kind};
use super::schedule::{Replay, Row, RunState, Schedule, Span, Timing, Visit, schedule};
use super::session::{Act, Session};
use super::text::Line;
use super::times::{Moment, Seconds};
use std::collections::BTreeMap;

/// What a session came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    pub rows: Vec<ReviewRow>,
    /// When its first block was entered.
    pub began: Option<Moment>,
    pub ending: Ending,
    /// Where the plan had its end.
    pub planned_end: Moment,
    /// The end that was agreed on while it ran.
    pub agreed_end: Option<Moment>,
}

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Ended(Moment),
    /// Still running; where its end is projected.
    Ahead(Moment),
}

/// One block of it, in the order of the plan as it stood last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    pub id: BlockId,
    pub title: Line,
    pub kind: Kind,
    /// Its length in the plan the session began with; none for a block that was added, and for a finish line.
    pub planned: Option<Seconds>,
    /// Every stretch in which it was the running one; the last is open while it runs.
    pub visits: Vec<Visit>,
    /// The sum of these.
    pub actual: Seconds,
    /// For so much of it the clock stood.
    pub stood: Seconds,
    pub fate: Fate,
}

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    AsPlanned,
    /// By whole minutes.
    Longer(i64),
    /// By whole minutes.
    Shorter(i64),
    /// Not in the plan the session began with.
    Added,
    Running,
    /// Skipped by hand.
    Skipped,
    /// The run went past it, or through it in less than [`LEAST`].
    JumpedOver,
    /// A buffer that gave its time to the others.
    Given,
    /// The session ended before it, or as soon as it had been entered.
    NotReached,
    /// Still to come.
    Ahead,
    /// A finish line.
    Mark,
}

/// A block that was left sooner than this was entered by a slip, or only passed through.
pub const LEAST: Seconds = Seconds(60);

/// Whether a block that took so long was held, and not only passed through.
#[must_use]
pub fn was_held(planned: Option<Seconds>, actual: Seconds) -> bool {
    actual >= LEAST || planned.is_some_and(|planned| planned.minutes_near() == actual.minutes_near())
}

/// Whether a row that the run has left was held.
#[must_use]
pub fn row_was_held(row: &Row) -> bool {
    match &row.timing {
        Timing::Done(visits) => {
            let took = took(visits);
            took > Seconds::ZERO && was_held(Some(row.baseline.length()), took)
        }
        _ => false,
    }
}

/// Whether the run went through the row in less time than counts as held.
#[must_use]
pub fn was_passed_through(row: &Row) -> bool {
    matches!(row.timing, Timing::Done(_)) && !row_was_held(row)
}

/// How long `visits` were, all together.
#[must_use]
pub fn took(visits: &[Visit]) -> Seconds {
    visits.iter().map(|visit| visit.end.unwrap_or(visit.start) - visit.start).sum()
}

/// What `session` had come to at `now`.
#[must_use]
pub fn review(session: &Session, now: Moment) -> Review {
    let replay = Replay::of(session, now);
    let view = replay.schedule();
    let first = as_begun(session, now);
    let planned = planned(session, &first);
    let plan = session.plan_at(now);
    let is_held = |index: usize, row: &Row| {
        let spent = spent(&replay, row.id, now);
        view.index() == Some(index) || spent > Seconds::ZERO && was_held(planned.get(&row.id).copied(), spent)
    };
    let last = view.rows.iter().enumerate().rposition(|(index, row)| is_held(index, row));
    let looking = Looking { replay: &replay, view: &view, planned: &planned, last, now };
    let rows: Vec<ReviewRow> = looking.rows(&plan);
    let began = rows.iter().flat_map(|row| &row.visits).map(|visit| visit.start).min();
    let ending = if view.state == RunState::Done { Ending::Ended(view.end) } else { Ending::Ahead(view.end) };
    Review { rows, began, ending, planned_end: first.end - first.end_drift, agreed_end: view.finish }
}

/// The schedule as it would be had nothing been done since the start: its baseline is the plan the session began with.
fn as_begun(session: &Session, now: Moment) -> Schedule {
    let is_start = |act: &Act| matches!(act, Act::Start(..) | Act::ClockStep(_));
    let log = session.log.iter().filter(|entry| is_start(&entry.act)).cloned().collect();
    let bare = Session { log, ..session.clone() };
    schedule(&bare, now)
}

fn planned(session: &Session, first: &Schedule) -> BTreeMap<BlockId, Seconds> {
    let lengths = first.rows.iter().map(|row| (row.id, row.baseline.length()));
    let is_mark = |id: BlockId| session.plan.block(id).is_none_or(Block::is_marker);
    lengths.filter(|(id, _)| !is_mark(*id)).collect()
}

/// How long the block was the running one, in all its visits.
fn spent(replay: &Replay, id: BlockId, now: Moment) -> Seconds {
    replay.visits_of(id).iter().map(|visit| visit.end.unwrap_or(now.max(visit.start)) - visit.start).sum()
}

/// What is needed to judge each block.
struct Looking<'a> {
    replay: &'a Replay,
    view: &'a Schedule,
    planned: &'a BTreeMap<BlockId, Seconds>,
    /// The last row that was held, and not only passed through.
    last: Option<usize>,
    now: Moment,
}

impl Looking<'_> {
    fn rows(&self, plan: &Agenda) -> Vec<ReviewRow> {
        let pairs = self.view.rows.iter().zip(&plan.blocks).enumerate();
        pairs.map(|(place, (row, block))| self.row(place, &row.timing, block)).collect()
    }

    fn row(&self, place: usize, timing: &Timing, block: &Block) -> ReviewRow {
        let visits = self.replay.visits_of(block.id).to_vec();
        let actual = spent(self.replay, block.id, self.now);
        let planned = self.planned.get(&block.id).copied();
        let fate = match timing {
            _ if block.is_marker() => Fate::Mark,
            Timing::Current(_) => Fate::Running,
            _ if !visits.is_empty() && was_held(planned, actual) => compared(planned, actual),
            Timing::Upcoming(_) => Fate::Ahead,
            Timing::Skipped => Fate::Skipped,
            Timing::Done(_) | Timing::Passed => self.passed(place, block),
        };
        let stood = (actual - self.replay.used(block.id)).or_zero();
        ReviewRow { id: block.id, title: block.title.clone(), kind: block.kind, planned, visits, actual, stood, fate }
    }

    fn passed(&self, place: usize, block: &Block) -> Fate {
        let is_behind = self.last.is_some_and(|last| place < last);
        match block.kind {
            _ if !is_behind => Fate::NotReached,
            Kind::Buffer => Fate::Given,
            _ => Fate::JumpedOver,
        }
    }
}

fn compared(planned: Option<Seconds>, actual: Seconds) -> Fate {
    let Some(planned) = planned else { return Fate::Added };
    match actual.minutes_near().saturating_sub(planned.minutes_near()) {
        0 => Fate::AsPlanned,
        longer @ 1.. => Fate::Longer(longer),
        shorter => Fate::Shorter(shorter.saturating_neg()),
    }
}

impl ReviewRow {
    /// Whether it was held to its end, or has given its time to others.
    fn is_done(&self) -> bool {
        self.fate == Fate::Given || self.fate != Fate::Running && self.was_led()
    }

    /// Whether it was held, or is; not when it was only passed through.
    #[must_use]
    pub fn was_led(&self) -> bool {
        let is_out =
            matches!(self.fate, Fate::Skipped | Fate::JumpedOver | Fate::Given | Fate::NotReached | Fate::Ahead);
        !self.visits.is_empty() && !is_out
    }
}

impl Review {
    /// From the first block entered to the end, or to where that is projected.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let (Ending::Ended(end) | Ending::Ahead(end)) = self.ending;
        self.began.map(|start| Span { start, end: end.max(start) })
    }

    /// What the plan asked for, and what was spent, over all blocks.
    #[must_use]
    pub fn totals(&self) -> (Seconds, Seconds) {
        let planned = self.rows.iter().filter_map(|row| row.planned).sum();
        (planned, self.rows.iter().map(|row| row.actual).sum())
    }

    /// The end against what was agreed on, else against the plan, in whole minutes as the clock times of both have it, none
    /// when it is half a minute off or less; positive = later.
    #[must_use]
    pub fn end_off(&self) -> i64 {
        let (Ending::Ended(end) | Ending::Ahead(end)) = self.ending;
        let minute = |moment: Moment| moment.second().div_euclid(60);
        let meant = self.agreed_end.unwrap_or(self.planned_end);
        if (end - meant).minutes_near() == 0 { 0 } else { minute(end) - minute(meant) }
    }

    /// How many blocks are done, and of how many: the running one is not done yet, a buffer that gave its time to others
    /// is; a finish line is no block.
    #[must_use]
    pub fn done(&self) -> (usize, usize) {
        let rows = self.rows.iter().filter(|row| row.fate != Fate::Mark);
        rows.fold((0, 0), |(done, all), row| (done + usize::from(row.is_done()), all + 1))
    }
}

impl Session {
    /// The moment at which a session that is over, or was left, is looked at: its last act, by the clock as it was set
    /// last, also when that lies ahead of `now`, since the clock may have been put right after it; `now` when nothing was
    /// done.
    #[must_use]
    pub fn seen_last(&self, now: Moment) -> Moment {
        let last = self.log.iter().map(|entry| entry.told).max();
        last.and_then(|last| self.last_told(last)).unwrap_or(now)
    }
}
