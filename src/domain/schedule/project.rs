//! From where the run stands to where everything later lands, if nothing else happens (W1–W3, W9–W11).

use super::plan::{Nature, Slot};
use super::replay::{Replay, Run, Stand, Tally};
use super::{Current, Row, RunState, Schedule, Span, Timing};
use crate::domain::times::{Moment, Seconds};

/// The rows of the run sheet and the end of the session.
pub(super) struct Projection {
    pub rows: Vec<Row>,
    pub end: Moment,
}

/// The whole schedule of `replay` at its moment.
pub(super) fn schedule(replay: &Replay) -> Schedule {
    let Projection { rows, end } = projection(replay, replay.now);
    Schedule {
        state: state(replay, &rows),
        rows,
        end,
        end_drift: end - replay.baseline_end,
        finish: replay.finish,
        people: replay.people,
        automatic: replay.automatic.iter().map(|(_, _, at)| *at).collect(),
    }
}

/// Where every block lies, seen from `now`.
pub(super) fn projection(replay: &Replay, now: Moment) -> Projection {
    let mut walk = Walk::from(replay, now);
    let rows = (0..replay.slots.len()).filter_map(|index| walk.row(index)).collect();
    Projection { rows, end: walk.free }
}

fn state(replay: &Replay, rows: &[Row]) -> RunState {
    let now = replay.now;
    match replay.stand {
        Stand::Before => RunState::Before { to_start: to_start(replay) },
        Stand::Done { .. } => RunState::Done,
        Stand::Pending { next, .. } => RunState::Pending {
            id: replay.slots.get(next.index).map(|slot| slot.id).unwrap_or_default(),
            index: next.index,
            to_start: next.due - now,
            length: replay.remaining(now).unwrap_or_default(),
        },
        Stand::Running(run) => current(replay, run.index, rows).map_or(RunState::Done, RunState::Running),
        Stand::Paused { index, .. } => current(replay, index, rows).map_or(RunState::Done, RunState::Paused),
    }
}

/// The countdown before the start: to the first block's fixed start, else to the planned start (W1).
fn to_start(replay: &Replay) -> Option<Seconds> {
    let fixed = replay.first().and_then(|index| replay.slots.get(index)?.fixed);
    fixed.or(replay.start).map(|start| start - replay.now)
}

fn current(replay: &Replay, index: usize, rows: &[Row]) -> Option<Current> {
    let (slot, row) = (replay.slots.get(index)?, rows.get(index)?);
    let (remaining, elapsed) = (replay.remaining(replay.now)?, replay.elapsed(replay.now));
    Some(Current {
        id: slot.id,
        index,
        remaining,
        elapsed,
        length: elapsed + remaining,
        drift: row.projected()?.end - row.baseline.end,
        part: replay.tally(index).place.now(&slot.parts, elapsed, remaining),
    })
}

/// A walk through the agenda with the moment from which the next block may have the time.
struct Walk<'a> {
    replay: &'a Replay,
    now: Moment,
    free: Moment,
    /// The first block that is still to come; earlier ones are done, passed or running.
    ahead: usize,
    /// Whether a block lies before: changeover before the first block is ignored (W14).
    led: bool,
}

impl<'a> Walk<'a> {
    fn from(replay: &'a Replay, now: Moment) -> Walk<'a> {
        let (free, ahead) = match replay.stand {
            Stand::Before => (replay.start.map_or(now, |start| start.max(now)), 0),
            Stand::Pending { after, left, .. } => (left, after + 1),
            Stand::Done { at, .. } => (at, replay.slots.len()),
            Stand::Running(Run { index, .. }) | Stand::Paused { index, .. } => (now, index + 1),
        };
        Walk { replay, now, free, ahead, led: replay.stand != Stand::Before }
    }

    fn row(&mut self, index: usize) -> Option<Row> {
        let (slot, tally) = (self.replay.slots.get(index)?, self.replay.tally(index));
        let baseline = self.replay.baseline.get(index).copied().unwrap_or(Span { start: self.free, end: self.free });
        let (length, asked) = (tally.length + tally.added, tally.asked + tally.added);
        let timing = Timing::Skipped;
        let mut row = Row { id: slot.id, timing, baseline, length, asked, slack: None, conflict: None };
        if self.replay.current() == Some(index) {
            self.running(index, slot, &mut row);
        } else if tally.skipped {
            row.timing = Timing::Skipped;
        } else if index < self.ahead || self.jumped(index, slot) {
            row.timing = behind(tally);
            row.conflict = self.overflow(index, slot);
        } else {
            self.coming(index, slot, &mut row);
        }
        Some(row)
    }

    /// Whether the block lies between the one that was left and the one that is waited for; a marker there still
    /// counts while its moment is ahead.
    fn jumped(&self, index: usize, slot: &Slot) -> bool {
        let Stand::Pending { next, .. } = self.replay.stand else { return false };
        index < next.index && !slot.is_mark_after(self.now)
    }

    /// By how much a mark between the block that was left and the one that is waited for was missed (W10).
    fn overflow(&self, index: usize, slot: &Slot) -> Option<Seconds> {
        let is_mark = index >= self.ahead && slot.nature == Nature::Marker;
        if is_mark { missed(slot.fixed, self.free) } else { None }
    }

    /// W3: the projected end is never in the past.
    fn running(&mut self, index: usize, slot: &Slot, row: &mut Row) {
        let start = self.replay.tally(index).visits.last().map_or(self.now, |visit| visit.start);
        let remaining = self.replay.remaining(self.now).unwrap_or_default();
        let end = self.now + remaining.or_zero();
        row.timing = Timing::Current(Span { start, end });
        row.conflict = missed(slot.until, end);
        self.free = end;
        self.led = true;
    }

    fn coming(&mut self, index: usize, slot: &Slot, row: &mut Row) {
        let natural = match self.replay.stand {
            Stand::Pending { next, .. } if next.index == index => next.natural.max(self.now),
            Stand::Pending { next, .. } if index < next.index => (self.free + slot.gap).max(self.now),
            _ if self.led => self.free + slot.gap,
            _ => self.free,
        };
        let start = slot.fixed.map_or(natural, |fixed| fixed.max(natural));
        let length = match slot.nature {
            Nature::Marker => Seconds::ZERO,
            Nature::Buffer | Nature::Plain => self.replay.unused_from(index, start).or_zero(),
        };
        let end = start + length;
        row.timing = Timing::Upcoming(Span { start, end });
        row.slack = slot.fixed.map(|fixed| fixed - natural).filter(|slack| *slack > Seconds::ZERO);
        row.conflict = missed(slot.fixed, start).max(missed(slot.until, end));
        self.free = end;
        self.led = true;
    }
}

/// By how much `actual` is later than what was meant.
fn missed(meant: Option<Moment>, actual: Moment) -> Option<Seconds> {
    meant.map(|meant| actual - meant).filter(|late| *late > Seconds::ZERO)
}

fn behind(tally: &Tally) -> Timing {
    if tally.visits.is_empty() { Timing::Passed } else { Timing::Done(tally.visits.clone()) }
}
