//! A wall clock that is set while the program runs: what has happened stays as it was decided, in as much time as it
//! took; clock times that are still to come follow the new clock (W22).

use super::super::Span;
use super::super::plan::Slot;
use super::{Replay, Stand};
use crate::domain::times::{Moment, Seconds};

/// Where a baseline comes from: clock times follow the clock when it is set, what was laid while it ran stays (W22).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Plan,
    /// A start without a planned one, or a rebase.
    Run,
}

impl Replay {
    /// The clock has been set by `by`; all moments are those of the clock as it is set in the end, so clock times that
    /// were read on the old one come earlier by that much.
    pub(super) fn set_clock(&mut self, by: Seconds, at: Moment) -> bool {
        if by == Seconds::ZERO {
            return true;
        }
        self.coming_steps = self.coming_steps - by;
        for slot in &mut self.slots {
            slot.shift(-by);
        }
        self.finish = self.finish.map(|finish| finish + -by);
        if matches!(self.stand, Stand::Before) {
            self.start = self.start.map(|start| start + -by);
        }
        self.move_baseline(-by);
        self.end_anew();
        if let Stand::Pending { next, .. } = self.stand {
            self.wait_anew(next.index, at);
        }
        true
    }

    fn move_baseline(&mut self, by: Seconds) {
        let is_clock_time = |slot: &Slot| self.origin == Origin::Plan || slot.fixed.is_some();
        let moved = |(span, slot): (&Span, &Slot)| {
            let by = if is_clock_time(slot) { by } else { Seconds::ZERO };
            Span { start: span.start + by, end: span.end + by }
        };
        self.baseline = self.baseline.iter().zip(&self.slots).map(moved).collect();
        if self.slots.last().is_some_and(is_clock_time) {
            self.baseline_end = self.baseline_end + by;
        }
    }

    /// A running "until" block ends where the new clock has its end (W7).
    fn end_anew(&mut self) {
        let Some(index) = self.current() else { return };
        let start = self.tally(index).visits.last().map(|visit| visit.start);
        let ends = start.and_then(|start| self.slots.get(index)?.until_from(start));
        if let Some(tally) = self.tallies.get_mut(index) {
            tally.ends = ends;
        }
    }
}
