//! What each act does to the run, and whether it made sense where it is dated. Reading the run is in `replay`.

use super::super::plan::{Nature, Onward};
use super::super::{Span, Visit};
use super::clock::Origin;
use super::order::{self, Dated};
use super::{Next, Replay, Run, Stand, Walk};
use crate::domain::agenda::BlockId;
use crate::domain::session::{Act, StepAct};
use crate::domain::times::{Moment, Seconds};

/// How a block comes to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entering {
    /// In the course of the plan.
    Onward,
    /// By going back or jumping: that visit does not auto-advance (W17).
    ByJump,
}

/// How far a plan may be moved when it is started; a file may say anything.
const FARTHEST: Seconds = Seconds::minutes(366 * 24 * 60);

/// Changes to the run; each answers whether it made sense where it is dated.
impl Replay {
    pub(super) fn apply(&mut self, act: &Act, dated: Dated) -> bool {
        let at = dated.at;
        match act {
            Act::Start(id, shift) => self.start_in(*id, *shift, at),
            Act::Enter(id) => self.enter(*id, at),
            Act::Wait(id) => self.wait(*id, at),
            Act::Add(id, by) => self.add(*id, *by, at),
            Act::Length(id, length) => self.set_length(*id, *length, at),
            Act::Skip(id) => self.skip(*id, at),
            Act::Unskip(id) => self.unskip(*id),
            Act::Step(act) => self.step(*act, at),
            Act::Variant(id, variant) => self.set_variant(*id, *variant, at),
            Act::People(people) => self.set_people(*people, at),
            Act::Edit(edit) => self.edit(edit, dated),
            Act::Agree(changes) => !changes.is_empty() && self.agree(changes, at),
            Act::Answer(_, changes) => !self.is_over() && self.agree(changes, at),
            Act::Asleep(length) => self.fall_asleep(*length, dated),
            Act::Pause => self.pause(at),
            Act::Resume => self.resume(at),
            Act::Rebase => self.rebase(at),
            Act::End => self.end(at),
            Act::ClockStep(_) => self.set_clock(order::step(act), at),
            Act::Hold(_) => true,
        }
    }

    fn start_in(&mut self, id: BlockId, shift: Seconds, at: Moment) -> bool {
        let Some(index) = self.index_of(id).filter(|index| self.enterable(*index)) else { return false };
        match self.stand {
            Stand::Before => {
                if self.start.is_none() {
                    self.start = Some(at);
                    self.lay_baseline(at);
                    self.origin = Origin::Run;
                }
                self.shift(shift.clamp(-FARTHEST, FARTHEST));
            }
            Stand::Pending { next, .. } if next.index == index => {
                self.arrive(Next { due: at, ..next }, at);
                return true;
            }
            _ => return false,
        }
        self.begin(index, at, Entering::Onward);
        true
    }

    fn shift(&mut self, by: Seconds) {
        self.shifted += by;
        self.slots.iter_mut().for_each(|slot| slot.shift(by));
        self.baseline.iter_mut().for_each(|span| *span = Span { start: span.start + by, end: span.end + by });
        self.baseline_end = self.baseline_end + by;
    }

    fn enter(&mut self, id: BlockId, at: Moment) -> bool {
        let Some(index) = self.index_of(id).filter(|index| self.enterable(*index)) else { return false };
        if self.stand == Stand::Before || self.current() == Some(index) {
            return false;
        }
        self.leave(at);
        self.begin(index, at, Entering::ByJump);
        true
    }

    fn wait(&mut self, id: BlockId, at: Moment) -> bool {
        let Some(index) = self.index_of(id) else { return false };
        let (after, left) = match self.stand {
            Stand::Running(Run { index: after, .. }) | Stand::Paused { index: after, .. } if after != index => {
                (after, at)
            }
            Stand::Pending { next, after, left } if next.index != index => (after, left),
            _ => return false,
        };
        let next = self.following(Walk { from: index.min(after + 1), first: index, left }, at);
        self.leave(at);
        self.pend_or_end(next, after, left, at);
        true
    }

    /// Waits for the block that follows, begins it, or ends the session when there is none (W10).
    pub(super) fn pend_or_end(&mut self, next: Option<Next>, after: usize, left: Moment, at: Moment) {
        match next {
            Some(next) if next.due <= at => self.begin(next.index, at, Entering::Onward),
            Some(next) => self.stand = Stand::Pending { next, after, left },
            None => self.stand = Stand::Done { index: after, at },
        }
    }

    /// Leaves the running block for the next one, or ends the session after the last (W10).
    pub(super) fn go_on(&mut self, at: Moment) {
        let (after, passed, left) = match self.stand {
            Stand::Pending { next, after, left } => (after, next.index, left),
            Stand::Running(Run { index, .. }) | Stand::Paused { index, .. } => (index, index, at),
            Stand::Before | Stand::Done { .. } => return,
        };
        let next = self.following(Walk { from: after + 1, first: passed + 1, left }, at);
        self.leave(at);
        self.pend_or_end(next, after, left, at);
    }

    /// Begins the block that was waited for; a buffer that has nothing left by now is passed over (W11).
    pub(super) fn arrive(&mut self, next: Next, at: Moment) {
        match self.stand {
            Stand::Pending { after, left, .. } if self.is_spent(next.index, at) => {
                let beyond = next.index + 1;
                let onward = self.following(Walk { from: beyond, first: beyond, left: next.due }, at);
                self.pend_or_end(onward, after, left, at);
            }
            _ => self.begin(next.index, at, Entering::Onward),
        }
    }

    fn leave(&mut self, at: Moment) {
        let Some(index) = self.current() else { return };
        let used = self.elapsed(at);
        if let Some(tally) = self.tallies.get_mut(index) {
            tally.used = used;
            if let Some(visit) = tally.visits.last_mut() {
                visit.end = Some(at);
            }
        }
    }

    fn begin(&mut self, index: usize, at: Moment, entering: Entering) {
        let Some(slot) = self.slots.get(index) else { return };
        let held = self.held.contains(&(slot.id, at));
        let onward = if entering == Entering::ByJump || held { Onward::ByHand } else { slot.onward };
        let ends = slot.until_from(at);
        let cap = (slot.nature == Nature::Buffer).then(|| self.buffer_cap(index, at));
        if let Some(tally) = self.tallies.get_mut(index) {
            tally.visits.push(Visit { start: at, end: None });
            tally.ends = ends;
            tally.cap = cap;
        }
        self.stand = Stand::Running(Run { index, from: at, floor: at, onward });
    }

    fn add(&mut self, id: BlockId, by: Seconds, at: Moment) -> bool {
        let waiting = match self.stand {
            Stand::Pending { next, .. } => Some(next.index),
            _ => self.current(),
        };
        let (Some(index), Some(left)) = (waiting.filter(|index| self.slot_id(*index) == id), self.remaining(at)) else {
            return false;
        };
        let by = by.max(-left.or_zero());
        if by == Seconds::ZERO || by > Seconds::LONGEST {
            return false;
        }
        if let Some(tally) = self.tallies.get_mut(index) {
            tally.added += by;
        }
        self.changed(index, at);
        true
    }

    pub(super) fn set_length(&mut self, id: BlockId, length: Seconds, at: Moment) -> bool {
        let Some(index) = self.index_of(id).filter(|index| self.may_last(*index, length)) else { return false };
        if let Some(tally) = self.tallies.get_mut(index) {
            (tally.length, tally.asked) = (length, length);
        }
        self.changed(index, at);
        true
    }

    /// Whether the block can be given this length.
    pub(super) fn may_last(&self, index: usize, length: Seconds) -> bool {
        let fits = length > Seconds::ZERO && length <= Seconds::LONGEST;
        let allowed = self.slots.get(index).is_some_and(|slot| slot.until.is_none() && slot.nature != Nature::Marker);
        fits && allowed && !self.is_over()
    }

    pub(super) fn is_over(&self) -> bool {
        matches!(self.stand, Stand::Done { .. })
    }

    /// A block whose length was changed goes on by itself now at the earliest, not in the past (W18).
    pub(super) fn changed(&mut self, index: usize, at: Moment) {
        if let Stand::Running(run) = &mut self.stand
            && run.index == index
        {
            run.floor = run.floor.max(at);
        }
    }

    /// Whether the run has left the block behind for good (W8).
    pub(super) fn is_done(&self, index: usize) -> bool {
        let behind = self.position().is_some_and(|position| index < position);
        behind && !self.tally(index).visits.is_empty()
    }

    pub(super) fn skip(&mut self, id: BlockId, at: Moment) -> bool {
        let Some(index) = self.index_of(id) else { return false };
        if self.current() == Some(index) {
            self.go_on(at);
            return true;
        }
        if self.is_over() || self.tally(index).skipped || self.is_done(index) {
            return false;
        }
        if let Some(tally) = self.tallies.get_mut(index) {
            tally.skipped = true;
        }
        if matches!(self.stand, Stand::Pending { next, .. } if next.index == index) {
            self.go_on(at);
        }
        true
    }

    pub(super) fn unskip(&mut self, id: BlockId) -> bool {
        let over = self.is_over();
        let skipped = self.index_of(id).and_then(|index| self.tallies.get_mut(index)).filter(|tally| tally.skipped);
        let Some(tally) = skipped.filter(|_| !over) else { return false };
        tally.skipped = false;
        true
    }

    fn step(&mut self, act: StepAct, at: Moment) -> bool {
        let Some(index) = self.current() else { return false };
        let (elapsed, tally) = (self.elapsed(at), self.tally(index));
        let Some(slot) = self.slots.get(index) else { return false };
        let left = self.remaining(at).unwrap_or_default().min(tally.place.remaining(&slot.parts, elapsed));
        let act = match act {
            StepAct::Add(by) => StepAct::Add(by.max(-left.or_zero())),
            other => other,
        };
        let moved = tally.place.after(act, &slot.parts, elapsed);
        let added = match act {
            StepAct::Add(by) if by == Seconds::ZERO || by > Seconds::LONGEST => return false,
            StepAct::Add(by) => by,
            StepAct::Next | StepAct::Previous | StepAct::Goto(_) | StepAct::Hold => Seconds::ZERO,
        };
        let (Some(place), Some(tally)) = (moved, self.tallies.get_mut(index)) else { return false };
        tally.place = place;
        tally.added += added;
        self.changed(index, at);
        true
    }

    pub(super) fn pause(&mut self, at: Moment) -> bool {
        let Stand::Running(Run { index, onward, .. }) = self.stand else { return false };
        let used = self.elapsed(at);
        if let Some(tally) = self.tallies.get_mut(index) {
            tally.used = used;
        }
        self.stand = Stand::Paused { index, onward };
        true
    }

    pub(super) fn resume(&mut self, at: Moment) -> bool {
        let Stand::Paused { index, onward } = self.stand else { return false };
        self.stand = Stand::Running(Run { index, from: at, floor: at, onward });
        true
    }

    fn rebase(&mut self, at: Moment) -> bool {
        if self.is_over() {
            return false;
        }
        self.lay_baseline(at);
        self.origin = Origin::Run;
        true
    }

    fn end(&mut self, at: Moment) -> bool {
        let index = match self.stand {
            Stand::Running(Run { index, .. }) | Stand::Paused { index, .. } => index,
            Stand::Pending { after, .. } => after,
            Stand::Before | Stand::Done { .. } => return false,
        };
        self.leave(at);
        self.stand = Stand::Done { index, at };
        true
    }
}
